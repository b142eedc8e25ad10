import { dateOf } from '../../models/dates.ts'
import { baseBook } from '../../models/ledger.ts'
import type { Stores } from '../../models/stores/stores.ts'
import type { Household, Person } from '../../models/village.ts'
import { basePoints, baseRule, type Ground, usualGround } from './base-points.ts'
import { postToMany, type Share } from './post-many.ts'
import type { Book, Scheme } from '../scheme.ts'

/** The agreement by which base points are given, and its number. */
export interface Agreement {
  readonly scheme: Scheme
  readonly edition: number
}

type Rule = ReturnType<typeof baseRule>

/** The months in which base was given that counts for a year. */
const spanOf = (reset: Book['reset'], year: string): readonly [string, string] =>
  reset === 'yearly' ? [`${year}-01`, `${year}-12`] : ['0000-01', '9999-12']

/** Those who take part: households that have not left, and the people in them. */
interface Taking {
  readonly households: readonly Household[]
  readonly people: readonly Person[]
  groundOf(person: string | null): Ground
}

async function takingPart({ register, ground }: Stores, only: string | undefined): Promise<Taking> {
  const households = (await register.households()).filter(({ id, leftOn }) => leftOn === null && (only === undefined || id === only))
  const inside = new Set(households.map(({ id }) => id))
  const people = (await register.people()).filter(({ household }) => household !== null && inside.has(household))
  const known = new Map((await ground.all()).map((one) => [one.person, one]))
  return { households, people, groundOf: (person) => known.get(person ?? '') ?? usualGround }
}

/** What every holder of a book should have as base. */
function dueTo(kind: 'household' | 'person', rule: Rule, { households, people, groundOf }: Taking): readonly Share[] {
  if (kind === 'person') {
    return people.map(({ id }) => ({ holder: id, amount: basePoints(rule, groundOf(id), [groundOf(id)]) }))
  }
  const members = new Map<string, Ground[]>()
  for (const { id, household } of people) {
    if (household !== null) members.set(household, [...(members.get(household) ?? []), groundOf(id)])
  }
  return households.map(({ id, head }) => ({ holder: id, amount: basePoints(rule, groundOf(head), members.get(id) ?? []) }))
}

/**
 * 基础分 (PH-1, YX-1, JY-3): gives every household or person of each book what they lack of their base: once on joining, and in a book that
 * begins anew each year once a year. Whoever has it is given nothing, so it may be called at any time; `only` one household.
 */
export async function giveBase(stores: Stores, { scheme, edition }: Agreement, now: number, only?: string): Promise<number> {
  let entries = 0
  for (const [code, { holder, reset, base }] of Object.entries(scheme.books)) {
    if (base === 0 || holder === 'group') continue
    const year = dateOf(now).slice(0, 4)
    const [from, to] = spanOf(reset, year)
    const given = new Map((await stores.ledger.gains(baseBook(code), holder, from, to)).map((gain) => [gain.holder, gain.amount]))
    const due = dueTo(holder, baseRule(scheme, code), await takingPart(stores, only))
    const lacking = due.map((share) => ({ holder: share.holder, amount: share.amount - (given.get(share.holder) ?? 0) }))
    const { seq } = await stores.ledger.head()
    entries += await postToMany(stores.ledger, baseBook(code), { holder, unit: 'point', mayOwe: false }, lacking, {
      cause: `base:${code}:${year}:${String(seq)}`,
      kind: 'reset',
      at: now,
      actor: await stores.schemes.adoptedBy(edition),
      edition,
      text: '',
    })
  }
  return entries
}

/** The base a holder has in a year, or, where it is given once, has at all. */
export async function baseOf(
  ledger: Stores['ledger'],
  code: string,
  { reset }: Pick<Scheme['books']['main'], 'reset'>,
  kind: 'household' | 'person',
  holders: readonly string[],
  year: string,
): Promise<number> {
  const bases = await basesOf(ledger, code, { reset }, kind, year)
  return holders.reduce((sum, holder) => sum + (bases.get(holder) ?? 0), 0)
}

/** The base of every holder of a book in a year, by holder; who has none is not there. */
export async function basesOf(
  ledger: Stores['ledger'],
  code: string,
  { reset }: Pick<Scheme['books']['main'], 'reset'>,
  kind: 'household' | 'person',
  year: string,
): Promise<ReadonlyMap<string, number>> {
  const [from, to] = spanOf(reset, year)
  return new Map((await ledger.gains(baseBook(code), kind, from, to)).map(({ holder, amount }) => [holder, amount]))
}
