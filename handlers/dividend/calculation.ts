import { monthOf, daysOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { claimsOf, type Pool, type Yield } from '../../rules/books/dividend.ts'
import { practices } from '../../rules/practices.ts'
import { basesOf } from '../../rules/books/give-base.ts'
import type { Scheme } from '../../rules/scheme.ts'
import { type ShareOut, shareOut, worthOf } from '../../rules/books/share-out.ts'
import * as texts from '../../texts/periods/dividend.ts'

/** Where every household stood in a pool's book in a year; in a book of persons a household has what its members have. */
async function yieldsOf(pool: Pool, year: string, scheme: Scheme, stores: Stores): Promise<readonly Yield[]> {
  const book = scheme.books[pool.book]
  const kind = book?.holder === 'person' ? 'person' : 'household'
  const { first, last } = daysOf(year)
  const earned = new Map<string, number>()
  const based = new Map<string, number>()
  const add = async (sums: Map<string, number>, holder: string, points: number) => {
    const home = kind === 'household' ? holder : (await stores.register.person(holder))?.household
    if (home !== null && home !== undefined) sums.set(home, (sums.get(home) ?? 0) + points)
  }
  for (const { holder, points } of await stores.honours.earned(pool.book, kind, monthOf(first), monthOf(last)))
    await add(earned, holder, points)
  const bases = book ? await basesOf(stores.ledger, pool.book, book, kind, year) : new Map<string, number>()
  for (const [holder, points] of bases) await add(based, holder, points)
  const households = (await stores.register.households()).filter(({ joinedOn, leftOn }) => joinedOn <= last && leftOn === null)
  return households.map(({ id, number }) => ({ household: id, number, base: based.get(id) ?? 0, earned: earned.get(id) ?? 0 }))
}

/** A pool divided, and how many households there are. */
export interface Calculation extends ShareOut {
  readonly households: number
}

/** Divides a pool by a year's points; refuses when nobody has any. */
export async function calculate(pool: Pool, fen: number, year: string, scheme: Scheme, stores: Stores): Promise<Calculation> {
  const yields = await yieldsOf(pool, year, scheme, stores)
  const divided = shareOut(fen, claimsOf(pool, yields)) ?? refuse(texts.nobodyHasPoints(year))
  return { ...divided, households: yields.length }
}

/** What the texts say of it. */
export function viewOf(
  { poolFen, points, portions, households }: Calculation,
  { title }: Pool,
  year: string,
  nameOf: (household: string) => string,
): texts.DividendView {
  const [largest] = portions.toSorted((one, other) => other.fen - one.fen || one.number - other.number)
  return {
    title,
    year,
    fen: poolFen,
    points,
    households: portions.length,
    all: households,
    largest: { who: nameOf(largest?.household ?? ''), points: largest?.points ?? 0, fen: largest?.fen ?? 0 },
    perPoint: worthOf(poolFen, points, 100),
    sum: portions.reduce((sum, { fen }) => sum + fen, 0),
  }
}

/** The resolution that a scheme has recorded for paying by points, in words. */
export function resolutionOf({ practices: chosen }: Pick<Scheme, 'practices'>): string {
  const resolution = chosen['points-dividend']?.resolution ?? refuse(texts.practiceOff(practices['points-dividend'].reason))
  return texts.resolutionText(resolution)
}
