import { dateOf, isDate, type LocalDate } from '../../models/dates.ts'

const two = (text: string | undefined): string => (text ?? '').padStart(2, '0')

/** The day behind a word in a line: 「从12月1日」, `到2027-12-31`; without a year the nearest coming one. Null when none is said. */
export function comingDay(line: string, word: string, now: number): LocalDate | null {
  const hit = new RegExp(`${word}[ :]?(?:(\\d{4})[-年.])?(\\d{1,2})[-月.](\\d{1,2})日?`, 'u').exec(line)
  if (!hit) return null
  const today = dateOf(now)
  const inYear = (year: string) => `${year}-${two(hit[2])}-${two(hit[3])}`
  const said = hit[1] === undefined ? inYear(today.slice(0, 4)) : inYear(hit[1])
  const day = hit[1] === undefined && said < today ? inYear(String(Number(today.slice(0, 4)) + 1)) : said
  return isDate(day) ? day : null
}
