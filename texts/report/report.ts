import type { LocalDate } from '../../models/dates.ts'
import type { Source } from '../../models/origin.ts'
import { dayText, excerpt, nearDayText, quantityText } from '../format.ts'

/** A report as people speak of it: 「#1001 王秀英 扫路 4分」 and what stands behind it. */
export interface ReportView {
  readonly number: number
  /** the doer, named for the audience */
  readonly who: string
  /** the deed in the villager's own word */
  readonly deed: string
  readonly quantity: number | null
  readonly unit: string | null
  readonly points: number
  readonly deedOn: LocalDate
}

/** 「#1001 王秀英 扫路 4分」. */
export const caseLine = (view: ReportView): string => `#${String(view.number)} ${view.who} ${view.deed} ${String(view.points)}分`

const amountText = (view: ReportView): string =>
  view.quantity === null || view.unit === null ? '' : ` ${quantityText(view.quantity, view.unit)}`

/** Receipt to the villager; the number is the proof that nothing is lost. */
export function reportReceived(view: ReportView, today: LocalDate, cut: string | null): string {
  const number = String(view.number)
  const when = nearDayText(view.deedOn, today)
  return [
    `已收到#${number} ${view.who} ${when}${view.deed}${amountText(view)}，按办法${String(view.points)}分，待审。`,
    ...(cut ? [cut] : []),
    `报错了回“撤回”；问进度发“${number}号审到哪一步了”。`,
  ].join('\n')
}

/** One receipt for a line with several deeds or several people. */
export function reportsReceived(views: readonly ReportView[], today: LocalDate): string {
  const list = views.map((view) => `${caseLine(view)}（${nearDayText(view.deedOn, today)}）`)
  const shown = list.length <= 2 ? list : [list.slice(0, -1).join('；'), list.at(-1) ?? '']
  return [`已收到${String(views.length)}件，待审：`, ...shown, '报错了回“撤回”加编号。'].join('\n')
}

/** Everybody of a 接龙 that was posted again is down already. */
export const chainKnown = (numbers: readonly number[]): string =>
  `接龙里的人都记过了：${numbers.map((number) => `#${String(number)}`).join('、')}，不重复记。`

/** The part of the points that a limit or cap has taken. */
export const pointsCut = (full: number, left: number, limit: string): string =>
  `本来${String(full)}分，${limit}，这次按${String(left)}分报。`

/** Where a report came from, as its card says it (GY-7); a custodian is the family (XY-4). */
const ofTheHousehold = '本户申报'

const sourceName = {
  self: '本人申报',
  proxy: '他人代为申报',
  recommended: '群众评荐',
  panel: '评议组发现',
  public: '群众反映',
  official: '干部登记',
  custodian: '由家人代办',
} as const satisfies Record<Source, string>

/** Card to the review panel; `hints` are what the reviewers should know besides: a range, missing evidence. */
export function reviewCard(
  view: ReportView,
  about: {
    line: string
    reporter: string | null
    duplicateOf: number | null
    hints: readonly string[]
    note?: string | null
    how?: string
    /** where it came from; absent for a report older than its origin */
    source?: Source | null
  },
): string {
  const note = about.note ? `（${about.note}）` : ''
  const repeated = about.duplicateOf === null ? '' : `（疑似重复 #${String(about.duplicateOf)}）`
  return [
    `待审${caseLine(view)}${note}${repeated}`,
    `${dayText(view.deedOn)}${amountText(view)}${about.reporter === null ? '' : `，${about.reporter}${about.how ?? '代报'}`}：“${excerpt(about.line)}”${about.source ? `（${about.source === 'self' && about.reporter !== null ? ofTheHousehold : sourceName[about.source]}）` : ''}`,
    ...about.hints,
    '引用本条回“同意”“不行 理由”或“改3分”。',
  ].join('\n')
}

/** What was said besides: a supplement, or who told an official. */
export const saidBesides = (words: string): string => `补充：“${excerpt(words)}”`

/** The item leaves the amount to the reviewers. */
export const rangeHint = (min: number, max: number): string =>
  `这一项${String(min)}到${String(max)}分，由评议员定，可回“改${String(max)}分”。`

/** The scheme wants to see something for this item. */
export const evidenceMissing = '凭证：还没有，看过原件再通过。'

/** Asks the villager for the evidence the scheme wants. */
export const sendEvidence = (minutes: number): string => `这一项要凭证，请${String(minutes)}分钟内发一张照片，或拿给评议员看。`

/** The item is reported by somebody else than the speaker. */
export const notForYouToReport = {
  household: (deed: string): string => `“${deed}”要由本户自己报。`,
  panel: (deed: string): string => `“${deed}”由评议小组报，不用自己报。`,
  official: (deed: string): string => `“${deed}”由村干部统一登记，不用自己报。`,
} as const

/** Tells the doer that somebody reported for them. */
export const reportedForYou = (view: ReportView, reporter: string): string =>
  `${reporter}替您报了${caseLine(view)}，待审。不是您做的，回“${String(view.number)}号不对”告诉我们。`

/** The deed is known but carries no points in this scheme; it goes to the representatives. */
export const notInScheme = (deed: string, number: number): string =>
  `“${deed}”好事记下了（#${String(number)}）。办法里还没有这一项，评议会上提。`

/** The item stands in the scheme, but the bot's part for it is still to come; nothing is kept of the line. */
export const notOpenYet = (deed: string): string => `“${deed}”办法里有，机器人这一块还没有开通，开通了在群里说。先请告诉会计记在本子上。`

/** Tells a person in a room that the answer went to their private chat. */
export const sentPrivately = '已私信您。'

/** The item has ended: what was done up to its last day is still taken. */
export const itemEnded = (deed: string, lastDay: LocalDate): string =>
  `“${deed}”这一项到${dayText(lastDay)}为止，以后做的不记分。那天和那天以前做的，写上日子就能报。`

/** The item came into the scheme after the day of the deed. */
export const itemNotYet = (deed: string, day: LocalDate): string =>
  `“${deed}”这一项${dayText(day)}那天办法里还没有，那天做的不记分。好事我们记得。`

/** Stands where a household named its income: that is not kept. */
export const amountLeftOut = '（数额不记）'

/** Asks which deed of the scheme was meant. */
export const whichDeed = (words: string, names: readonly string[]): string =>
  [
    `没找到“${excerpt(words, 12)}”这一项，您是说：`,
    names.map((name, index) => `${String(index + 1)} ${name}`).join('　'),
    '回数字就行；都不是，发“建议 …”告诉我们。',
  ].join('\n')

/** Asks how much was done. */
export const howMuch = (deed: string, units: readonly string[]): string => `“${deed}”做了多少？回一个数就行，比如“2${units[0] ?? '次'}”。`

/** Asks at which level an honour was given. */
export const whichLevel = (deed: string, levels: readonly string[]): string =>
  `“${deed}”是哪一级？${levels.map((level, index) => `${String(index + 1)} ${level}`).join('　')}`

/** Asks which of two people of one name is meant. */
export const whichPerson = (name: string, choices: readonly string[]): string =>
  `有${String(choices.length)}位${name}，是哪一位？${choices.map((choice, index) => `${String(index + 1)} ${choice}`).join('　')}`

/** Asks on which of several days it was. */
export const whichDay = (days: readonly LocalDate[]): string =>
  days.length === 0
    ? '是哪一天做的？回日期，比如“11月20日”。'
    : `是哪一天？${days.map((day, index) => `${String(index + 1)} ${dayText(day)}`).join('　')}`

/** Nobody of that name is in the register. */
export const nobodyNamed = (name: string): string => `名册里没有“${name}”。请写全名，比如“代报 王秀英 扫路 1小时”。`

/** The person belongs to no household, so points have nowhere to go. */
export const noHousehold = (name: string): string => `${name}还没有登记在哪一户，积分没处记。请找会计登记。`

/** Reporting for someone without naming them. */
export const whoseReport = '替谁报？请写上名字，比如“代报 王秀英 扫路 1小时”。'

/** Where each person has an own book: which relative did it is asked by name. */
export const whichRelative = (relative: string): string => `您家的${relative}是哪一位？请回姓名。`

/** Where each person has an own book, several people are named one by one. */
export const nameEverybody = '各人各记一本账，请写上每个人的姓名再报。'

/** Asks what was done; the examples are deeds of the scheme in force. */
export const reportWhat = (examples: readonly string[]): string =>
  `做了什么？回一句就行，比如${examples.map((deed) => `“${deed}”`).join('')}。`

/** A deed as one would type it: 扫路 2小时. */
export const exampleDeed = (name: string, unit: string | null): string => (unit === null ? name : `${name} 2${unit}`)

/** The day has not come yet. */
export const dayInFuture = (date: LocalDate): string => `${dayText(date)}还没到，做完了再报。`

/** The day is longer ago than the scheme takes. */
export const dayTooOld = (date: LocalDate, days: number): string =>
  `${dayText(date)}太久了，只能报${String(days)}天内的。有特殊情况请找评议员。`

/** The calendar has no such day. */
export const dayImpossible = (date: string): string => `日历上没有${date}这一天，请再看看日期。`

/** An amount nobody can have done. */
export const quantityImpossible = (min: string, max: string): string => `数量不对：一次要在${min}到${max}之间。请再报一次。`

/** The household has used up the item for the period. */
export const limitReached = (deed: string, limit: string): string => `“${deed}”${limit}，这次不能再记分。好事我们记得。`

/** 「每户一天最多8分」「民主积分每户一年最多30分」, for receipts and refusals; `together` names what is capped as one. */
export const limitText = (of: string, per: string, allowed: number, unit: '分' | '次', together = ''): string =>
  `${together}${of}${per}最多${String(allowed)}${unit}`

/** It is another child. */
export const isAnother = '是另一个孩子'

/** It is the same child again. */
export const isSame = '不是，报重了'

/** Asks whether a deed that is rewarded once for each child is about another child than the household's report before it. */
export const anotherChild = (deed: string, number: number): string =>
  `您家报过“${deed}”（#${String(number)}），每个孩子一次。这回是另一个孩子吗？1 ${isAnother}　2 ${isSame}`

/** The report was taken back by its reporter. */
export const reportWithdrawn = (view: ReportView): string => `${caseLine(view)} 已撤回。`

/** Nothing of one's own is waiting. */
export const nothingToWithdraw = '您没有在等审核的申报，没什么可撤的。'

/** Only one's own report can be taken back, and only before review. */
export const cannotWithdraw = (number: number, state: string): string =>
  `#${String(number)} ${state}，不能撤回。有不同意见发“异议 #${String(number)} …”。`

/** It is somebody else's report. */
export const notYours = (number: number): string => `#${String(number)}不是您报的，撤不了。`

/** A picture was added to a report. */
export const photoAdded = (number: number): string => `照片已作为#${String(number)}的凭证。`

/** A picture that is too large. */
export const photoTooLarge = '照片超过10MB，没有存下。请发小一点的（发图时不选“原图”）。'

/** A file that is no picture. */
export const photoUnreadable = '这个文件不是照片，没有存下。请发手机拍的照片。'
