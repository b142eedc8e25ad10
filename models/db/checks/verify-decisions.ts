import type { CaseFile, Decision } from '../../case.ts'
import { dateOf } from '../../dates.ts'
import { rowsOf, type CaseProblem, type CaseRows, type ReportRow } from './verify-case-rows.ts'

/** How many households' consent the agreement asks for before a report may stand in notice. */
export type QuorumOf = (edition: number, report: Pick<ReportRow, 'item' | 'points'>) => number

/** Where a report stands only after enough reviewers have said yes. */
const approvedStates: readonly string[] = ['approved', 'in-notice', 'objected', 'booked', 'reversed']

/** Where a report stands only with a window of notice. */
const noticedStates: readonly string[] = ['in-notice', 'objected', 'booked', 'reversed']

/** The verdict that a move from here takes back. */
const revokedVerdict: Readonly<Record<string, Decision['verdict']>> = { approved: 'approve', 'in-notice': 'approve', rejected: 'reject' }

/** Words on a case that leave it where it is: a recusal is what the household concerned ought to say. */
const undecided: readonly Decision['verdict'][] = ['recuse', 'defer']

/** What only reviewers decide. */
const forReviewers: readonly CaseFile['kind'][] = ['report', 'objection', 'deduction', 'bar']

/** The teller verifies party members' deposits (JS-R2). */
const deciding: readonly string[] = ['reviewer', 'teller']

function heldOffice({ grants }: CaseRows, person: string, at: number): boolean {
  const on = dateOf(at)
  return grants.some(
    (grant) => grant.person === person && deciding.includes(grant.role) && grant.from <= on && (grant.until === null || grant.until >= on),
  )
}

/** The households that may not decide a case: its own, the one of the case an objection names, the one that proposes. */
function concernedBy(file: CaseFile, rows: CaseRows): readonly string[] {
  const target = rows.objections.get(file.number)?.target
  const about = target === undefined || target === null ? undefined : rows.files.get(target)
  const proposer = rows.proposers.get(file.number)
  const proposing = proposer === undefined ? null : (rows.households.get(proposer) ?? null)
  return [file.subject, about?.subject ?? null, proposing].filter((household) => household !== null)
}

/** Who decided is in the register, held the office on that day, and decided neither for the own household nor the own report. */
function verifyDeciders(file: CaseFile, rows: CaseRows): readonly CaseProblem[] {
  const { number } = file
  const problems: CaseProblem[] = []
  const concerned = concernedBy(file, rows)
  const report = rows.reports.get(number)
  for (const { by, verdict, at } of rowsOf(rows.decisions, number).filter((one) => !undecided.includes(one.verdict))) {
    const household = rows.households.get(by)
    if (household === undefined) {
      problems.push({ kind: 'actor', number, detail: `${verdict} by somebody not in the register` })
      continue
    }
    if (household !== null && concerned.includes(household))
      problems.push({ kind: 'own-household', number, detail: `${verdict} by the household it is about` })
    if (report?.reporter === by || rows.proposers.get(number) === by)
      problems.push({ kind: 'own-household', number, detail: `${verdict} by the one who put it forward` })
    if (forReviewers.includes(file.kind) && !heldOffice(rows, by, at))
      problems.push({ kind: 'right', number, detail: `${verdict} by somebody who was no reviewer that day` })
  }
  return problems
}

/** A move that takes a decision back takes back the mover's own, and only the one that led here. */
function verifyRevocations(file: CaseFile, rows: CaseRows): readonly CaseProblem[] {
  const decisions = rowsOf(rows.decisions, file.number)
  return rowsOf(rows.moves, file.number)
    .filter(({ action }) => action === 'revoke')
    .filter(
      ({ actor, at, from }) =>
        !decisions.some(({ by, verdict, revokedAt }) => by === actor && revokedAt === at && verdict === revokedVerdict[from]),
    )
    .map(({ from }) => ({
      kind: 'revocation',
      number: file.number,
      detail: `taken back from ${from} without a decision of its own to take back`,
    }))
}

/** A report that is approved has points, a window, and standing approvals of as many other households as the agreement asks for. */
function verifyApproval(file: CaseFile, report: ReportRow, rows: CaseRows, quorumOf: QuorumOf): readonly CaseProblem[] {
  const { number, state, edition, subject } = file
  const problems: CaseProblem[] = []
  if (!approvedStates.includes(state)) return problems
  if (report.points === null) problems.push({ kind: 'approval', number, detail: `${state} without points` })
  const approvers = rowsOf(rows.decisions, number).filter(({ verdict, revokedAt }) => verdict === 'approve' && revokedAt === null)
  // whoever lives in no household speaks for none, and counts by name
  const voices = new Set(approvers.map(({ by }) => rows.households.get(by) ?? `person ${by}`))
  if (subject !== null) voices.delete(subject)
  const quorum = quorumOf(edition, report)
  if (voices.size < quorum)
    problems.push({ kind: 'approval', number, detail: `${state} with ${String(voices.size)} of ${String(quorum)} households' consent` })
  const window = rows.notices.get(number)
  const approvedAt = Math.max(0, ...approvers.map(({ at }) => at))
  if (noticedStates.includes(state)) {
    if (!window) problems.push({ kind: 'notice', number, detail: `${state} without a window` })
    else if (window.firstDay <= dateOf(approvedAt))
      problems.push({ kind: 'notice', number, detail: `its window begins before the day after its approval` })
  }
  return problems
}

/** A rejected report was rejected by somebody whose no still stands, or taken back on an objection. */
function verifyRejection(file: CaseFile, rows: CaseRows): readonly CaseProblem[] {
  if (file.state !== 'rejected') return []
  const last = rowsOf(rows.moves, file.number).at(-1)
  if (last?.action !== 'reject') return []
  const stands = rowsOf(rows.decisions, file.number).some(
    ({ by, verdict, revokedAt }) => by === last.actor && verdict === 'reject' && revokedAt === null,
  )
  return stands ? [] : [{ kind: 'approval', number: file.number, detail: 'rejected without a standing no' }]
}

/** Every decision, revocation, approval and rejection of the village. */
export const verifyDecisions = (rows: CaseRows, quorumOf: QuorumOf): readonly CaseProblem[] =>
  [...rows.files.values()].flatMap((file) => {
    const report = rows.reports.get(file.number)
    return [
      ...verifyDeciders(file, rows),
      ...verifyRevocations(file, rows),
      ...verifyRejection(file, rows),
      ...(report ? verifyApproval(file, report, rows, quorumOf) : []),
    ]
  })
