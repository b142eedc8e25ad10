import { caseLine, type ReportView } from '../report/report.ts'

/** 月底存入, in the party members' room. */
export const deposited = (views: readonly ReportView[]): string =>
  [`本月存入${String(views.length)}件：`, ...views.map(caseLine)].join('\n')

/** The same to the member. */
export const depositedForYou = (view: ReportView): string => `${caseLine(view)} 已存入您的存折。查自己的发“查分”。`

/** A ranking of a book that never stands before all: in the room of those whom it is about. */
export const memberRanking = (period: string, book: string, rows: readonly { place: number; who: string; points: number }[]): string =>
  [
    rows.length === 0 ? `${period}${book}还没有入账的积分。` : `${period}${book}排名：`,
    ...rows.map(({ place, who, points }) => `${String(place)} ${who} ${String(points)}分`),
  ].join('\n')

/** Its rankings are read in another room. */
export const notInThisRoom = (book: string): string => `“${book}”只在党员干部群公布，不在村民群发。`
