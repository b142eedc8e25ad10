import { quarterly } from '../calendar.ts'
import { openAccounts } from './open-accounts.ts'
import { publishPeriod } from './publish-period.ts'
import { wantHelpers } from './want-helpers.ts'
import { job } from '../job.ts'

/** 季度荣誉: on the first day of a quarter stars and bands of the past one (JY-5, JY-7), and the party members' 亮账 (JS-R3). */
export const starsQuarter = job({
  name: 'stars-quarter',
  at: quarterly(1, '08:40'),
  catchUp: 'every',
  kind: 'effect',

  async run({ period }, context) {
    const honours = await publishPeriod('quarter', period, context)
    const accounts = await openAccounts(period, context)
    const replies = [...honours.replies, ...accounts, ...(await wantHelpers(period, context))]
    return { did: replies.length > 0, replies, summary: honours.summary }
  },
})
