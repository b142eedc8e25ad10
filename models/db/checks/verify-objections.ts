import type { CaseFile } from '../../case.ts'
import { rowsOf, type CaseProblem, type CaseRows, type ObjectionRow } from './verify-case-rows.ts'

/** States in which an objection waits for an answer. */
const waiting: readonly string[] = ['open', 'appealed']

/** The moves of the case objected to that carry out an answer. */
const carriedOutBy = { maintain: null, correct: ['correct', 'reverse', 'appeal'], reverse: ['overturn', 'reverse', 'appeal'] } as const

function answered(file: CaseFile, objection: ObjectionRow, rows: CaseRows): readonly CaseProblem[] {
  const { number } = file
  const answer = rowsOf(rows.moves, number).find(({ from, action }) => from === 'open' && action !== 'withdraw')
  if (!answer) return objection.result === null ? [] : [{ kind: 'answer', number, detail: 'has a result and no answer' }]
  const problems: CaseProblem[] = []
  const decided = rowsOf(rows.decisions, number).some(
    ({ by, verdict, revokedAt }) => by === answer.actor && verdict === answer.action && revokedAt === null,
  )
  if (!decided) problems.push({ kind: 'answer', number, detail: `answered ${answer.action} without a decision` })
  if (!waiting.includes(file.state) && objection.result === null)
    problems.push({ kind: 'answer', number, detail: 'answered without a result' })
  const actions: readonly string[] | null = answer.action === 'correct' || answer.action === 'reverse' ? carriedOutBy[answer.action] : null
  if (actions === null || objection.target === null) return problems
  const plan = rows.plans.get(objection.target)
  const done =
    plan === undefined
      ? rowsOf(rows.moves, objection.target).some(
          ({ action, at, actor }) => actions.includes(action) && at === answer.at && actor === answer.actor,
        )
      : plan === 'stopped'
  if (!done)
    problems.push({ kind: 'answer', number, detail: `answered ${answer.action}, and nothing happened to #${String(objection.target)}` })
  return problems
}

/** An open objection holds its case up, and nothing else does: it stands objected while, and only while, one waits for an answer. */
function holdsUp({ number, state }: CaseFile, rows: CaseRows): readonly CaseProblem[] {
  const open = rowsOf(rows.against, number).find((objection) => waiting.includes(rows.files.get(objection)?.state ?? ''))
  if (open !== undefined && state === 'in-notice') {
    return [{ kind: 'objection', number, detail: `in notice while objection #${String(open)} waits for an answer` }]
  }
  if (open === undefined && state === 'objected')
    return [{ kind: 'objection', number, detail: 'held up, and no objection waits for an answer' }]
  return []
}

/** An objection names a case that came before it, is somebody's, and its answer was decided and carried out. */
function verifyObjection(file: CaseFile, objection: ObjectionRow, rows: CaseRows): readonly CaseProblem[] {
  const { number } = file
  const { target, by } = objection
  const problems: CaseProblem[] = [...answered(file, objection, rows)]
  if (!rows.households.has(by)) problems.push({ kind: 'actor', number, detail: 'raised by somebody not in the register' })
  if (target !== null && (!rows.files.has(target) || target >= number)) {
    problems.push({ kind: 'objection', number, detail: `against #${String(target)}, which it cannot have seen` })
  }
  return problems
}

/** Every objection, and every report that one holds up. */
export const verifyObjections = (rows: CaseRows): readonly CaseProblem[] =>
  [...rows.files.values()].flatMap((file) => {
    const objection = rows.objections.get(file.number)
    if (objection) return verifyObjection(file, objection, rows)
    return file.kind === 'report' ? holdsUp(file, rows) : []
  })

/** A report can repeat only one that came before it. */
export const verifyDuplicates = (rows: CaseRows): readonly CaseProblem[] =>
  [...rows.reports].flatMap(([number, { duplicateOf }]) =>
    duplicateOf === null || (duplicateOf < number && rows.reports.has(duplicateOf))
      ? []
      : [{ kind: 'duplicate', number, detail: `repeats #${String(duplicateOf)}, which is no report before it` }],
  )
