import type { ReportCase } from '../../models/case.ts'
import { refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import * as texts from '../../texts/query/query.ts'
import { sentPrivately } from '../../texts/report/report.ts'
import { dateOf } from '../../models/dates.ts'
import { waitsForYou } from '../../texts/report/supplement.ts'
import { noSuchCase } from '../../texts/review/review.ts'
import { viewReport } from '../case-view.ts'
import { command, holdsRole, type Context } from '../command.ts'
import { isConfidential } from '../../rules/books/holders.ts'
import { numbersOf } from '../review/target.ts'

const kindName = {
  report: '申报',
  objection: '异议',
  deduction: '扣分',
  binding: '绑定',
  suggestion: '建议',
  clue: '线索',
  proposal: '提议',
  bar: '告知',
} as const

/** Cases that everybody may look at: they stand or stood in the public notice. */
const PUBLIC = ['in-notice', 'booked']

/** Latest cases shown when no number was named. */
const LATEST = 3

async function statusLine(file: ReportCase, context: Context): Promise<string> {
  const notice = await context.stores.notices.of(file.number)
  const audience = context.room === null ? 'private' : 'villagers'
  const line = texts.status(await viewReport(file, audience, context), file.state, notice?.lastDay ?? null)
  if (file.state !== 'returned' || context.room !== null) return line
  const asked = (await context.stores.cases.decisions(file.number)).findLast(({ verdict }) => verdict === 'return')
  return asked?.reason ? `${line}\n${waitsForYou(asked.reason, file.dueAt === null ? null : dateOf(file.dueAt - 1))}` : line
}

async function ofNumber(number: number, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, room } = context
  const file = (await stores.cases.find(number)) ?? refuse(noSuchCase(number))
  const own = file.openedBy === speaker.person.id || (file.subject !== null && file.subject === speaker.household?.id)
  const official = holdsRole(speaker.roles, ['reviewer', 'supervisor', 'bookkeeper', 'secretary'])
  const report = await stores.cases.report(number)
  const confidential = report !== null && isConfidential(await context.schemeOf(file.edition), report.report.item)
  const open = report !== null && PUBLIC.includes(file.state) && !confidential
  if (!own && !official && !open) return refuse(texts.statusPrivate(number))
  const line = report ? await statusLine(report, context) : texts.otherStatus(number, kindName[file.kind], file.state)
  const plain = open || (!confidential && file.kind !== 'deduction' && ['pending', 'open'].includes(file.state))
  return room === null || plain ? [here(line, number)] : [here(sentPrivately), privately(speaker.person.id, line, number)]
}

/** 问进度: where a case stands; before the notice only those concerned may look. */
export const showStatus = command({
  intent: 'query_status',
  words: ['进度', '查进度'],
  examples: ['1001号审到哪一步了', '进度 1001'],
  role: 'villager',
  help: '1001号审到哪一步了',
  async handle(slots, context) {
    const { stores, speaker, room } = context
    const [number] = numbersOf(slots.target ?? slots.id)
    if (number !== undefined) return ofNumber(number, context)
    const reports = speaker.household ? await stores.cases.reportsOf(speaker.household.id, LATEST * 4) : []
    const meant = reports.filter(
      ({ report }) => (slots.cat === undefined || report.cat === slots.cat) && (!slots.date || report.deedOn === slots.date),
    )
    if (meant.length === 0) return refuse(texts.nothingReported)
    const lines: string[] = []
    for (const file of meant.slice(0, LATEST)) lines.push(await statusLine(file, { ...context, room: null }))
    const text = texts.statusList(lines)
    return room === null ? [here(text)] : [here(sentPrivately), privately(speaker.person.id, text)]
  },
})
