import type { Row } from './row.ts'
import type { Sql } from './sql.ts'

/**
 * The same statements for tables that nobody else writes meanwhile: what was read once in a unit or reading is not read again, until
 * something is written. From then on nothing is remembered, since a savepoint may undo it.
 */
export function remembered(sql: Sql): Sql {
  const known = new Map<string, readonly Row[]>()
  let changed = false

  async function all(...[statement, values = []]: Parameters<Sql['all']>): Promise<readonly Row[]> {
    if (changed) return sql.all(statement, values)
    const key = JSON.stringify([statement, values])
    const rows = known.get(key) ?? (await sql.all(statement, values))
    known.set(key, rows)
    return rows
  }

  return {
    dialect: sql.dialect,
    all,
    async one(statement, values) {
      const [row] = await all(statement, values)
      return row ?? null
    },
    write(statement, values) {
      changed = true
      return sql.write(statement, values)
    },
    stamp: () => sql.stamp(),
    attempt: (work) => sql.attempt(work),
  }
}
