import { yearly } from '../calendar.ts'
import { issueDeferred } from '../coupons/issue-coupons.ts'
import { publishPeriod } from './publish-period.ts'
import { job } from '../job.ts'

/** 年度荣誉: on New Year's Day the honours of the past year (PH-7, JZ-3, JS-R4), and the coupons that its cap put off, in order (JZ-2). */
export const honourYear = job({
  name: 'honour-year',
  at: yearly(1, 1, '08:50'),
  catchUp: 'every',
  kind: 'effect',

  async run({ period }, context) {
    const coupons = await issueDeferred(context)
    const honours = await publishPeriod('year', period, context)
    const replies = [...coupons, ...honours.replies]
    return { did: replies.length > 0, replies, summary: honours.summary }
  },
})
