import type { CaseStore } from '../../stores/stores.ts'
import {
  bindingCaseOf,
  caseColumns,
  caseOf,
  deductionCaseOf,
  objectionCaseOf,
  proposalCaseOf,
  reportCaseOf,
  reportColumns,
  reportTables,
} from './case-rows.ts'
import { int, text, textOrNull } from '../row.ts'
import { placeholders, type Sql, type Value } from '../sql.ts'

/** The part of the case store that finds cases. */
export type CaseSearch = Pick<
  CaseStore,
  | 'find'
  | 'report'
  | 'objection'
  | 'binding'
  | 'deduction'
  | 'proposal'
  | 'suggestionsIn'
  | 'inStates'
  | 'dueBy'
  | 'reportsInStates'
  | 'reportsOf'
  | 'latestBy'
  | 'objectionsTo'
  | 'sameDeeds'
>

const selectReport = `SELECT ${caseColumns}, ${reportColumns} FROM ${reportTables}`
const selectObjection = `SELECT ${caseColumns}, o.target, o.objector, o.text, o.result, o.points, o.answer
  FROM case_file c JOIN objection o ON o.village = c.village AND o.number = c.number`
const selectBinding = `SELECT ${caseColumns}, b.channel, b.account, b.contact, b.person, b.name_public
  FROM case_file c JOIN binding b ON b.village = c.village AND b.number = c.number`
const selectDeduction = `SELECT ${caseColumns}, d.item, d.cat, d.doer, d.deed_on, d.text, d.points, d.recheck_on, d.proposed_by, d.confirmed_by,
  d.reason FROM case_file c JOIN deduction d ON d.village = c.village AND d.number = c.number`
const selectProposal = `SELECT ${caseColumns}, p.act, p.proposer, p.payload, p.text
  FROM case_file c JOIN proposal p ON p.village = c.village AND p.number = c.number`

/** Deeds that came to nothing do not count against a later one. */
const comeToNothing = "('rejected', 'withdrawn', 'expired', 'reversed')"

/** Finds the cases of one village. */
export function caseSearch(sql: Sql, village: string): CaseSearch {
  const reports = async (where: string, values: readonly Value[]) =>
    (await sql.all(`${selectReport} WHERE ${where}`, [village, ...values])).map(reportCaseOf)

  return {
    async find(number) {
      const row = await sql.one(`SELECT ${caseColumns} FROM case_file c WHERE c.village = $1 AND c.number = $2`, [village, number])
      return row && caseOf(row)
    },
    async report(number) {
      const [found] = await reports('c.village = $1 AND c.number = $2', [number])
      return found ?? null
    },
    async objection(number) {
      const row = await sql.one(`${selectObjection} WHERE c.village = $1 AND c.number = $2`, [village, number])
      return row && objectionCaseOf(row)
    },
    async binding(number) {
      const row = await sql.one(`${selectBinding} WHERE c.village = $1 AND c.number = $2`, [village, number])
      return row && bindingCaseOf(row)
    },
    async deduction(number) {
      const row = await sql.one(`${selectDeduction} WHERE c.village = $1 AND c.number = $2`, [village, number])
      return row && deductionCaseOf(row)
    },
    async proposal(number) {
      const row = await sql.one(`${selectProposal} WHERE c.village = $1 AND c.number = $2`, [village, number])
      return row && proposalCaseOf(row)
    },
    async suggestionsIn(states) {
      if (states.length === 0) return []
      const rows = await sql.all(
        `SELECT c.number, s.cat, s.text FROM case_file c JOIN suggestion s ON s.village = c.village AND s.number = c.number
          WHERE c.village = $1 AND c.kind = 'suggestion' AND c.state IN (${placeholders(states.length, 2)}) ORDER BY c.number`,
        [village, ...states],
      )
      return rows.map((row) => ({ number: int(row, 'number'), cat: text(row, 'cat'), text: textOrNull(row, 'text') ?? '' }))
    },
    async inStates(kind, states) {
      if (states.length === 0) return []
      const rows = await sql.all(
        `SELECT ${caseColumns} FROM case_file c WHERE c.village = $1 AND c.kind = $2 AND c.state IN (${placeholders(states.length, 3)}) ORDER BY c.number`,
        [village, kind, ...states],
      )
      return rows.map(caseOf)
    },
    async dueBy(kind, states, now) {
      if (states.length === 0) return []
      const rows = await sql.all(
        `SELECT ${caseColumns} FROM case_file c
          WHERE c.village = $1 AND c.kind = $2 AND c.due_at <= $3 AND c.state IN (${placeholders(states.length, 4)}) ORDER BY c.number`,
        [village, kind, now, ...states],
      )
      return rows.map(caseOf)
    },
    async reportsInStates(states) {
      if (states.length === 0) return []
      return reports(`c.village = $1 AND c.kind = 'report' AND c.state IN (${placeholders(states.length, 2)}) ORDER BY c.number`, states)
    },
    reportsOf: (household, limit) => reports('c.village = $1 AND c.subject = $2 ORDER BY c.number DESC LIMIT $3', [household, limit]),
    async latestBy(person, kinds) {
      if (kinds.length === 0) return null
      const row = await sql.one(
        `SELECT ${caseColumns} FROM case_file c WHERE c.village = $1 AND c.opened_by = $2 AND c.kind IN (${placeholders(kinds.length, 3)})
          ORDER BY c.number DESC LIMIT 1`,
        [village, person, ...kinds],
      )
      return row && caseOf(row)
    },
    async objectionsTo(number) {
      const rows = await sql.all(`${selectObjection} WHERE c.village = $1 AND o.target = $2 ORDER BY c.number`, [village, number])
      return rows.map(objectionCaseOf)
    },
    sameDeeds: (household, item, from, to) =>
      reports(
        `c.village = $1 AND c.subject = $2 AND r.item = $3 AND r.deed_on >= $4 AND r.deed_on <= $5 AND c.state NOT IN ${comeToNothing}
          ORDER BY c.number`,
        [household, item, from, to],
      ),
  }
}
