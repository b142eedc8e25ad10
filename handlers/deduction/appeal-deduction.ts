import type { DeductionCase } from '../../models/case.ts'
import { addDays, dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, inRoom, privately, type Reply } from '../../models/reply.ts'
import { dueAfter } from '../../rules/deadlines.ts'
import { hasDecided } from '../../rules/waiting.ts'
import * as texts from '../../texts/objection/deduction.ts'
import { sentPrivately } from '../../texts/report/report.ts'
import type { Context } from '../command.ts'
import { isSecond, reviewersFor, viewDeduction } from './deduction-view.ts'

/** What the household says is kept as evidence, and answered to it alone. */
async function keepWords({ number }: DeductionCase, { stores, speaker, line, now }: Context): Promise<void> {
  await stores.cases.addEvidence({ number, kind: 'text', media: null, text: line, by: speaker.person.id, at: now })
}

const toSpeaker = (number: number, text: string, { speaker, room }: Context): readonly Reply[] => [
  ...(room === null ? [] : [here(sentPrivately)]),
  privately(speaker.person.id, text, number),
]

/** The household is heard before anything is decided: mended, or not theirs; the reviewers read it in private. */
async function hear(file: DeductionCase, rectified: boolean, context: Context): Promise<readonly Reply[]> {
  await keepWords(file, context)
  const view = await viewDeduction(file, context)
  const card = rectified ? texts.rectifiedCard(view, context.line) : texts.hearingCard(view, context.line)
  return [
    ...toSpeaker(file.number, texts.heardYou(file.number), context),
    inRoom('panel', texts.cardSent(file.number), file.number),
    ...(await reviewersFor(file, context)).map(({ id }) => privately(id, card, file.number)),
  ]
}

/** Within the window and once, a decided deduction goes to reviewers who have had no part in it. */
async function appeal(file: DeductionCase, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, scheme, line, now } = context
  const { number } = file
  const decisions = await stores.cases.decisions(number)
  const answered = decisions.some(({ verdict }) => verdict === 'maintain')
  if (answered || file.dueAt === null || now >= file.dueAt) return refuse(texts.appealOver(number), number)
  await keepWords(file, context)
  await stores.cases.move(file, 'appeal', speaker.person.id, now)
  const today = dateOf(now)
  await stores.cases.setDue(number, dueAfter(today, scheme.notice.answerDays))
  const until = addDays(today, scheme.notice.answerDays)
  const view = await viewDeduction(file, context)
  const free: string[] = []
  for (const reviewer of await reviewersFor(file, context)) {
    const part = reviewer.id === file.deduction.confirmedBy || hasDecided(decisions, reviewer.id)
    if (!part && (await isSecond(file, reviewer, context))) free.push(reviewer.id)
  }
  const secretaries = free.length === 0 ? await stores.register.holders('secretary', today) : []
  return [
    ...toSpeaker(number, texts.appealReceived(number, until), context),
    ...free.map((person) => privately(person, texts.appealCard(view, line, until), number)),
    ...secretaries.map(({ id }) => privately(id, texts.nobodyLeft(number), number)),
  ]
}

/** 整改好了 and 申诉 of the household concerned, wherever its deduction stands. */
export async function appealDeduction(file: DeductionCase, rectified: boolean, context: Context): Promise<readonly Reply[]> {
  const own = file.deduction.doer === context.speaker.person.id || (file.subject !== null && file.subject === context.speaker.household?.id)
  if (!own) return refuse(texts.notYourDeduction(file.number), file.number)
  if (file.state === 'rectifying') return hear(file, rectified, context)
  if (file.state === 'decided') return appeal(file, context)
  return refuse(texts.deductionState(file.number, texts.deductionStates[file.state] ?? file.state), file.number)
}
