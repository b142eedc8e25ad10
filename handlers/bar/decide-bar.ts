import type { BarCase } from '../../models/bar.ts'
import type { CaseFile } from '../../models/case.ts'
import { addDays, dateOf } from '../../models/dates.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { inRoom, privately, type Reply } from '../../models/reply.ts'
import { dueAfter } from '../../rules/deadlines.ts'
import { reasonMinutes } from '../../rules/dialogue.ts'
import { holidays } from '../../rules/holidays.ts'
import { hasDecided } from '../../rules/waiting.ts'
import { noticeWindow } from '../../rules/window.ts'
import * as texts from '../../texts/objection/bar.ts'
import { appealOver, notYourDeduction, tookPart } from '../../texts/objection/deduction.ts'
import { noSuchCase, whyReject } from '../../texts/review/review.ts'
import type { Context } from '../command.ts'
import { mayDecide, notRecused } from '../review/rights.ts'
import { secondsFor, toBarred, toDecider, viewBar } from './bar-view.ts'

async function barOf(file: CaseFile, context: Context): Promise<BarCase> {
  mayDecide(file, context)
  await notRecused(file, context)
  return (await context.stores.bars.find(file.number)) ?? refuse(noSuchCase(file.number))
}

async function isSecond(file: BarCase, context: Context): Promise<boolean> {
  return (await secondsFor(file, context)).some(({ id }) => id === context.speaker.person.id)
}

/** An appeal is heard by somebody who had no part in it (PIPL 24). */
async function hasHadNoPart({ number, bar }: BarCase, { stores, speaker }: Context): Promise<void> {
  const decisions = await stores.cases.decisions(number)
  if ([bar.proposedBy, bar.confirmedBy].includes(speaker.person.id) || hasDecided(decisions, speaker.person.id)) {
    refuse(tookPart(number), number)
  }
}

async function lift(file: BarCase, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, now } = context
  const { number, bar } = file
  const until = bar.until ?? dateOf(now)
  if (bar.ground === 'veto') return refuse(texts.vetoEnds(number, until), number)
  if (dateOf(now) < until) return refuse(texts.liftTooEarly(number, until), number)
  await stores.cases.decide({ number, by: speaker.person.id, verdict: 'reverse', points: null, reason: null, at: now })
  await stores.cases.move(file, 'lift', speaker.person.id, now)
  const view = await viewBar(file, context)
  return [...toDecider(number, texts.liftedEcho(view), context), ...(await toBarred(file, texts.lifted(view), context))]
}

/** 同意: after the hearing a second reviewer of another household decides; on a listed household's wish it is lifted. */
export async function confirmBar(found: CaseFile, reason: string | null, context: Context): Promise<readonly Reply[]> {
  const { stores, scheme, speaker, now } = context
  const file = await barOf(found, context)
  const { number, bar } = file
  if (file.state === 'in-force') return lift(file, context)
  if (file.state !== 'hearing') return refuse(texts.barState(number, file.state), number)
  if (!(await isSecond(file, context))) return refuse(texts.barSecond(number), number)
  if (file.dueAt !== null && now < file.dueAt) return refuse(texts.hearingFirst(number, dateOf(file.dueAt)), number)
  const why = reason ?? bar.text
  await stores.cases.decide({ number, by: speaker.person.id, verdict: 'confirm', points: null, reason: why, at: now })
  await stores.bars.amend(number, { confirmedBy: speaker.person.id, reason: why })
  await stores.cases.move(file, 'confirm', speaker.person.id, now)
  const { lastDay, endsAt } = noticeWindow(dateOf(now), scheme.review.appealDays ?? scheme.notice.days, holidays)
  await stores.cases.setDue(number, endsAt)
  const view = await viewBar(file, context)
  const consequence = texts.consequenceOf(bar.ground, scheme.reminders?.days ?? 0)
  return [
    ...toDecider(number, texts.barDecidedEcho(view, lastDay), context),
    ...(await toBarred(file, texts.barDecided(view, why, lastDay, consequence), context)),
  ]
}

/** 不行: ends it, or leaves a listed household where it is; an appeal is ended by somebody who has had no part in it. */
export async function dropBar(found: CaseFile, reason: string | null, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, now } = context
  const file = await barOf(found, context)
  const { number, state, bar } = file
  const why = reason ?? ask({ about: 'reason', text: whyReject(number), options: [], free: 'text', minutes: reasonMinutes })
  const view = await viewBar(file, context)
  if (state === 'in-force') {
    return [...toDecider(number, texts.notLiftedEcho(view), context), ...(await toBarred(file, texts.notLifted(view, why), context))]
  }
  if (state !== 'hearing' && state !== 'appealed') return refuse(texts.barState(number, state), number)
  if (state === 'appealed') await hasHadNoPart(file, context)
  await stores.cases.decide({ number, by: speaker.person.id, verdict: 'reverse', points: null, reason: why, at: now })
  const own = state === 'hearing' && bar.proposedBy === speaker.person.id
  await stores.cases.move(file, own ? 'withdraw' : 'drop', speaker.person.id, now, why)
  await stores.cases.setDue(number, null)
  return [...toDecider(number, texts.barDroppedEcho(view), context), ...(await toBarred(file, texts.barDropped(view, why), context))]
}

/** 维持: the appeal is answered; it comes into force the next night. */
export async function maintainBar(found: CaseFile, reason: string | null, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, now } = context
  const file = await barOf(found, context)
  const { number, state } = file
  if (state !== 'appealed') return refuse(texts.barState(number, state), number)
  await hasHadNoPart(file, context)
  await stores.cases.decide({ number, by: speaker.person.id, verdict: 'maintain', points: null, reason, at: now })
  await stores.cases.move(file, 'maintain', speaker.person.id, now)
  await stores.cases.setDue(number, now)
  const view = await viewBar(file, context)
  return [
    ...toDecider(number, texts.barMaintainedEcho(view), context),
    ...(await toBarred(file, texts.barMaintained(view, reason), context)),
  ]
}

/** What the household says, where the case stands: heard before a decision, an appeal after it, 申请撤榜 while it is in force. */
export async function appealBar(found: CaseFile, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, scheme, line, now } = context
  const file = (await stores.bars.find(found.number)) ?? refuse(noSuchCase(found.number))
  const { number, state, bar, subject } = file
  if (bar.doer !== speaker.person.id && (subject === null || subject !== speaker.household?.id))
    return refuse(notYourDeduction(number), number)
  const today = dateOf(now)
  const until = bar.until ?? today
  if (state === 'in-force' && bar.ground === 'veto') return refuse(texts.vetoEnds(number, until), number)
  if (state === 'in-force' && today < until) return refuse(texts.liftTooEarly(number, until), number)
  if (!['hearing', 'decided', 'in-force'].includes(state)) return refuse(texts.barState(number, state), number)
  const decisions = await stores.cases.decisions(number)
  if (state === 'decided') {
    const answered = decisions.some(({ verdict }) => verdict === 'maintain')
    if (answered || file.dueAt === null || now >= file.dueAt) return refuse(appealOver(number), number)
    await stores.cases.move(file, 'appeal', speaker.person.id, now)
    await stores.cases.setDue(number, dueAfter(today, scheme.notice.answerDays))
  }
  await stores.cases.addEvidence({ number, kind: 'text', media: null, text: line, by: speaker.person.id, at: now })
  const view = await viewBar(file, context)
  const card = cardFor(state, view, line, addDays(today, scheme.notice.answerDays))
  const able = (await secondsFor(file, context)).filter(({ id }) => state !== 'decided' || !hasDecided(decisions, id))
  return [
    ...toDecider(number, texts.barHeardYou(number), context),
    inRoom('panel', texts.barSent(number), number),
    ...able.map(({ id }) => privately(id, card, number)),
  ]
}

function cardFor(state: string, view: texts.BarView, line: string, until: string): string {
  if (state === 'hearing') return texts.barHeard(view, line)
  return state === 'decided' ? texts.barAppealCard(view, line, until) : texts.liftCard(view, line)
}
