import { dateOf } from '../../dates.ts'
import { genesis, hashedText, type Entry } from '../../ledger.ts'
import { verifyPages } from '../ledger/ledger-fold.ts'
import { negated } from '../ledger/ledger-posting.ts'
import type { LedgerProblem } from '../ledger/ledger-problem.ts'
import { entriesWhere, publicCause, sha256 } from '../ledger/ledger-rows.ts'
import { int, text } from '../row.ts'
import type { Sql } from '../sql.ts'
import { verifyPeriods } from './verify-periods.ts'

/** The outcome of a check: what does not agree, and how far the chain was read. */
export interface LedgerCheck {
  readonly problems: readonly LedgerProblem[]
  readonly checkedTo: number
  readonly head: string
}

const page = 500

/**
 * Checks a village's ledger: the chain from the entry after `fromSeq` on, and always all sums, balances, rollups, causes and
 * reversals. Run it in one reading, so that nothing moves meanwhile.
 */
export async function verifyLedger(sql: Sql, village: string, fromSeq: number): Promise<LedgerCheck> {
  const problems: LedgerProblem[] = []
  let { seq, hash } = await startOf(sql, village, fromSeq)
  for (;;) {
    const entries = await entriesWhere(sql, village, 'e.seq > $2', [seq], page)
    for (const entry of entries) {
      problems.push(...verifyLink(entry, seq, hash))
      ;({ seq, hash } = entry)
    }
    if (entries.length < page) break
  }
  problems.push(
    ...(await verifyHead(sql, village, seq, hash)),
    ...(await verifyRows(sql, village)),
    ...(await verifyReversals(sql, village)),
    ...(await verifyNotes(sql, village, fromSeq)),
    ...(await verifyPages(sql, village)),
    ...(await verifyPeriods(sql, village)),
  )
  return { problems, checkedTo: seq, head: hash }
}

async function startOf(sql: Sql, village: string, fromSeq: number) {
  const row = await sql.one('SELECT hash FROM ledger_entry WHERE village = $1 AND seq = $2', [village, fromSeq])
  return row ? { seq: fromSeq, hash: text(row, 'hash') } : { seq: 0, hash: genesis }
}

function verifyLink(entry: Entry, before: number, prev: string): readonly LedgerProblem[] {
  const problems: LedgerProblem[] = []
  const { seq } = entry
  if (seq !== before + 1) problems.push({ kind: 'gap', seq, detail: `follows ${String(before)}` })
  if (entry.prev !== prev) problems.push({ kind: 'chain', seq, detail: 'does not name the hash of the entry before' })
  if (sha256(hashedText(entry)) !== entry.hash) problems.push({ kind: 'hash', seq, detail: 'its public fields give another hash' })
  if (dateOf(entry.at) !== entry.on) problems.push({ kind: 'day', seq, detail: `booked on ${entry.on}, at ${dateOf(entry.at)}` })
  return problems
}

async function verifyHead(sql: Sql, village: string, seq: number, hash: string): Promise<readonly LedgerProblem[]> {
  const row = await sql.one('SELECT ledger_seq, ledger_head FROM village WHERE id = $1', [village])
  if (row && int(row, 'ledger_seq') === seq && text(row, 'ledger_head') === hash) return []
  return [{ kind: 'head', seq: null, detail: `the chain ends at ${String(seq)}, the village says otherwise` }]
}

/** Sums, posting sets and causes, by the database. */
async function verifyRows(sql: Sql, village: string): Promise<readonly LedgerProblem[]> {
  const sums = await sql.all(
    'SELECT seq, unit, SUM(amount) AS total FROM posting WHERE village = $1 GROUP BY seq, unit HAVING SUM(amount) <> 0',
    [village],
  )
  const bare = await sql.all(
    `SELECT e.seq FROM ledger_entry e WHERE e.village = $1
      AND NOT EXISTS (SELECT 1 FROM posting p WHERE p.village = e.village AND p.seq = e.seq)`,
    [village],
  )
  const stray = await sql.all(
    `SELECT DISTINCT p.seq FROM posting p WHERE p.village = $1
      AND NOT EXISTS (SELECT 1 FROM ledger_entry e WHERE e.village = p.village AND e.seq = p.seq)`,
    [village],
  )
  const causes = await sql.all('SELECT cause, MAX(seq) AS seq FROM ledger_entry WHERE village = $1 GROUP BY cause HAVING COUNT(*) > 1', [
    village,
  ])
  return [
    ...sums.map(
      (row) => ({ kind: 'sum', seq: int(row, 'seq'), detail: `${text(row, 'unit')} sum to ${String(int(row, 'total'))}` }) as const,
    ),
    ...bare.map((row) => ({ kind: 'postings', seq: int(row, 'seq'), detail: 'an entry without postings' }) as const),
    ...stray.map((row) => ({ kind: 'postings', seq: int(row, 'seq'), detail: 'postings without an entry' }) as const),
    ...causes.map((row) => ({ kind: 'cause', seq: int(row, 'seq'), detail: `${text(row, 'cause')} was booked more than once` }) as const),
  ]
}

async function verifyReversals(sql: Sql, village: string): Promise<readonly LedgerProblem[]> {
  const problems: LedgerProblem[] = []
  const reversed = new Set<number>()
  for (const reversal of await entriesWhere(sql, village, 'e.reverses IS NOT NULL AND e.seq > $2', [0])) {
    const { seq, reverses } = reversal
    if (reverses === null) continue
    if (reversed.has(reverses)) problems.push({ kind: 'reversal', seq, detail: `entry ${String(reverses)} is reversed twice` })
    reversed.add(reverses)
    const [original] = await entriesWhere(sql, village, 'e.seq = $2', [reverses])
    const exact =
      original && original.kind === reversal.kind && JSON.stringify(negated(original.postings)) === JSON.stringify(reversal.postings)
    if (!exact) problems.push({ kind: 'reversal', seq, detail: `not the exact negative of entry ${String(reverses)}` })
  }
  return problems
}

/** Words that were not erased must still give the digest in the chain. */
async function verifyNotes(sql: Sql, village: string, fromSeq: number): Promise<readonly LedgerProblem[]> {
  const rows = await sql.all(
    `SELECT n.seq, n.salt, n.text, e.cause, e.note_digest FROM ledger_note n JOIN ledger_entry e ON e.village = n.village AND e.seq = n.seq
      WHERE n.village = $1 AND n.seq > $2 ORDER BY n.seq`,
    [village, fromSeq],
  )
  return rows
    .filter(
      (row) =>
        publicCause(text(row, 'cause'), sha256(text(row, 'salt') + text(row, 'text'))) !==
        publicCause(text(row, 'cause'), text(row, 'note_digest')),
    )
    .map((row) => ({ kind: 'note', seq: int(row, 'seq'), detail: 'its words give another digest' }) as const)
}
