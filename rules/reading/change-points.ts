import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Item } from '../scheme.ts'

/** Where a number of points stands within an item, and what it is given for: a unit (小时), a level (村), or simply for the deed. */
export interface PointsPlace {
  readonly path: readonly (string | number)[]
  readonly points: number
  readonly per: { readonly kind: 'unit' | 'level'; readonly name: string } | null
}

/** Why the line alone does not say which number is meant: several to choose from, or a rate that is no single number. */
export type PlaceUnknown = { readonly choose: readonly string[] } | { readonly why: 'ranged' | 'several-numbers' }

interface Named {
  readonly name: string
  readonly words: readonly string[]
  readonly place: PointsPlace
}

const spoken = (named: readonly Named[], line: string, before: string): readonly Named[] =>
  named.filter(({ name, words }) => [name, ...words].some((word) => line.includes(`${before}${word}`)))

function oneOf(named: readonly Named[], line: string, before: string): PointsPlace | PlaceUnknown {
  const [only, other] = named.length === 1 ? named : spoken(named, line, before)
  return only && !other ? only.place : { choose: named.map(({ name }) => name) }
}

/** The number of points of an item that a line means: 「每小时」 names the unit, 「村级」 the level; a rate of one number needs no naming. */
export function placeOfPoints({ rate }: Pick<Item, 'rate'>, line: string): PointsPlace | PlaceUnknown {
  switch (rate.kind) {
    case 'fixed':
      return { path: ['rate', 'points'], points: rate.points, per: null }
    case 'per-unit':
      return oneOf(
        rate.units.map(({ name, words, points }, index) => {
          const path = ['rate', 'units', index, 'points']
          return { name, words, place: { path, points, per: { kind: 'unit', name } } }
        }),
        line,
        '每',
      )
    case 'ranged':
      return { why: 'ranged' }
    case 'tiered':
      if (rate.by === 'quantity') return { why: 'several-numbers' }
      return oneOf(
        rate.tiers.map(({ level, words, points }, index) => {
          const path = ['rate', 'tiers', index, 'points']
          return { name: level, words, place: { path, points, per: { kind: 'level', name: level } } }
        }),
        line,
        '',
      )
    case 'table':
    case 'share':
      return { why: 'several-numbers' }
  }
}

/**
 * The scheme's text with one number of one item changed: everything else, its comment too, stays as the village wrote it, byte for
 * byte. Null when the text has no such item or no plain number there (it comes from another scheme, or is written otherwise).
 */
export function withPoints(source: string, item: string, path: PointsPlace['path'], points: number): string | null {
  const items = parseDocument(source).get('items')
  if (!isSeq(items)) return null
  const entry = items.items.find((one) => isMap(one) && one.get('code') === item)
  if (!isMap(entry)) return null
  const node = entry.getIn(path, true)
  if (!isScalar(node) || typeof node.value !== 'number' || !node.range) return null
  const [start, end] = node.range
  return `${source.slice(0, start)}${String(points)}${source.slice(end)}`
}
