import type { LedgerProblem } from './ledger-problem.ts'
import { honouredKinds } from './ledger-rows.ts'
import { int, text, type Row } from '../row.ts'
import type { Sql } from '../sql.ts'

const honour = `SUM(CASE WHEN e.kind IN ${honouredKinds} THEN p.amount ELSE 0 END)`
const booked = 'posting p JOIN ledger_entry e ON e.village = p.village AND e.seq = p.seq'

const balanceFold = `SELECT a.id AS account, COALESCE(f.spendable, 0) AS spendable, COALESCE(f.honour, 0) AS honour, a.may_owe
  FROM account a LEFT JOIN (
    SELECT p.account, SUM(p.amount) AS spendable, ${honour} AS honour FROM ${booked} WHERE p.village = $1 GROUP BY p.account
  ) f ON f.account = a.id WHERE a.village = $1`
const rollupFold = `SELECT p.account, substr(e.on_day, 1, 7) AS month, SUM(p.amount) AS amount, ${honour} AS honour
  FROM ${booked} WHERE p.village = $1 GROUP BY p.account, substr(e.on_day, 1, 7)`

/** Differences between what is kept and what the postings add up to, by account (and month). */
function differences(
  kept: readonly Row[],
  folded: readonly Row[],
  keyOf: (row: Row) => string,
  figuresOf: (row: Row) => readonly number[],
) {
  const figures = (rows: readonly Row[]) => new Map(rows.map((row) => [keyOf(row), figuresOf(row).join(' and ')]))
  const [have, want] = [figures(kept), figures(folded)]
  return [...new Set([...have.keys(), ...want.keys()])]
    .filter((key) => have.get(key) !== want.get(key))
    .map((key) => `${key}: kept ${have.get(key) ?? 'nothing'}, postings give ${want.get(key) ?? 'nothing'}`)
}

/** Balances and rollups that are not the fold of the postings, and holders below zero who may not owe. */
export async function verifyPages(sql: Sql, village: string): Promise<readonly LedgerProblem[]> {
  const balances = await sql.all('SELECT account, spendable, honour FROM balance WHERE village = $1', [village])
  const rollups = await sql.all('SELECT account, month, amount, honour FROM month_rollup WHERE village = $1', [village])
  const balanced = await sql.all(balanceFold, [village])
  const rolled = await sql.all(rollupFold, [village])
  const wrongBalances = differences(
    balances,
    balanced,
    (row) => text(row, 'account'),
    (row) => [int(row, 'spendable'), int(row, 'honour')],
  )
  const wrongRollups = differences(
    rollups,
    rolled,
    (row) => `${text(row, 'account')} ${text(row, 'month')}`,
    (row) => [int(row, 'amount'), int(row, 'honour')],
  )
  const overdrawn = balanced.filter((row) => int(row, 'may_owe') === 0 && int(row, 'spendable') < 0)
  return [
    ...wrongBalances.map((detail) => ({ kind: 'balance', seq: null, detail }) as const),
    ...wrongRollups.map((detail) => ({ kind: 'rollup', seq: null, detail }) as const),
    ...overdrawn.map((row) => ({ kind: 'overdrawn', seq: null, detail: text(row, 'account') }) as const),
  ]
}

/** Makes balances and month rollups of a village anew from its postings; run it in a unit of the lane. */
export async function rebuildPages(sql: Sql, village: string): Promise<void> {
  await sql.write('DELETE FROM balance WHERE village = $1', [village])
  await sql.write('DELETE FROM month_rollup WHERE village = $1', [village])
  const columns = 'f.account, f.spendable, f.honour, f.may_owe'
  await sql.write(
    `INSERT INTO balance (village, account, spendable, honour, may_owe) SELECT v.id, ${columns} FROM village v, (${balanceFold}) f WHERE v.id = $1`,
    [village],
  )
  await sql.write(
    `INSERT INTO month_rollup (village, account, month, amount, honour)
      SELECT v.id, f.account, f.month, f.amount, f.honour FROM village v, (${rollupFold}) f WHERE v.id = $1`,
    [village],
  )
}
