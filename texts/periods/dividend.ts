import type { LocalDate } from '../../models/dates.ts'
import type { Dividend } from '../../models/share.ts'
import { dayText, moneyText } from '../format.ts'

/** What cadres see of a dividend before they decide on it. */
export interface DividendView {
  readonly title: string
  readonly year: string
  readonly fen: number
  readonly points: number
  readonly households: number
  readonly all: number
  readonly largest: { readonly who: string; readonly points: number; readonly fen: number }
  /** what one point is worth before remainders, in 1/100 of a fen, floored */
  readonly perPoint: number
  readonly sum: number
}

const perPointText = (hundredths: number): string => `${(hundredths / 10_000).toFixed(4)}元`

/** Preview in the cadres' room: how many households, points, what a point is worth, the largest part, the sum. */
export const preview = (view: DividendView): string =>
  [
    `${view.year}年${view.title}试算：奖金池${moneyText(view.fen)}，${String(view.all)}户中${String(view.households)}户有份，共${String(view.points)}分，每分约${perPointText(view.perPoint)}。`,
    `最多的${view.largest.who} ${String(view.largest.points)}分 ${moneyText(view.largest.fen)}；合计${moneyText(view.sum)}，一分钱不差。股份那一栏不动。`,
    '要交第二个人确认吗？回“是”或“不是”。',
  ].join('\n')

/** The two answers to it. */
export const [submit, notNow] = ['是', '不是'] as const

/** What the proposal would do. */
export const dividendText = (view: Pick<DividendView, 'title' | 'year' | 'fen' | 'households' | 'points'>, resolution: string): string =>
  `${view.year}年${view.title}${moneyText(view.fen)}按积分分给${String(view.households)}户（共${String(view.points)}分），依据${resolution}`

/** The resolution by which a pool is paid. */
export const resolutionText = ({ on, body, document }: { readonly on: string; readonly body: string; readonly document: string }): string =>
  `${on}${body}决议（${document}）`

/** Notice to the villagers: the pool, not anybody's part. */
export const dividendNotice = (
  view: Pick<DividendView, 'title' | 'year' | 'fen' | 'households' | 'points' | 'perPoint'>,
  number: number,
  resolution: string,
  window: { readonly firstDay: LocalDate; readonly lastDay: LocalDate },
): string =>
  [
    `分配方案公示#${String(number)}：${view.year}年${view.title}${moneyText(view.fen)}，按积分分给${String(view.households)}户（共${String(view.points)}分，每分约${perPointText(view.perPoint)}），依据${resolution}。集体收益的股份分红另算，不受积分影响。`,
    `各户自己的数已私信户主。公示${dayText(window.firstDay)}至${dayText(window.lastDay)}，有意见发“异议 #${String(number)} 原因”，也可向乡镇反映。`,
  ].join('\n')

/** One's own part, in private, while it stands in notice. */
export const partForYou = (title: string, year: string, points: number, fen: number, lastDay: LocalDate): string =>
  `您家${year}年${String(points)}分，${title}${moneyText(fen)}，公示到${dayText(lastDay)}，没有异议就记到您家名下。发“查分”可看。`

/** One's own part when it is booked. */
export const partBooked = (title: string, year: string, fen: number): string => `您家${year}年${title}${moneyText(fen)}已记到您家名下。`

/** Echo to the cadres when a dividend is booked. */
export const dividendBooked = (title: string, year: string, households: number, fen: number): string =>
  `${year}年${title}公示期满，${String(households)}户共${moneyText(fen)}已入账，请按名册发放。`

/** Tells the cadres that objections hold the booking up. */
export const dividendWaits = (number: number, objections: readonly number[]): string =>
  `分配方案#${String(number)}还有异议没有答复（${objections.map((one) => `#${String(one)}`).join('、')}），先不入账。`

/** Dividends are previewed where only cadres read. */
export const inCadresRoom = '分红试算请在干部群或私聊里发。'

/** The scheme has no pool. */
export const noPool = '本村办法里没有奖金池（pools），不能按积分分奖金。'

/** The practice is off, with the reason against it. */
export const practiceOff = (reason: string): string =>
  `本村没有打开“按积分分奖金”：${reason}。要开，先开会决议，把决议（日期、会议、结果、文件）写进办法。`

/** How much is the pool? */
export const howMuch = '奖金池多少钱？比如“分红按积分测算，奖金池8万”。'

/** The pool is no whole number of fen within what one entry may hold. */
export const poolOutOfRange = (most: number): string => `奖金池要在1分到${moneyText(most)}之间，请再写一次。`

/** Nobody has points to divide by. */
export const nobodyHasPoints = (year: string): string => `${year}年还没有可以参加分配的积分。`

/** The year's dividend of the pool is there already. */
export const alreadyThere = (title: string, year: string, number: number): string =>
  `${year}年的${title}已经有分配方案#${String(number)}，不重复分。`

/** Since the proposal the points have changed: it is calculated anew. */
export const changedSince = '提出以后积分有变动，合计对不上，请重新测算一次。'

/** 查分: money of reward pools. */
export const dividendLine = (title: string, year: string, fen: number, booked: boolean): string =>
  `${year}年${title}${moneyText(fen)}${booked ? '' : '（公示中）'}`

/** 查分: shares, which points never change. */
export const shareLine = (thousandths: number): string => `股份${String(thousandths / 1000)}股（积分不影响）`

/** No plan stands in notice. */
export const nothingInNotice = '现在没有在公示的分配方案。'

/** A plan was taken down. */
export const dividendStopped = (title: string, year: string, number: number): string =>
  `${year}年${title}的分配方案#${String(number)}撤回，不入账；改好以后重新公示，期限重新算。`

/** Whether words are about a dividend. */
export const isAboutDividend = (words: string): boolean => /分红|奖金|分配/u.test(words)

/** A plan in a line, as the panel reads it. */
export const planLine = ({ number, year, title, fen }: Pick<Dividend, 'number' | 'year' | 'title' | 'fen'>): string =>
  `分配方案#${String(number)} ${year}年${title}${moneyText(fen)}`

/** The answer to the objector when the plan was taken down. */
export const planTakenDownForYou = (objection: number, number: number, reason: string): string =>
  `异议#${String(objection)}：核实后分配方案#${String(number)}撤回（${reason}），不入账；改好以后重新公示，期限重新算。`

/** Tells the cadres that a plan was taken down after an objection, and what comes next. */
export const planToRedo = (number: number, objection: number, reason: string): string =>
  `分配方案#${String(number)}因异议#${String(objection)}撤回：${reason}。积分有错先改积分，改好再发“分红按积分测算，奖金池…”，重新公示。`
