import { daysOf } from '../../models/dates.ts'
import type { Stores } from '../../models/stores/stores.ts'
import type { Conduct, Exception } from '../../rules/honours/grades.ts'

/** What the year's records and resolutions say of each member beside the points (JS-R1, JS-R4). */
export async function conductOfYear(
  period: string,
  lowestByBadRecord: boolean,
  { honours }: Pick<Stores, 'honours'>,
): Promise<(person: string) => Conduct> {
  const { first, last } = daysOf(period)
  const bad = new Set(lowestByBadRecord ? (await honours.badRecords(first, last)).map(({ person }) => person) : [])
  const exceptions = new Map<string, Exception>()
  for (const { person, months } of await honours.exceptions(period.slice(0, 4))) {
    exceptions.set(person, months === null ? { kind: 'exempt' } : { kind: 'months', months })
  }
  return (person) => ({ badRecord: bad.has(person), exception: exceptions.get(person) ?? null })
}
