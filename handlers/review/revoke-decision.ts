import { refuse } from '../../models/outcome.ts'
import type { Decision, ReportCase } from '../../models/case.ts'
import { here, privately, inRoom, type Reply } from '../../models/reply.ts'
import { revokeMinutes } from '../../rules/dialogue.ts'
import * as texts from '../../texts/review/review.ts'
import { nothingNeeded } from '../../texts/report/supplement.ts'
import { viewReport } from '../case-view.ts'
import { command, type Context } from '../command.ts'
import { withdrawReport } from '../report/withdraw-report.ts'
import { concerned } from './approve-report.ts'
import { numbersOf } from './target.ts'

/** The verdict that put a case where it stands; what an objection has settled since is not a reviewer's to take back. */
const ledTo: Readonly<Record<string, string>> = { pending: 'approve', approved: 'approve', 'in-notice': 'approve', rejected: 'reject' }

/** Words of a reviewer that decided nothing yet, and the state in which they leave the case. */
const quiet: Readonly<Partial<Record<Decision['verdict'], string>>> = { defer: 'pending', recuse: 'pending', return: 'returned' }

/** Takes back that a reviewer put a case aside, stepped back, or asked for proof: the reviewer alone hears it. */
async function takeWordBack(own: Decision, file: ReportCase, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, now } = context
  await stores.cases.revokeDecision(own.id, now)
  const view = await viewReport(file, 'private', context)
  const told = privately(speaker.person.id, texts.wordTakenBack(view), file.number)
  if (file.state !== 'returned') return [told]
  await stores.cases.move(file, 'supplement', speaker.person.id, now, 'the request for proof was taken back')
  await stores.cases.setDue(file.number, null)
  return [told, ...concerned(file).map((person) => privately(person, nothingNeeded(view), file.number))]
}

async function hasOwnWaiting(number: number | undefined, { stores, speaker }: Context): Promise<boolean> {
  const named = number === undefined ? null : await stores.cases.find(number)
  if (named && named.kind !== 'report') return named.openedBy === speaker.person.id
  const waiting = await stores.cases.reportsInStates(['pending', 'returned'])
  const own = waiting.filter(({ report }) => report.reporter === speaker.person.id || report.doer === speaker.person.id)
  return own.some((file) => number === undefined || file.number === number)
}

/** 撤: a reviewer takes the last decision back within ten minutes; the case waits for review again. */
export const revokeDecision = command({
  intent: 'revoke',
  words: ['撤'],
  examples: ['撤', '撤 1001'],
  role: 'reviewer',
  refusal: texts.reviewersOnly,
  help: '撤（10分钟内收回刚才的审核）',
  async handle(slots, context) {
    const { stores, speaker, now, room } = context
    const [number] = numbersOf(slots.target)
    const own = number === undefined ? await stores.cases.latestDecisionBy(speaker.person.id) : await ownDecision(number)
    const file = own ? await stores.cases.report(own.number) : null
    const late = !own || now - own.at > revokeMinutes * 60_000
    // a reviewer reports like anybody: 撤回, as the receipt says, is for one's own waiting report
    if (late && context.line.includes('撤回') && (await hasOwnWaiting(number, context))) return withdrawReport.handle(slots, context)
    if (own && file && late) return refuse(texts.tooLateToRevoke(file.number, revokeMinutes, file.state === 'booked'), file.number)
    if (own && file && !late && quiet[own.verdict] === file.state) return takeWordBack(own, file, context)
    if (!own || late || !file || ledTo[file.state] !== own.verdict) return refuse(texts.nothingToRevoke(revokeMinutes))
    await stores.cases.revokeDecision(own.id, now)
    await stores.cases.setPoints(file.number, null)
    if (file.state !== 'pending') await stores.cases.move(file, 'revoke', speaker.person.id, now)
    const told = texts.revokedForYou(await viewReport(file, 'private', context))
    const echo = texts.revoked(await viewReport(file, room === null ? 'private' : 'panel', context))
    return [
      here(echo, file.number),
      ...(room?.kind === 'panel' ? [] : [inRoom('panel', texts.revoked(await viewReport(file, 'panel', context)), file.number)]),
      ...concerned(file).map((person) => privately(person, told, file.number)),
    ]

    async function ownDecision(wanted: number) {
      const decisions = await stores.cases.decisions(wanted)
      return decisions.findLast((decision) => decision.by === speaker.person.id && decision.revokedAt === null) ?? null
    }
  },
})
