import { refuse } from '../../models/outcome.ts'
import type { Household } from '../../models/village.ts'
import { mainBook } from '../../rules/books/books.ts'
import { householdStanding } from '../../rules/books/pages.ts'
import * as texts from '../../texts/query/query.ts'
import { noHousehold } from '../../texts/report/report.ts'
import type { Context } from '../command.ts'
import { personNamed } from '../people.ts'
import { nameOfHousehold } from './show-balance.ts'

/** 「老冯家」: the one household whose head has the surname; several are asked for by full name. */
async function bySurname(name: string, { stores }: Context): Promise<Household | null> {
  const [, surname] = /^(?:老|小)?([一-龥])家$/u.exec(name) ?? []
  if (surname === undefined) return null
  const found: Household[] = []
  for (const household of await stores.register.households()) {
    const head = household.head === null ? null : await stores.register.person(household.head)
    if (head?.name.startsWith(surname)) found.push(household)
  }
  return found.length === 1 ? (found[0] ?? null) : refuse(texts.whichFamily(name, found.length))
}

async function householdOf(name: string | null, context: Context): Promise<Household> {
  const { speaker, stores, reading } = context
  if (name === null || name === 'self') return speaker.household ?? refuse(noHousehold(speaker.person.name))
  const known = (await stores.register.named(name)).length > 0
  const household = known ? (await personNamed(stores, name, reading.settled)).household : await bySurname(name, context)
  return household ?? (await personNamed(stores, name, reading.settled)).household ?? refuse(noHousehold(name))
}

/** Two or three households side by side, by the public figures alone. */
export async function compareHouseholds(who: readonly (string | null)[], context: Context): Promise<string> {
  const rows: texts.RankView[] = []
  for (const name of who.length < 2 ? ['self', ...who] : who) {
    const household = await householdOf(name, context)
    const { honour } = await householdStanding(context.stores, context.scheme, mainBook, household.id)
    rows.push({ place: 0, household: await nameOfHousehold(household, context), points: honour })
  }
  return texts.comparison(rows)
}
