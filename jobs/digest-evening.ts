import type { JobSlot } from '../models/job.ts'
import { addDays, dateOf } from '../models/dates.ts'
import { inRoom } from '../models/reply.ts'
import { toldAt } from '../rules/deadlines.ts'
import { listLines } from '../rules/dialogue.ts'
import { isQuiet } from '../rules/village-settings.ts'
import { caseLine } from '../texts/report.ts'
import { eveningDigest } from '../texts/reminders.ts'
import type { NoticedReport } from './announce-held.ts'
import { daily } from './calendar.ts'
import { job, type JobContext, nothingToDo } from './job.ts'
import { viewRegister } from './register-view.ts'

/** When a report entered its notice (UTC ms): the word of the reviewer that completed its consent, or of the one who corrected it. */
async function enteredAt({ number }: NoticedReport, { stores }: JobContext): Promise<number> {
  const moves = (await stores.audit.of(number)).filter(({ to }) => to === 'in-notice')
  return moves.filter(({ action }) => action === 'approve' || action === 'correct').at(-1)?.at ?? 0
}

/** What entered the notice since the digest before this one. */
async function entered({ due }: JobSlot, context: JobContext): Promise<readonly NoticedReport[]> {
  const { stores, village, now } = context
  const before = (await stores.jobRuns.runs('digest-evening')).filter((run) => run.due < due).map((run) => run.at)
  const since = Math.max(village.createdAt, ...before)
  const fresh: NoticedReport[] = []
  for (const file of await stores.notices.during(dateOf(since), addDays(dateOf(now), 1))) {
    if (file.state !== 'in-notice') continue
    const at = await enteredAt(file, context)
    if (at > since && at <= now) fresh.push(file)
  }
  return fresh
}

/** 晚报 (design §3.5): one merged line in the villagers' room of what entered the notice since the last one; nothing when nothing did. */
export const digestEvening = job({
  name: 'digest-evening',
  at: daily('19:30'),
  catchUp: 'latest',
  kind: 'effect',

  async run(slot, context) {
    const { stores, scheme, schemeOf, village, now } = context
    if (scheme.notice.kind !== 'running' || (await isQuiet(stores))) return nothingToDo('不发晚报')
    const fresh = await entered(slot, context)
    const until = fresh
      .map(({ notice }) => notice.lastDay)
      .sort()
      .at(-1)
    if (until === undefined) return nothingToDo('今天没有新公示')
    const register = await viewRegister(stores)
    const lines: string[] = []
    for (const file of fresh.slice(0, listLines)) lines.push(caseLine(register.report(file, await schemeOf(file.edition))))
    const text = eveningDigest(lines, fresh.length - lines.length, until)
    return {
      did: true,
      replies: [{ ...inRoom('villagers', text), notBefore: toldAt(now, village.training) }],
      summary: `晚报 ${fresh.length} 件`,
    }
  },
})
