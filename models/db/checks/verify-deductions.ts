import type { CaseProblem, CaseRows } from './verify-case-rows.ts'

/** Where a deduction stands once a second reviewer has agreed to it. */
const decidedStates: readonly string[] = ['decided', 'appealed', 'booked', 'reversed', 'in-force', 'lifted']

/** A deduction or bar that was decided had evidence and two reviewers of different households, neither of them the one it is about. */
export function verifyDeductions({ deductions, bars, files, households }: CaseRows): readonly CaseProblem[] {
  const problems: CaseProblem[] = []
  for (const [number, { proposedBy, confirmedBy, evidence }] of [...deductions, ...bars]) {
    const file = files.get(number)
    if (!file || !decidedStates.includes(file.state)) continue
    if (evidence === 0) problems.push({ kind: 'deduction', number, detail: `${file.state} without evidence` })
    if (confirmedBy === null || confirmedBy === proposedBy) {
      problems.push({ kind: 'deduction', number, detail: `${file.state} by one person alone` })
      continue
    }
    const homes = [proposedBy, confirmedBy].map((person) => households.get(person) ?? `person ${person}`)
    if (new Set(homes).size < homes.length) problems.push({ kind: 'deduction', number, detail: `${file.state} by one household alone` })
    if (file.subject !== null && homes.includes(file.subject))
      problems.push({ kind: 'deduction', number, detail: `${file.state} by the household it is about` })
  }
  return problems
}
