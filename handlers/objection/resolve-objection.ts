import type { CaseFile, ObjectionCase, ReportCase } from '../../models/case.ts'
import type { Slots } from '../../models/intent.ts'
import { postingLimit } from '../../models/ledger.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import { itemOf } from '../../rules/catalogue.ts'
import { questionMinutes } from '../../rules/dialogue.ts'
import { boundsOf } from '../../rules/rates/sections.ts'
import * as appealTexts from '../../texts/objection/appeal.ts'
import * as texts from '../../texts/objection/objection.ts'
import { caseLine } from '../../texts/report/report.ts'
import { ownReport, reviewersOnly, stateText } from '../../texts/review/review.ts'
import { dropBar, maintainBar } from '../bar/decide-bar.ts'
import { viewReport } from '../case-view.ts'
import { command, type Context } from '../command.ts'
import { dropDeduction, maintainDeduction } from '../deduction/decide-deduction.ts'
import { concerned, openNotice } from '../review/approve-report.ts'
import { mayDecide, notRecused } from '../review/rights.ts'
import { casesMeant, numbersOf } from '../review/target.ts'
import { answerPlan } from './answer-plan.ts'
import { mayAnswer, reasonFor } from './answering.ts'
import { correctBooked, makeUp, reverseBooked } from './mend-booked.ts'
import { waitingStates } from './withdraw-objection.ts'

type Result = 'maintain' | 'correct' | 'reverse'

/** What a result does to the case objected to; answers the new last day of its notice, if any. */
async function apply(target: ReportCase, result: Result, points: number, reason: string, context: Context): Promise<string | null> {
  const { stores, speaker, now } = context
  if (target.state === 'booked' && result === 'correct') return correctBooked(target, points, reason, context)
  if (target.state === 'booked' && result === 'reverse') return reverseBooked(target, reason, context)
  if (result === 'reverse' && target.state === 'approved') {
    await stores.cases.move(target, 'overturn', speaker.person.id, now, reason)
    return null
  }
  if (target.state !== 'objected') return null
  if (result === 'reverse') {
    await stores.cases.move(target, 'overturn', speaker.person.id, now, reason)
    return null
  }
  const [other] = (await stores.cases.objectionsTo(target.number)).filter(({ state }) => waitingStates.some((one) => one === state))
  if (result === 'maintain') {
    if (!other) await stores.cases.move(target, 'maintain', speaker.person.id, now, reason)
    return null
  }
  await stores.cases.setPoints(target.number, points)
  const corrected = await stores.cases.move(target, 'correct', speaker.person.id, now, reason)
  if (other) await stores.cases.move(corrected, 'object', other.objection.by, now)
  return openNotice(target.number, context)
}

/** Refuses who answered the objection before its appeal, and a mend of what can no longer be mended. */
async function mayResolve(found: ObjectionCase, target: ReportCase | null, result: Result, context: Context): Promise<void> {
  const { number } = found
  const { speaker } = context
  await mayAnswer(found, context)
  if (target?.subject !== undefined && target.subject !== null && target.subject === speaker.household?.id) {
    refuse(texts.objectionOwnHousehold(number), number)
  }
  if (!target && result === 'reverse') refuse(texts.objectionWithoutTarget(number), number)
  const mendable = result === 'reverse' ? ['objected', 'booked', 'approved'] : ['objected', 'booked']
  if (target && result !== 'maintain' && !mendable.includes(target.state)) {
    refuse(appealTexts.nothingToMend(target.number, stateText[target.state] ?? target.state), number)
  }
  // correcting a booked case approves it anew
  if (target?.state === 'booked' && result === 'correct' && target.report.reporter === speaker.person.id)
    refuse(ownReport(target.number), number)
}

async function wordsFor(
  file: ObjectionCase,
  target: ReportCase | null,
  result: Result,
  points: number,
  reason: string | null,
  lastDay: string | null,
  context: Context,
): Promise<readonly Reply[]> {
  const { by } = file.objection
  if (!target || result === 'maintain') {
    const answer = file.state === 'appealed' ? appealTexts.objectionFinal : texts.objectionMaintained
    return [privately(by, answer(file.number, reason), file.number)]
  }
  const line = caseLine(await viewReport(target, 'private', context))
  const household = concerned(target).filter((person) => person !== by)
  if (result === 'reverse') {
    return [
      privately(by, texts.objectionReversed(file.number, target.number), file.number),
      ...household.map((person) => privately(person, texts.yourCaseReversed(line, reason), target.number)),
    ]
  }
  return [
    privately(by, texts.objectionCorrected(file.number, target.number, points, lastDay), file.number),
    ...household.map((person) => privately(person, texts.yourCaseCorrected(line, points), target.number)),
  ]
}

/** Answers an objection: the case stands, is corrected (and noticed anew), or is taken back. */
export async function resolve(file: CaseFile, result: Result, slots: Slots, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, now } = context
  mayDecide(file, context)
  await notRecused(file, context)
  const found = (await stores.cases.objection(file.number)) ?? refuse(texts.objectionClosed(file.number))
  const { target: against } = found.objection
  const plan = against === null ? null : await stores.shares.dividend(against)
  if (plan) return answerPlan(found, plan, result, slots, context)
  const target = against === null ? null : await stores.cases.report(against)
  await mayResolve(found, target, result, context)
  if (result === 'correct' && slots.points === undefined) {
    return ask({ about: 'points', text: texts.correctToWhat(file.number), options: [], free: 'text', minutes: questionMinutes })
  }
  const points = result === 'correct' ? correctedPoints(slots, target, context) : 0
  const reason = result === 'correct' ? (slots.reason ?? null) : reasonFor(file.number, slots, context)
  await stores.cases.decide({
    number: file.number,
    by: speaker.person.id,
    verdict: result,
    points: result === 'correct' ? points : null,
    reason,
    at: now,
  })
  await stores.cases.resolveObjection(file.number, result, result === 'correct' ? points : null, reason)
  await stores.cases.move(found, result, speaker.person.id, now)
  const made = target || result === 'maintain' ? null : await makeUp(found, points, reason ?? '', context)
  const lastDay = target ? await apply(target, result, points, reason ?? '', context) : (made?.lastDay ?? null)
  if (made)
    return [
      here(texts.objectionSettled(file.number), file.number),
      privately(found.objection.by, texts.madeUp(file.number, made.number, points, made.lastDay), made.number),
    ]
  return [
    here(texts.objectionSettled(file.number), file.number),
    ...(await wordsFor(found, target, result, points, reason, lastDay, context)),
  ]
}

/** 「改2分」 and 「补4分」 both name the total the case shall have, within what its heading allows (GY-4). */
function correctedPoints(slots: Slots, target: ReportCase | null, { scheme }: Context): number {
  const before = target ? (target.report.points ?? target.report.proposed) : 0
  const points = slots.points ?? before
  const item = target ? itemOf(scheme, target.report.item) : undefined
  const { least = 1, most = postingLimit.point } = item ? boundsOf(scheme, item) : {}
  const [fewest, largest] = [Math.min(least, before || least), Math.min(most, Math.max(scheme.review.mostByReviewer, before))]
  return Number.isInteger(points) && points >= fewest && points <= largest ? points : refuse(texts.correctionOutOfRange(fewest, largest))
}

/** 答复异议: maintain, correct or reverse, by quoting the objection's card or by its number. */
export const resolveObjection = command({
  intent: 'resolve_objection',
  words: ['维持', '属实', '撤销'],
  examples: ['1002维持 核实过照片', '1002属实，改2分', '1002撤销 记错了户'],
  role: 'reviewer',
  refusal: reviewersOnly,
  help: '1002维持 理由（或“改2分”“撤销”）',
  async handle(slots, context) {
    const verdict = slots.result ?? 'maintain'
    const files = numbersOf(slots.target).length > 0 ? await casesMeant(slots, context) : await onlyOpen(context)
    const replies: Reply[] = []
    for (const file of files) {
      replies.push(...(await answerCase(file, verdict, slots, context)))
    }
    return replies
  },
})

async function answerCase(file: CaseFile, verdict: Result, slots: Slots, context: Context): Promise<readonly Reply[]> {
  if (file.kind === 'objection') return resolve(file, verdict, slots, context)
  if (file.kind === 'bar' && verdict !== 'correct') {
    return (verdict === 'maintain' ? maintainBar : dropBar)(file, slots.reason ?? null, context)
  }
  if (file.kind !== 'deduction' || verdict === 'correct') return refuse(texts.notAnObjection(file.number), file.number)
  const decide = verdict === 'maintain' ? maintainDeduction : dropDeduction
  return decide(file, slots.reason ?? null, context)
}

/** Without a number the panel can only mean the one objection that is open. */
async function onlyOpen({ stores, room, addressed }: Context): Promise<readonly CaseFile[]> {
  if (room !== null && room.kind !== 'panel' && !addressed) return []
  const open = await stores.cases.inStates('objection', waitingStates)
  return open.length > 1 ? refuse(texts.whichObjection(open.map(({ number }) => number))) : open
}
