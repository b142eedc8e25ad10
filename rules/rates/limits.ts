import type { LocalDate } from '../../models/dates.ts'
import { monthOf, quarterOf } from '../../models/dates.ts'
import { capsOn, isCapped } from './sections.ts'
import type { CategoryCap, Item, ItemCap, Limit, Per, Scheme } from '../scheme.ts'

/** An earlier deed of the household that counts (not rejected, withdrawn or reversed); points signed. */
export interface PastDeed {
  readonly item: string
  readonly cat: string
  readonly person: string
  readonly deedOn: LocalDate
  readonly points: number
}

/** An earlier deed with its report: its number, and whether the reporter named somebody other than themselves. */
export interface ReportedDeed extends PastDeed {
  readonly number: number
  readonly named: boolean
}

/** The deed to be limited: who did it, on which day, and its points by the rate (signed). */
export interface LimitFacts {
  readonly person: string
  readonly deedOn: LocalDate
  readonly points: number
}

interface Counted {
  readonly per: Per
  readonly of: Limit['of']
  /** the period by name: `2026-11-22`, `2026-11`, `2026Q4`, `2026`, or `once` */
  readonly period: string
  /** times, or points, already given in the period */
  readonly used: number
  /** times, or points, the scheme allows in the period */
  readonly allowed: number
}

/** What cut a deed's points: a limit of times, or a cap of points of the item or of categories together. */
export type LimitCut = Counted &
  (
    | { readonly by: 'limit' }
    | { readonly by: 'cap'; readonly on: 'item' }
    | { readonly by: 'cap'; readonly on: 'category'; readonly cats: readonly string[]; readonly sections: readonly string[] }
  )

/** What is left of a deed's points under the scheme's limits, and what cut them. */
export interface Limited {
  readonly points: number
  readonly cut?: LimitCut
}

/** The name of the period a day belongs to, as limits count it. */
export function limitPeriod(per: Per, date: LocalDate): string {
  switch (per) {
    case 'day':
      return date
    case 'month':
      return monthOf(date)
    case 'quarter':
      return quarterOf(date)
    case 'year':
      return date.slice(0, 4)
    case 'once':
      return 'once'
  }
}

function within(rule: Pick<Limit, 'per' | 'of'>, facts: LimitFacts, history: readonly PastDeed[]): readonly PastDeed[] {
  const period = limitPeriod(rule.per, facts.deedOn)
  return history.filter(
    ({ deedOn, person }) => limitPeriod(rule.per, deedOn) === period && (rule.of === 'household' || person === facts.person),
  )
}

const sizeOf = (deeds: readonly PastDeed[], sign: number) => deeds.reduce((sum, { points }) => sum + Math.max(0, points * sign), 0)

function counted(rule: Pick<Limit, 'per' | 'of'>, facts: LimitFacts, used: number, allowed: number): Counted {
  return { per: rule.per, of: rule.of, period: limitPeriod(rule.per, facts.deedOn), used, allowed }
}

type Pass = (facts: LimitFacts, history: readonly PastDeed[], sign: number) => Limited

const byTimes =
  (item: Item, limit: Limit): Pass =>
  (facts, history) => {
    const used = within(limit, facts, history).filter((deed) => deed.item === item.code).length
    if (used < limit.times) return { points: facts.points }
    return { points: 0, cut: { by: 'limit', ...counted(limit, facts, used, limit.times) } }
  }

function capped(facts: LimitFacts, sign: number, room: number, cut: LimitCut): Limited {
  const size = facts.points * sign
  return size <= room ? { points: facts.points } : { points: Math.max(0, room) === 0 ? 0 : room * sign, cut }
}

const byItemCap =
  (item: Item, cap: ItemCap): Pass =>
  (facts, history, sign) => {
    const used = sizeOf(
      within(cap, facts, history).filter((deed) => deed.item === item.code),
      sign,
    )
    return capped(facts, sign, cap.points - used, { by: 'cap', on: 'item', ...counted(cap, facts, used, cap.points) })
  }

/** What caps are looked up in. */
type Capped = Pick<Scheme, 'caps' | 'sections' | 'items'>

const byCategoryCap =
  (scheme: Capped, cap: CategoryCap): Pass =>
  (facts, history, sign) => {
    const used = sizeOf(
      within(cap, facts, history).filter((deed) => isCapped(scheme, cap, deed.item, deed.cat)),
      sign,
    )
    const { cats, sections } = cap
    return capped(facts, sign, cap.points - used, { by: 'cap', on: 'category', cats, sections, ...counted(cap, facts, used, cap.points) })
  }

/**
 * The earlier report that may be about the same child: a limit `of: child` counts children, and one of the two names none (GY-3).
 * Null when both name their child, or there is none before; whoever reports is asked whether it is another child.
 */
export function perhapsSameChild(
  item: Item,
  facts: LimitFacts & Pick<ReportedDeed, 'named'>,
  history: readonly ReportedDeed[],
): ReportedDeed | null {
  const limit = item.limits.find(({ of }) => of === 'child')
  if (!limit) return null
  const period = limitPeriod(limit.per, facts.deedOn)
  const before = history.filter((deed) => deed.item === item.code && limitPeriod(limit.per, deed.deedOn) === period)
  return before.find(({ named }) => !named || !facts.named) ?? null
}

/** The item for a child who has been told apart from those before: its limit by child has been held by whoever knows them. */
export const forAnotherChild = (item: Item): Item => ({ ...item, limits: item.limits.filter(({ of }) => of !== 'child') })

/**
 * Holds a deed's points against every limit and cap of its item and category; the tightest one cuts.
 * `history` holds the household's earlier deeds; a period is counted by the day of the deed. Pure.
 */
export function limitDeed(scheme: Capped, item: Item, facts: LimitFacts, history: readonly PastDeed[]): Limited {
  const sign = item.kind === 'award' ? 1 : -1
  const passes: readonly Pass[] = [
    ...item.limits.map((limit) => byTimes(item, limit)),
    ...item.caps.map((cap) => byItemCap(item, cap)),
    ...capsOn(scheme, item).map((cap) => byCategoryCap(scheme, cap)),
  ]
  return passes
    .map((pass) => pass(facts, history, sign))
    .reduce<Limited>((least, next) => (next.points * sign < least.points * sign ? next : least), { points: facts.points })
}
