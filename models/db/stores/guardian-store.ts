import type { GuardianStore } from '../../guardian.ts'
import { writeAudit } from './audit-store.ts'
import { int, text } from '../row.ts'
import type { Sql } from '../sql.ts'

/** The guardians' consents of one village; a later one stands beside the earlier ones, which stay as they were. */
export function guardianStore(sql: Sql, village: string): GuardianStore {
  const audited = (action: string, child: string, actor: string, at: number) =>
    writeAudit(sql, village, { at, actor, action, number: null, from: null, to: child, detail: null })
  return {
    async standing(child) {
      const row = await sql.one(
        `SELECT child, guardian, at FROM guardian_consent
          WHERE village = $1 AND child = $2 AND withdrawn_at IS NULL ORDER BY seq DESC LIMIT 1`,
        [village, child],
      )
      return row && { child: text(row, 'child'), guardian: text(row, 'guardian'), at: int(row, 'at') }
    },
    async consent({ child, guardian, at }) {
      await sql.write('INSERT INTO guardian_consent (village, child, seq, guardian, at) VALUES ($1, $2, $3, $4, $5)', [
        village,
        child,
        await sql.stamp(),
        guardian,
        at,
      ])
      await audited('guardian-consent', child, guardian, at)
    },
    async withdraw(child, by, at) {
      const gone = await sql.write(
        'UPDATE guardian_consent SET withdrawn_at = $1, withdrawn_by = $2 WHERE village = $3 AND child = $4 AND withdrawn_at IS NULL',
        [at, by, village, child],
      )
      if (gone > 0) await audited('guardian-consent-withdrawn', child, by, at)
    },
  }
}
