import type { AuditRow } from '../../case.ts'
import type { AuditStore } from '../../stores/stores.ts'
import { int, intOrNull, text, textOrNull } from '../row.ts'
import type { Sql } from '../sql.ts'

/** Keeps one act for the supervisors; order is the order of writing. */
export async function writeAudit(sql: Sql, village: string, row: AuditRow): Promise<void> {
  await sql.write(
    `INSERT INTO audit (village, seq, at, actor, action, number, from_state, to_state, detail)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [village, await sql.stamp(), row.at, row.actor, row.action, row.number, row.from, row.to, row.detail],
  )
}

/** What supervisors can read back of one village. */
export function auditStore(sql: Sql, village: string): AuditStore {
  return {
    write: (row) => writeAudit(sql, village, row),
    async of(number) {
      const rows = await sql.all(
        'SELECT at, actor, action, number, from_state, to_state, detail FROM audit WHERE village = $1 AND number = $2 ORDER BY seq',
        [village, number],
      )
      return rows.map((row) => ({
        at: int(row, 'at'),
        actor: textOrNull(row, 'actor'),
        action: text(row, 'action'),
        number: intOrNull(row, 'number'),
        from: textOrNull(row, 'from_state'),
        to: textOrNull(row, 'to_state'),
        detail: textOrNull(row, 'detail'),
      }))
    },
  }
}
