import { addDays, dateOf, instantOf, timeOf, type LocalDate } from '../models/dates.ts'

/** How many whole days a report may wait for review before the reviewers, a substitute, and the supervisors hear of it (design §3.4). */
export const reviewWaits = { remind: 3, substitute: 7, supervisors: 14 } as const

/** How many days a report that was returned waits for what is missing, counted from the last reminder (design §3.4). */
export const returnedDays = 30

/** How many days before it lapses the villager is reminded of what a returned report lacks. */
export const returnedNotice = 10

/** How many days a proposal waits for its second person before it lapses. */
export const proposalDays = 14

/** How many days a binding request waits before the bookkeeper is reminded of it. */
export const bindingWait = 2

/** How many hours the first person's wish to pause waits for the second person's. */
export const pauseAskedHours = 24

/** At night nobody is written to unasked: what is done between evening and morning is told at eight. */
const quietHours = { from: '21:00', told: '08:00' } as const

/** Most lines a day that the bot says in a room without being asked (design §2); the next one waits for the morning. */
export const unaskedMost = 8

/** When a line that waited for another day is said. */
export const unaskedFrom = quietHours.told

/** The instant (UTC ms) after which something due within `days` whole days is late: 24:00 of the last one. */
export const dueAfter = (from: LocalDate, days: number): number => instantOf(addDays(from, days + 1))

/** When an unasked line of `now` may be said: at once by day, else in the morning; a training village never sleeps. */
export function toldAt(now: number, training: boolean): number {
  const time = timeOf(now)
  if (training || (time >= quietHours.told && time < quietHours.from)) return now
  return instantOf(time < quietHours.told ? dateOf(now) : addDays(dateOf(now), 1), quietHours.told)
}

/** After how many days the reviewers are asked again to look whether a household has mended things. */
export const recheckReminderDays = 3
