import type { ReportCase } from '../models/case.ts'
import { inRoom } from '../models/reply.ts'
import { toldAt } from '../rules/deadlines.ts'
import { isQuiet, pauseOf } from '../rules/village-settings.ts'
import * as texts from '../texts/jobs.ts'
import { bookReport } from './book-report.ts'
import { daily } from './calendar.ts'
import { job, type JobContext, nothingToDo } from './job.ts'
import { viewRegister } from './register-view.ts'
import { tellOperators } from './tell-operators.ts'

/** Books each case in a savepoint: one that cannot be booked waits for a person and holds up nobody else. */
async function bookAll(due: readonly ReportCase[], { stores, schemeOf, now }: JobContext) {
  const booked: ReportCase[] = []
  const stuck: { readonly number: number; readonly why: string }[] = []
  for (const file of due) {
    const scheme = await schemeOf(file.edition)
    try {
      await stores.attempt(() => bookReport(file, scheme, stores, now))
      booked.push(file)
    } catch (error) {
      stuck.push({ number: file.number, why: error instanceof Error ? error.message : String(error) })
    }
  }
  return { booked, stuck }
}

/** 公示期满 (GY-8): books every point in notice that nobody objected to; the room hears of it in the morning, in one line. */
export const closeNotices = job({
  name: 'close-notices',
  at: daily('00:10'),
  catchUp: 'latest',
  kind: 'effect',

  async run(_slot, context) {
    const { stores, village, now } = context
    if (await pauseOf(stores)) return nothingToDo('紧急暂停中')
    const due = (await stores.notices.endedBy(now)).filter(({ state }) => state === 'in-notice')
    if (due.length === 0) return nothingToDo('没有期满的公示')

    const { booked, stuck } = await bookAll(due, context)
    const register = await viewRegister(stores)
    const views = []
    for (const file of booked) views.push(register.report(file, await context.schemeOf(file.edition)))
    const replies = [
      ...(views.length > 0 && !(await isQuiet(stores))
        ? [{ ...inRoom('villagers', texts.noticesClosed(views)), notBefore: toldAt(now, village.training) }]
        : []),
      ...(stuck.length > 0 ? await tellOperators(stores, now, texts.notBooked(stuck.map(({ number }) => number))) : []),
    ]
    const summary = [`入账 ${booked.length} 件`, ...stuck.map(({ number, why }) => `#${number} 没有入账（${why}）`)].join('，')
    return { did: true, replies, summary }
  },
})
