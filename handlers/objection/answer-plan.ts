import type { ObjectionCase } from '../../models/case.ts'
import type { Slots } from '../../models/intent.ts'
import { refuse } from '../../models/outcome.ts'
import { here, inRoom, privately, type Reply } from '../../models/reply.ts'
import type { Dividend } from '../../models/share.ts'
import { nothingToMend, objectionFinal } from '../../texts/objection/appeal.ts'
import * as dividendTexts from '../../texts/periods/dividend.ts'
import * as texts from '../../texts/objection/objection.ts'
import { stateText } from '../../texts/review/review.ts'
import type { Context } from '../command.ts'
import { takeDownPlan } from '../dividend/take-down-plan.ts'
import { mayAnswer, reasonFor } from './answering.ts'

/**
 * Answers an objection to 分配方案: it stands, or it is taken down before anything is paid; corrected, two cadres agree to it anew and its
 * time starts anew (law.md §3). What is paid is not taken back here.
 */
export async function answerPlan(
  file: ObjectionCase,
  plan: Dividend,
  result: 'maintain' | 'correct' | 'reverse',
  slots: Slots,
  context: Context,
): Promise<readonly Reply[]> {
  const { stores, speaker, room, now } = context
  const { number, state } = file
  const { by } = file.objection
  await mayAnswer(file, context)
  const stands = result === 'maintain'
  if (!stands && plan.state === 'booked') return refuse(nothingToMend(plan.number, stateText.booked ?? plan.state), number)
  const reason = reasonFor(number, slots, context)
  const verdict = stands ? 'maintain' : 'reverse'
  await stores.cases.decide({ number, by: speaker.person.id, verdict, points: null, reason, at: now })
  await stores.cases.resolveObjection(number, verdict, null, reason)
  await stores.cases.move(file, verdict, speaker.person.id, now)
  const settled = here(texts.objectionSettled(number), number)
  if (stands) {
    const answer = state === 'appealed' ? objectionFinal : texts.objectionMaintained
    return [settled, privately(by, answer(number, reason), number)]
  }
  const told = privately(by, dividendTexts.planTakenDownForYou(number, plan.number, reason), number)
  if (plan.state === 'stopped') return [settled, told]
  const stopped = await takeDownPlan(plan, reason, context)
  return [
    settled,
    told,
    ...(room?.kind === 'villagers' ? [here(stopped, plan.number)] : [inRoom('villagers', stopped, plan.number)]),
    inRoom('cadres', dividendTexts.planToRedo(plan.number, number, reason), plan.number),
  ]
}
