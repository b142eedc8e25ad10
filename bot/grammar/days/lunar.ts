import type { LocalDate } from '../../../models/dates.ts'
import { calendar } from './calendar-table.ts'

const TERMS =
  '小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至'.split(' ')

const pad = (value: number): string => String(value).padStart(2, '0')

/** The names of the 24 solar terms, from 小寒 in January to 冬至 in December. */
export const solarTerms: readonly string[] = TERMS

/** The day of a solar term in a civil year, or null outside the table's years. */
export function dayOfTerm(year: number, term: string): LocalDate | null {
  const place = TERMS.indexOf(term)
  const days = calendar[year]?.[1]
  if (place < 0 || days === undefined) return null
  return `${year}-${pad(Math.floor(place / 2) + 1)}-${days.slice(place * 2, place * 2 + 2)}`
}

/** The civil day of a lunar day (month 1–12, leap months are passed over), or null when that year's month has no such day. */
export function dayOfLunar(year: number, month: number, day: number): LocalDate | null {
  const row = calendar[year]?.[0].split(' ')
  const [first, lengths, leap] = row ?? []
  if (first === undefined || lengths === undefined || month < 1 || month > 12) return null
  const leapMonth = Number(leap)
  const index = leapMonth > 0 && month > leapMonth ? month : month - 1
  const long = lengths[index] === '1'
  if (day < 1 || day > (long ? 30 : 29)) return null
  const before = 29 * index + lengths.slice(0, index).replaceAll('0', '').length
  return new Date(Date.UTC(year, Number(first.slice(0, 2)) - 1, Number(first.slice(2)) + before + day - 1)).toISOString().slice(0, 10)
}
