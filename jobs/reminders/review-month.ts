import { inRoom } from '../../models/reply.ts'
import { pauseOf } from '../../rules/village-settings.ts'
import { waitingByReviewer } from '../../rules/waiting.ts'
import { periodText } from '../../texts/format.ts'
import { monthReview } from '../../texts/review/reminders.ts'
import { monthly } from '../calendar.ts'
import { nothingEverReported } from '../notices/first-case.ts'
import { job, nothingToDo } from '../job.ts'

/** 一月一审核 (YX-4, CJ-4): on the 28th the panel reads what is unreviewed, by reviewer. */
export const reviewMonth = job({
  name: 'review-month',
  at: monthly(28, '08:20'),
  catchUp: 'latest',
  kind: 'effect',

  async run({ period }, { stores, now }) {
    if ((await pauseOf(stores)) || (await nothingEverReported(stores))) return nothingToDo('没有要审的')
    const waiting = await waitingByReviewer(stores, now)
    const total = (await stores.cases.reportsInStates(['pending'])).length
    const byReviewer = waiting.map(({ reviewer, files }) => ({ name: reviewer.name, count: files.length }))
    return { did: true, replies: [inRoom('panel', monthReview(periodText(period), total, byReviewer))], summary: `未审 ${total} 件` }
  },
})
