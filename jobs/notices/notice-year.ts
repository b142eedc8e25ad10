import { dateOf, daysOf } from '../../models/dates.ts'
import { inRoom } from '../../models/reply.ts'
import { mainBook } from '../../rules/books/books.ts'
import { holidays } from '../../rules/holidays.ts'
import { noticeWindow } from '../../rules/window.ts'
import { yearNotice } from '../../texts/periods/jobs.ts'
import { yearly } from '../calendar.ts'
import { deductionsBooked } from '../booking/deductions-booked.ts'
import { job, nothingToDo } from '../job.ts'
import { postingDays } from './post-notice.ts'
import { postPeriod } from '../closing/post-period.ts'

/** 年公示: on New Year's Day the villagers read the past year in figures; the cases themselves stood in the monthly notices. */
export const noticeYear = job({
  name: 'notice-year',
  at: yearly(1, 1, '09:10'),
  catchUp: 'every',
  kind: 'effect',

  async run({ period }, context) {
    const { stores, scheme, now } = context
    await postPeriod(period, context)
    const { first, last } = daysOf(period)
    const confidential = (book = mainBook) => scheme.books[book]?.audience === 'cadres'
    const booked = await stores.ledger.booked(first, last)
    const awards = booked.filter(
      ({ kind, reverses, postings }) => kind === 'award' && reverses === null && !confidential(postings[0]?.book),
    )
    const reversed = booked.filter(({ reverses }) => reverses !== null).length
    if (awards.length + reversed === 0) return nothingToDo('这一年没有入账')
    const points = awards.flatMap(({ postings }) => postings).reduce((sum, { amount }) => sum + Math.max(0, amount), 0)
    const households = (await stores.ledger.ranking(mainBook, `${period}-01`, `${period}-12`, null, 'without')).length
    const deductions = await deductionsBooked(period, stores)
    const posted = noticeWindow(dateOf(now), postingDays(scheme), holidays)
    const figures = { awards: awards.length, points, households, reversed, deductions }
    return { did: true, replies: [inRoom('villagers', yearNotice(period, figures, posted))], summary: `年公示 ${awards.length} 件` }
  },
})
