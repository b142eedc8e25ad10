import { int, type Row } from './row.ts'
import type { Value } from './sql.ts'

/** Stamps one unit can give; together with the tick they stay within a safe whole number for 8 billion units. */
const perUnit = 1_048_576

/**
 * Numbers that grow with every writing of a village: its tick (one per unit of work, under the village's lock) and a count
 * within the unit. They order rows by when they were written, whatever the clock said.
 */
export function stamps(all: (sql: string, values: readonly Value[]) => Promise<readonly Row[]>, village: string): () => Promise<number> {
  let base: number | undefined
  let given = 0
  return async () => {
    if (base === undefined) {
      const [row] = await all('SELECT tick FROM village WHERE id = $1', [village])
      if (!row) throw new Error('the village of the unit is gone')
      base = int(row, 'tick') * perUnit
    }
    given += 1
    if (given >= perUnit) throw new Error('one unit of work wrote more rows than a unit can order')
    return base + given
  }
}
