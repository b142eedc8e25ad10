import type { LocalDate } from '../../models/dates.ts'
import { dayText, excerpt } from '../format.ts'

/** A deduction as private words speak of it: who, what, how many points (negative), on which day, seen by whom as what. */
export interface DeductionView {
  readonly number: number
  readonly who: string
  readonly item: string
  readonly points: number
  readonly deedOn: LocalDate
  readonly seen: string
}

/** 「扣分#1003 马玉芬 乱扔垃圾 -2分」; never said in a room. */
export const deductionLine = (number: number, who: string, item: string, points: number): string =>
  `扣分#${String(number)} ${who} ${item} ${String(points)}分`

const lineOf = ({ number, who, item, points }: DeductionView): string => deductionLine(number, who, item, points)

/** 整改通知书 to the household, in private: what, until when, and how to be heard. */
export const rectificationNotice = ({ number, item, deedOn, seen }: DeductionView, until: LocalDate): string =>
  [
    `整改通知书#${String(number)}：${dayText(deedOn)}${item}，“${excerpt(seen)}”。`,
    `请在${dayText(until)}前改好，改好了不扣分。改好发“${String(number)}整改好了，来复查吧”。`,
    `不是您家的，或有话要说，发“申诉 #${String(number)} 原因”。`,
  ].join('\n')

/** What was seen, and where. */
export const seenAt = (seen: string, place: string): string => `${seen}（${place}）`

/** Receipt to the reviewer who put it forward. */
export const notified = (view: DeductionView, until: LocalDate): string =>
  `${lineOf(view)}：整改通知书已私下送到，${dayText(until)}复查。改好了不扣；没改好要另一户的评议员同意。`

/** Receipt when the household has no contact: somebody has to hand the notice over. */
export const notifyByHand = (view: DeductionView, until: LocalDate): string =>
  `${lineOf(view)}：这户没有绑定微信，请把整改通知当面送到，${dayText(until)}复查。`

/** All that the panel's room reads of it: a number, no name, no deed. */
export const cardSent = (number: number): string => `#${String(number)} 有一件要复查，卡片已私信能审的评议员。`

/** Card to a reviewer on the day of the re-check. */
export const recheckCard = (view: DeductionView, second: boolean): string =>
  [
    `${lineOf(view)} 整改到期，请去看看。`,
    `改好了回“${String(view.number)}不行 改好了”（不扣分）${second ? `；没改好、同意扣，回“${String(view.number)}同意”` : '；没改好请另一户的评议员定'}。`,
  ].join('\n')

/** Card when the household says before the day that it is done. */
export const rectifiedCard = (view: DeductionView, words: string): string =>
  [
    `${lineOf(view)} 这户说整改好了：“${excerpt(words)}”`,
    `看过改好了回“${String(view.number)}不行 改好了”，不扣分；没改好不用回，到期再看。`,
  ].join('\n')

/** Card when the household has something to say before the decision. */
export const hearingCard = (view: DeductionView, words: string): string =>
  [`${lineOf(view)} 这户说：“${excerpt(words)}”`, `说得对就回“${String(view.number)}不行 理由”，不扣分。`].join('\n')

/** Receipt of the household's word. */
export const heardYou = (number: number): string => `#${String(number)}您的话已转给评议员，看过了答复您。`

/** The household learns that nothing is taken. */
export const droppedForYou = ({ number, item }: DeductionView, reason: string | null): string =>
  `#${String(number)} ${item}：${reason ?? '核实过了'}，不扣分。谢谢您家。`

/** Echo to the reviewers of it. */
export const dropped = (view: DeductionView): string => `${lineOf(view)}：不扣了，已告诉这户。`

/** The decision to the household, in private, with its reasons and the time to appeal. */
export const decisionForYou = (view: DeductionView, reason: string, until: LocalDate): string =>
  [
    `扣分决定#${String(view.number)}：${dayText(view.deedOn)}${view.item}，复查没有改好，${reason}，扣${String(-view.points)}分。`,
    `${dayText(until)}前不服发“申诉 #${String(view.number)} 原因”，换没经手的评议员再审；不申诉就入账。`,
  ].join('\n')

/** Echo to the reviewers of it. */
export const decided = (view: DeductionView, until: LocalDate): string => `${lineOf(view)}：已定，私下告诉了这户，申诉到${dayText(until)}。`

/** Card of an appeal to reviewers who have had nothing to do with it. */
export const appealCard = (view: DeductionView, words: string, until: LocalDate): string =>
  [
    `${lineOf(view)} 申诉：“${excerpt(words)}”`,
    `请在${dayText(until)}前回“${String(view.number)}维持 理由”或“${String(view.number)}撤销 理由”。`,
  ].join('\n')

/** Receipt of the appeal. */
export const appealReceived = (number: number, until: LocalDate): string =>
  `#${String(number)}的申诉已收到，先不入账，由没经手的评议员${dayText(until)}前答复您。`

/** The answer when it stands; it is final. */
export const maintainedForYou = ({ number, item }: DeductionView, reason: string | null): string =>
  `#${String(number)} ${item}：申诉核实后维持${reason === null ? '' : `，${reason}`}，按决定入账。还有意见可向乡镇反映。`

/** Echo to the reviewer who answered. */
export const maintained = (view: DeductionView): string => `${lineOf(view)}：申诉已答复，维持。`

/** Tells the household what was booked: never more than was there. */
export const bookedForYou = ({ number, item, points }: DeductionView, taken: number): string =>
  taken === -points
    ? `#${String(number)} ${item}：申诉期满，扣${String(taken)}分已入账。发“明细”可查。`
    : `#${String(number)} ${item}：申诉期满，余额不够，只扣${String(taken)}分，不欠分。发“明细”可查。`

/** Nobody is left who could answer the appeal. */
export const nobodyLeft = (number: number): string => `#${String(number)}的申诉没有“没经手、又不是一户”的评议员可审，请补聘评议员。`

/** What a deduction must name. */
export const deductHow = '扣谁、什么事？比如“给马玉芬扣2分 乱扔垃圾”。'

/** The scheme deducts nothing for it. */
export const noSuchDeduction = (names: readonly string[]): string => `办法里没有这项扣分，能扣的只有：${names.join('、')}。别的请当面劝说。`

/** What was seen must be said. */
export const whatWasSeen = (item: string): string => `“${item}”在哪儿、看到什么？回一句，我写进整改通知书。`

/** The item wants the office's decision, or that or the household's own word. */
export const basisNeeded = (item: string, admission: boolean): string =>
  admission
    ? `“${item}”要有主管部门的决定或本人承认才能扣，回一句是哪份决定或怎么承认的。`
    : `“${item}”要有主管部门的决定才能扣，回一句是哪个单位、哪天的哪份决定；没有就不能扣。`

/** Nobody deducts from their own household. */
export const ownHouseholdDeduction = '不能办自己家的扣分，请别的评议员来提。'

/** It has been put forward already. */
export const underWay = (number: number): string => `这户这一项已有#${String(number)}在整改，不重复发。`

/** The household's limit for this item is used up. */
export const deductionLimit = (limit: string): string => `这一项${limit}，不再扣了。`

/** The day of the re-check has not come. */
export const tooEarly = (number: number, on: LocalDate): string =>
  `#${String(number)}给的期限到${dayText(on)}，到期没改好再定。改好了可以先回“不行 改好了”。`

/** The proposer cannot be the second person. */
export const secondReviewer = (number: number): string => `#${String(number)}是您或您家提的，要另一户的评议员来定。`

/** The appeal is answered with other words. */
export const howToAnswerAppeal = (number: number): string =>
  `#${String(number)}是申诉，请回“${String(number)}维持 理由”或“${String(number)}撤销 理由”。`

/** Who had a part in it does not answer the appeal. */
export const tookPart = (number: number): string => `#${String(number)}您经手过，请没经手的评议员答复。`

/** It is not waiting for this any more. */
export const deductionState = (number: number, state: string): string => `#${String(number)} ${state}，不用再办。什么都没有变。`

/** Where a deduction stands. */
export const deductionStates: Readonly<Record<string, string>> = {
  proposed: '刚提出',
  rectifying: '正在整改',
  decided: '已定，等申诉期满',
  appealed: '申诉中',
  booked: '已入账',
  dropped: '不扣了',
  withdrawn: '已收回',
  reversed: '已冲正',
}

/** The household's own case only. */
export const notYourDeduction = (number: number): string => `#${String(number)}不是您家的。对别人的分有意见发“异议 …”。`

/** The time to appeal is over, or it was answered for good. */
export const appealOver = (number: number): string => `#${String(number)}的申诉期过了，或已经答复过。还有意见可向乡镇反映。`

/** Which of one's own cases is meant? */
export const appealWhat = '对哪一件？写上编号，比如“申诉 #1001 那天我在场”。'

/** The reason kept when a reviewer says that it is mended. */
export const mended = '整改好了'

/** The number is no deduction. */
export const notADeduction = (number: number): string => `#${String(number)}不是在整改的，请再看看编号。`

/** Which one is mended? */
export const whichRectification = (numbers: readonly number[]): string =>
  numbers.length === 0
    ? '没有在整改的，或请写上编号，比如“#1003整改好了”。'
    : `有${String(numbers.length)}件在整改，请写编号，比如“#${String(numbers[0] ?? 1003)}整改好了”。`
