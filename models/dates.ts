import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc.js'

dayjs.extend(utc)

/** A calendar day in the village, `YYYY-MM-DD`; never a moment. */
export type LocalDate = string

/** The village's clock is Beijing time all year round. */
const OFFSET_HOURS = 8

const at = (instant: number) => dayjs(instant).utcOffset(OFFSET_HOURS)

/** The village day on which an instant (UTC ms) falls. */
export const dateOf = (instant: number): LocalDate => at(instant).format('YYYY-MM-DD')

/** The village's time of day of an instant, `HH:mm`. */
export const timeOf = (instant: number): string => at(instant).format('HH:mm')

/** The instant (UTC ms) of a time of day `HH:mm` on a village day. */
export const instantOf = (date: LocalDate, time = '00:00'): number =>
  dayjs.utc(`${date}T${time}:00`).subtract(OFFSET_HOURS, 'hour').valueOf()

/** The day `days` after (or, negative, before) a day. */
export const addDays = (date: LocalDate, days: number): LocalDate => dayjs.utc(date).add(days, 'day').format('YYYY-MM-DD')

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayjs.utc(to).diff(dayjs.utc(from), 'day')

/** True when the text names a day that exists, `YYYY-MM-DD`. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && dayjs.utc(text).isValid() && dayjs.utc(text).format('YYYY-MM-DD') === text

/** The day of the week, 0 = Sunday. */
export const weekdayOf = (date: LocalDate): number => dayjs.utc(date).day()

/** The month a day belongs to, `YYYY-MM`. */
export const monthOf = (date: LocalDate): string => date.slice(0, 7)

/** The quarter a day belongs to, `YYYYQn`. */
export const quarterOf = (date: LocalDate): string => `${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`

/** The half-year a day belongs to, `YYYYH1` or `YYYYH2`. */
export const halfOf = (date: LocalDate): string => `${date.slice(0, 4)}H${date.slice(5, 7) <= '06' ? '1' : '2'}`

/** The first and last day of a period: `2026`, `2026H2`, `2026Q4`, `2026-11` or a day itself. */
export function daysOf(period: string): { readonly first: LocalDate; readonly last: LocalDate } {
  const half = /^(\d{4})H([12])$/.exec(period)
  if (half) {
    const year = half[1] ?? ''
    return half[2] === '1' ? { first: `${year}-01-01`, last: `${year}-06-30` } : { first: `${year}-07-01`, last: `${year}-12-31` }
  }
  const quarter = /^(\d{4})Q([1-4])$/.exec(period)
  if (quarter) {
    const first = dayjs.utc(`${quarter[1] ?? ''}-01-01`).add((Number(quarter[2]) - 1) * 3, 'month')
    return { first: first.format('YYYY-MM-DD'), last: first.add(3, 'month').subtract(1, 'day').format('YYYY-MM-DD') }
  }
  if (/^\d{4}$/.test(period)) return { first: `${period}-01-01`, last: `${period}-12-31` }
  if (/^\d{4}-\d{2}$/.test(period)) {
    return { first: `${period}-01`, last: dayjs.utc(`${period}-01`).endOf('month').format('YYYY-MM-DD') }
  }
  return { first: period, last: period }
}
