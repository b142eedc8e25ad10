import { isDate } from '../../models/dates.ts'

const BEIJING_MS = 8 * 3_600_000
const pattern = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/
const spanMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

/** The instant (UTC ms) of an ISO text; without zone it is Beijing time, a bare day is its midnight. Undefined when it is none. */
export function instantFrom(text: string): number | undefined {
  const [, date, time = '00:00', zone = '+08:00'] = pattern.exec(text) ?? []
  if (date === undefined || !isDate(date)) return undefined
  const instant = Date.parse(`${date}T${time}${zone}`)
  return Number.isNaN(instant) ? undefined : instant
}

/** The length (ms) of a span like `30m`, `12h`, `3d`; undefined when it is none. */
export function spanFrom(text: string): number | undefined {
  const [, count, unit = ''] = /^(\d{1,9})([mhd])$/.exec(text) ?? []
  const ms = spanMs[unit]
  return count === undefined || ms === undefined ? undefined : Number(count) * ms
}

/** An instant (UTC ms) as ISO text in Beijing time: `2026-11-22T10:00:00.000+08:00`. */
export const isoOf = (instant: number): string => new Date(instant + BEIJING_MS).toISOString().replace('Z', '+08:00')
