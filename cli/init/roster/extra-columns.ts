import { baseRule } from '../../../rules/books/base-points.ts'
import type { Scheme } from '../../../rules/scheme.ts'

/** Columns that a roster may have where the scheme has a use for them: 户类别 (XY-1), and what base points depend on (JY-3, YX-1). */
export const extraColumns = ['category', 'inTown', 'moved', 'contracted'] as const

/** One of them. */
export type ExtraColumn = (typeof extraColumns)[number]

/** All of them: read where the scheme cannot be, so that whatever is wrong is told at once. */
export const everyExtra: ReadonlySet<ExtraColumn> = new Set(extraColumns)

function neededByBook(scheme: Scheme, code: string): readonly ExtraColumn[] {
  const rule = baseRule(scheme, code)
  if (rule.kind === 'contracted') return ['moved', 'contracted']
  return rule.inTown === undefined || rule.inTown === rule.points ? [] : ['inTown']
}

/** What a scheme has a use for; nothing else is read, and nothing else is kept (PIPL 6). */
export function extrasOf(scheme: Scheme): ReadonlySet<ExtraColumn> {
  const phased = (scheme.participants?.phases ?? []).length > 0
  return new Set([...(phased ? (['category'] as const) : []), ...Object.keys(scheme.books).flatMap((code) => neededByBook(scheme, code))])
}
