import { monthly } from '../calendar.ts'
import { job, nothingToDo } from '../job.ts'
import { postNotice } from './post-notice.ts'
import { postPeriod } from '../closing/post-period.ts'

/** 月公示: on the 1st the villagers see what stood in notice during the month that has ended; a month without is passed over. */
export const noticeMonth = job({
  name: 'notice-month',
  at: monthly(1, '09:00'),
  catchUp: 'every',
  kind: 'effect',

  async run({ period }, context) {
    await postPeriod(period, context)
    const posted = await postNotice(period, 'monthly', context)
    if (!posted) return nothingToDo('没有可公示的')
    return { did: true, replies: posted.replies, summary: `公示 ${posted.cases} 件` }
  },
})
