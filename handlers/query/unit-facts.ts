import { dateOf } from '../../models/dates.ts'
import type { Person, Unit } from '../../models/village.ts'
import { personName } from '../../texts/name.ts'
import { unitFacts } from '../../texts/review/panel.ts'
import type { Context } from '../command.ts'

/** Most records counted for a unit's line. */
const MOST = 1000

/** What belongs to a 屯 or 院 besides its households (RA-12): 理事会, 院长, the fixed prize money of the year, its records; empty when there is none. */
export async function factsOf(unit: Unit, { stores, scheme, now }: Pick<Context, 'stores' | 'scheme' | 'now'>): Promise<string> {
  const today = dateOf(now)
  const named = (person: Person) => personName(person, unit, 'villagers')
  const council = await stores.register.holders('council', today, unit.id)
  const [head] = await stores.register.holders('unit-head', today, unit.id)
  const records = await stores.records.list(MOST, unit.id)
  return unitFacts(unit.name, council.map(named), head ? named(head) : null, scheme.units?.prizeFen ?? null, records.length)
}
