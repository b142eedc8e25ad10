import { halfYearly } from '../calendar.ts'
import { publishPeriod } from './publish-period.ts'
import { job } from '../job.ts'

/** 推优 (JS-R3): on 七一 and at year-end the honours of the half-year that has ended. */
export const commendHalfYear = job({
  name: 'commend-half-year',
  at: halfYearly(1, '08:45'),
  catchUp: 'every',
  kind: 'effect',
  run: ({ period }, context) => publishPeriod('half-year', period, context),
})
