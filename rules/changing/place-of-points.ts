import type { Item } from '../scheme.ts'

/** Where a number of points stands within an item, and what it is given for: a unit (小时), a level (村), a step (满3次), or simply for the deed. */
export interface PointsPlace {
  readonly path: readonly (string | number)[]
  readonly points: number
  readonly per: { readonly kind: 'unit' | 'level'; readonly name: string } | null
}

/** Why the line alone does not say which number is meant: several to choose from, or a rate that is no number of points. */
export type PlaceUnknown = { readonly choose: readonly string[] } | { readonly why: 'ranged' | 'share' }

/** What a line says: its words, and the step it names (满3次). */
interface Said {
  readonly line: string
  readonly from: number | null
}

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

interface Step {
  readonly from: number
  readonly points: number
}

/** The step that is named, or the only one there is. */
function stepOf(
  tiers: readonly Step[],
  unit: string,
  level: string,
  path: PointsPlace['path'],
  { from }: Said,
): PointsPlace | PlaceUnknown {
  const steps = tiers.map((step, index) => {
    const name = `${level}满${String(step.from)}${unit}`
    return { step, name, place: { path: [...path, index, 'points'], points: step.points, per: { kind: 'level', name } as const } }
  })
  const [only, other] = steps.length === 1 && from === null ? steps : steps.filter(({ step }) => step.from === from)
  return only && !other ? only.place : { choose: steps.map(({ name }) => name) }
}

/** The number of points of an item that a line means: 「每小时」 names the unit, 「村级」 the level, 「满3次」 the step; a rate of one number needs no naming. */
export function placeOfPoints({ rate }: Pick<Item, 'rate'>, said: Said): PointsPlace | PlaceUnknown {
  const { line } = said
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
      if (rate.by === 'quantity') return stepOf(rate.tiers, rate.unit.name, '', ['rate', 'tiers'], said)
      return oneOf(
        rate.tiers.map(({ level, words, points }, index) => {
          const path = ['rate', 'tiers', index, 'points']
          return { name: level, words, place: { path, points, per: { kind: 'level', name: level } } }
        }),
        line,
        '',
      )
    case 'table': {
      const rows = rate.rows.map((row, index) => ({ ...row, index }))
      const named = rows.filter(({ level, words }) => [level, ...words].some((word) => line.includes(word)))
      const [only, other] = rows.length === 1 ? rows : named
      if (!only || other) return { choose: rows.map(({ level }) => level) }
      return stepOf(only.tiers, rate.unit.name, only.level, ['rate', 'rows', only.index, 'tiers'], said)
    }
    case 'share':
      return { why: 'share' }
  }
}
