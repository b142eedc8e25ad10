import type { LocalDate } from '../../../models/dates.ts'
import type { DateSpan } from './periods.ts'
import { dayOfLunar, dayOfTerm, solarTerms } from './lunar.ts'

/** Festivals by lunar month and day; a negative month is a civil month. */
const FESTIVALS: Readonly<Record<string, readonly [number, number]>> = {
  大年初一: [1, 1],
  春节: [1, 1],
  元宵节: [1, 15],
  元宵: [1, 15],
  二月二: [2, 2],
  龙抬头: [2, 2],
  三月三: [3, 3],
  端午节: [5, 5],
  端午: [5, 5],
  五月五: [5, 5],
  七夕: [7, 7],
  七月半: [7, 15],
  中元节: [7, 15],
  中秋节: [8, 15],
  中秋: [8, 15],
  八月十五: [8, 15],
  重阳节: [9, 9],
  重阳: [9, 9],
  九月九: [9, 9],
  寒衣节: [10, 1],
  十月一: [10, 1],
  腊八节: [12, 8],
  腊八: [12, 8],
  小年: [12, 23],
  国庆节: [-10, 1],
  国庆: [-10, 1],
  元旦: [-1, 1],
  劳动节: [-5, 1],
  五一: [-5, 1],
  妇女节: [-3, 8],
  三八节: [-3, 8],
  植树节: [-3, 12],
  七一: [-7, 1],
  建党节: [-7, 1],
  八一: [-8, 1],
  建军节: [-8, 1],
  儿童节: [-6, 1],
  六一: [-6, 1],
  教师节: [-9, 10],
}

const NAMES = Object.keys(FESTIVALS).sort((a, b) => b.length - a.length)
const FIRST = new Set(NAMES.map((name) => name[0]))
const TERM_FIRST = new Set(solarTerms.map((name) => name[0]))

const pad = (value: number): string => String(value).padStart(2, '0')

/** The last of some days up to today, and the first from today on. */
export function nearest(dates: readonly LocalDate[], today: LocalDate): { readonly past: LocalDate; readonly next: LocalDate } {
  const sorted = [...dates].sort()
  const past = sorted.filter((date) => date <= today).at(-1) ?? sorted[0] ?? today
  const next = sorted.find((date) => date >= today) ?? sorted.at(-1) ?? today
  return { past, next }
}

const around = (today: LocalDate): readonly number[] => {
  const year = Number(today.slice(0, 4))
  return [year - 1, year, year + 1]
}

const known = (date: LocalDate | null): date is LocalDate => date !== null

/** A lunar day of a named month, or of any month when `month` is null: the nearest before and after today. */
export function lunarDays(month: number | null, day: number, length: number, today: LocalDate): DateSpan | null {
  const months = month === null ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : [month]
  const dates = around(today)
    .flatMap((year) => months.map((each) => dayOfLunar(year, each, day)))
    .filter(known)
  return dates.length === 0 ? null : { length, ...nearest(dates, today) }
}

/** A solar term (立冬, 霜降那天) at a place of a line. */
export function termDays(text: string, at: number, today: LocalDate): DateSpan | null {
  if (!TERM_FIRST.has(text[at] ?? '')) return null
  const term = solarTerms.find((name) => text.startsWith(name, at))
  if (term === undefined || (/小雪|大雪|雨水|小满|大暑|谷雨/.test(term) && !/^(?:节|那|当|这|过)/.test(text.slice(at + 2)))) return null
  const dates = around(today)
    .map((year) => dayOfTerm(year, term))
    .filter(known)
  return dates.length === 0 ? null : { length: 2, ...nearest(dates, today) }
}

/** A festival by its name (重阳, 国庆节) at a place of a line. */
export function festivalDays(text: string, at: number, today: LocalDate): DateSpan | null {
  if (!FIRST.has(text[at] ?? '')) return null
  const name = NAMES.find((each) => text.startsWith(each, at))
  const [month, day] = FESTIVALS[name ?? ''] ?? []
  if (name === undefined || month === undefined || day === undefined) return null
  if (/^[号日]|^[0-9十二三五六七八九]/.test(text.slice(at + name.length))) return null
  if (month > 0) return lunarDays(month, day, name.length, today)
  const dates = around(today).map((year) => `${year}-${pad(-month)}-${pad(day)}`)
  return { length: name.length, ...nearest(dates, today) }
}
