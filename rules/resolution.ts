import { daysBetween, type LocalDate } from '../models/dates.ts'

/** What the record behind a change of the scheme must name (MIN-1): the party organisation's check, its day, the document. */
export const resolutionParts = ['party', 'day', 'document'] as const

/** One thing that such a record must name. */
export type ResolutionPart = (typeof resolutionParts)[number]

const signs: Readonly<Record<ResolutionPart, RegExp>> = {
  party: /党(?:组织|支部|总支|委|小组|员大会)|支委会/u,
  day: /\d{1,2}月\d{1,2}[日号]|\d{4}[-./]\d{1,2}[-./]\d{1,2}/u,
  document: /第? ?\d+ ?号(?!\d|以|前|后|起)|纪要|记录|决议|文件|报告|批复/u,
}

/** What a record of a resolution does not say yet, in order; empty when it is complete (MIN-1). */
export const lackingIn = (text: string): readonly ResolutionPart[] => resolutionParts.filter((part) => !signs[part].test(text))

/** a day beside the words of what was done on it: 12月3日代表会议通过, 党支部12月3日把关 */
const DAY_OF_MEETING = /(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})[日号]?(?=[^,，。;；]{0,12}(?:会|把关|通过|审))/gu

/** The day of a meeting or check that has not come yet; null when there is none. A day without a year is the nearest one, past or to come. */
export function dayToCome(text: string, today: LocalDate): LocalDate | null {
  for (const [, year, month = '', day = ''] of text.matchAll(DAY_OF_MEETING)) {
    const inYear = (of: number): LocalDate => `${String(of)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    const thisYear = Number(today.slice(0, 4))
    const date = inYear(year === undefined ? thisYear : Number(year))
    if (date <= today) continue
    if (year !== undefined || daysBetween(today, date) < daysBetween(inYear(thisYear - 1), today)) return date
  }
  return null
}

/** True for a line that says what a new item is for (MIN-2): 「为了 独居老人吃得上热饭」. */
export const speaksOfProblem = (text: string): boolean => /^(?:是)?(?:为了|为的是|解决|针对|因为).{2,}/u.test(text)

/** True for a line that tells of a resolution, however little of it; anything else said meanwhile is talk, or another command. */
export const speaksOfResolution = (text: string): boolean => signs.party.test(text) || /会议|代表会|纪要|决议/u.test(text)
