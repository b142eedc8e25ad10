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

const child = '孩子'

/** Names of one character stand in too many words. */
const namesOf = ({ name, called }: Person): readonly string[] => [name, ...called].filter((one) => [...one].length > 1)

/** 小宝 is 冯小宝 where it is clear who is meant. */
const givenName = ({ name }: Person): readonly string[] => ([...name].length > 2 ? [[...name].slice(1).join('')] : [])

const without = (words: string, names: readonly string[]): string =>
  names.toSorted((one, other) => other.length - one.length).reduce((text, name) => text.replaceAll(name, child), words)

/** Somebody's words about a deed as a room may read them: without the child's name when a child did it. */
export const wordsAbout = (words: string, doer: Person | null): string =>
  doer?.minor ? without(words, [...namesOf(doer), ...givenName(doer)]) : words

/** Do words name somebody of these by name or by-name? */
export const namesOneOf = (words: string, people: readonly Person[]): boolean =>
  people.some((person) => namesOf(person).some((name) => words.includes(name)))

/** Words as a room may read them: without the name of any child of the register, unless a grown-up has it too, alone or in a longer one (PIPL 31). */
export function withoutChildren(words: string, register: readonly Person[]): string {
  const grown = register.filter(({ minor }) => !minor).flatMap(({ name, called }) => [name, ...called])
  const names = register.filter(({ minor }) => minor).flatMap(namesOf)
  return without(
    words,
    names.filter((name) => !grown.some((other) => other.includes(name))),
  )
}

/** How a household is named in public: by its head when the head agreed, else 「2组一户」. */
export function householdName(household: Household, head: Person | null, unit: Unit | null): string {
  if (head?.namePublic && !head.minor) return `${head.name}家`
  return unit ? `${unit.name}一户` : `${String(household.number)}号户`
}
