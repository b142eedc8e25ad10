import type { CaseFile } from '../../case.ts'
import { rowsOf, type CaseProblem, type CaseRows, type EntryRow, type ReportRow } from './verify-case-rows.ts'

/** Where a report stands when its points have been booked. */
const bookedStates: readonly string[] = ['booked', 'reversed']

/**
 * Whether an objection that held a case up waited for its answer at an instant. One that was typed in the same moment in which the
 * case was booked came too late to hold it up: then the case has no move for it.
 */
function heldUpAt(number: number, at: number, rows: CaseRows): boolean {
  const held = rowsOf(rows.moves, number).filter(({ action }) => action === 'object')
  return rowsOf(rows.against, number).some((objection) => {
    const openedAt = rows.files.get(objection)?.openedAt ?? at
    if (openedAt >= at || !held.some((move) => move.at <= openedAt)) return false
    const answer = rowsOf(rows.moves, objection).find(({ from }) => from === 'open')
    return answer === undefined || answer.at > at
  })
}

/** Whoever stands behind the points: approved them, or corrected them on an objection. */
function deciders(number: number, rows: CaseRows): readonly string[] {
  return [number, ...rowsOf(rows.against, number)]
    .flatMap((one) => rowsOf(rows.decisions, one))
    .filter(({ verdict, revokedAt }) => revokedAt === null && (verdict === 'approve' || verdict === 'correct'))
    .map(({ by }) => by)
}

function verifyContent(file: CaseFile, report: ReportRow, entry: EntryRow, rows: CaseRows): readonly CaseProblem[] {
  const { number, subject, edition } = file
  const [posting, another] = entry.toHolders
  // the scheme decides whether a book is kept by household or by person; a case has one of each
  const owners = { household: subject, person: report.doer } as const
  const problems: string[] = []
  if (entry.kind !== 'award') problems.push(`booked as ${entry.kind}`)
  if (entry.edition !== edition) problems.push(`booked under edition ${String(entry.edition)}, made under ${String(edition)}`)
  if (!posting || another || posting.holder !== owners[posting.kind] || posting.amount !== report.points) {
    problems.push(`approved with ${String(report.points)} points, and its entry says otherwise`)
  }
  if (!deciders(number, rows).includes(entry.actor)) problems.push('booked in the name of somebody who did not decide it')
  const window = rows.notices.get(number)
  if (!window || entry.at < window.endsAt) problems.push('booked before its window had ended')
  if (heldUpAt(number, entry.at, rows)) problems.push('booked while an objection waited for its answer')
  return problems.map((detail) => ({ kind: 'entry', number, detail }))
}

/** A booked report has the one entry it was approved for, a reversed one also its reversal, any other none. */
function verifyReport(
  file: CaseFile,
  report: ReportRow,
  booked: readonly EntryRow[],
  reversed: readonly EntryRow[],
  rows: CaseRows,
): readonly CaseProblem[] {
  const { number, state } = file
  const expected = bookedStates.includes(state) && report.points !== 0 ? 1 : 0
  const taken = state === 'reversed' ? expected : 0
  const problems: CaseProblem[] = []
  if (booked.length !== expected) problems.push({ kind: 'entry', number, detail: `${state} with ${String(booked.length)} entries` })
  if (reversed.length !== taken) problems.push({ kind: 'reversal', number, detail: `${state} with ${String(reversed.length)} reversals` })
  for (const entry of booked) problems.push(...verifyContent(file, report, entry, rows))
  for (const { reverses } of reversed) {
    if (!booked.some(({ seq }) => seq === reverses)) problems.push({ kind: 'reversal', number, detail: 'takes back another case’s entry' })
  }
  return problems
}

/** What the ledger says about the cases, and the cases about the ledger. */
export function verifyEntries(rows: CaseRows): readonly CaseProblem[] {
  const byCause = new Map<string, readonly EntryRow[]>()
  for (const entry of rows.entries) byCause.set(entry.cause, [...(byCause.get(entry.cause) ?? []), entry])
  const problems: CaseProblem[] = []
  for (const [number, report] of rows.reports) {
    const file = rows.files.get(number)
    if (!file) continue
    const [booked, reversed] = [`report:${String(number)}`, `reversal:${String(number)}`] as const
    problems.push(...verifyReport(file, report, byCause.get(booked) ?? [], byCause.get(reversed) ?? [], rows))
    byCause.delete(booked)
    byCause.delete(reversed)
  }
  for (const cause of byCause.keys()) problems.push({ kind: 'entry', number: null, detail: `${cause} was booked for no report` })
  return problems
}
