import type { Appraisal } from '../../models/appraisal.ts'

/** What a cadre's marks are, in the order in which they are printed; a donation counts only where the village has said so. */
const marks = ['attendance', 'competence', 'tasks', 'satisfaction'] as const

/** A line of the record for the appraisal meeting: a proposal, never a decision. */
export interface AppraisalRow extends Appraisal {
  readonly total: number
  readonly place: number
  /** last of those paid by subsidy → yellow card; of other posts only who is last and below zero in the cadres' book */
  readonly remark: 'yellow-card' | 'negative-and-last' | null
}

const totalOf = (one: Appraisal, donations: boolean): number =>
  marks.reduce((sum, mark) => sum + (one[mark] ?? 0), donations ? (one.donation ?? 0) : 0)

/** The last alone: several on one last place are cut by nobody, and one alone of a kind is no last. */
function lastOf(rows: readonly AppraisalRow[]): AppraisalRow | undefined {
  const place = Math.max(...rows.map((row) => row.place))
  const last = rows.filter((row) => row.place === place)
  return rows.length > 1 && last.length === 1 ? last[0] : undefined
}

/**
 * 干部评议建议 (YX-7): ranked by the sum of the marks. The last of 定补干部 is marked with a yellow card; of the other posts the last one
 * only when their points of the year are below zero as well. It touches no candidacy, office or pay.
 */
export function appraise(
  appraisals: readonly Appraisal[],
  { donations, pointsOf }: { readonly donations: boolean; pointsOf(person: string): number },
): readonly AppraisalRow[] {
  const totals = appraisals.map((one) => ({ ...one, total: totalOf(one, donations) }))
  const rows = totals
    .map((one): AppraisalRow => ({ ...one, place: totals.filter(({ total }) => total > one.total).length + 1, remark: null }))
    .toSorted((one, other) => one.place - other.place || (one.person < other.person ? -1 : 1))
  const yellow = lastOf(rows.filter(({ subsidised }) => subsidised))
  const negative = lastOf(rows.filter(({ subsidised }) => !subsidised))
  return rows.map((row) => {
    if (row === yellow) return { ...row, remark: 'yellow-card' }
    return row === negative && pointsOf(row.person) < 0 ? { ...row, remark: 'negative-and-last' } : row
  })
}
