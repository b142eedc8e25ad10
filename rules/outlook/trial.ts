import type { LocalDate } from '../../models/dates.ts'
import { inForce, itemOf } from '../catalogue.ts'
import { forAnotherChild, limitDeed, type PastDeed } from '../rates/limits.ts'
import { rateDeed } from '../rates/rate.ts'
import type { Item, Rate, Scheme } from '../scheme.ts'

/** An approved deed of the past, as it is replayed: `proposed` by the scheme of then, `points` as approved. */
export interface TriedDeed {
  readonly household: string
  readonly person: string
  readonly item: string
  readonly cat: string
  readonly deedOn: LocalDate
  readonly quantity: number | null
  readonly unit: string | null
  readonly proposed: number
  readonly points: number
}

/** What a household was given, and what a draft would have given it. */
export interface Tried {
  readonly household: string
  readonly before: number
  readonly after: number
  /** the same in books that buy something */
  readonly spendableBefore: number
  readonly spendableAfter: number
}

/** Under a rate by levels the level is known by the points it was worth then. */
function levelOf(rate: Rate | undefined, points: number): string | undefined {
  if (rate?.kind === 'tiered' && rate.by === 'level') return rate.tiers.find((tier) => tier.points === points)?.level
  return rate?.kind === 'table' ? rate.rows.find(({ tiers }) => tiers.some((tier) => tier.points === points))?.level : undefined
}

/** What the draft's rate gives a deed; where the deed's record does not tell, or a reviewer had judged it, what was given then. */
function ratedAnew(item: Item, then: Item | undefined, deed: TriedDeed): number {
  if (deed.points !== deed.proposed) return deed.points
  if (item.rate.kind === 'ranged') return Math.min(item.rate.max, Math.max(item.rate.min, deed.points))
  const level = levelOf(then?.rate, deed.proposed)
  const rated = rateDeed(item, {
    ...(deed.quantity === null ? {} : { quantity: deed.quantity }),
    ...(deed.unit === null ? {} : { unit: deed.unit }),
    ...(level === undefined ? {} : { level }),
  })
  return 'points' in rated ? rated.points : deed.points
}

const buys = ({ books }: Pick<Scheme, 'books'>, item: Item | undefined): boolean => books[item?.book ?? 'main']?.redeemable === true

/** The deed under the draft: nothing when the item is gone, or its limits and caps leave nothing. A deed of no item keeps its points. */
function replayed(deed: TriedDeed, draft: Scheme, then: Item | undefined, earlier: readonly PastDeed[]): number {
  const item = itemOf(draft, deed.item)
  if (!item) return then ? 0 : deed.points
  if (!inForce(item, deed.deedOn)) return 0
  // nothing was cut then because of a deed that would not have counted now
  const points = ratedAnew(item, then, deed)
  // the panel has told the children of these deeds apart
  return limitDeed(draft, forAnotherChild(item), { person: deed.person, deedOn: deed.deedOn, points }, earlier).points
}

/**
 * 试算: approved deeds under a draft instead of the scheme in force, household by household, in the order in which they were done.
 * Nothing is booked. Pure.
 */
export function tryScheme(deeds: readonly TriedDeed[], now: Scheme, draft: Scheme): readonly Tried[] {
  const sums = new Map<string, Tried>()
  const given = new Map<string, PastDeed[]>()
  for (const deed of deeds.toSorted((one, other) => one.deedOn.localeCompare(other.deedOn))) {
    const then = itemOf(now, deed.item)
    const earlier = given.get(deed.household) ?? []
    const points = replayed(deed, draft, then, earlier)
    given.set(
      deed.household,
      [...earlier, { ...deed, points }].filter((one) => one.points !== 0),
    )
    const sum = sums.get(deed.household) ?? { household: deed.household, before: 0, after: 0, spendableBefore: 0, spendableAfter: 0 }
    sums.set(deed.household, {
      household: deed.household,
      before: sum.before + deed.points,
      after: sum.after + points,
      spendableBefore: sum.spendableBefore + (buys(now, then) ? deed.points : 0),
      spendableAfter: sum.spendableAfter + (buys(draft, itemOf(draft, deed.item) ?? then) ? points : 0),
    })
  }
  return [...sums.values()]
}

/** How a group of households fares under a draft. */
export interface GroupTrial {
  readonly unit: string
  readonly more: number
  readonly less: number
  readonly same: number
  readonly difference: number
}

/** Winners and losers by group, without a name: what the village may see (the groups' order is kept). */
export function byGroup(tried: readonly Tried[], unitOf: ReadonlyMap<string, string>, units: readonly string[]): readonly GroupTrial[] {
  return units.map((unit) => {
    const own = tried.filter(({ household }) => unitOf.get(household) === unit)
    const changed = own.map(({ before, after }) => after - before)
    return {
      unit,
      more: changed.filter((change) => change > 0).length,
      less: changed.filter((change) => change < 0).length,
      same: changed.filter((change) => change === 0).length,
      difference: changed.reduce((sum, change) => sum + change, 0),
    }
  })
}
