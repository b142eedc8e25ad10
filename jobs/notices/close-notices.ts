import type { ReportCase } from '../../models/case.ts'
import { inRoom, type Reply } from '../../models/reply.ts'
import { toldAt } from '../../rules/deadlines.ts'
import { isDeposited } from '../../rules/books/holders.ts'
import { isQuiet, pauseOf } from '../../rules/village-settings.ts'
import * as texts from '../../texts/periods/jobs.ts'
import { bookAll, bookedSummary } from '../booking/book-all.ts'
import { byAudience } from './by-audience.ts'
import { issueCoupons } from '../coupons/issue-coupons.ts'
import { daily } from '../calendar.ts'
import { job, type JobContext, nothingToDo } from '../job.ts'
import { viewRegister } from './register-view.ts'
import { tellOperators } from '../reminders/tell-operators.ts'

/** What is deposited at month-end waits for that day (JS-R2). */
async function due({ stores, schemeOf, now }: JobContext): Promise<readonly ReportCase[]> {
  const files: ReportCase[] = []
  for (const file of await stores.notices.endedBy(now)) if (!isDeposited(await schemeOf(file.edition), file.report.item)) files.push(file)
  return files
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
    const ended = await due(context)
    if (ended.length === 0) return nothingToDo('没有期满的公示')

    const done = await bookAll(ended, context)
    const register = await viewRegister(stores)
    const told = (await isQuiet(stores)) ? { villagers: [], cadres: [] } : await byAudience(done.booked, context)
    const coupons = await issueCoupons(done.booked, context)
    const replies: Reply[] = coupons.map((reply) => ({ ...reply, notBefore: toldAt(now, village.training) }))
    for (const room of ['villagers', 'cadres'] as const) {
      const views = []
      for (const file of told[room]) views.push(register.report(file, await context.schemeOf(file.edition)))
      if (views.length > 0) replies.push({ ...inRoom(room, texts.noticesClosed(views)), notBefore: toldAt(now, village.training) })
    }
    const stuck = done.stuck.map(({ number }) => number)
    if (stuck.length > 0) replies.push(...(await tellOperators(stores, now, texts.notBooked(stuck))))
    return { did: true, replies, summary: bookedSummary(done) }
  },
})
