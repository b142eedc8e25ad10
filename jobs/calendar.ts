import { addDays, dateOf, daysBetween, halfOf, instantOf, type LocalDate, monthOf, quarterOf, weekdayOf } from '../models/dates.ts'
import type { JobSlot } from '../models/job.ts'

/** When a job is due, for ever: its slots are the same whenever one asks. */
export interface Schedule {
  /** the slots due after one instant (UTC ms) and not after another, oldest first */
  slotsBetween(after: number, upTo: number): readonly JobSlot[]
  /** the first slot due after an instant (UTC ms) */
  next(after: number): JobSlot
}

/** A stretch of the calendar that comes again and again, counted from any beginning. */
interface Rhythm {
  /** the number of the stretch a day lies in */
  numberOf(date: LocalDate): number
  /** the day on which the job is due in a stretch */
  dueIn(number: number): LocalDate
  /** what the run of a day is for */
  periodOf(due: LocalDate): string
}

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/

/** Throws `RangeError` when the time is none. */
function schedule({ numberOf, dueIn, periodOf }: Rhythm, time: string): Schedule {
  if (!clockTime.test(time)) throw new RangeError(`no time of day: ${time}`)

  const slotIn = (number: number): JobSlot => {
    const day = dueIn(number)
    return { period: periodOf(day), due: instantOf(day, time) }
  }

  function* slotsAfter(after: number): Generator<JobSlot, never> {
    for (let number = numberOf(dateOf(after)); ; number += 1) {
      const slot = slotIn(number)
      if (slot.due > after) yield slot
    }
  }

  return {
    slotsBetween(after, upTo) {
      const slots: JobSlot[] = []
      for (const slot of slotsAfter(after)) {
        if (slot.due > upTo) break
        slots.push(slot)
      }
      return slots
    },
    next: (after) => slotsAfter(after).next().value,
  }
}

const someMonday = '2024-01-01'

/** The ISO week a day belongs to, `2026-W47`: Monday to Sunday, of the year its Thursday lies in. */
function weekOf(date: LocalDate): string {
  const thursday = addDays(date, 4 - (weekdayOf(date) || 7))
  const year = thursday.slice(0, 4)
  const week = 1 + Math.floor(daysBetween(`${year}-01-01`, thursday) / 7)
  return `${year}-W${String(week).padStart(2, '0')}`
}

const monthNumber = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1

const firstOfMonth = (number: number): LocalDate =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}-01`

/** A day of a month; the last one when the month has fewer. */
const dayOfMonth = (number: number, day: number): LocalDate => {
  const wanted = addDays(firstOfMonth(number), day - 1)
  return monthNumber(wanted) === number ? wanted : addDays(firstOfMonth(number + 1), -1)
}

function mustLieIn(day: number, first: number, last: number): void {
  if (!Number.isInteger(day) || day < first || day > last) throw new RangeError(`no day from ${first} to ${last}: ${day}`)
}

/** On the first day of a stretch one looks back at the stretch that has just ended; on any other day at the running one. */
const periodSeenFrom = (due: LocalDate, isFirst: boolean): LocalDate => (isFirst ? addDays(due, -1) : due)

/** Every day; the period is that day. */
export const daily = (time: string): Schedule =>
  schedule(
    { numberOf: (date) => daysBetween(someMonday, date), dueIn: (number) => addDays(someMonday, number), periodOf: (due) => due },
    time,
  )

/** Once a week, 1 = Monday … 7 = Sunday; the period is an ISO week, on Mondays the past one. Throws `RangeError` for other days. */
export function weekly(weekday: number, time: string): Schedule {
  mustLieIn(weekday, 1, 7)
  return schedule(
    {
      numberOf: (date) => Math.floor(daysBetween(someMonday, date) / 7),
      dueIn: (number) => addDays(someMonday, number * 7 + weekday - 1),
      periodOf: (due) => weekOf(periodSeenFrom(due, weekday === 1)),
    },
    time,
  )
}

/** Once a month; a day the month lacks is its last. The period is a month, on the 1st the past one. Throws `RangeError` for other days. */
export function monthly(day: number, time: string): Schedule {
  mustLieIn(day, 1, 31)
  return schedule(
    {
      numberOf: monthNumber,
      dueIn: (number) => dayOfMonth(number, day),
      periodOf: (due) => monthOf(periodSeenFrom(due, day === 1)),
    },
    time,
  )
}

/** Once a quarter, on a day of its first month; the period is a quarter, on the 1st the past one. Throws `RangeError` for other days. */
export function quarterly(day: number, time: string): Schedule {
  mustLieIn(day, 1, 31)
  return schedule(
    {
      numberOf: (date) => Math.floor(monthNumber(date) / 3),
      dueIn: (number) => dayOfMonth(number * 3, day),
      periodOf: (due) => quarterOf(periodSeenFrom(due, day === 1)),
    },
    time,
  )
}

/** Twice a year, on a day of January and July; the period is a half-year, on the 1st the past one. Throws `RangeError` for other days. */
export function halfYearly(day: number, time: string): Schedule {
  mustLieIn(day, 1, 31)
  return schedule(
    {
      numberOf: (date) => Math.floor(monthNumber(date) / 6),
      dueIn: (number) => dayOfMonth(number * 6, day),
      periodOf: (due) => halfOf(periodSeenFrom(due, day === 1)),
    },
    time,
  )
}

/** Once a year, on a day of a month; the period is a year, on 1 January the past one. Throws `RangeError` for other days. */
export function yearly(month: number, day: number, time: string): Schedule {
  mustLieIn(month, 1, 12)
  mustLieIn(day, 1, 31)
  return schedule(
    {
      numberOf: (date) => Number(date.slice(0, 4)),
      dueIn: (number) => dayOfMonth(number * 12 + month - 1, day),
      periodOf: (due) => periodSeenFrom(due, month === 1 && day === 1).slice(0, 4),
    },
    time,
  )
}
