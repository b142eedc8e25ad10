import type { CaseFile, DeductionCase } from '../../models/case.ts'
import { dateOf } from '../../models/dates.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import { reasonMinutes } from '../../rules/dialogue.ts'
import { holidays } from '../../rules/holidays.ts'
import { hasDecided } from '../../rules/waiting.ts'
import { noticeWindow } from '../../rules/window.ts'
import * as texts from '../../texts/objection/deduction.ts'
import { sentPrivately } from '../../texts/report/report.ts'
import { noSuchCase, whyReject } from '../../texts/review/review.ts'
import type { Context } from '../command.ts'
import { mayDecide, notRecused } from '../review/rights.ts'
import { isSecond, toHousehold, viewDeduction } from './deduction-view.ts'

/** Answers the reviewer in private, whatever the room: a deduction is nobody else's business. */
const toReviewer = (number: number, text: string, { speaker, room }: Context): readonly Reply[] => [
  ...(room === null ? [] : [here(sentPrivately)]),
  privately(speaker.person.id, text, number),
]

async function deductionOf(file: CaseFile, context: Context): Promise<DeductionCase> {
  mayDecide(file, context)
  await notRecused(file, context)
  return (await context.stores.cases.deduction(file.number)) ?? refuse(noSuchCase(file.number))
}

/** 同意扣: after the day of the re-check, a second reviewer of another household decides; the household hears why, and how to appeal. */
export async function confirmDeduction(file: CaseFile, reason: string | null, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, scheme, now } = context
  const { number } = file
  const found = await deductionOf(file, context)
  if (found.state === 'appealed') return refuse(texts.howToAnswerAppeal(number), number)
  if (found.state !== 'rectifying') return refuse(texts.deductionState(number, texts.deductionStates[found.state] ?? found.state), number)
  if (!(await isSecond(found, speaker.person, context))) return refuse(texts.secondReviewer(number), number)
  const today = dateOf(now)
  const { recheckOn, text } = found.deduction
  if (recheckOn !== null && today < recheckOn) return refuse(texts.tooEarly(number, recheckOn), number)
  const why = reason ?? text
  await stores.cases.decide({ number, by: speaker.person.id, verdict: 'confirm', points: found.deduction.points, reason: why, at: now })
  await stores.cases.amendDeduction(number, { confirmedBy: speaker.person.id, reason: why })
  const decided = await stores.cases.move(found, 'confirm', speaker.person.id, now)
  const { lastDay: until, endsAt } = noticeWindow(today, scheme.review.appealDays ?? scheme.notice.days, holidays)
  await stores.cases.setDue(number, endsAt)
  const view = await viewDeduction(decided, context)
  return [
    ...toReviewer(number, texts.decided(view, until), context),
    ...(await toHousehold(decided, texts.decisionForYou(view, why, until), context)),
  ]
}

/** 改好了、不扣: a reviewer of another household ends it; an appeal is ended by somebody who has had no part in it. */
export async function dropDeduction(file: CaseFile, reason: string | null, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, now } = context
  const { number } = file
  const found = await deductionOf(file, context)
  if (found.state !== 'rectifying' && found.state !== 'appealed') {
    return refuse(texts.deductionState(number, texts.deductionStates[found.state] ?? found.state), number)
  }
  if (found.state === 'appealed') await hasHadNoPart(found, context)
  const why = reason ?? ask({ about: 'reason', text: whyReject(number), options: [], free: 'text', minutes: reasonMinutes })
  await stores.cases.decide({ number, by: speaker.person.id, verdict: 'reverse', points: null, reason: why, at: now })
  await stores.cases.move(found, found.state === 'appealed' ? 'drop' : 'rectified', speaker.person.id, now, why)
  await stores.cases.setDue(number, null)
  const view = await viewDeduction(found, context)
  return [...toReviewer(number, texts.dropped(view), context), ...(await toHousehold(found, texts.droppedForYou(view, why), context))]
}

/** Refuses whoever proposed, confirmed or otherwise decided it: an appeal is heard by somebody else (PIPL 24). */
async function hasHadNoPart(found: DeductionCase, { stores, speaker }: Context): Promise<void> {
  const { proposedBy, confirmedBy } = found.deduction
  const decisions = await stores.cases.decisions(found.number)
  const part = [proposedBy, confirmedBy].includes(speaker.person.id) || hasDecided(decisions, speaker.person.id)
  if (part) refuse(texts.tookPart(found.number), found.number)
}

/** 维持: the appeal is answered for good; it is booked the next night. */
export async function maintainDeduction(file: CaseFile, reason: string | null, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, now } = context
  const { number } = file
  const found = await deductionOf(file, context)
  if (found.state === 'rectifying') return confirmDeduction(file, reason, context)
  if (found.state !== 'appealed') return refuse(texts.deductionState(number, texts.deductionStates[found.state] ?? found.state), number)
  await hasHadNoPart(found, context)
  await stores.cases.decide({ number, by: speaker.person.id, verdict: 'maintain', points: found.deduction.points, reason, at: now })
  await stores.cases.move(found, 'maintain', speaker.person.id, now)
  await stores.cases.setDue(number, now)
  const view = await viewDeduction(found, context)
  return [
    ...toReviewer(number, texts.maintained(view), context),
    ...(await toHousehold(found, texts.maintainedForYou(view, reason), context)),
  ]
}
