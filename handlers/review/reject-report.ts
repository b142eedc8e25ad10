import type { ReportCase } from '../../models/case.ts'
import { ask } from '../../models/outcome.ts'
import { inRoom, privately, type Reply } from '../../models/reply.ts'
import { reasonMinutes, revokeMinutes } from '../../rules/dialogue.ts'
import * as texts from '../../texts/review/review.ts'
import { viewReport } from '../case-view.ts'
import type { Context } from '../command.ts'
import { concerned } from './approve-report.ts'
import { panelSits } from '../panel/panel-sits.ts'
import { mayReview } from './rights.ts'

/** 驳回: the reason goes to the villager in private; the panel only learns that the case is settled. */
export async function rejectReport(file: ReportCase, reason: string | undefined, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, now, room } = context
  await mayReview(file, context)
  await panelSits(file.number, context)
  const why = reason ?? ask({ about: 'reason', text: texts.whyReject(file.number), options: [], free: 'text', minutes: reasonMinutes })
  await stores.cases.decide({ number: file.number, by: speaker.person.id, verdict: 'reject', points: null, reason: why, at: now })
  await stores.cases.move(file, 'reject', speaker.person.id, now)
  const forThem = texts.rejectedForYou(await viewReport(file, 'private', context), why)
  return [
    ...(room === null ? [] : [inRoom('panel', texts.settled(file.number), file.number)]),
    privately(speaker.person.id, texts.rejected(await viewReport(file, 'private', context), revokeMinutes), file.number),
    ...concerned(file).map((person) => privately(person, forThem, file.number)),
  ]
}
