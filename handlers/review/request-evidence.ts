import type { CaseFile } from '../../models/case.ts'
import { addDays, dateOf } from '../../models/dates.ts'
import type { Slots } from '../../models/intent.ts'
import { refuse } from '../../models/outcome.ts'
import { inRoom, privately, type Reply } from '../../models/reply.ts'
import { dueAfter, returnedDays } from '../../rules/deadlines.ts'
import * as texts from '../../texts/report/supplement.ts'
import { notForReview, reviewersOnly } from '../../texts/review/review.ts'
import { viewReport } from '../case-view.ts'
import { command, type Context } from '../command.ts'
import { concerned } from './approve-report.ts'
import { decideMeant } from './decide-cases.ts'
import { mayReview } from './rights.ts'

/** Returns a report to the villager for what is missing; it waits thirty days for it. What is missing is nobody else's business. */
export async function requestEvidenceFor(file: CaseFile, slots: Slots, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, room, now } = context
  const report = (await stores.cases.report(file.number)) ?? refuse(notForReview(file.number), file.number)
  await mayReview(report, context)
  const need = slots.need ?? slots.reason ?? texts.someProof
  await stores.cases.decide({ number: file.number, by: speaker.person.id, verdict: 'return', points: null, reason: need, at: now })
  await stores.cases.move(report, 'return', speaker.person.id, now, need)
  const today = dateOf(now)
  await stores.cases.setDue(file.number, dueAfter(today, returnedDays))
  const view = await viewReport(report, 'private', context)
  return [
    ...(room === null ? [] : [inRoom('panel', texts.seenTo(file.number), file.number)]),
    privately(speaker.person.id, texts.returnedEcho(view, need), file.number),
    ...concerned(report).map((person) => privately(person, texts.returnedForYou(view, need, addDays(today, returnedDays)), file.number)),
  ]
}

/** 要证: a reviewer wants to see something before deciding. */
export const requestEvidence = command({
  intent: 'request_evidence',
  words: ['要证', '补拍'],
  examples: ['要证 1001', '补拍 1001'],
  role: 'reviewer',
  refusal: reviewersOnly,
  help: '要证 1001',
  handle: (slots, context) => decideMeant(slots, context, requestEvidenceFor),
})
