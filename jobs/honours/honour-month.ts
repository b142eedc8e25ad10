import { monthly } from '../calendar.ts'
import { publishPeriod } from './publish-period.ts'
import { job } from '../job.ts'

/** 月榜荣誉: on the 1st the honours of the past month, such as 善行义举榜 and 红榜 (JY-5, JZ-5). */
export const honourMonth = job({
  name: 'honour-month',
  at: monthly(1, '08:35'),
  catchUp: 'every',
  kind: 'effect',
  run: ({ period }, context) => publishPeriod('month', period, context),
})
