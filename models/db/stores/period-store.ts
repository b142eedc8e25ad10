import { addDays, daysOf } from '../../dates.ts'
import type { Period, PeriodStore } from '../../period.ts'
import { IllegalMove } from '../../stores/store-errors.ts'
import { sha256 } from '../ledger/ledger-rows.ts'
import { reconcileYear } from '../checks/reconciling.ts'
import { int, oneOf, text, textOrNull, type Row } from '../row.ts'
import type { Sql } from '../sql.ts'

const columns = 'period, state, last_seq, totals, notice_until'

/** The period of a row of its table. */
export const periodOf = (row: Row): Period => ({
  period: text(row, 'period'),
  state: oneOf(row, 'state', ['cut-off', 'notice', 'locked']),
  lastSeq: int(row, 'last_seq'),
  totals: text(row, 'totals'),
  noticeUntil: textOrNull(row, 'notice_until'),
})

/** The last entry up to the end of a period, 0 when there is none, and the digest of the totals of every page in it. */
export async function totalsOf(sql: Sql, village: string, period: string): Promise<{ readonly lastSeq: number; readonly totals: string }> {
  const { first, last } = daysOf(period)
  const newest = await sql.one('SELECT COALESCE(MAX(seq), 0) AS seq FROM ledger_entry WHERE village = $1 AND on_day <= $2', [village, last])
  const rows = await sql.all(
    `SELECT account, month, amount, honour FROM month_rollup WHERE village = $1 AND month >= $2 AND month <= $3 ORDER BY month, account`,
    [village, first.slice(0, 7), last.slice(0, 7)],
  )
  // the two databases do not sort words alike
  const lines = rows.map((row) => [text(row, 'month'), text(row, 'account'), int(row, 'amount'), int(row, 'honour')].join(' '))
  return { lastSeq: newest ? int(newest, 'seq') : 0, totals: sha256(lines.sort().join('\n')) }
}

/** The closed periods of one village. */
export function periodStore(sql: Sql, village: string): PeriodStore {
  const find = async (period: string): Promise<Period> => {
    const row = await sql.one(`SELECT ${columns} FROM period WHERE village = $1 AND period = $2`, [village, period])
    return row ? periodOf(row) : { period, state: 'open', lastSeq: null, totals: null, noticeUntil: null }
  }
  const inState = async (state: string, where = '', values: readonly string[] = []) => {
    const rows = await sql.all(`SELECT ${columns} FROM period WHERE village = $1 AND state = $2 ${where} ORDER BY period`, [
      village,
      state,
      ...values,
    ])
    return rows.map(periodOf)
  }
  return {
    of: find,
    async cutOff(period, at) {
      const { lastSeq, totals } = await totalsOf(sql, village, period)
      const added = await sql.write(
        `INSERT INTO period (village, period, state, last_seq, totals, cut_off_at) VALUES ($1, $2, 'cut-off', $3, $4, $5) ON CONFLICT DO NOTHING`,
        [village, period, lastSeq, totals, at],
      )
      if (added !== 1) throw new IllegalMove(`${period} is closed already`)
      return find(period)
    },
    async post(period, until, at) {
      const moved = await sql.write(
        `UPDATE period SET state = 'notice', notice_until = $1, posted_at = $2 WHERE village = $3 AND period = $4 AND state = 'cut-off'`,
        [until, at, village, period],
      )
      if (moved !== 1) throw new IllegalMove(`${period} is not cut off`)
    },
    async lockEnded(today, at) {
      const ended = await inState('notice', 'AND notice_until <= $3', [addDays(today, -1)])
      for (const { period } of ended) {
        await sql.write(`UPDATE period SET state = 'locked', locked_at = $1 WHERE village = $2 AND period = $3`, [at, village, period])
      }
      return ended.map((period) => ({ ...period, state: 'locked' }))
    },
    inState: (state) => inState(state),
    reconcile: (first, last) => reconcileYear(sql, village, first, last),
  }
}
