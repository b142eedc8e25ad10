import type { VillageStore } from '../../stores/stores.ts'
import type { Village } from '../../village.ts'
import { flag, int, text, type Row } from '../row.ts'
import type { Sql } from '../sql.ts'

/** The columns that make a `Village`. */
export const villageColumns = 'id, name, training, clock_offset, revision, created_at'

/** The village of a row with `villageColumns`. */
export const villageOf = (row: Row): Village => ({
  id: text(row, 'id'),
  name: text(row, 'name'),
  training: flag(row, 'training'),
  clockOffset: int(row, 'clock_offset'),
  revision: int(row, 'revision'),
  createdAt: int(row, 'created_at'),
})

/** Makes caches of the village's register, scheme and vocabulary stale. */
export const touchVillage = (sql: Sql, village: string): Promise<number> =>
  sql.write('UPDATE village SET revision = revision + 1 WHERE id = $1', [village])

/** The training clock was to go backwards, or a real village's clock was to be turned. */
export class ClockRefused extends Error {
  override readonly name = 'ClockRefused'
}

/** The village's own row and its settings. */
export function villageStore(sql: Sql, village: string): VillageStore {
  return {
    async get() {
      const row = await sql.one(`SELECT ${villageColumns} FROM village WHERE id = $1`, [village])
      if (!row) throw new Error(`no village ${village}`)
      return villageOf(row)
    },
    async setClockOffset(ms) {
      const turned = await sql.write('UPDATE village SET clock_offset = $1 WHERE id = $2 AND training = 1 AND clock_offset <= $1', [
        ms,
        village,
      ])
      if (turned !== 1) throw new ClockRefused('only a training village can turn its clock, and only forward')
    },
    async setting(key) {
      const row = await sql.one('SELECT value FROM village_setting WHERE village = $1 AND name = $2', [village, key])
      return row && text(row, 'value')
    },
    async setSetting(key, value) {
      await sql.write(
        `INSERT INTO village_setting (village, name, value) VALUES ($1, $2, $3)
          ON CONFLICT (village, name) DO UPDATE SET value = excluded.value`,
        [village, key, value],
      )
    },
    async settings(prefix) {
      const rows = await sql.all('SELECT name, value FROM village_setting WHERE village = $1 AND substr(name, 1, $2) = $3', [
        village,
        [...prefix].length,
        prefix,
      ])
      // sorted here: the databases order words differently
      const byKey = new Map(rows.map((row) => [text(row, 'name'), text(row, 'value')]))
      return new Map([...byKey].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    },
    async touch() {
      await touchVillage(sql, village)
    },
  }
}
