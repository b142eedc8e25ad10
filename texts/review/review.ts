import type { LocalDate } from '../../models/dates.ts'
import { dayText } from '../format.ts'
import { caseLine, type ReportView } from '../report/report.ts'

/** Where a case stands, in the villagers' words; the parameter is the case's state. */
export const stateText: Readonly<Record<string, string>> = {
  pending: '待审',
  returned: '等补充',
  approved: '已通过，等公示',
  'in-notice': '已通过，正在公示',
  objected: '有异议，正在核实',
  booked: '已入账',
  rejected: '没有通过',
  withdrawn: '已撤回',
  expired: '过期未补充',
  reversed: '已冲正',
  open: '核实中',
  maintained: '核实后维持',
  corrected: '核实后改正',
  appealed: '申诉中',
  closed: '已办结',
  confirmed: '已确认',
  declined: '没有确认',
  kept: '已记下',
  discussed: '已在会上讨论',
  proposed: '等第二个人同意',
  rectifying: '正在整改',
  decided: '已定，等申诉期满',
  dropped: '不扣了',
  hearing: '在听本人说',
  'in-force': '在执行',
  lifted: '已撤下',
}

/** Echo of an approval in the panel: number, name, deed, points, and how long it can be taken back. */
export const approved = (view: ReportView, lastDay: LocalDate | null, minutes: number): string =>
  lastDay === null
    ? `${caseLine(view)} 已通过，等下一期公示，${String(minutes)}分钟内可回“撤”`
    : `${caseLine(view)} 已通过，公示到${dayText(lastDay)}，${String(minutes)}分钟内可回“撤”`

/** One approval of several that are needed. */
export const approvedOnce = (view: ReportView, missing: number): string => `${caseLine(view)} 记下您同意，还要${String(missing)}位评议员。`

/** Tells doer and reporter that the deed is in notice. */
export const approvedForYou = (view: ReportView, lastDay: LocalDate | null): string =>
  lastDay === null
    ? `${caseLine(view)} 已通过，下一期公示，没有异议就入账。`
    : `${caseLine(view)} 已通过，公示到${dayText(lastDay)}，没有异议就入账。`

/** Tells the reviewer that a no is done; the reasons go to the villager alone. */
export const rejected = (view: ReportView, minutes: number): string =>
  `${caseLine(view)} 没有通过，理由已私信申报人，${String(minutes)}分钟内可回“撤”`

/** Tells the panel that a case is off the table, without saying how. */
export const settled = (number: number): string => `#${String(number)} 已审结。`

/** Tells the villager why not, and what can be done. */
export const rejectedForYou = (view: ReportView, reason: string): string =>
  `${caseLine(view)} 没有通过：${reason}。\n可以改好再报；不服发“异议 #${String(view.number)} …”。`

/** Asks the reviewer for a reason: a no without one is no answer. */
export const whyReject = (number: number): string => `#${String(number)} 为什么不行？回一句理由，我转告申报人。`

/** The reviewer has taken a decision back. */
export const revoked = (view: ReportView): string => `${caseLine(view)} 的审核已撤，回到待审。`

/** The villager learns that the decision was taken back. */
export const revokedForYou = (view: ReportView): string => `${caseLine(view)} 的审核被评议员撤回，重新待审。`

/** Nothing to take back, or too late. */
export const nothingToRevoke = (minutes: number): string => `${String(minutes)}分钟内您没有可撤的审核。过了时间要走冲正，请找会计。`

/** The ten minutes are over: what can be done instead. */
export const tooLateToRevoke = (number: number, minutes: number, booked: boolean): string =>
  booked
    ? `${String(minutes)}分钟内您没有可撤的审核。#${String(number)}已入账，要走冲正：请会计发“冲正 #${String(number)} 理由”。`
    : `${String(minutes)}分钟内您没有可撤的审核。#${String(number)}有不对，公示期内发“异议 #${String(number)} 原因”，入账后走冲正。`

/** The reviewer no longer puts a case aside, no longer steps back, or no longer waits for proof. */
export const wordTakenBack = (view: ReportView): string => `${caseLine(view)} 您刚才那句已撤，还等您审。`

/** Reviewing needs the office. */
export const reviewersOnly = '审核由评议员来做。对结果有意见，发“异议 #编号 …”。'

/** Nobody decides for their own household. */
export const ownHousehold = (number: number): string => `#${String(number)}是您自家的，按规矩要回避，请别的评议员来审。`

/** Who reported it for another does not also decide it. */
export const ownReport = (number: number): string => `#${String(number)}是您代报的，请别的评议员来审。`

/** Who stepped back does not decide. */
export const recusedBefore = (number: number): string => `#${String(number)}您已经回避，由别的评议员来审。`

/** No case has that number. */
export const noSuchCase = (number: number): string => `没有#${String(number)}这个编号，请再看看卡片上的号。`

/** The case is no longer waiting for this. */
export const alreadyDecided = (number: number, state: string): string => `#${String(number)} ${state}，不用再审。什么都没有变。`

/** The same reviewer has already said so. */
export const alreadySaid = (number: number): string => `#${String(number)} 您已经同意过了，还要别的评议员。`

/** Several are waiting, so the number must be named. */
export const whichCase = (numbers: readonly number[]): string =>
  `有${String(numbers.length)}件待审，请引用卡片回，或写编号，比如“${String(numbers[0] ?? 1001)}通过”。`

/** No report of that person is waiting. */
export const nothingPendingOf = (name: string): string => `${name}没有待审的申报。`

/** The number is of another kind of case than a report. */
export const notAReport = (number: number): string => `#${String(number)}不是申报，请再看看编号。`

/** The number of a review that is not a report, objection or binding. */
export const notForReview = (number: number): string => `#${String(number)}不是待审的申报。`

/** Points outside the range of the item. */
export const pointsOutOfRange = (min: number, max: number): string => `这一项只能给${String(min)}到${String(max)}分，请再改。`

/** What is waiting for a reviewer. */
export const pendingList = (views: readonly ReportView[], more: number, from = 1, head = ''): string =>
  views.length === 0
    ? '现在没有等您审的。'
    : [
        `等您审的${String(views.length + more + from - 1)}件${head}：`,
        ...views.map((view, index) => `${String(from + index)} ${caseLine(view)}`),
        ...(more > 0 ? [`还有${String(more)}件，发“待审 ${String(Math.ceil((from + views.length - 1) / views.length) + 1)}”。`] : []),
      ].join('\n')

/** The list of what waits, and the objections that are to be answered, each by its day. */
export const withObjections = (
  list: string,
  objections: readonly { readonly number: number; readonly lastDay: LocalDate | null }[],
): string =>
  objections.length === 0
    ? list
    : `${list}\n等答复的异议：${objections.map(({ number, lastDay }) => `#${String(number)}${lastDay === null ? '' : `（最迟${dayText(lastDay)}）`}`).join('、')}`

/** Somebody else decided it a moment earlier. */
export const overtaken = (number: number): string =>
  `#${String(number)}刚被别人处理了，什么都没有变。发“${String(number)}号审到哪一步了”看结果。`

/** An objection is answered, not approved. */
export const howToAnswer = (number: number): string => `异议#${String(number)}请回“维持 理由”“改2分 理由”或“撤销 理由”。`

/** The scheme wants proof and none is there. */
export const evidenceSeen = (number: number): string => `#${String(number)}要凭证，还没有照片。您看过原件吗？1 看过，通过　2 没有，等凭证`

/** The two answers to it. */
export const seen = '看过'

/** The two answers to it. */
export const notSeen = '没有'

/** What is kept as evidence when a reviewer has seen the original. */
export const seenBy = (name: string): string => `评议员${name}看过原件`

/** Party members' deposits are verified by the teller (JS-R2). */
export const tellersOnly = (number: number): string => `#${String(number)}由组织委员（柜员）核实。`
