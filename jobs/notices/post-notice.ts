import { dateOf, daysOf } from '../../models/dates.ts'
import { inRoom, type Reply } from '../../models/reply.ts'
import { holidays } from '../../rules/holidays.ts'
import { loadLaw } from '../../rules/law.ts'
import type { Scheme } from '../../rules/scheme.ts'
import { noticeWindow } from '../../rules/window.ts'
import * as texts from '../../texts/periods/jobs.ts'
import { announceHeld, type NoticedReport } from './announce-held.ts'
import { byAudience } from './by-audience.ts'
import { deductionsBooked } from '../booking/deductions-booked.ts'
import type { JobContext } from '../job.ts'
import { viewRegister } from './register-view.ts'

/** How a case of the notice stands for the villagers; null when it is not read out any more. After a night without power a window can have ended unbooked. */
function standingOf({ state, notice }: NoticedReport, now: number): texts.NoticeView['standing'] | null {
  if (state === 'in-notice') return notice.endsAt > now ? state : 'ended'
  return state === 'booked' || state === 'objected' ? state : null
}

/** The days the law of the place asks a notice to stay up; where it names none, the scheme's own. */
export function postingDays(scheme: Scheme): number {
  return loadLaw(scheme.law.text).notices[scheme.law.notice]?.postDays?.value ?? scheme.notice.days
}

/** What a periodic notice posts: `cases` it names, and the line for the room; null when nothing stood in notice. */
export async function postNotice(
  period: string,
  rhythm: Scheme['notice']['kind'],
  context: JobContext,
): Promise<{ readonly cases: number; readonly replies: readonly Reply[] } | null> {
  const { stores, scheme, now } = context
  const announced = await announceHeld(rhythm, context)
  const { first, last } = daysOf(period)
  const reports = new Map<number, NoticedReport>()
  for (const file of [...(await stores.notices.during(first, last)), ...announced]) reports.set(file.number, file)

  const { villagers, cadres } = await byAudience([...reports.values()], context)
  const posted = noticeWindow(dateOf(now), postingDays(scheme), holidays)
  const forAll = await noticeOf(villagers, context)
  const forCadres = await noticeOf(cadres, context)
  const deductions = await deductionsBooked(period, stores)
  const replies: Reply[] = []
  if (forAll.cases.length + forAll.without + deductions > 0)
    replies.push(inRoom('villagers', texts.periodNotice(period, forAll.cases, forAll.without, posted, deductions)))
  if (forCadres.cases.length + forCadres.without > 0)
    replies.push(inRoom('cadres', texts.periodNotice(period, forCadres.cases, forCadres.without, posted)))
  return replies.length === 0 ? null : { cases: forAll.cases.length + forCadres.cases.length, replies }
}

/** What a notice reads out of its cases; what was taken back is public only as a number. */
async function noticeOf(reports: readonly NoticedReport[], { stores, schemeOf, now }: JobContext) {
  const register = await viewRegister(stores)
  const cases: texts.NoticeView[] = []
  for (const file of reports.toSorted((one, other) => one.number - other.number)) {
    const standing = standingOf(file, now)
    if (!standing) continue
    const { firstDay, lastDay } = file.notice
    cases.push({ view: register.report(file, await schemeOf(file.edition)), firstDay, lastDay, standing })
  }
  return { cases, without: reports.filter(({ state }) => state === 'reversed').length }
}
