import { addDays } from '../../models/dates.ts'
import { inForce } from '../catalogue.ts'
import { limitDeed, type PastDeed } from '../rates/limits.ts'
import type { Profile } from '../profiles.ts'
import { leastQuantity, thousandths, unitPoints } from '../rates/rate-unit.ts'
import type { Item, Rate, Scheme } from '../scheme.ts'

/** What a kind of household can reach in a year. */
export interface Reach {
  readonly profile: Profile
  /** points of the year under the scheme's rates, limits and caps */
  readonly points: number
  /** items that would help and that the scheme does not have */
  readonly wanting: readonly string[]
  /** less than the share of the median that the profiles name */
  readonly low: boolean
}

/** Points (unsigned) of an ordinary deed, neither the least nor the most: one unit, the usual of a range, the first step or level. */
export function ordinaryPoints(rate: Rate): number {
  switch (rate.kind) {
    case 'fixed':
      return rate.points
    case 'per-unit': {
      const [unit] = rate.units
      if (!unit) return 0
      const quantity = rate.assumed?.unit === unit.name ? thousandths(rate.assumed.quantity) : thousandths(1)
      return unitPoints(unit, Math.min(thousandths(unit.max), Math.max(quantity, leastQuantity(unit))))
    }
    case 'ranged':
      return rate.default ?? rate.min
    case 'tiered':
      return rate.tiers[0]?.points ?? 0
    case 'table':
      return rate.rows[0]?.tiers[0]?.points ?? 0
    case 'share':
      return 1
  }
}

/** Awards that a household can bring up by itself; what waits for another part of the product reaches nobody yet. */
const withinReach = ({ kind, engine, tiers, whoMayReport }: Item): boolean =>
  kind === 'award' && engine === undefined && (tiers?.includes('villager') ?? true) && whoMayReport !== 'official'

const monthFirst = (year: number, month: number): string => `${String(year)}-${String(month + 1).padStart(2, '0')}-01`

/** Times in a month of the year, so that 0.5 a month is six in the year. */
const timesIn = (perMonth: number, month: number): number => Math.floor((month + 1) * perMonth + 1e-9) - Math.floor(month * perMonth + 1e-9)

/** The year's points of a household that does all it can, always what brings it most, under rates, limits and caps. Pure. */
export function yearOf(scheme: Scheme, { can }: Pick<Profile, 'can'>, year: number): number {
  const deeds: PastDeed[] = []
  const person = 'one'
  for (let month = 0; month < 12; month += 1) {
    for (const [cat, perMonth] of Object.entries(can)) {
      const items = scheme.items.filter((item) => item.cat === cat && withinReach(item))
      const times = timesIn(perMonth, month)
      for (let time = 0; time < times; time += 1) {
        const deedOn = addDays(monthFirst(year, month), Math.floor((28 * time) / times))
        const best = items
          .filter((item) => inForce(item, deedOn))
          .map((item) => ({ item, points: limitDeed(scheme, item, { person, deedOn, points: ordinaryPoints(item.rate) }, deeds).points }))
          .toSorted((one, other) => other.points - one.points)[0]
        if (best && best.points > 0) deeds.push({ item: best.item.code, cat, person, deedOn, points: best.points })
      }
    }
  }
  return deeds.reduce((sum, { points }) => sum + points, 0)
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

/** For each kind of household the points within reach, and a warning where it reaches less than `warnBelowPercent` of the median. Pure. */
export function reachOf(scheme: Scheme, profiles: readonly Profile[], warnBelowPercent: number, year: number): readonly Reach[] {
  const reached = profiles.map((profile) => ({ profile, points: yearOf(scheme, profile, year) }))
  const least = (median(reached.map(({ points }) => points)) * warnBelowPercent) / 100
  const names = scheme.items.flatMap(({ name, words }) => [name, ...words])
  return reached.map(({ profile, points }) => ({
    profile,
    points,
    wanting: profile.helps.filter((help) => !names.some((name) => name.includes(help))),
    low: points < least,
  }))
}
