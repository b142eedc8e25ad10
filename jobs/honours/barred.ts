import { dateOf } from '../../models/dates.ts'
import type { HonourHolder } from '../../models/honour.ts'
import type { JobContext } from '../job.ts'

/** Holders who are given no honour on the day of the run (RA-3, JZ-6): households under a bar, and the people in them. */
export async function barredOn(kind: HonourHolder, { stores, now }: JobContext): Promise<ReadonlySet<string>> {
  const households = await stores.bars.barred(dateOf(now))
  if (kind === 'household' || households.size === 0) return households
  const people = (await stores.register.people()).filter(({ household }) => household !== null && households.has(household))
  return new Set(people.map(({ id }) => id))
}
