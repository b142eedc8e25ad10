import { dateOf } from '../../models/dates.ts'
import { holidays } from '../../rules/holidays.ts'
import { noticeWindow } from '../../rules/window.ts'
import type { JobContext } from '../job.ts'
import { postingDays } from '../notices/post-notice.ts'

/** The period is over and its notice stands from today: nothing is booked into it any more, and it is locked when the notice has ended. */
export async function postPeriod(period: string, { stores, scheme, now }: JobContext): Promise<void> {
  const { periods } = stores
  if ((await periods.of(period)).state === 'open') await periods.cutOff(period, now)
  if ((await periods.of(period)).state !== 'cut-off') return
  await periods.post(period, noticeWindow(dateOf(now), postingDays(scheme), holidays).lastDay, now)
}
