import { addDays, instantOf, type LocalDate } from '../../dates.ts'
import type { Reconciliation } from '../../period.ts'
import { int, text } from '../row.ts'
import type { Sql, Value } from '../sql.ts'

/** Reports that were booked within two instants, with their points. */
const booked = `audit m JOIN case_file c ON c.village = m.village AND c.number = m.number
  JOIN report r ON r.village = c.village AND r.number = c.number
  WHERE m.village = $1 AND m.at >= $2 AND m.at < $3 AND m.action = 'close' AND m.to_state = 'booked' AND r.points > 0`

/** Nobody stands behind a report: nobody approved it, or answered an objection to it with other points. */
const undecided = `NOT EXISTS (SELECT 1 FROM decision d
    WHERE d.village = c.village AND d.number = c.number AND d.revoked_at IS NULL AND d.verdict IN ('approve', 'correct'))
  AND NOT EXISTS (SELECT 1 FROM objection o JOIN decision d ON d.village = o.village AND d.number = o.number
    WHERE o.village = c.village AND o.target = c.number AND d.revoked_at IS NULL AND d.verdict IN ('approve', 'correct'))`

/** 五本账核对 (YX-6): what the product has of the five sources for the days of a year, and where they do not agree. */
export async function reconcileYear(sql: Sql, village: string, first: LocalDate, last: LocalDate): Promise<Reconciliation> {
  const instants = [village, instantOf(first), instantOf(addDays(last, 1))] as const
  const days = [village, first, last] as const
  const count = async (statement: string, values: readonly Value[]) => {
    const row = await sql.one(statement, values)
    return row ? int(row, 'found') : 0
  }
  const numbers = async (where: string) =>
    (await sql.all(`SELECT c.number FROM ${booked} AND ${where} ORDER BY c.number`, instants)).map((row) => int(row, 'number'))
  const strays = await sql.all(
    `SELECT e.cause FROM ledger_entry e WHERE e.village = $1 AND e.on_day >= $2 AND e.on_day <= $3
      AND (e.cause LIKE 'report:%' OR e.cause LIKE 'deduction:%')
      AND e.cause NOT IN (SELECT c.kind || ':' || c.number FROM case_file c WHERE c.village = $1 AND c.kind IN ('report', 'deduction'))
      ORDER BY e.seq`,
    days,
  )
  const wrong = await sql.all(
    `SELECT a.book, a.holder FROM account a JOIN balance b ON b.village = a.village AND b.account = a.id
      WHERE a.village = $1 AND b.spendable <>
        COALESCE((SELECT SUM(p.amount) FROM posting p WHERE p.village = a.village AND p.account = a.id), 0) ORDER BY a.book, a.holder`,
    [village],
  )
  const within = 'village = $1 AND at >= $2 AND at < $3'
  return {
    opened: await count('SELECT COUNT(*) AS found FROM case_file WHERE village = $1 AND opened_at >= $2 AND opened_at < $3', instants),
    decided: await count(`SELECT COUNT(*) AS found FROM decision WHERE ${within} AND revoked_at IS NULL`, instants),
    agreed: await count(`SELECT COUNT(*) AS found FROM audit WHERE ${within} AND action = 'confirm' AND to_state = 'confirmed'`, instants),
    entries: await count('SELECT COUNT(*) AS found FROM ledger_entry WHERE village = $1 AND on_day >= $2 AND on_day <= $3', days),
    cards: await count(
      `SELECT COUNT(*) AS found FROM account a JOIN balance b ON b.village = a.village AND b.account = a.id
        WHERE a.village = $1 AND a.holder_kind IN ('household', 'person') AND (b.spendable <> 0 OR b.honour <> 0)`,
      [village],
    ),
    withoutEntry: await numbers(
      `NOT EXISTS (SELECT 1 FROM ledger_entry e WHERE e.village = c.village AND e.cause = 'report:' || c.number)`,
    ),
    withoutDecision: await numbers(undecided),
    withoutCase: strays.map((row) => text(row, 'cause')),
    wrongCards: wrong.map((row) => `${text(row, 'book')} ${text(row, 'holder')}`),
  }
}
