import { firstState, type CaseFile, type CaseKind } from '../../case.ts'
import type { CaseStore, NewCase } from '../../stores/stores.ts'
import { int } from '../row.ts'
import type { Sql } from '../sql.ts'

/** The part of the case store that opens cases. */
export type CaseOpening = Pick<
  CaseStore,
  'openReport' | 'openObjection' | 'openBinding' | 'openSuggestion' | 'openDeduction' | 'openProposal'
>

/** Opens the file of a case of any kind; it takes the next number of the village's one counter. */
export async function openCaseFile<K extends CaseKind>(
  sql: Sql,
  village: string,
  kind: K,
  about: NewCase,
): Promise<CaseFile & { readonly kind: K }> {
  await sql.write('UPDATE village SET next_number = next_number + 1 WHERE id = $1', [village])
  const row = await sql.one('SELECT next_number FROM village WHERE id = $1', [village])
  if (!row) throw new Error(`no village ${village}`)
  const file = {
    number: int(row, 'next_number') - 1,
    kind,
    state: firstState[kind],
    version: 1,
    edition: about.edition,
    subject: about.subject,
    openedBy: about.openedBy,
    openedAt: about.at,
    dueAt: about.dueAt ?? null,
  }
  await sql.write(
    `INSERT INTO case_file (village, number, kind, state, version, edition, subject, opened_by, opened_at, due_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [village, file.number, file.kind, file.state, file.version, file.edition, file.subject, file.openedBy, file.openedAt, file.dueAt],
  )
  return file
}

/** Opens cases of one village; each takes the next number of the one counter. */
export function caseOpening(sql: Sql, village: string): CaseOpening {
  const open = <K extends CaseKind>(kind: K, about: NewCase) => openCaseFile(sql, village, kind, about)

  return {
    async openReport(about, report) {
      const file = await open('report', about)
      await sql.write(
        `INSERT INTO report (village, number, item, cat, doer, reporter, channel, deed_on, quantity, unit, text, place, beneficiary, proposed,
            duplicate_of)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
        [
          village,
          file.number,
          report.item,
          report.cat,
          report.doer,
          report.reporter,
          report.channel,
          report.deedOn,
          report.quantity,
          report.unit,
          report.text,
          report.place,
          report.beneficiary,
          report.proposed,
          report.duplicateOf,
        ],
      )
      return { ...file, report: { ...report, number: file.number, points: null } }
    },
    async openObjection(about, objection) {
      const file = await open('objection', about)
      await sql.write('INSERT INTO objection (village, number, target, objector, text) VALUES ($1, $2, $3, $4, $5)', [
        village,
        file.number,
        objection.target,
        objection.by,
        objection.text,
      ])
      return { ...file, objection: { ...objection, number: file.number, result: null, points: null, answer: null } }
    },
    async openBinding(about, binding) {
      const file = await open('binding', about)
      await sql.write(
        'INSERT INTO binding (village, number, channel, account, contact, person, name_public) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [village, file.number, binding.channel, binding.account, binding.contact, binding.person, binding.namePublic ? 1 : 0],
      )
      return { ...file, binding: { ...binding, number: file.number } }
    },
    async openSuggestion(about, kind, cat, text) {
      const file = await open(kind, about)
      await sql.write('INSERT INTO suggestion (village, number, cat, text) VALUES ($1, $2, $3, $4)', [village, file.number, cat, text])
      return file
    },
    async openDeduction(about, deduction) {
      const file = await open('deduction', about)
      const { item, cat, doer, deedOn, text, points, recheckOn, proposedBy } = deduction
      await sql.write(
        `INSERT INTO deduction (village, number, item, cat, doer, deed_on, text, points, recheck_on, proposed_by)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [village, file.number, item, cat, doer, deedOn, text, points, recheckOn, proposedBy],
      )
      return { ...file, deduction: { ...deduction, number: file.number, confirmedBy: null, reason: null } }
    },
    async openProposal(about, proposal) {
      const file = await open('proposal', about)
      await sql.write('INSERT INTO proposal (village, number, act, proposer, payload, text) VALUES ($1, $2, $3, $4, $5, $6)', [
        village,
        file.number,
        proposal.act,
        proposal.by,
        proposal.payload,
        proposal.text,
      ])
      return { ...file, proposal: { ...proposal, number: file.number } }
    },
  }
}
