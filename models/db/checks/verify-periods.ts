import { daysOf } from '../../dates.ts'
import type { LedgerProblem } from '../ledger/ledger-problem.ts'
import { periodOf, totalsOf } from '../stores/period-store.ts'
import { int } from '../row.ts'
import type { Sql } from '../sql.ts'

/** Closed periods whose totals have changed, and entries that were booked into one after it was cut off. */
export async function verifyPeriods(sql: Sql, village: string): Promise<readonly LedgerProblem[]> {
  const problems: LedgerProblem[] = []
  const rows = await sql.all('SELECT period, state, last_seq, totals, notice_until FROM period WHERE village = $1 ORDER BY period', [
    village,
  ])
  for (const { period, lastSeq, totals } of rows.map(periodOf)) {
    const now = await totalsOf(sql, village, period)
    if (now.totals !== totals)
      problems.push({ kind: 'period', seq: null, detail: `the totals of ${period} have changed since it was closed` })
    const late = await sql.all('SELECT seq FROM ledger_entry WHERE village = $1 AND on_day <= $2 AND seq > $3 ORDER BY seq LIMIT 10', [
      village,
      daysOf(period).last,
      lastSeq ?? 0,
    ])
    problems.push(
      ...late.map((row) => ({ kind: 'period', seq: int(row, 'seq'), detail: `booked into ${period}, which is closed` }) as const),
    )
  }
  return problems
}
