import { nextState } from '../../case.ts'
import type { CaseStore } from '../../stores/stores.ts'
import { IllegalMove, Overtaken } from '../../stores/store-errors.ts'
import { writeAudit } from './audit-store.ts'
import { caseAmending, UnknownCase } from './case-amending.ts'
import { caseOpening } from './case-opening.ts'
import { decisionOf, evidenceOf } from './case-rows.ts'
import { caseSearch } from './case-search.ts'
import { int } from '../row.ts'
import type { Sql } from '../sql.ts'

/** The cases of one village. `newId` makes the ids of decisions and evidence. */
export function caseStore(sql: Sql, village: string, newId: (prefix: string) => string): CaseStore {
  return {
    ...caseSearch(sql, village),
    ...caseOpening(sql, village),
    ...caseAmending(sql, village),
    async move(file, action, by, at, detail) {
      const state = nextState(file.kind, file.state, action)
      if (state === undefined) throw new IllegalMove(`#${String(file.number)} ${file.kind} ${file.state} → ${action}`)
      const moved = await sql.write(
        `UPDATE case_file SET state = $1, version = version + 1 WHERE village = $2 AND number = $3 AND kind = $4 AND state = $5 AND version = $6`,
        [state, village, file.number, file.kind, file.state, file.version],
      )
      if (moved !== 1) throw new Overtaken(file.number)
      await writeAudit(sql, village, { at, actor: by, action, number: file.number, from: file.state, to: state, detail: detail ?? null })
      return { ...file, state, version: file.version + 1 }
    },
    async decide(decision) {
      const id = newId('decision')
      await sql.write(
        'INSERT INTO decision (village, id, number, seq, actor, verdict, points, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
        [village, id, decision.number, await sql.stamp(), decision.by, decision.verdict, decision.points, decision.reason, decision.at],
      )
      return { ...decision, id, revokedAt: null }
    },
    async decisions(number) {
      const rows = await sql.all(
        'SELECT id, number, actor, verdict, points, reason, at, revoked_at FROM decision WHERE village = $1 AND number = $2 ORDER BY seq',
        [village, number],
      )
      return rows.map(decisionOf)
    },
    async latestDecisionBy(person) {
      const row = await sql.one(
        `SELECT id, number, actor, verdict, points, reason, at, revoked_at FROM decision
          WHERE village = $1 AND actor = $2 AND revoked_at IS NULL ORDER BY seq DESC LIMIT 1`,
        [village, person],
      )
      return row && decisionOf(row)
    },
    async revokeDecision(id, at) {
      const revoked = await sql.write('UPDATE decision SET revoked_at = $1 WHERE village = $2 AND id = $3 AND revoked_at IS NULL', [
        at,
        village,
        id,
      ])
      if (revoked === 1) return
      const row = await sql.one('SELECT number FROM decision WHERE village = $1 AND id = $2', [village, id])
      if (!row) throw new UnknownCase('no such decision')
      throw new Overtaken(int(row, 'number'))
    },
    async addEvidence(evidence) {
      const id = newId('evidence')
      await sql.write(
        'INSERT INTO evidence (village, id, number, seq, kind, media, text, actor, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
        [village, id, evidence.number, await sql.stamp(), evidence.kind, evidence.media, evidence.text, evidence.by, evidence.at],
      )
      return { ...evidence, id }
    },
    async evidence(number) {
      const rows = await sql.all(
        'SELECT id, number, kind, media, text, actor, at FROM evidence WHERE village = $1 AND number = $2 ORDER BY seq',
        [village, number],
      )
      return rows.map(evidenceOf)
    },
  }
}
