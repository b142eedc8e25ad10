import { z } from 'zod'
import { addDays, dateOf, instantOf, type LocalDate } from '../models/dates.ts'
import type { Reply } from '../models/reply.ts'
import type { Stores } from '../models/stores/stores.ts'
import { toldAt, unaskedFrom, unaskedMost } from '../rules/deadlines.ts'
import { asWritten, deliver, type Wording } from './outbox/deliver.ts'

/** Under which a village keeps how many lines a room is told unasked, by room and day. */
const setting = 'unasked-lines'

const counted = z.record(z.string(), z.record(z.string(), z.number()))

type Counted = Record<string, Record<LocalDate, number>>

async function countedSince(today: LocalDate, { village }: Stores): Promise<Counted> {
  const kept = await village.setting(setting)
  if (kept === null || kept === '') return {}
  const rooms = Object.entries(counted.parse(JSON.parse(kept)))
  return Object.fromEntries(rooms.map(([room, days]) => [room, Object.fromEntries(Object.entries(days).filter(([day]) => day >= today))]))
}

/** The instant (UTC ms) at which a room has room for one more line: at once, in the morning, or on a later day when this one is full. */
function placeFor(room: string, wanted: number, counts: Counted): number {
  const days = (counts[room] ??= {})
  let at = wanted
  while ((days[dateOf(at)] ?? 0) >= unaskedMost) at = instantOf(addDays(dateOf(at), 1), unaskedFrom)
  days[dateOf(at)] = (days[dateOf(at)] ?? 0) + 1
  return at
}

/**
 * Puts lines that nobody has asked for into the outbox: none in a room at night, and at most eight a day there; what is more waits
 * for the next morning, in order. Within the unit that decided them.
 */
export async function deliverUnasked(
  stores: Stores,
  replies: readonly Reply[],
  cause: string,
  now: number,
  wording: Wording = asWritten,
): Promise<void> {
  if (!replies.some(({ to }) => to === 'room')) return deliver(stores, replies, cause, null, wording)
  const { training } = await stores.village.get()
  const counts = await countedSince(dateOf(now), stores)
  const timed = replies.map((reply): Reply => {
    if (reply.to !== 'room') return reply
    const at = placeFor(reply.room, Math.max(reply.notBefore ?? 0, toldAt(now, training)), counts)
    return at <= now ? reply : { ...reply, notBefore: at }
  })
  await stores.village.setSetting(setting, JSON.stringify(counts))
  return deliver(stores, timed, cause, null, wording)
}
