import { ask, refuse } from '../../models/outcome.ts'
import { mainBook } from '../../rules/books/books.ts'
import { questionMinutes } from '../../rules/dialogue.ts'
import { head, isRelative, relativeOf } from '../../rules/people/relatives.ts'
import { nameEverybody, whichRelative } from '../../texts/report/report.ts'
import type { Context } from '../command.ts'
import { personNamed, villagerById, villagerOf, type Villager } from '../people.ts'

/** The member of the speaker's household that a word for a relative singles out by the register; null when it singles out nobody. */
async function relative(word: string, { stores, speaker }: Context): Promise<Villager | null> {
  const { household, person } = speaker
  if (!household) return null
  const relations = [...(await stores.kinship.of(household.id))].filter(([member]) => member !== household.head)
  const all = [
    ...(household.head === null ? [] : [{ person: household.head, relation: head }]),
    ...relations.map(([member, relation]) => ({ person: member, relation })),
  ]
  const found = relativeOf(person.id, word, all)
  return found === null ? null : villagerById(stores, found)
}

/**
 * Who did it. A relative whom the register does not single out is taken for the speaker's household, whose points they are; where
 * points are kept by person (YX-1), the bot asks for the name.
 */
async function doer(name: string, context: Context): Promise<Villager> {
  const { stores, scheme, speaker, reading } = context
  if (name !== 'self' && !isRelative(name)) return personNamed(stores, name, reading.settled)
  const found = name === 'self' ? null : await relative(name, context)
  if (found) return found
  if (name !== 'self' && scheme.books[mainBook].holder === 'person') {
    if ((reading.slots.who ?? []).length > 1) refuse(nameEverybody)
    return ask({ about: 'who', text: whichRelative(name), options: [], free: 'text', minutes: questionMinutes })
  }
  return villagerOf(stores, speaker.person)
}

/** Everybody who did what a line reports, each once. */
export async function doersOf(who: readonly (string | null)[], context: Context): Promise<readonly Villager[]> {
  const doers: Villager[] = []
  for (const name of who) {
    if (name === null) continue
    const one = await doer(name, context)
    if (!doers.some(({ person }) => person.id === one.person.id)) doers.push(one)
  }
  return doers
}
