import { addDays, dateOf, type LocalDate } from '../../models/dates.ts'
import { privately, type Reply } from '../../models/reply.ts'
import type { Stores } from '../../models/stores/stores.ts'
import type { Scheme } from '../../rules/scheme.ts'
import { byGroup, tryScheme, type Tried, type TriedDeed } from '../../rules/outlook/trial.ts'
import { dayText } from '../../texts/format.ts'
import * as texts from '../../texts/scheme/trial.ts'

/** Days of a trial: the last twelve months. */
export const trialDays = 365

const approved = ['approved', 'in-notice', 'objected', 'booked']

async function deedsSince(day: LocalDate, { cases }: Stores): Promise<readonly TriedDeed[]> {
  return (await cases.reportsInStates(approved))
    .filter(({ subject, report }) => subject !== null && report.deedOn >= day && report.points !== null)
    .map(({ subject, report }) => {
      const { item, cat, deedOn, quantity, unit, proposed, points, doer } = report
      return { household: subject ?? '', person: doer, item, cat, deedOn, quantity, unit, proposed, points: points ?? 0 }
    })
}

async function toHouseholds(tried: readonly Tried[], since: string, what: string, { register }: Stores): Promise<readonly Reply[]> {
  const replies: Reply[] = []
  for (const one of tried.filter(({ before, after }) => before !== after)) {
    const members = await register.members(one.household)
    const head = (await register.household(one.household))?.head
    const reader = members.find(({ id }) => id === head) ?? members.find(({ minor }) => !minor)
    if (reader) replies.push(privately(reader.id, texts.trialForYou(one, since, what)))
  }
  return replies
}

/** What a trial found: the cadres' table, and a private line for each household whose points would differ. */
export interface Trial {
  readonly table: string
  readonly private: readonly Reply[]
}

/** 试算: replays the last twelve months of approved deeds under a draft; null when there are none. Nothing is booked. */
export async function replayYear(now: Scheme, draft: Scheme, what: string, stores: Stores, at: number): Promise<Trial | null> {
  const since = addDays(dateOf(at), -trialDays)
  const deeds = await deedsSince(since, stores)
  if (deeds.length === 0) return null
  const tried = tryScheme(deeds, now, draft)
  const units = await stores.register.units()
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const unitOf = new Map((await stores.register.households()).map(({ id, unit }) => [id, names.get(unit) ?? '本村']))
  const groups = byGroup(
    tried,
    unitOf,
    units.map(({ name }) => name),
  )
  const day = `${since.slice(0, 4)}年${dayText(since)}`
  return { table: texts.trialForCadres(groups, tried, day, what), private: await toHouseholds(tried, day, what, stores) }
}
