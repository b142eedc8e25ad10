import type { CaseFile } from '../../models/case.ts'
import { dateOf } from '../../models/dates.ts'
import { here, privately } from '../../models/reply.ts'
import { delegationPrefix, delegationsOf } from '../../rules/people/delegation.ts'
import { listLines } from '../../rules/dialogue.ts'
import { hasDecided } from '../../rules/waiting.ts'
import { lookedAfter } from '../../texts/review/batch.ts'
import * as texts from '../../texts/review/review.ts'
import type { ReportView } from '../../texts/report/report.ts'
import { viewReport } from '../case-view.ts'
import { command, type Context } from '../command.ts'
import { rememberList } from './last-list.ts'
import { pendingFor } from './target.ts'

/** Whose reviews the speaker looks after today, by name. */
async function lookedAfterBy({ stores, speaker, now }: Context): Promise<readonly string[]> {
  const names: string[] = []
  for (const { from, to } of delegationsOf(await stores.village.settings(delegationPrefix), dateOf(now))) {
    const person = to === speaker.person.id ? await stores.register.person(from) : null
    if (person) names.push(person.name)
  }
  return names
}

/** Objections that wait for an answer of this reviewer, the most urgent first. */
async function toAnswer({ stores, speaker }: Context): Promise<readonly CaseFile[]> {
  const found: CaseFile[] = []
  for (const file of await stores.cases.inStates('objection', ['open', 'appealed'])) {
    const target = (await stores.cases.objection(file.number))?.objection.target ?? null
    const about = target === null ? null : await stores.cases.report(target)
    const own = about !== null && about.subject === speaker.household?.id
    const before = file.state === 'appealed' && hasDecided(await stores.cases.decisions(file.number), speaker.person.id)
    if (!own && !before) found.push(file)
  }
  return found.toSorted((one, other) => (one.dueAt ?? Infinity) - (other.dueAt ?? Infinity))
}

/** 「待审 2」「待审第二页」: the page asked for, from 1. */
function pageOf(line: string): number {
  const [, said = '1'] = /待审(?:列表|清单)?\s*第?\s*([1-9一二两三四五六七八九])\s*页?$/u.exec(line.trim()) ?? []
  const place = '一二三四五六七八九'.indexOf(said === '两' ? '二' : said)
  return place >= 0 ? place + 1 : Number(said)
}

/** 待审: what is waiting for this reviewer, oldest first, numbered so that 「1通过 2驳回」 can answer it. */
export const listPending = command({
  intent: 'query_pending',
  words: ['待审', '待审列表'],
  examples: ['待审'],
  role: 'reviewer',
  refusal: texts.reviewersOnly,
  help: '待审',
  async handle(_slots, context) {
    const { room, speaker, line } = context
    const waiting = await pendingFor(context)
    const last = Math.max(1, Math.ceil(waiting.length / listLines))
    const from = (Math.min(pageOf(line), last) - 1) * listLines
    const shown = waiting.slice(from, from + listLines)
    const views: ReportView[] = []
    for (const file of shown) views.push(await viewReport(file, 'panel', context))
    await rememberList(
      waiting.slice(0, from + shown.length).map(({ number }) => number),
      context,
    )
    const away = await lookedAfterBy(context)
    const text = texts.pendingList(views, waiting.length - from - shown.length, from + 1, away.length === 0 ? '' : lookedAfter(away))
    const objections = (await toAnswer(context)).map(({ number, dueAt }) => ({
      number,
      lastDay: dueAt === null ? null : dateOf(dueAt - 1),
    }))
    const all = texts.withObjections(text, objections)
    return [room === null || room.kind === 'panel' ? here(all) : privately(speaker.person.id, all)]
  },
})
