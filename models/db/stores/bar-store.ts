import type { Bar, BarCase } from '../../bar.ts'
import type { BarStore } from '../../stores/bar-store.ts'
import { openCaseFile } from './case-opening.ts'
import { caseColumns, caseOf } from './case-rows.ts'
import { oneOf, text, textOrNull, type Row } from '../row.ts'
import type { Sql } from '../sql.ts'

const columns = 'b.ground, b.code, b.doer, b.text, b.proposed_by, b.confirmed_by, b.reason, b.from_day, b.until_day'
const tables = 'case_file c JOIN bar b ON b.village = c.village AND b.number = c.number'

const barOf = (row: Row): BarCase => {
  const file = caseOf(row)
  const bar: Bar = {
    number: file.number,
    ground: oneOf(row, 'ground', ['veto', 'reminder']),
    code: text(row, 'code'),
    doer: text(row, 'doer'),
    text: text(row, 'text'),
    proposedBy: text(row, 'proposed_by'),
    confirmedBy: textOrNull(row, 'confirmed_by'),
    reason: textOrNull(row, 'reason'),
    from: textOrNull(row, 'from_day'),
    until: textOrNull(row, 'until_day'),
  }
  return { ...file, kind: 'bar', bar }
}

const changeable = [
  ['confirmedBy', 'confirmed_by'],
  ['reason', 'reason'],
  ['from', 'from_day'],
  ['until', 'until_day'],
] as const

/** The bars of one village. */
export function barStore(sql: Sql, village: string): BarStore {
  return {
    async open(about, bar) {
      const file = await openCaseFile(sql, village, 'bar', about)
      await sql.write('INSERT INTO bar (village, number, ground, code, doer, text, proposed_by) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
        village,
        file.number,
        bar.ground,
        bar.code,
        bar.doer,
        bar.text,
        bar.proposedBy,
      ])
      return { ...file, bar: { ...bar, number: file.number, confirmedBy: null, reason: null, from: null, until: null } }
    },
    async find(number) {
      const row = await sql.one(`SELECT ${caseColumns}, ${columns} FROM ${tables} WHERE c.village = $1 AND c.number = $2`, [
        village,
        number,
      ])
      return row && barOf(row)
    },
    async amend(number, change) {
      for (const [key, column] of changeable) {
        const value = change[key]
        if (value === undefined) continue
        await sql.write(`UPDATE bar SET ${column} = $1 WHERE village = $2 AND number = $3`, [value, village, number])
      }
    },
    async of(household) {
      const rows = await sql.all(
        `SELECT ${caseColumns}, ${columns} FROM ${tables} WHERE c.village = $1 AND c.subject = $2 ORDER BY c.number`,
        [village, household],
      )
      return rows.map(barOf)
    },
    async barred(on) {
      const rows = await sql.all(
        `SELECT DISTINCT c.subject FROM ${tables} WHERE c.village = $1 AND c.kind = 'bar' AND c.state = 'in-force' AND c.subject IS NOT NULL
          AND (b.ground = 'reminder' OR b.until_day >= $2)`,
        [village, on],
      )
      return new Set(rows.map((row) => text(row, 'subject')))
    },
  }
}
