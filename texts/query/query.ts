import type { LocalDate } from '../../models/dates.ts'
import { signedText, turnoverText, type Telling, type Turnover } from '../amount.ts'
import { dayText, periodText, signed } from '../format.ts'
import { caseLine, type ReportView } from '../report/report.ts'
import { stateText } from '../review/review.ts'

/** What a household has: booked, in notice, pending; the three are never added up (GY-8). */
export interface BalanceView {
  readonly household: string
  /** what the whole household has, where the book is kept by person (YX-1) */
  readonly together: number | null
  /** counts for rank, is not redeemable (PH-1) */
  readonly base: number
  /** other books, each in a few words */
  readonly others: readonly string[]
  readonly booked: number
  readonly honour: number
  readonly inNotice: number
  readonly pending: number
  /** last day of the longest open window */
  readonly until: LocalDate | null
  /** honours, coupons, money and shares of the household, told to it alone (PH-5) */
  readonly benefits: readonly string[]
}

/** Answer to 查分. */
export function balance(view: BalanceView): string {
  const notice =
    view.inNotice === 0 ? '公示中0分' : `公示中${String(view.inNotice)}分${view.until === null ? '' : `（到${dayText(view.until)}）`}`
  return [
    `${view.household}：已入账${String(view.booked)}分，${notice}，待审${String(view.pending)}分。`,
    ...(view.together === null ? [] : [`全家合计${String(view.together)}分。`]),
    ...(view.base === 0 ? [] : [`另有基础分${String(view.base)}分，只参加排名，不兑换。`]),
    ...(view.honour === view.booked ? [] : [`累计荣誉分${String(view.honour)}分。`]),
    ...(view.others.length === 0 ? [] : [`${view.others.join('，')}。`]),
    ...(view.benefits.length === 0 ? [] : [`${view.benefits.join('；')}。`]),
    '看每一笔发“明细”。',
  ].join('\n')
}

/** Another household's public figure. */
export const publicBalance = (household: string, honour: number): string => `${household}：累计${String(honour)}分（已公示入账的）。`

/** A line of a statement. */
export interface StatementView {
  readonly on: LocalDate
  readonly what: string
  readonly amount: number
}

/** Whose statement it is, and what it comes to: earned and redeemed apart (RA-8). */
export interface StatementHead {
  readonly whose: string
  readonly turnover: Turnover
  readonly telling: Telling
}

/** Answer to 明细: a period's booked lines and what is still under way. */
export function statement(
  period: string,
  lines: readonly StatementView[],
  more: number,
  underWay: readonly ReportView[],
  { whose, turnover, telling }: StatementHead,
): string {
  const amount = (points: number) => (telling.fen || telling.unit !== null ? signedText(points, telling) : signed(points))
  const booked = lines.map((line) => `${dayText(line.on)} ${line.what} ${amount(line.amount)}`).join('；')
  const waiting = underWay.map((view) => caseLine(view)).join('；')
  return [
    `${whose}${periodText(period)}明细：${lines.length === 0 ? '还没有入账' : booked}${more > 0 ? `；另有${String(more)}笔` : ''}。`,
    `合计${turnoverText(turnover, telling)}。`,
    ...(underWay.length === 0 ? [] : [`还在办：${waiting}。`]),
    '看别的月发“明细 10月”。',
  ].join('\n')
}

/** One line of a statement as booked. */
export const statementWhat = (number: number | null, deed: string | null, reversal: boolean): string =>
  `${number === null ? '' : `#${String(number)} `}${deed ?? '调整'}${reversal ? '冲正' : ''}`

/** Where a case stands. */
export function status(view: ReportView, state: string, until: LocalDate | null): string {
  const where = stateText[state] ?? state
  const window = state === 'in-notice' && until !== null ? `，到${dayText(until)}，没有异议就入账` : ''
  const hint = state === 'pending' ? '，评议员审了会告诉您' : ''
  return `${caseLine(view)}：${where}${window}${hint}。`
}

/** Where a case stands that is no report. */
export const otherStatus = (number: number, kind: string, state: string): string =>
  `${kind}#${String(number)}：${stateText[state] ?? state}。`

/** Only those concerned may look before the notice. */
export const statusPrivate = (number: number): string => `#${String(number)}还没有公示，只有本人和评议员能看。`

/** One's own latest reports. */
export const statusList = (lines: readonly string[]): string => lines.slice(0, 3).join('\n')

/** Nothing was ever reported. */
export const nothingReported = '您家还没有申报过。做了好事发“报 扫路 2小时”。'

/** The places shown in a ranking. */
export interface RankView {
  readonly place: number
  readonly household: string
  readonly points: number
}

/** Answer to 排名: the top and one's own place, never the last. */
export function ranking(period: string, scope: string, top: readonly RankView[], own: RankView | null): string {
  const list = top.map((row) => `${String(row.place)} ${row.household} ${String(row.points)}分`).join('　')
  return [
    `${periodText(period)}${scope}积分榜：${top.length === 0 ? '还没有入账的积分' : ''}`.replace(/：$/u, '：'),
    ...(top.length === 0 ? [] : [list]),
    ...(own === null ? ['您家这段时间还没有入账的积分。'] : [`您家第${String(own.place)}名，${String(own.points)}分。`]),
  ].join('\n')
}

/** Two households side by side, by their public figures. */
export const comparison = (rows: readonly RankView[]): string =>
  rows.map((row) => `${row.household} ${String(row.points)}分`).join('，') + '（累计荣誉分）。'

/** Nobody is shown as last. */
export const noBottom = '积分榜只看前面的和自家的，不排倒数。'

/** Help, by role; `lines` are the commands' own words. */
export const help = (lines: readonly string[]): string => ['您可以这样说：', ...lines].join('\n')

/** A command that the village does not have yet. */
export const notOpenYet = '这个功能还没有开通。发“帮助”看现在能做什么。'

/** The bot was called but did not understand. */
export const notUnderstood = '没听明白。报事发“报 扫路 2小时”，查分发“查分”，别的发“帮助”。'

/** The bot cannot hear a voice message. */
export const sayInWords = '语音我听不懂。请长按那条语音点“转文字”，再发给我，或者直接打字。'

/** Something broke; nothing is lost and the operator knows. */
export const apology = (id: string): string => `系统出了点问题，这条没有办成，已通知管理员（编号${id}）。请过一会儿再发一次。`

/** Tells the operator about a failure, without anybody's words. */
export const failureNote = (id: string): string => `机器人出错，编号${id}，请看日志。`

/** The village has no such group. */
export const noSuchGroup = (number: number): string => `村里没有${String(number)}组。`

/** A line on hold was not confirmed. */
export const dropped = '好，这条不办了。'

/** Several households have that surname, or none. */
export const whichFamily = (name: string, count: number): string =>
  count === 0 ? `名册里没有“${name}”，请写全名。` : `有${String(count)}户都可以叫“${name}”，请写户主全名。`

/** Only one's own place. */
export const ownPlace = (period: string, scope: string, own: RankView | null): string =>
  own === null
    ? `您家${periodText(period)}还没有入账的积分。`
    : `您家${periodText(period)}在${scope}第${String(own.place)}名，${String(own.points)}分。`

/** Why points were booked or taken, and how to appeal. */
export const whyPoints = (on: LocalDate, what: string, amount: number, reason: string | null, number: number | null): string =>
  [
    `${dayText(on)} ${what} ${signed(amount)}${reason === null ? '' : `：${reason}`}。`,
    amount < 0
      ? `不服发“申诉${number === null ? '' : ` #${String(number)}`} 理由”。`
      : `有不对发“异议${number === null ? '' : ` #${String(number)}`} 理由”。`,
  ].join('\n')

/** A reviewer gave fewer points than were asked for. */
export const whyFewer = (number: number, proposed: number, given: number, reason: string | null): string =>
  `#${String(number)} 报${String(proposed)}分，评议员定${String(given)}分${reason === null ? '' : `：${reason}`}。\n有意见发“异议 #${String(number)} 理由”。`

/** No booked line fits. */
export const nothingLike = (points: number | null, taken: boolean): string =>
  taken
    ? `您家没有扣过${points === null ? '' : String(-points)}分，账上没有这一笔。看每一笔发“明细”。`
    : `没有找到${points === null ? '' : String(points)}分的这一笔。看每一笔发“明细”。`
