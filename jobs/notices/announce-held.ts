import type { Notice, ReportCase } from '../../models/case.ts'
import { dateOf } from '../../models/dates.ts'
import { holidays } from '../../rules/holidays.ts'
import type { Scheme } from '../../rules/scheme.ts'
import { noticeWindow } from '../../rules/window.ts'
import type { JobContext } from '../job.ts'

/** A report with its window. */
export type NoticedReport = ReportCase & { readonly notice: Notice }

/**
 * Opens the windows of approved reports that waited for the periodic notice (GY, JZ): schemes whose notice runs by `rhythm` post
 * nothing in between. Under another rhythm there is nothing to announce.
 */
export async function announceHeld(
  rhythm: Scheme['notice']['kind'],
  { scheme, stores, now }: JobContext,
): Promise<readonly NoticedReport[]> {
  if (scheme.notice.kind !== rhythm) return []
  const window = noticeWindow(dateOf(now), scheme.notice.days, holidays)
  const announced: NoticedReport[] = []
  for (const file of await stores.cases.reportsInStates(['approved'])) {
    const notice = { number: file.number, ...window }
    await stores.notices.open(notice)
    announced.push({ ...(await stores.cases.move(file, 'announce', null, now)), notice })
  }
  return announced
}
