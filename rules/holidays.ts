import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { LocalDate } from '../models/dates.ts'
import { addDays, daysBetween, isDate, weekdayOf } from '../models/dates.ts'

const date = z.string().refine(isDate)
const span = z.strictObject({ name: z.string(), from: date, to: date, work: z.array(date).default([]) })
const yearly = z.strictObject({ published: z.boolean(), source: z.string(), holidays: z.array(span) })
const calendar = z.record(z.string().regex(/^\d{4}$/), yearly)

/** 法定节假日: days off and make-up working days; `published` are the years whose arrangement the State Council has published. */
export interface Holidays {
  readonly off: ReadonlySet<LocalDate>
  readonly work: ReadonlySet<LocalDate>
  readonly published: ReadonlySet<string>
}

const daysOfSpan = (from: LocalDate, to: LocalDate): readonly LocalDate[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))

function readHolidays(): Holidays {
  const years = calendar.parse(parse(readFileSync(new URL('./calendar/holidays.yaml', import.meta.url), 'utf8')))
  const spans = Object.values(years).flatMap((year) => year.holidays)
  return {
    off: new Set(spans.flatMap(({ from, to }) => daysOfSpan(from, to))),
    work: new Set(spans.flatMap(({ work }) => work)),
    published: new Set(Object.keys(years).filter((year) => years[year]?.published)),
  }
}

/** The holiday table that comes with the product. */
export const holidays: Holidays = readHolidays()

/** True on a day off of a statutory holiday. */
export const isHoliday = (table: Holidays, day: LocalDate): boolean => table.off.has(day)

/** True on Monday to Friday outside holidays, and on make-up working days. */
export function isWorkingDay(table: Holidays, day: LocalDate): boolean {
  if (table.work.has(day)) return true
  const weekday = weekdayOf(day)
  return !table.off.has(day) && weekday !== 0 && weekday !== 6
}
