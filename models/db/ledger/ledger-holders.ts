import { baseBook, type RankRow } from '../../ledger.ts'
import type { LedgerPages } from '../../ledger-pages.ts'
import { int, text } from '../row.ts'
import type { Sql } from '../sql.ts'

/** Equal points share a place and the next place is skipped: 1, 1, 3. */
function placed(rows: readonly Omit<RankRow, 'place'>[]): readonly RankRow[] {
  let place = 0
  let points: number | undefined
  return rows.map((row, index) => {
    if (row.points !== points) place = index + 1
    points = row.points
    return { place, ...row }
  })
}

const wholeYears = (fromMonth: string, toMonth: string): boolean => fromMonth.endsWith('-01') && toMonth.endsWith('-12')

/** Reads the pages of all holders of one village's books. */
export function ledgerHolders(sql: Sql, village: string): LedgerPages {
  return {
    async ranking(book, fromMonth, toMonth, unit, base = wholeYears(fromMonth, toMonth) ? 'with' : 'without') {
      const ofUnit = unit === null ? '' : 'AND h.unit = $6'
      // base points are no honour: they are the amount of a book of their own (ADR 0004)
      const points = 'SUM(CASE WHEN a.book = $1 THEN m.honour ELSE m.amount END)'
      const rows = await sql.all(
        `SELECT h.id AS household, h.number, ${points} AS points
          FROM account a
          JOIN month_rollup m ON m.village = a.village AND m.account = a.id
          LEFT JOIN person p ON a.holder_kind = 'person' AND p.village = a.village AND p.id = a.holder
          JOIN household h ON h.village = a.village AND h.id = COALESCE(p.household, a.holder)
          WHERE a.village = $2 AND a.book IN ($1, $3) AND a.holder_kind IN ('household', 'person') AND m.month >= $4 AND m.month <= $5 ${ofUnit}
          GROUP BY h.id, h.number HAVING ${points} <> 0 ORDER BY points DESC, h.number`,
        [book, village, base === 'with' ? baseBook(book) : book, fromMonth, toMonth, ...(unit === null ? [] : [unit])],
      )
      return placed(rows.map((row) => ({ household: text(row, 'household'), points: int(row, 'points') })))
    },
    async gains(book, holderKind, fromMonth, toMonth) {
      const rows = await sql.all(
        `SELECT a.holder, SUM(m.amount) AS amount, SUM(m.honour) AS honour
          FROM account a JOIN month_rollup m ON m.village = a.village AND m.account = a.id
          WHERE a.village = $1 AND a.book = $2 AND a.holder_kind = $3 AND m.month >= $4 AND m.month <= $5 GROUP BY a.holder ORDER BY a.holder`,
        [village, book, holderKind, fromMonth, toMonth],
      )
      return rows.map((row) => ({ holder: text(row, 'holder'), amount: int(row, 'amount'), honour: int(row, 'honour') }))
    },
    async standingsAt(book, holderKind, day) {
      // what a later award brought and a reversal took again was never there at the end of the day
      const taken = 'e.on_day > $1 AND p.amount < 0 AND (r.seq IS NULL OR r.on_day <= $1)'
      const rows = await sql.all(
        `SELECT a.holder, SUM(CASE WHEN e.on_day <= $1 THEN p.amount ELSE 0 END) AS then_there,
            SUM(CASE WHEN ${taken} THEN p.amount ELSE 0 END) AS taken
          FROM account a
          JOIN posting p ON p.village = a.village AND p.account = a.id
          JOIN ledger_entry e ON e.village = p.village AND e.seq = p.seq
          LEFT JOIN ledger_entry r ON r.village = e.village AND r.seq = e.reverses
          WHERE a.village = $2 AND a.book = $3 AND a.holder_kind = $4 GROUP BY a.holder ORDER BY a.holder`,
        [day, village, book, holderKind],
      )
      return rows.map((row) => ({ holder: text(row, 'holder'), then: int(row, 'then_there'), takenSince: int(row, 'taken') }))
    },
  }
}
