import type { LocalDate } from '../models/dates.ts'
import { addDays, daysBetween, instantOf, isDate } from '../models/dates.ts'
import type { Holidays } from './holidays.ts'
import { isHoliday, isWorkingDay } from './holidays.ts'
import type { Scheme } from './scheme.ts'

/** A window of whole days: its first and last day and the instant (UTC ms) it ends, 24:00 of the last day. */
export interface DayWindow {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  readonly endsAt: number
}

function nextWorkingDay(day: LocalDate, holidays: Holidays): LocalDate {
  const next = addDays(day, 1)
  return isWorkingDay(holidays, next) ? next : nextWorkingDay(next, holidays)
}

/**
 * 公示窗口: day 1 is the day after approval, the window ends at 24:00 of day `days`;
 * when that is a statutory holiday, at 24:00 of the next working day.
 */
export function noticeWindow(approvedOn: LocalDate, days: number, holidays: Holidays): DayWindow {
  const due = addDays(approvedOn, days)
  const lastDay = isHoliday(holidays, due) ? nextWorkingDay(due, holidays) : due
  return { firstDay: addDays(approvedOn, 1), lastDay, endsAt: instantOf(addDays(lastDay, 1)) }
}

/** Whether a deed of a day can be reported today: `too-old` when it is more than the scheme's window of days ago. */
export function deedDate(
  date: string,
  today: LocalDate,
  scheme: Pick<Scheme, 'reportWindowDays'>,
): 'ok' | 'future' | 'too-old' | 'impossible' {
  if (!isDate(date)) return 'impossible'
  const age = daysBetween(date, today)
  if (age < 0) return 'future'
  return age > scheme.reportWindowDays ? 'too-old' : 'ok'
}
