import type { LocalDate } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import type { SchemeEdition, Stores } from '../../models/stores.ts'
import { withPoints } from '../../rules/reading/change-points.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import type { Scheme } from '../../rules/scheme.ts'
import * as texts from '../../texts/scheme.ts'

/** One number of one item that shall be another one. */
export interface PlannedChange {
  readonly item: string
  readonly path: readonly (string | number)[]
  readonly points: number
}

/** The scheme as it would be from a day on, ready to be adopted. */
export interface NextScheme {
  readonly base: SchemeEdition
  readonly source: string
  readonly scheme: Scheme
}

/** The first edition that takes effect after a day; a change dated earlier would be lost in it. */
async function editionAfter(day: LocalDate, { schemes }: Stores): Promise<SchemeEdition | null> {
  let first: SchemeEdition | null = null
  for (let number = 1, one = await schemes.edition(number); one; number += 1, one = await schemes.edition(number)) {
    if (one.effectiveFrom > day && (first === null || one.effectiveFrom < first.effectiveFrom)) first = one
  }
  return first
}

/**
 * The edition of a day with one number changed, held against schema, sense and law (MIN-2). Refuses, with the reasons in words, when
 * it would not be in order, and when a later edition already waits.
 */
export async function nextScheme(change: PlannedChange, from: LocalDate, itemName: string, stores: Stores): Promise<NextScheme> {
  const later = await editionAfter(from, stores)
  if (later) return refuse(texts.laterEdition(later.effectiveFrom))
  const base = await stores.schemes.inForce(from)
  const source = withPoints(base.source, change.item, change.path, change.points) ?? refuse(texts.notInText(itemName))
  const reading = readScheme(source, `${base.code}.yaml`)
  return 'scheme' in reading ? { base, source, scheme: reading.scheme } : refuse(texts.wouldBeWrong(reading.problems))
}
