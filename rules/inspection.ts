import { rateDeed } from './rates/rate.ts'
import type { Item, Scheme } from './scheme.ts'

/** How a household stood in a door-to-door round: clean earns the item's points, poor is told in private, fair is neither. */
export type Standing = 'clean' | 'fair' | 'poor'

/** What a result as it was typed means. */
export function standingOf(result: string): Standing {
  if (/差|脏|不合格|不清洁|不整洁/u.test(result)) return 'poor'
  return /清洁|整洁|优|合格|良好|好/u.test(result) ? 'clean' : 'fair'
}

/** The item a clean household of the round earns, with its points: one that the panel gives by itself goes first. Null when there is none (GY-12). */
export function hygieneItem({ items }: Pick<Scheme, 'items'>): { readonly item: Item; readonly points: number } | null {
  const fitting = items.filter(({ cat, kind }) => cat === 'own_yard' && kind === 'award')
  const item = fitting.find(({ whoMayReport }) => whoMayReport === 'panel') ?? fitting[0]
  const rated = item && rateDeed(item, {})
  return item && rated && 'points' in rated ? { item, points: rated.points } : null
}
