import type { BarGround } from '../../models/bar.ts'
import type { LocalDate } from '../../models/dates.ts'
import { dayText, excerpt } from '../format.ts'

/** A bar as private words speak of it. */
export interface BarView {
  readonly number: number
  readonly ground: BarGround
  readonly who: string
  /** the scheme's word for it */
  readonly what: string
  readonly seen: string
}

const nameOf = { veto: '一票否决', reminder: '提醒名单' } as const satisfies Record<BarGround, string>

const lineOf = ({ number, ground, who, what }: BarView): string =>
  `${nameOf[ground]}#${String(number)} ${who}${what === '' ? '' : ` ${what}`}`

/** The black list is never published (JZ-6, CJ-6; PIPL 25). */
export const neverPublished =
  '不发黑榜：公开别人的不良信息要本人单独同意（个人信息保护法第二十五条）。可以私下提醒：评议员发“限期提醒 姓名”，改好了就撤。'

/** Who is meant? */
export const barHow = '写上姓名，比如“一票否决 马玉芬”或“限期提醒 马玉芬”。'

/** The practice is off, with the reason against it. */
export const vetoOff = (reason: string): string => `本村没有打开一票否决：${reason}。要开，先开会决议，写进办法。`

/** The scheme has no reminders. */
export const noReminders = '本村办法里没有提醒名单（reminders），请当面劝说。'

/** For which of the scheme's vetoes, and what supports it? */
export const vetoWhy = (who: string, names: readonly string[], decisionNeeded: boolean): string =>
  `${who}是哪一条（${names.join('、')}），${decisionNeeded ? '依据哪份生效的决定或判决' : '看到什么'}？回一句，我写进告知书，只给本人看。`

/** What was seen? */
export const reminderWhy = (who: string): string =>
  `${who}什么事要提醒？回一句看到什么，我只私下告诉本人。有主管部门认定违法的，写明“违法”和文号。`

/** Nobody puts forward their own household. */
export const ownHouse = '不能办自己家的，请别的评议员来提。'

/** It is under way already. */
export const barUnderWay = (number: number): string => `这户已有#${String(number)}在办，不重复提。`

/** Hearing: to the household, in private, before anything is decided. */
export const hearingNotice = ({ number, ground, what, seen }: BarView, until: LocalDate, consequence: string): string =>
  [
    `告知书#${String(number)}：${ground === 'veto' ? `评议员提出一票否决（${what}）` : '评议员提醒您家'}，“${excerpt(seen)}”。`,
    `${dayText(until)}前先听您说：发“申诉 #${String(number)} 您的话”。之后由另一户的评议员决定。${consequence}这事不公开。`,
  ].join('\n')

/** What follows, said before and after. */
export const consequenceOf = (ground: BarGround, days: number): string =>
  ground === 'veto'
    ? '定了的话，这一期不评荣誉、不记新分，已入账的分照用。'
    : `定了的话，暂不参加评比，改好并过${String(days)}天就可以申请撤下，已入账的分照用。`

/** Receipt to the reviewer who put it forward. */
export const barOpened = (view: BarView, until: LocalDate): string =>
  `${lineOf(view)}：告知书已私下送到，${dayText(until)}起由另一户的评议员回“${String(view.number)}同意”或“${String(view.number)}不行 理由”。`

/** Card to the reviewers who may decide, in private. */
export const barCard = (view: BarView, from: LocalDate): string =>
  `${lineOf(view)}：“${excerpt(view.seen)}”。${dayText(from)}起可定：同意回“${String(view.number)}同意”，不同意回“${String(view.number)}不行 理由”。请不要在群里说。`

/** What the household said, to the reviewers. */
export const barHeard = (view: BarView, words: string): string => `${lineOf(view)} 这户说：“${excerpt(words)}”。请听了再定。`

/** All that the panel's room reads: a number. */
export const barSent = (number: number): string => `#${String(number)} 有一件要定，卡片已私信能审的评议员。`

/** The hearing is not over. */
export const hearingFirst = (number: number, from: LocalDate): string => `#${String(number)}要先听本人说，${dayText(from)}起才能定。`

/** A second person of another household decides. */
export const barSecond = (number: number): string => `#${String(number)}是您或您家提的，要另一户的评议员来定。`

/** The decision to the household, in private. */
export const barDecided = (view: BarView, reason: string, until: LocalDate, consequence: string): string =>
  [
    `决定#${String(view.number)}：${view.ground === 'veto' ? `一票否决（${view.what}）` : '列入提醒名单'}，${reason}。${consequence}`,
    `${dayText(until)}前不服发“申诉 #${String(view.number)} 原因”，换没经手的评议员再审；这期间不生效。这事不公开。`,
  ].join('\n')

/** Echo to the reviewers of it. */
export const barDecidedEcho = (view: BarView, until: LocalDate): string =>
  `${lineOf(view)}：已定，私下告诉了这户，申诉到${dayText(until)}。`

/** Card of an appeal. */
export const barAppealCard = (view: BarView, words: string, until: LocalDate): string =>
  `${lineOf(view)} 申诉：“${excerpt(words)}”。请没经手的评议员${dayText(until)}前回“${String(view.number)}维持 理由”或“${String(view.number)}撤销 理由”。`

/** Receipt of what the household says. */
export const barHeardYou = (number: number): string => `#${String(number)}您的话已转给评议员，看过了答复您。这事不公开。`

/** The answer when it stands. */
export const barMaintained = ({ number }: BarView, reason: string | null): string =>
  `#${String(number)}：申诉核实后维持${reason === null ? '' : `，${reason}`}。还有意见可向乡镇反映。`

/** Echo to the reviewer. */
export const barMaintainedEcho = (view: BarView): string => `${lineOf(view)}：申诉已答复，维持。`

/** It is dropped. */
export const barDropped = ({ number }: BarView, reason: string): string => `#${String(number)}：${reason}，不作处理。谢谢您家。`

/** Echo to the reviewer. */
export const barDroppedEcho = (view: BarView): string => `${lineOf(view)}：不办了，已告诉这户。`

/** It has come into force. */
export const barInForce = ({ number, ground }: BarView, until: LocalDate): string =>
  ground === 'veto'
    ? `#${String(number)}申诉期满：到${dayText(until)}不评荣誉、不记新分。已入账的分照样能用。`
    : `#${String(number)}申诉期满：暂不参加评比。改好了，${dayText(until)}起发“申诉 #${String(number)} 已改好，申请撤榜”。已入账的分照样能用。`

/** 申请撤榜: to the reviewers. */
export const liftCard = (view: BarView, words: string): string =>
  `${lineOf(view)} 申请撤榜：“${excerpt(words)}”。看过改好了回“${String(view.number)}同意”，恢复参评；没改好回“${String(view.number)}不行 理由”。`

/** Not yet: the set period has not passed. */
export const liftTooEarly = (number: number, from: LocalDate): string => `#${String(number)}要到${dayText(from)}才能申请撤榜，请先保持住。`

/** A veto ends with its period. */
export const vetoEnds = (number: number, until: LocalDate): string => `#${String(number)}到${dayText(until)}自然结束，不用申请。`

/** Lifted: to the household. */
export const lifted = ({ number }: BarView): string => `#${String(number)}已撤下，您家恢复参加评比。改得好，谢谢！`

/** Echo to the reviewer. */
export const liftedEcho = (view: BarView): string => `${lineOf(view)}：已撤下，恢复参评。`

/** Not lifted yet, with the reason. */
export const notLifted = ({ number }: BarView, reason: string): string => `#${String(number)}还不能撤：${reason}。改好了再申请。`

/** Echo to the reviewer. */
export const notLiftedEcho = (view: BarView): string => `${lineOf(view)}：先不撤，已告诉这户。`

/** An award to a barred household is refused, without the reason. */
export const barredNow = (number: number): string => `#${String(number)}这户这一期不参加评分，先不能通过。可以放一放，或驳回并当面说明。`

/** It is not waiting for this. */
export const barState = (number: number, state: string): string => `#${String(number)}${barStates[state] ?? state}，不用再办。`

const barStates: Readonly<Record<string, string>> = {
  hearing: '在听本人说',
  decided: '已定，等申诉期满',
  appealed: '申诉中',
  'in-force': '在执行',
  lifted: '已撤下',
  dropped: '没有成立',
  withdrawn: '已收回',
}

/** Whether words speak of an offence that the competent office has established. */
export const isUnlawful = (words: string): boolean => /违法|犯罪|立案|行政处罚/u.test(words)

/** Draft of a letter to the competent office, to the bookkeeper alone; nothing is sent (JZ-6). */
export const letterDraft = (who: string, times: number, seen: readonly string[]): string =>
  [
    `【信函草稿，只发给您，系统不往外发】${who}已第${String(times)}次列入提醒名单，经多次劝导没有改变，并有违法情形。`,
    `道德评议会拟向主管部门反映：${seen.map((one) => excerpt(one)).join('；')}。`,
    '请评议会讨论、核实、签字后，由村里按程序送交；不公开，不影响本人申诉。',
  ].join('\n')

/** Nobody of that name is on the list. */
export const notListed = (who: string): string => `${who}不在提醒名单里。`
