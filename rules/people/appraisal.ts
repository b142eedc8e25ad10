import type { Appraisal } from '../../models/appraisal.ts'

/** What a cadre's marks are, in the order in which they are printed; a donation counts only where the village has said so. */
const marks = ['attendance', 'competence', 'tasks', 'satisfaction'] as const

/** A line of the record for the appraisal meeting: a proposal, never a decision. */
export interface AppraisalRow extends Appraisal {
  readonly total: number
  readonly place: number
  /**
   * last of those paid by subsidy → yellow card; of other posts only who is last and below zero in the cadres' book; who stood first of
   * the own kind of post this year and the year before
   */
  readonly remark: 'yellow-card' | 'negative-and-last' | 'first-two-years' | null
}

/** A cadre with the sum of the year's marks, and the place by it among all. */
type Ranked = Omit<AppraisalRow, 'remark'>

const totalOf = (one: Appraisal, donations: boolean): number =>
  marks.reduce((sum, mark) => sum + (one[mark] ?? 0), donations ? (one.donation ?? 0) : 0)

/** By the sum of the marks, the best first; `donations` says whether 公益事业捐献 counts. */
function ranked(appraisals: readonly Appraisal[], donations: boolean): readonly Ranked[] {
  const totals = appraisals.map((one) => ({ ...one, total: totalOf(one, donations) }))
  return totals
    .map((one) => ({ ...one, place: totals.filter(({ total }) => total > one.total).length + 1 }))
    .toSorted((one, other) => one.place - other.place || (one.person < other.person ? -1 : 1))
}

/** 定补干部, and those of other posts: first and last are each among their own. */
const kindsOf = (rows: readonly Ranked[]): readonly (readonly Ranked[])[] => [
  rows.filter(({ subsidised }) => subsidised),
  rows.filter(({ subsidised }) => !subsidised),
]

/** The last alone: several on one last place are cut by nobody, and one alone of a kind is no last. */
function lastOf(rows: readonly Ranked[]): Ranked | undefined {
  const place = Math.max(...rows.map((row) => row.place))
  const last = rows.filter((row) => row.place === place)
  return rows.length > 1 && last.length === 1 ? last[0] : undefined
}

/** Who stood first of the own kind of post in a year; one alone of a kind is no first, nor is anybody where all stand alike. */
export function firstIn(appraisals: readonly Appraisal[], donations: boolean): ReadonlySet<string> {
  const firsts = kindsOf(ranked(appraisals, donations)).flatMap((rows) => {
    const place = Math.min(...rows.map((row) => row.place))
    const first = rows.filter((row) => row.place === place)
    return first.length < rows.length ? first : []
  })
  return new Set(firsts.map(({ person }) => person))
}

/** What a year's record needs beside the marks. */
export interface AppraisalFacts {
  /** whether 公益事业捐献 counts; off by default */
  readonly donations: boolean
  /** who stood first the year before */
  readonly firstBefore: ReadonlySet<string>
  pointsOf(person: string): number
}

/**
 * 干部评议建议 (YX-7): ranked by the sum of the marks. The last of 定补干部 is marked with a yellow card; of the other posts the last one
 * only when their points of the year are below zero as well; and who is first of the own kind of post for the second year running. It
 * touches no candidacy, office or pay.
 */
export function appraise(appraisals: readonly Appraisal[], { donations, firstBefore, pointsOf }: AppraisalFacts): readonly AppraisalRow[] {
  const rows = ranked(appraisals, donations)
  const [yellow, negative] = kindsOf(rows).map(lastOf)
  const first = firstIn(appraisals, donations)
  const remarkOf = (row: Ranked): AppraisalRow['remark'] => {
    if (row === yellow) return 'yellow-card'
    if (row === negative && pointsOf(row.person) < 0) return 'negative-and-last'
    return first.has(row.person) && firstBefore.has(row.person) ? 'first-two-years' : null
  }
  return rows.map((row) => ({ ...row, remark: remarkOf(row) }))
}
