import type { Decision, ReportCase } from '../models/case.ts'
import { dateOf } from '../models/dates.ts'
import type { Stores } from '../models/stores/stores.ts'
import type { Person } from '../models/village.ts'

/** True when a report waits for this reviewer: not their household's, not reported by them, and they have neither agreed nor stepped back. */
export function waitsFor({ subject, report }: ReportCase, decisions: readonly Decision[], reviewer: Person): boolean {
  if (subject !== null && subject === reviewer.household) return false
  if (report.reporter === reviewer.id) return false
  return !decisions.some(
    ({ by, verdict, revokedAt }) => by === reviewer.id && revokedAt === null && (verdict === 'approve' || verdict === 'recuse'),
  )
}

/** True when somebody has decided a case before, so that an appeal is not theirs to answer. */
export const hasDecided = (decisions: readonly Decision[], person: string): boolean =>
  decisions.some(({ by, verdict }) => by === person && verdict !== 'recuse' && verdict !== 'defer')

/** What waits for one reviewer, oldest first. */
export interface Waiting {
  readonly reviewer: Person
  readonly files: readonly ReportCase[]
}

/** The reports that wait for review, by every reviewer of the day who could decide them; reviewers for whom nothing waits are left out. */
export async function waitingByReviewer({ cases, register }: Pick<Stores, 'cases' | 'register'>, now: number): Promise<readonly Waiting[]> {
  const reports = await cases.reportsInStates(['pending'])
  const decisions = new Map<number, readonly Decision[]>()
  for (const { number } of reports) decisions.set(number, await cases.decisions(number))
  const reviewers = await register.holders('reviewer', dateOf(now))
  return reviewers
    .map((reviewer) => ({ reviewer, files: reports.filter((file) => waitsFor(file, decisions.get(file.number) ?? [], reviewer)) }))
    .filter(({ files }) => files.length > 0)
}
