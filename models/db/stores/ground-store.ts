import type { GroundStore } from '../../ground.ts'
import { writeAudit } from './audit-store.ts'
import { flag, text } from '../row.ts'
import type { Sql } from '../sql.ts'

const bit = (yes: boolean) => (yes ? 1 : 0)

/** What the base points of one village's people depend on. */
export function groundStore(sql: Sql, village: string): GroundStore {
  return {
    async all() {
      const rows = await sql.all('SELECT person, in_town, contracted, moved FROM base_ground WHERE village = $1 ORDER BY person', [village])
      return rows.map((row) => ({
        person: text(row, 'person'),
        inTown: flag(row, 'in_town'),
        contracted: flag(row, 'contracted'),
        moved: flag(row, 'moved'),
      }))
    },
    async set({ person, inTown, contracted, moved }, by, at) {
      await sql.write(
        `INSERT INTO base_ground (village, person, in_town, contracted, moved, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
          ON CONFLICT (village, person) DO UPDATE SET in_town = excluded.in_town, contracted = excluded.contracted,
            moved = excluded.moved, set_by = excluded.set_by, set_at = excluded.set_at`,
        [village, person, bit(inTown), bit(contracted), bit(moved), by, at],
      )
      await writeAudit(sql, village, { at, actor: by, action: 'base-ground', number: null, from: null, to: null, detail: person })
    },
  }
}
