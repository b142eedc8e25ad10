import type { Household, Person, Unit } from '../models/village.ts'

/** Who will read a name: everybody in the villagers' room, the review panel, or one person in private. */
export type Audience = 'villagers' | 'panel' | 'private'

const unitLabel = (unit: Unit | null): string => (unit ? unit.name : '本村')

/** How a person is named to an audience: the full name only where it may be shown, else 「2组一户」 (PIPL 25, 31). */
export function personName(person: Person, unit: Unit | null, audience: Audience): string {
  if (audience === 'private') return person.name
  if (person.minor) return `${unitLabel(unit)}一户`
  if (audience === 'panel' || person.namePublic) return person.name
  return `${unitLabel(unit)}一户`
}

/** What a room reads in place of a child's deed (PIPL 31). */
export const childsDeed = '善行'

/** Somebody's words about a deed as a room may read them: without the child's name when a child did it. */
export const wordsAbout = (words: string, doer: Person | null): string =>
  doer?.minor ? [doer.name, ...doer.called].reduce((text, name) => text.replaceAll(name, '孩子'), words) : words

/** How a household is named in public: by its head when the head agreed, else 「2组一户」. */
export function householdName(household: Household, head: Person | null, unit: Unit | null): string {
  if (head?.namePublic && !head.minor) return `${head.name}家`
  return unit ? `${unit.name}一户` : `${String(household.number)}号户`
}
