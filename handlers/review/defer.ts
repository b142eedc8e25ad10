import type { CaseFile } from '../../models/case.ts'
import type { Slots } from '../../models/intent.ts'
import { refuse } from '../../models/outcome.ts'
import { privately, type Reply } from '../../models/reply.ts'
import * as texts from '../../texts/report/supplement.ts'
import { notForReview, reviewersOnly } from '../../texts/review/review.ts'
import { viewReport } from '../case-view.ts'
import { command, type Context } from '../command.ts'
import { decideMeant } from './decide-cases.ts'
import { mayReview } from './rights.ts'

/** Puts a report aside for this reviewer; the others can decide it all the same. */
export async function deferCase(file: CaseFile, slots: Slots, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, now } = context
  const report = (await stores.cases.report(file.number)) ?? refuse(notForReview(file.number), file.number)
  await mayReview(report, context)
  await stores.cases.decide({
    number: file.number,
    by: speaker.person.id,
    verdict: 'defer',
    points: null,
    reason: slots.reason ?? null,
    at: now,
  })
  return [privately(speaker.person.id, texts.deferred(await viewReport(report, 'private', context)), file.number)]
}

/** 先放着: the reviewer does not decide yet; it stays in the list and nobody else hears of it. */
export const defer = command({
  intent: 'defer',
  words: ['先放着'],
  examples: ['1001先放着'],
  role: 'reviewer',
  refusal: reviewersOnly,
  help: '1001先放着',
  handle: (slots, context) => decideMeant(slots, context, deferCase),
})
