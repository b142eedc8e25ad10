import type { CaseStore } from '../../stores/stores.ts'
import type { Sql, Value } from '../sql.ts'

/** A change to a case that is not there. */
export class UnknownCase extends Error {
  override readonly name = 'UnknownCase'
}

/** The part of the case store that changes what a case says, not where it stands. */
export type CaseAmending = Pick<CaseStore, 'setPoints' | 'amendReport' | 'amendDeduction' | 'resolveObjection' | 'setDue'>

/** The columns a report can be mended in before review. */
const ofReport = [
  ['item', 'item'],
  ['cat', 'cat'],
  ['doer', 'doer'],
  ['deedOn', 'deed_on'],
  ['quantity', 'quantity'],
  ['unit', 'unit'],
  ['proposed', 'proposed'],
  ['place', 'place'],
  ['text', 'text'],
] as const

/** The columns of a deduction that its way fills in. */
const ofDeduction = [
  ['recheckOn', 'recheck_on'],
  ['confirmedBy', 'confirmed_by'],
  ['reason', 'reason'],
] as const

/** What is given of a change, by column. */
const given = <Key extends string>(columns: readonly (readonly [Key, string])[], change: { readonly [key in Key]?: Value }) =>
  columns.flatMap(([key, column]) => {
    const value = change[key]
    return value === undefined ? [] : [{ column, value }]
  })

/** Changes what the cases of one village say. Throws `UnknownCase`. */
export function caseAmending(sql: Sql, village: string): CaseAmending {
  async function amend(table: string, number: number, changes: readonly { readonly column: string; readonly value: Value }[]) {
    if (changes.length === 0) return
    const sets = changes.map(({ column }, index) => `${column} = $${String(index + 1)}`).join(', ')
    const where = `village = $${String(changes.length + 1)} AND number = $${String(changes.length + 2)}`
    const changed = await sql.write(`UPDATE ${table} SET ${sets} WHERE ${where}`, [...changes.map(({ value }) => value), village, number])
    if (changed !== 1) throw new UnknownCase(`#${String(number)}`)
  }
  return {
    setPoints: (number, points) => amend('report', number, [{ column: 'points', value: points }]),
    amendReport: (number, change) => amend('report', number, given(ofReport, change)),
    amendDeduction: (number, change) => amend('deduction', number, given(ofDeduction, change)),
    resolveObjection: (number, result, points, answer) =>
      amend('objection', number, [
        { column: 'result', value: result },
        { column: 'points', value: points },
        { column: 'answer', value: answer },
      ]),
    setDue: (number, dueAt) => amend('case_file', number, [{ column: 'due_at', value: dueAt }]),
  }
}
