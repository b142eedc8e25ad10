import { inRoom, privately } from '../../models/reply.ts'
import { toldAt } from '../../rules/deadlines.ts'
import { isDeposited } from '../../rules/books/holders.ts'
import { pauseOf } from '../../rules/village-settings.ts'
import { notBooked } from '../../texts/periods/jobs.ts'
import { deposited, depositedForYou } from '../../texts/periods/deposit.ts'
import { bookAll, bookedSummary } from './book-all.ts'
import { monthly } from '../calendar.ts'
import { job, type JobContext, nothingToDo } from '../job.ts'
import { viewRegister } from '../notices/register-view.ts'
import { tellOperators } from '../reminders/tell-operators.ts'

/** Verified by the month's end: after a time without power the next month's deeds wait for their own. */
async function verified(monthEnd: number, { stores, schemeOf }: JobContext) {
  const due = []
  for (const file of await stores.notices.endedBy(monthEnd)) if (isDeposited(await schemeOf(file.edition), file.report.item)) due.push(file)
  return due
}

/** 月底存入 (JS-R2): what members declared and the teller verified is deposited on the last day of the month, all at once. */
export const depositMonth = job({
  name: 'deposit-month',
  at: monthly(31, '18:00'),
  catchUp: 'latest',
  kind: 'effect',

  async run({ due: monthEnd }, context) {
    const { stores, village, now } = context
    if (await pauseOf(stores)) return nothingToDo('紧急暂停中')
    const due = await verified(monthEnd, context)
    if (due.length === 0) return nothingToDo('没有要存入的')
    const done = await bookAll(due, context)
    const register = await viewRegister(stores)
    const views = []
    for (const file of done.booked)
      views.push({ doer: file.report.doer, view: register.report(file, await context.schemeOf(file.edition), 'panel') })
    const replies = [
      ...(views.length > 0 ? [inRoom('cadres', deposited(views.map(({ view }) => view)))] : []),
      ...views.map(({ doer, view }) => privately(doer, depositedForYou(view), view.number)),
      ...(done.stuck.length > 0 ? await tellOperators(stores, now, notBooked(done.stuck.map(({ number }) => number))) : []),
    ].map((reply) => ({ ...reply, notBefore: toldAt(now, village.training) }))
    return { did: true, replies, summary: bookedSummary(done) }
  },
})
