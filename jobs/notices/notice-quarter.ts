import { inRoom } from '../../models/reply.ts'
import * as texts from '../../texts/periods/jobs.ts'
import { quarterly } from '../calendar.ts'
import { nothingEverReported } from './first-case.ts'
import { job, nothingToDo } from '../job.ts'
import { postNotice } from './post-notice.ts'

/** 季公示 (YX-5): on the first day of a quarter the villagers see what stood in notice during the last one, or that nothing did. */
export const noticeQuarter = job({
  name: 'notice-quarter',
  at: quarterly(1, '09:00'),
  catchUp: 'every',
  kind: 'effect',

  async run({ period }, context) {
    const posted = await postNotice(period, 'quarterly', context)
    if (posted) return { did: true, replies: posted.replies, summary: `公示 ${posted.cases} 件` }
    if (await nothingEverReported(context.stores)) return nothingToDo('还没有任何申报')
    return { did: true, replies: [inRoom('villagers', texts.emptyNotice(period))], summary: '没有可公示的' }
  },
})
