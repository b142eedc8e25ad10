import { dateOf } from '../../models/dates.ts'
import { privately, type Reply } from '../../models/reply.ts'
import type { Stores } from '../../models/stores/stores.ts'

/** One private line to each person who keeps the machine on the day of `now`. */
export async function tellOperators(stores: Stores, now: number, text: string): Promise<readonly Reply[]> {
  const operators = await stores.register.holders('operator', dateOf(now))
  return operators.map(({ id }) => privately(id, text))
}
