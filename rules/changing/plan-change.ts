import type { LocalDate } from '../../models/dates.ts'
import type { LimitChange, SchemeChange } from '../../models/scheme-change.ts'
import type { Item, Limit, Rate, Scheme } from '../scheme.ts'
import type { Edit, Json } from './edit-text.ts'
import { placeOfPoints, type PointsPlace } from './place-of-points.ts'

/** A change as it is told to people: what was there, and what shall be. */
export type Told =
  | { readonly kind: 'points'; readonly place: PointsPlace; readonly to: number }
  | { readonly kind: 'percent'; readonly from: number; readonly to: number }
  | { readonly kind: 'rate'; readonly before: Rate; readonly after: Rate }
  | (Omit<LimitChange, 'of'> & { readonly of: Limit['of']; readonly before: number | null })
  | { readonly kind: 'end'; readonly lastDay: LocalDate }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'evidence'; readonly before: Item['evidence']; readonly after: Item['evidence'] }

/** What has to be written into the scheme's text for one change, and how it is told. */
export interface Planned {
  readonly edits: readonly Edit[]
  readonly told: Told
}

/** A change of an item that is there. */
export type ItemChange = Exclude<SchemeChange, { kind: 'new' }>

/** Why a change of an item cannot be planned: which of several is meant, or what stands against it. */
export type Unplanned =
  | { readonly choose: readonly string[] }
  | {
      readonly why: 'ranged' | 'share' | 'not-share' | 'not-ranged' | 'several-numbers' | 'whose' | 'no-limit' | 'not-ended' | 'nothing'
    }
  | { readonly already: Told }

type Path = Edit['path']

const set = (path: Path, value: Json): Edit => ({ path, value })

function pointsPlan(item: Item, { points, from }: Extract<SchemeChange, { kind: 'points' }>, line: string, at: Path): Planned | Unplanned {
  const place = placeOfPoints(item, { line, from })
  if (!('path' in place)) return place
  const told: Told = { kind: 'points', place, to: points }
  return place.points === points ? { already: told } : { edits: [set([...at, ...place.path], points)], told }
}

/** What is usual stays within the range: where the range leaves it behind, it becomes the nearest bound. */
const within = (usual: number | undefined, min: number, max: number): number | undefined =>
  usual === undefined || min > max ? usual : Math.min(Math.max(usual, min), max)

function rangePlan({ rate }: Item, change: Extract<SchemeChange, { kind: 'range' }>, at: Path): Planned | Unplanned {
  const here = [...at, 'rate']
  if (rate.kind !== 'ranged') {
    const { min, max } = change
    if (min === null || max === null) return { why: 'not-ranged' }
    // a table or a share says more than two numbers can
    if (rate.kind !== 'fixed' && rate.kind !== 'per-unit') return { why: 'several-numbers' }
    const after = { kind: 'ranged', min, max } as const
    return { edits: [set(here, after)], told: { kind: 'rate', before: rate, after } }
  }
  const [min, max] = [change.min ?? rate.min, change.max ?? rate.max]
  const usual = change.usual ?? within(rate.default, min, max)
  const after = { kind: 'ranged', min, max, ...(usual === undefined ? {} : { default: usual }) } as const
  const told: Told = { kind: 'rate', before: rate, after }
  const edits = (['min', 'max', 'default'] as const).flatMap((key) => {
    const value = after[key]
    return value === undefined || value === rate[key] ? [] : [set([...here, key], value)]
  })
  return edits.length === 0 ? { already: told } : { edits, told }
}

const written = (kind: LimitChange['kind'], most: number, { per, of }: { per: LimitChange['per']; of: Limit['of'] }): Json => ({
  [kind === 'times' ? 'times' : 'points']: most,
  per,
  ...(of === 'household' ? {} : { of }),
})

function limitPlan({ limits, caps }: Item, { kind, most, per, of }: LimitChange, at: Path): Planned | Unplanned {
  const list = [...at, kind === 'times' ? 'limits' : 'caps']
  const there = (
    kind === 'times' ? limits.map((one) => ({ ...one, most: one.times })) : caps.map((one) => ({ ...one, most: one.points }))
  ).map((one, index) => ({ ...one, index }))
  const [only, other] = there.filter((one) => one.per === per && (of === null || one.of === of))
  if (other) return { why: 'whose' }
  const told: Told = { kind, most, per, of: only?.of ?? of ?? 'household', before: only?.most ?? null }
  if (!only) {
    if (most === null) return { why: 'no-limit' }
    const line = written(kind, most, told)
    return { edits: [there.length === 0 ? set(list, [line]) : set([...list, there.length], line)], told }
  }
  if (only.most === most) return { already: told }
  if (most !== null) return { edits: [set([...list, only.index, kind === 'times' ? 'times' : 'points'], most)], told }
  return { edits: [{ path: there.length === 1 ? list : [...list, only.index], value: null }], told }
}

/** 0分, 0次: that is no worth and no limit, it is an end. */
const givesNothing = (change: SchemeChange): boolean =>
  [
    ...(change.kind === 'points' ? [change.points] : []),
    ...(change.kind === 'percent' ? [change.percent] : []),
    ...(change.kind === 'range' ? [change.min, change.max, change.usual] : []),
    ...(change.kind === 'times' || change.kind === 'cap' ? [change.most] : []),
  ].includes(0)

/** What has to be written for a change of one item; `lastDay` is the last one of an item that ends. */
export function planChange(
  scheme: Pick<Scheme, 'items'>,
  item: Item,
  change: ItemChange,
  { line, lastDay }: { readonly line: string; readonly lastDay: LocalDate },
): Planned | Unplanned {
  const at = ['items', scheme.items.indexOf(item)]
  if (givesNothing(change)) return { why: 'nothing' }
  switch (change.kind) {
    case 'points':
      return pointsPlan(item, change, line, at)
    case 'percent': {
      if (item.rate.kind !== 'share') return { why: 'not-share' }
      const told: Told = { kind: 'percent', from: item.rate.percent, to: change.percent }
      return item.rate.percent === change.percent ? { already: told } : { edits: [set([...at, 'rate', 'percent'], change.percent)], told }
    }
    case 'range':
      return rangePlan(item, change, at)
    case 'times':
    case 'cap':
      return limitPlan(item, change, at)
    case 'end': {
      const told: Told = { kind: 'end', lastDay: item.endsOn !== undefined && item.endsOn <= lastDay ? item.endsOn : lastDay }
      return told.lastDay === item.endsOn ? { already: told } : { edits: [set([...at, 'endsOn'], lastDay)], told }
    }
    case 'reopen':
      return item.endsOn === undefined
        ? { why: 'not-ended' }
        : { edits: [{ path: [...at, 'endsOn'], value: null }], told: { kind: 'reopen' } }
    case 'evidence': {
      const told: Told = { kind: 'evidence', before: item.evidence, after: change.evidence }
      return item.evidence === change.evidence ? { already: told } : { edits: [set([...at, 'evidence'], change.evidence)], told }
    }
  }
}
