import type { JobSlot } from '../../models/job.ts'
import { addDays, dateOf } from '../../models/dates.ts'
import { inRoom, type Reply } from '../../models/reply.ts'
import { toldAt } from '../../rules/deadlines.ts'
import { listLines } from '../../rules/dialogue.ts'
import { isQuiet } from '../../rules/village-settings.ts'
import { caseLine } from '../../texts/report/report.ts'
import { eveningDigest } from '../../texts/review/reminders.ts'
import type { NoticedReport } from './announce-held.ts'
import { byAudience } from './by-audience.ts'
import { daily } from '../calendar.ts'
import { job, type JobContext, nothingToDo } from '../job.ts'
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

/** The merged line of what entered the notice for one room; null when nothing did. */
async function digestOf(fresh: readonly NoticedReport[], { stores, schemeOf }: JobContext): Promise<string | null> {
  const until = fresh
    .map(({ notice }) => notice.lastDay)
    .sort()
    .at(-1)
  if (until === undefined) return null
  const register = await viewRegister(stores)
  const lines: string[] = []
  for (const file of fresh.slice(0, listLines)) lines.push(caseLine(register.report(file, await schemeOf(file.edition))))
  return eveningDigest(lines, fresh.length - lines.length, until)
}

/** 晚报 (design §3.5): one merged line in the villagers' room of what entered the notice since the last one; nothing when nothing did. */
export const digestEvening = job({
  name: 'digest-evening',
  at: daily('19:30'),
  catchUp: 'latest',
  kind: 'effect',

  async run(slot, context) {
    const { stores, scheme, village, now } = context
    if (scheme.notice.kind !== 'running' || (await isQuiet(stores))) return nothingToDo('不发晚报')
    const all = await byAudience(await entered(slot, context), context)
    const replies: Reply[] = []
    for (const room of ['villagers', 'cadres'] as const) {
      const text = await digestOf(all[room], context)
      if (text !== null) replies.push({ ...inRoom(room, text), notBefore: toldAt(now, village.training) })
    }
    if (replies.length === 0) return nothingToDo('今天没有新公示')
    return { did: true, replies, summary: `晚报 ${all.villagers.length + all.cadres.length} 件` }
  },
})
