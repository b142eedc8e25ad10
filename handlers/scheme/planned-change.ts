import type { LocalDate } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import type { SchemeEdition, Stores } from '../../models/stores/stores.ts'
import { editText, type Edit } from '../../rules/changing/edit-text.ts'
import type { Problem } from '../../rules/checks/problem.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import type { Scheme } from '../../rules/scheme.ts'
import * as texts from '../../texts/scheme/scheme.ts'

/** The scheme as it would be, ready to be adopted, with what the change gives to think about. */
export interface NextScheme {
  readonly source: string
  readonly scheme: Scheme
  readonly warnings: readonly Problem[]
}

/** The first edition that takes effect after a day; a change dated earlier would be lost in it. */
async function editionAfter(day: LocalDate, { schemes }: Stores): Promise<SchemeEdition | null> {
  let first: SchemeEdition | null = null
  for (let number = 1, one = await schemes.edition(number); one; number += 1, one = await schemes.edition(number)) {
    if (one.effectiveFrom > day && (first === null || one.effectiveFrom < first.effectiveFrom)) first = one
  }
  return first
}

/** The edition that a change from a day on is made in (MIN-2); refuses when a later one already waits. */
export async function baseOn(from: LocalDate, stores: Stores): Promise<SchemeEdition> {
  const later = await editionAfter(from, stores)
  return later ? refuse(texts.laterEdition(later.effectiveFrom)) : stores.schemes.inForce(from)
}

/**
 * An edition with a few places changed, held against schema, sense, law and the words of command, as `scheme check` does. Refuses, with
 * the reasons in words, when it would not be in order; what was so before is nobody's fault now.
 */
export function withEdits(base: SchemeEdition, edits: readonly Edit[], reserved: readonly string[]): NextScheme {
  const file = `${base.code}.yaml`
  const source = editText(base.source, edits) ?? refuse(texts.changedMeanwhile)
  const [before, after] = [readScheme(base.source, file, reserved), readScheme(source, file, reserved)]
  const known = new Set(('scheme' in before ? before.warnings : before.problems).map(({ message }) => message))
  const found = ('scheme' in after ? after.warnings : after.problems).filter(({ message }) => !known.has(message))
  const errors = found.filter(({ level }) => level === 'error')
  const reading = 'scheme' in after ? after : readScheme(source, file)
  if (errors.length > 0 || !('scheme' in reading)) return refuse(texts.wouldBeWrong(errors))
  return { source, scheme: reading.scheme, warnings: found }
}
