import type { CaseFile } from '../../models/case.ts'
import type { Slots } from '../../models/intent.ts'
import { refuse } from '../../models/outcome.ts'
import { privately, type Reply } from '../../models/reply.ts'
import { caseLine } from '../../texts/report/report.ts'
import * as texts from '../../texts/report/supplement.ts'
import { alreadyDecided, reviewersOnly, stateText } from '../../texts/review/review.ts'
import { viewReport } from '../case-view.ts'
import { command, type Context } from '../command.ts'
import { decideMeant } from './decide-cases.ts'
import { mayDecide } from './rights.ts'

const WAITING = ['pending', 'returned', 'open', 'appealed', 'proposed', 'rectifying']

/** Notes that this reviewer steps back from a case: it is not put to them again, and they cannot decide it. */
export async function recuseCase(file: CaseFile, slots: Slots, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, now } = context
  mayDecide(file, context)
  if (!WAITING.includes(file.state)) return refuse(alreadyDecided(file.number, stateText[file.state] ?? file.state), file.number)
  for (const decision of await stores.cases.decisions(file.number)) {
    const mine = decision.by === speaker.person.id && decision.revokedAt === null
    // a yes of somebody who should not have said it does not count towards the quorum
    if (mine && decision.verdict === 'approve') await stores.cases.revokeDecision(decision.id, now)
  }
  await stores.cases.decide({
    number: file.number,
    by: speaker.person.id,
    verdict: 'recuse',
    points: null,
    reason: slots.reason ?? null,
    at: now,
  })
  const report = await stores.cases.report(file.number)
  const view = report ? caseLine(await viewReport(report, 'private', context)) : `#${String(file.number)}`
  return [privately(speaker.person.id, texts.recused(view), file.number)]
}

/** 回避: a reviewer who is too near to a case leaves it to the others. */
export const recuse = command({
  intent: 'recuse',
  words: ['回避'],
  examples: ['1001我回避', '回避 1001'],
  role: 'reviewer',
  refusal: reviewersOnly,
  help: '1001我回避',
  handle: (slots, context) => (slots.target === undefined ? refuse(texts.recuseWhich) : decideMeant(slots, context, recuseCase)),
})
