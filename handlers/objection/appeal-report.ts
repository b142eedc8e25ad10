import type { ReportCase } from '../../models/case.ts'
import { addDays, dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, inRoom, type Reply } from '../../models/reply.ts'
import { dueAfter } from '../../rules/deadlines.ts'
import { hasDecided } from '../../rules/waiting.ts'
import * as texts from '../../texts/objection/appeal.ts'
import { notYourDeduction } from '../../texts/objection/deduction.ts'
import { caseLine } from '../../texts/report/report.ts'
import { stateText } from '../../texts/review/review.ts'
import { viewReport } from '../case-view.ts'
import type { Context } from '../command.ts'
import { quotedInRoom } from '../room-words.ts'
import { mayStillAppeal } from './appeal-window.ts'

/** 申诉 against a rejection: the report waits for review again, by a reviewer who has not decided it before. */
export async function appealReport(file: ReportCase, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, scheme, line, now } = context
  const { number, report, subject } = file
  const own = [report.doer, report.reporter].includes(speaker.person.id) || (subject !== null && subject === speaker.household?.id)
  if (!own) return refuse(notYourDeduction(number), number)
  if (file.state !== 'rejected') return refuse(texts.notDecidedYet(number, stateText[file.state] ?? file.state), number)
  await mayStillAppeal(number, context)
  await stores.cases.addEvidence({ number, kind: 'text', media: null, text: line, by: speaker.person.id, at: now })
  const appealed = await stores.cases.move(file, 'appeal', speaker.person.id, now)
  const today = dateOf(now)
  await stores.cases.setDue(number, dueAfter(today, scheme.notice.answerDays))
  const words = await quotedInRoom(line, await stores.register.person(report.doer), stores)
  return [
    here(texts.appealReceived(number, addDays(today, scheme.notice.answerDays)), number),
    inRoom('panel', texts.reportAppealCard(caseLine(await viewReport(appealed, 'panel', context)), words, number), number),
  ]
}

/** Refuses a reviewer who decided a report before its appeal, or answered the objection that took it back. */
export async function notDecidedBefore(file: ReportCase, { stores, speaker }: Pick<Context, 'stores' | 'speaker'>): Promise<void> {
  const { number } = file
  if (file.state !== 'pending' || !(await stores.audit.of(number)).some(({ action }) => action === 'appeal')) return
  const decisions = [...(await stores.cases.decisions(number))]
  for (const objection of await stores.cases.objectionsTo(number)) decisions.push(...(await stores.cases.decisions(objection.number)))
  if (hasDecided(decisions, speaker.person.id)) refuse(texts.answeredBefore(number), number)
}
