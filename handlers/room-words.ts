import type { Stores } from '../models/stores/stores.ts'
import type { Person } from '../models/village.ts'
import { namesOneOf, withoutChildren, wordsAbout } from '../texts/name.ts'

/** Words as a room may read them: whatever is said and whoever said it, no child of the register is named (PIPL 31). */
export async function wordsForRoom(words: string, { register }: Pick<Stores, 'register'>): Promise<string> {
  return namesOneOf(words, await register.children()) ? withoutChildren(words, await register.people()) : words
}

/** A villager's words on a case, to be quoted in a room: the child whose deed it is goes by no name either, however short. */
export const quotedInRoom = (words: string, doer: Person | null, stores: Pick<Stores, 'register'>): Promise<string> =>
  wordsForRoom(wordsAbout(words, doer), stores)

/** Whose deed an objection is about; null when it names none. */
export async function doerObjectedTo(number: number, { cases, register }: Pick<Stores, 'cases' | 'register'>): Promise<Person | null> {
  const target = (await cases.objection(number))?.objection.target ?? null
  const report = target === null ? null : await cases.report(target)
  return report && register.person(report.report.doer)
}
