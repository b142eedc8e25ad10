import type { CaseFile, ReportCase } from '../../models/case.ts'
import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import * as texts from '../../texts/review/review.ts'
import { holdsRole, type Context } from '../command.ts'
import { tellersOf } from './confidential.ts'

/** Refuses whoever may not decide this case: no reviewer, the same household (回避), or the one who reported it. */
export function mayDecide(file: CaseFile, { speaker }: Pick<Context, 'speaker'>): void {
  if (!holdsRole(speaker.roles, 'reviewer')) refuse(texts.reviewersOnly)
  if (file.subject !== null && file.subject === speaker.household?.id) refuse(texts.ownHousehold(file.number), file.number)
}

/** Refuses whoever has stepped back from a case. */
export async function notRecused(file: CaseFile, { speaker, stores }: Pick<Context, 'speaker' | 'stores'>): Promise<void> {
  const decisions = await stores.cases.decisions(file.number)
  if (decisions.some(({ by, verdict, revokedAt }) => by === speaker.person.id && verdict === 'recuse' && revokedAt === null))
    refuse(texts.recusedBefore(file.number), file.number)
}

/** Refuses a review of a report that is not waiting for one, that the reviewer reported for somebody, or from which they stepped back. */
export async function mayReview(file: ReportCase, context: Pick<Context, 'speaker' | 'stores' | 'schemeOf' | 'now'>): Promise<void> {
  const tellers = await tellersOf(file, context)
  if (tellers.length === 0) mayDecide(file, context)
  else if (!tellers.some(({ id }) => id === context.speaker.person.id)) refuse(texts.tellersOnly(file.number), file.number)
  if (file.state !== 'pending') refuse(texts.alreadyDecided(file.number, texts.stateText[file.state] ?? file.state), file.number)
  if (file.report.reporter === context.speaker.person.id) refuse(texts.ownReport(file.number), file.number)
  const { stores, speaker, now } = context
  // who acts for somebody of the household is as near to it as its own (XY-4)
  if (file.subject !== null && (await stores.custody.actsFor(speaker.person.id, file.subject, dateOf(now))))
    refuse(texts.ownHousehold(file.number), file.number)
  await notRecused(file, context)
}
