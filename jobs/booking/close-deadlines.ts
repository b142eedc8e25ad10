import { dateOf } from '../../models/dates.ts'
import { privately, type Reply } from '../../models/reply.ts'
import { dueAfter, returnedDays, returnedNotice, toldAt } from '../../rules/deadlines.ts'
import { looseMinutes } from '../../rules/dialogue.ts'
import { pauseOf } from '../../rules/village-settings.ts'
import { deedWord } from '../../rules/catalogue.ts'
import { notBooked } from '../../texts/periods/jobs.ts'
import { lapsed } from '../../texts/scheme/proposal.ts'
import { returnedExpired, returnedReminder } from '../../texts/review/reminders.ts'
import { caseLine } from '../../texts/report/report.ts'
import { daily } from '../calendar.ts'
import { closeBars } from '../closing/close-bars.ts'
import { closeDividends } from '../closing/close-dividends.ts'
import { closeAppeals, type Closed, remindRechecks } from './deadlines-of-deductions.ts'
import { type EffectOutcome, job, type JobContext, nothingToDo } from '../job.ts'
import { tellOperators } from '../reminders/tell-operators.ts'
import type { ReportCase } from '../../models/case.ts'

const DAY = 86_400_000

/** The audit action that marks the last reminder of a returned report. */
const REMINDED = 'remind-returned'

async function lineOf({ number, edition, report }: ReportCase, { stores, schemeOf }: JobContext): Promise<string> {
  const doer = await stores.register.person(report.doer)
  const deed = deedWord(await schemeOf(edition), report.item, report.text)
  const view = { number, who: doer?.name ?? '一户', deed, quantity: report.quantity, unit: report.unit, deedOn: report.deedOn }
  return caseLine({ ...view, points: report.points ?? report.proposed })
}

/** A returned report is reminded of once before it lapses; it lapses thirty days after the last reminder. */
async function closeReturned(context: JobContext): Promise<Closed> {
  const { stores, now } = context
  const replies: Reply[] = []
  let done = 0
  for (const { number, dueAt } of await stores.cases.dueBy('report', ['returned'], now + returnedNotice * DAY)) {
    const file = await stores.cases.report(number)
    if (!file || dueAt === null) continue
    const line = await lineOf(file, context)
    const everyone = [...new Set([file.report.doer, file.report.reporter])]
    const reminded = (await stores.audit.of(number)).some(({ action }) => action === REMINDED)
    if (dueAt <= now) {
      await stores.cases.move(file, 'expire', null, now)
      await stores.cases.setDue(number, null)
      replies.push(...everyone.map((person) => privately(person, returnedExpired(line), number)))
    } else if (!reminded) {
      const until = dueAfter(dateOf(now), returnedDays)
      await stores.audit.write({ at: now, actor: null, action: REMINDED, number, from: null, to: null, detail: null })
      await stores.cases.setDue(number, until)
      replies.push(...everyone.map((person) => privately(person, returnedReminder(line, dateOf(until - 1)), number)))
    } else continue
    done += 1
  }
  return { replies, done, stuck: [] }
}

async function closeProposals({ stores, now }: JobContext): Promise<Closed> {
  const due = await stores.cases.dueBy('proposal', ['proposed'], now)
  const replies: Reply[] = []
  for (const { number } of due) {
    const file = await stores.cases.proposal(number)
    if (!file) continue
    await stores.cases.move(file, 'expire', null, now)
    await stores.cases.setDue(number, null)
    replies.push(privately(file.proposal.by, lapsed(number, file.proposal.text), number))
  }
  return { replies, done: due.length, stuck: [] }
}

async function closeWaiting(context: JobContext): Promise<EffectOutcome> {
  const { stores, village, now } = context
  if (await pauseOf(stores)) return nothingToDo('紧急暂停中')
  const closed: Closed[] = []
  for (const close of [closeAppeals, remindRechecks, closeReturned, closeProposals, closeDividends, closeBars])
    closed.push(await close(context))
  const done = closed.reduce((sum, one) => sum + one.done, 0)
  const stuck = closed.flatMap((one) => one.stuck)
  if (done + stuck.length === 0) return nothingToDo('没有到期的')
  const replies = [
    ...closed.flatMap((one) => one.replies),
    ...(stuck.length > 0 ? await tellOperators(stores, now, notBooked(stuck.map(({ number }) => number))) : []),
  ].map((reply) => ({ ...reply, notBefore: toldAt(now, village.training) }))
  return {
    did: true,
    replies,
    summary: [`到期 ${done} 件`, ...stuck.map(({ number, why }) => `#${number} 没有办成（${why}）`)].join('，'),
  }
}

/**
 * 到期: returned reports lapse, re-checks are called, deductions are booked after their appeal window, proposals lapse (design §3.4).
 * Pictures that never got a case are dropped, in an emergency pause too: they are kept no longer than they are of use (PIPL 19).
 */
export const closeDeadlines = job({
  name: 'close-deadlines',
  at: daily('08:00'),
  catchUp: 'latest',
  kind: 'effect',

  async run(_slot, context) {
    const unnamed = await context.stores.photos.dropLoose(context.now - looseMinutes * 60_000)
    const closed = await closeWaiting(context)
    if (unnamed.length === 0) return closed
    return { ...closed, did: true, summary: `${closed.summary}，清掉没用上的照片 ${unnamed.length} 张`, unnamed }
  },
})
