import type { Household, Person, Unit } from '../../models/village.ts'
import type { Context } from '../command.ts'
import { personNamed } from '../people.ts'

/** Everybody of the register whose name or by-name stands in the line; two of one name are asked about by group. */
export async function peopleIn({ stores, line, reading }: Pick<Context, 'stores' | 'line' | 'reading'>): Promise<readonly Person[]> {
  const names = new Set((await stores.register.people()).flatMap(({ name, called }) => [name, ...called]))
  const said = [...names].filter((name) => name.length > 1 && line.includes(name))
  // 李长 is no name where 李长顺 stands
  const whole = said.filter((name) => !said.some((other) => other !== name && other.includes(name)))
  const found: Person[] = []
  for (const name of whole.toSorted((one, other) => line.indexOf(one) - line.indexOf(other))) {
    const { person } = await personNamed(stores, name, reading.settled)
    if (!found.some(({ id }) => id === person.id)) found.push(person)
  }
  return found
}

/** The households a line names: by number (20号户), or by somebody of theirs. */
export async function householdsIn(context: Pick<Context, 'stores' | 'line' | 'reading'>): Promise<readonly Household[]> {
  const { stores, line } = context
  const all = await stores.register.households()
  const numbers = [...line.matchAll(/(\d{1,5})号?户/gu)].map(([, number]) => Number(number))
  const byNumber = all.filter(({ number }) => numbers.includes(number))
  const homes = new Set((await peopleIn(context)).map(({ household }) => household))
  return [...byNumber, ...all.filter((household) => homes.has(household.id) && !byNumber.includes(household))]
}

/** The 组、屯 or 院 a line names: by its own name, or by its number. */
export async function unitIn({ stores, line }: Pick<Context, 'stores' | 'line'>): Promise<Unit | null> {
  const units = await stores.register.units()
  const named = units.find(({ name }) => line.includes(name))
  const number = /(\d{1,3})(?:组|屯|院|嘎查)/u.exec(line)?.[1]
  return named ?? units.find((unit) => number !== undefined && unit.number === Number(number)) ?? null
}
