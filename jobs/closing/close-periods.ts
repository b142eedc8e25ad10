import { addDays, dateOf, monthOf } from '../../models/dates.ts'
import type { Reply } from '../../models/reply.ts'
import { giveBase } from '../../rules/books/give-base.ts'
import { pauseOf } from '../../rules/village-settings.ts'
import { daily } from '../calendar.ts'
import { issueCards } from './issue-cards.ts'
import { job, type JobContext, nothingToDo } from '../job.ts'

/** A month that is over is cut off: nothing is booked into it any more, its totals are kept. */
async function cutOffLastMonth({ stores, village, now }: JobContext): Promise<void> {
  const last = monthOf(addDays(`${monthOf(dateOf(now))}-01`, -1))
  if (monthOf(dateOf(village.createdAt)) > last) return
  if ((await stores.periods.of(last)).state === 'open') await stores.periods.cutOff(last, now)
}

/**
 * 翻页: at night the month that is over is cut off, periods whose notice has ended are locked, in villages with a monthly notice the
 * month's cards are issued then (GY-8), and whoever has joined is given their base points.
 */
export const closePeriods = job({
  name: 'close-periods',
  at: daily('00:15'),
  catchUp: 'latest',
  kind: 'effect',

  async run(_slot, context) {
    const { stores, scheme, edition, now } = context
    if (await pauseOf(stores)) return nothingToDo('紧急暂停中')
    await cutOffLastMonth(context)
    await giveBase(stores, { scheme, edition }, now)
    const locked = await stores.periods.lockEnded(dateOf(now), now)
    const months = scheme.notice.kind === 'monthly' ? locked.filter(({ period }) => period.length > 'YYYY'.length) : []
    const replies: Reply[] = []
    for (const { period } of months) replies.push(...(await issueCards(period, context)))
    if (replies.length === 0) return nothingToDo(`锁定 ${String(locked.length)} 期`)
    return { did: true, replies, summary: `锁定 ${String(locked.length)} 期，发卡 ${String(replies.length)} 户` }
  },
})
