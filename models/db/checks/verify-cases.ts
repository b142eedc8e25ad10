import type { Sql } from '../sql.ts'
import { readCaseRows, type CaseProblem } from './verify-case-rows.ts'
import { verifyDecisions, type QuorumOf } from './verify-decisions.ts'
import { verifyDeductions } from './verify-deductions.ts'
import { verifyEntries } from './verify-entries.ts'
import { verifyNumbers, verifyOwnRows, verifyWalks } from './verify-moves.ts'
import { verifyDuplicates, verifyObjections } from './verify-objections.ts'
import { verifyOutbox } from './verify-outbox.ts'

/**
 * Checks every case of a village: numbers, rows, moves, who decided, notice, objections, entries, and what was said about them.
 * Run it in one reading. Households are those of today's register. Without `quorumOf` one other household's consent is asked for.
 */
export async function verifyCases(sql: Sql, village: string, quorumOf: QuorumOf = () => 1): Promise<readonly CaseProblem[]> {
  const rows = await readCaseRows(sql, village)
  return [
    ...verifyNumbers(rows),
    ...verifyOwnRows(rows),
    ...verifyWalks(rows),
    ...verifyDecisions(rows, quorumOf),
    ...verifyDeductions(rows),
    ...verifyObjections(rows),
    ...verifyDuplicates(rows),
    ...verifyEntries(rows),
    ...(await verifyOutbox(sql, village)),
  ]
}
