import { sources, type OriginStore } from '../../origin.ts'
import { flag, int, intOrNull, oneOf, text, textOrNull } from '../row.ts'
import type { Sql } from '../sql.ts'

/** Where one village's reports came from, and what the 院长 said of them. */
export function originStore(sql: Sql, village: string): OriginStore {
  return {
    async keep({ number, source, plan, custody }) {
      await sql.write(
        `INSERT INTO report_origin (village, number, source, plan, custody) VALUES ($1, $2, $3, $4, $5)
          ON CONFLICT (village, number) DO UPDATE SET source = excluded.source, plan = excluded.plan, custody = excluded.custody`,
        [village, number, source, plan, custody],
      )
    },
    async of(number) {
      const row = await sql.one('SELECT source, plan, custody FROM report_origin WHERE village = $1 AND number = $2', [village, number])
      return row && { number, source: oneOf(row, 'source', sources), plan: intOrNull(row, 'plan'), custody: textOrNull(row, 'custody') }
    },
    async check({ number, by, good, reason, at }) {
      await sql.write(
        `INSERT INTO first_check (village, number, checker, good, reason, at) VALUES ($1, $2, $3, $4, $5, $6)
          ON CONFLICT (village, number)
          DO UPDATE SET checker = excluded.checker, good = excluded.good, reason = excluded.reason, at = excluded.at`,
        [village, number, by, good ? 1 : 0, reason, at],
      )
    },
    async checkOf(number) {
      const row = await sql.one('SELECT checker, good, reason, at FROM first_check WHERE village = $1 AND number = $2', [village, number])
      return row && { number, by: text(row, 'checker'), good: flag(row, 'good'), reason: textOrNull(row, 'reason'), at: int(row, 'at') }
    },
  }
}
