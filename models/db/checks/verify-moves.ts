import { firstNumber, firstState, nextState, type CaseFile, type CaseKind } from '../../case.ts'
import type { CaseProblem, CaseRows } from './verify-case-rows.ts'
import { rowsOf } from './verify-case-rows.ts'

/** Moves the calendar makes by itself; every other one is somebody's. */
const calendarMoves: readonly string[] = ['close', 'announce', 'expire', 'renotice']

/** The table that holds what a kind of case is about. */
const ownTable = {
  report: 'report',
  objection: 'objection',
  deduction: 'deduction',
  binding: 'binding',
  suggestion: 'suggestion',
  clue: 'suggestion',
  proposal: 'proposal',
  bar: 'bar',
} as const satisfies Record<CaseKind, keyof CaseRows['own']>

/** Numbers are gapless from #1001 to the village's counter, none twice. */
export function verifyNumbers({ files, nextNumber }: CaseRows): readonly CaseProblem[] {
  const problems: CaseProblem[] = [...files.keys()].flatMap((number, index) =>
    number === firstNumber + index ? [] : [{ kind: 'number', number, detail: `stands where #${String(firstNumber + index)} should` }],
  )
  if (nextNumber !== firstNumber + files.size) {
    problems.push({ kind: 'number', number: null, detail: `${String(files.size)} cases, and the next is to be #${String(nextNumber)}` })
  }
  return problems
}

/** Each case has one row in its kind's table and none in another's. */
export function verifyOwnRows({ files, own }: CaseRows): readonly CaseProblem[] {
  const missing = [...files.values()].filter(({ number, kind }) => !own[ownTable[kind]].has(number))
  const problems: CaseProblem[] = missing.map(({ number, kind }) => ({ kind: 'row', number, detail: `a ${kind} without its row` }))
  for (const [table, numbers] of Object.entries(own)) {
    for (const number of numbers) {
      const kind = files.get(number)?.kind
      if (kind === undefined || ownTable[kind] !== table)
        problems.push({ kind: 'row', number, detail: `a row in ${table} that is not its own` })
    }
  }
  return problems
}

/** A case's moves lead from its first state to where it stands, each legal, each somebody's, as many as its version says. */
function verifyWalk(file: CaseFile, rows: CaseRows): readonly CaseProblem[] {
  const { number, kind } = file
  const problems: CaseProblem[] = []
  const moves = rowsOf(rows.moves, number)
  let state: string = firstState[kind]
  for (const { from, action, to, actor } of moves) {
    if (from !== state) problems.push({ kind: 'walk', number, detail: `${action} from ${from}, and it stood at ${state}` })
    const next = nextState(kind, from, action)
    if (next === undefined || next !== to)
      problems.push({ kind: 'walk', number, detail: `${from} → ${action} → ${to ?? 'nowhere'} is no legal move` })
    if (actor === null && !calendarMoves.includes(action))
      problems.push({ kind: 'actor', number, detail: `nobody made the move ${action}` })
    if (actor !== null && !rows.households.has(actor))
      problems.push({ kind: 'actor', number, detail: `${action} by somebody not in the register` })
    state = to ?? state
  }
  if (state !== file.state) problems.push({ kind: 'walk', number, detail: `its moves end at ${state}, it stands at ${file.state}` })
  // an opened case has version 1, and every move adds one
  if (file.version !== moves.length + 1) {
    problems.push({ kind: 'walk', number, detail: `version ${String(file.version)} after ${String(moves.length)} moves` })
  }
  return problems
}

/** The walks of all cases. */
export const verifyWalks = (rows: CaseRows): readonly CaseProblem[] => [...rows.files.values()].flatMap((file) => verifyWalk(file, rows))
