import type { LocalDate } from '../../models/dates.ts'
import { dayText, periodText } from '../format.ts'
import type { RankView } from '../query/query.ts'
import { caseLine, type ReportView } from '../report/report.ts'

/** How many cases a list in a room shows before it only counts them. */
const shownInRoom = 15

/** A case of a notice: its window and where it stands now. */
export interface NoticeView {
  readonly view: ReportView
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  readonly standing: 'booked' | 'in-notice' | 'ended' | 'objected'
}

/** The first and last day on which something stays posted. */
export interface Days {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
}

/** A household or person that is no longer in the register. */
export const someHousehold = '一户'

const standingText = { booked: '已入账', 'in-notice': '公示中', ended: '期满待入账', objected: '核实中' } as const satisfies Record<
  NoticeView['standing'],
  string
>

const daysText = ({ firstDay, lastDay }: Days): string => `${dayText(firstDay)}至${dayText(lastDay)}`

const listed = (lines: readonly string[]): readonly string[] => {
  const more = lines.length - shownInRoom
  return more > 0 ? [...lines.slice(0, shownInRoom), `还有${more}件，看自家的发“明细”。`] : lines
}

/** 月榜: the first places of a month. `tied` are households that share a place which does not fit in the list any more. */
export function monthRanking(period: string, top: readonly RankView[], tied: { households: number; points: number } | null): string {
  return [
    `${periodText(period)}积分榜（当月入账）：`,
    ...top.map(({ place, household, points }) => `${place} ${household} ${points}分`),
    ...(tied ? [`${top.length === 0 ? '' : '其后'}${tied.households}户并列，各${tied.points}分。`] : []),
    '谢谢各家。看自家的发“排名”。',
  ].join('\n')
}

/** 月榜 of a month in which nothing was booked. */
export const nothingBooked = (period: string, inNotice: number): string =>
  `${periodText(period)}积分榜：当月还没有入账的积分${inNotice > 0 ? `，正在公示的有${inNotice}件，期满没有异议就入账` : ''}。`

/** 公示: what stood in notice during a month or quarter, how long this posting stays, and how to object. */
export function periodNotice(period: string, cases: readonly NoticeView[], dropped: number, posted: Days, deductions = 0): string {
  return [
    `${periodText(period)}积分公示，共${cases.length}件：`,
    ...listed(cases.map((entry) => `${caseLine(entry.view)} ${daysText(entry)} ${standingText[entry.standing]}`)),
    ...(dropped > 0 ? [`另有${dropped}件核实后已冲正。`] : []),
    ...(deductions > 0 ? [`扣分${deductions}件（已整改、申诉期满）。`] : []),
    `本公示${daysText(posted)}。对哪一件有异议，发“异议 #编号 原因”，也可向乡镇反映。`,
  ].join('\n')
}

/** 公示 of a quarter in which nothing stood in notice. */
export const emptyNotice = (period: string): string => `${periodText(period)}积分公示：这段时间没有新公示的积分。有疑问发“异议 …”。`

/** 年公示 in figures: what was booked in a year, for how many households, what was taken back, and how many deductions there were. */
export const yearNotice = (
  period: string,
  year: {
    readonly awards: number
    readonly points: number
    readonly households: number
    readonly reversed: number
    readonly deductions: number
  },
  posted: Days,
): string =>
  [
    `${periodText(period)}积分公示：入账${year.awards}件、${year.points}分，${year.households}户有积分。`,
    ...(year.reversed > 0 || year.deductions > 0 ? [`其中冲正${year.reversed}件，扣分${year.deductions}件。`] : []),
    `自家的每一笔发“明细 ${period}年”。本公示${daysText(posted)}，有异议发“异议 #编号 原因”，也可向乡镇反映。`,
  ].join('\n')

/** 公示期满: what was booked because nobody objected. */
export const noticesClosed = (views: readonly ReportView[]): string =>
  [`公示期满、没有异议，入账${views.length}件：`, ...listed(views.map(caseLine)), '查自家的发“查分”。'].join('\n')

/** Tells the operator which cases could not be booked, so that none waits unseen. */
export const notBooked = (numbers: readonly number[]): string =>
  `公示期满但没能入账：${numbers.map((number) => `#${number}`).join('、')}。明天会再试，请看日志或找技术支持。`

/** Tells the operator that the ledger does not check out. */
export const ledgerBroken = (problems: number, checkedTo: number): string =>
  `台账核对发现${problems}处不符（核到第${checkedTo}笔）。请先不要兑换，保留数据文件，联系技术支持。`
