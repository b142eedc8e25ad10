import { leastQuantity, leastShare, shareOf, thousandths, unitPoints } from './rate-unit.ts'
import type { Rate } from '../scheme.ts'

/** The most points (unsigned) one deed can be worth by a rate. */
export function mostOf(rate: Rate): number {
  switch (rate.kind) {
    case 'fixed':
      return rate.points
    case 'per-unit':
      return Math.max(...rate.units.map((unit) => unitPoints(unit, thousandths(unit.max))))
    case 'ranged':
      return Math.max(rate.min, rate.max)
    case 'tiered':
      return Math.max(...rate.tiers.map(({ points }) => points))
    case 'table':
      return Math.max(...rate.rows.flatMap(({ tiers }) => tiers.map(({ points }) => points)))
    case 'share':
      return shareOf(rate, thousandths(rate.of.max))
  }
}

/** The fewest points (unsigned) one deed that earns anything can be worth by a rate. */
export function leastOf(rate: Rate): number {
  switch (rate.kind) {
    case 'fixed':
      return rate.points
    case 'per-unit':
      return Math.min(...rate.units.map((unit) => unitPoints(unit, leastQuantity(unit))))
    case 'ranged':
      return Math.min(rate.min, rate.max)
    case 'tiered':
      return Math.min(...rate.tiers.map(({ points }) => points))
    case 'table':
      return Math.min(...rate.rows.flatMap(({ tiers }) => tiers.map(({ points }) => points)))
    case 'share':
      return shareOf(rate, leastShare(rate))
  }
}
