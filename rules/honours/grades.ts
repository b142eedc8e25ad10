import { levelOf, type Level } from './levels.ts'
import { type Honoured, placed, type Standing } from './standing.ts'

/** What a recorded resolution says of a member's year: months that count (joined during it, ill, away), or no grade at all. */
export type Exception = { readonly kind: 'months'; readonly months: number } | { readonly kind: 'exempt' }

/** What a grade depends on beside the points (JS-R4). */
export interface Conduct {
  /** a record of one of the scheme's nine kinds */
  readonly badRecord: boolean
  readonly exception: Exception | null
}

/** The months of a year over which a grade's thresholds are meant. */
const wholeYear = 12

/** 建议等次 (JS-R4): a bad record gives the lowest; thresholds above zero count for the months that count, rounded up; null = no grade. */
export function gradeOf(levels: readonly Level[], points: number, { badRecord, exception }: Conduct): string | null {
  const [lowest] = levels
  if (badRecord) return lowest?.title ?? null
  if (exception?.kind === 'exempt') return null
  const months = exception?.months ?? wholeYear
  const fair = levels.map(({ title, from }) => ({ title, from: from > 0 ? Math.ceil((from * months) / wholeYear) : from }))
  return (levelOf(fair, points) ?? lowest)?.title ?? null
}

/** The proposed grade of everybody who has one; who is exempt is left out. */
export function gradesHonour(
  standings: readonly Standing[],
  levels: readonly Level[],
  conductOf: (holder: string) => Conduct,
): readonly Honoured[] {
  return placed(standings).flatMap(({ holder, place, points }) => {
    const title = gradeOf(levels, points, conductOf(holder))
    return title === null ? [] : [{ holder, place, points, title }]
  })
}
