import { dateOf, daysOf, monthOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, privately } from '../../models/reply.ts'
import { listLines } from '../../rules/dialogue.ts'
import type { StatementLine } from '../../models/ledger.ts'
import { isConfidential, itemName } from '../../rules/books/holders.ts'
import { tellingOf, turnoverOf } from '../../rules/books/pages.ts'
import { entryWhat } from '../../texts/periods/archive.ts'
import * as texts from '../../texts/query/query.ts'
import { noHousehold, sentPrivately, type ReportView } from '../../texts/report/report.ts'
import { deedWord } from '../../rules/catalogue.ts'
import { viewReport } from '../case-view.ts'
import { showArchive } from '../archive/show-archive.ts'
import { command, type Context } from '../command.ts'
import { bookMeant, ownPages } from './book-meant.ts'
import { explainPoints } from './explain-points.ts'
import { underWay } from './show-balance.ts'

/** What a booked line is about, in the villager's own word; what no report stands behind is named by its cause. */
async function deedOf({ number, cause }: StatementLine, { stores, schemeOf }: Context): Promise<string | null> {
  const file = number === null ? null : await stores.cases.report(number)
  if (file) return deedWord(await schemeOf(file.edition), file.report.item, file.report.text)
  const deduction = number === null ? null : await stores.cases.deduction(number)
  if (deduction) return itemName(await schemeOf(deduction.edition), deduction.deduction.item)
  return number === null ? entryWhat(cause) : null
}

/** 明细: the household's booked lines of a month and what is still on its way; always told in private. */
export const showStatement = command({
  intent: 'query_history',
  words: ['明细', '积分明细', '流水', '档案', '档案已核对'],
  examples: ['明细', '明细 10月', '档案 2026年', '档案已核对 2026年', '为啥扣我五分？', '那两分是咋来的'],
  role: 'villager',
  help: '明细',
  async handle(slots, context) {
    if (/^档案/u.test(context.line)) return showArchive(slots, context)
    const { stores, scheme, speaker, room, now, schemeOf } = context
    const household = speaker.household ?? refuse(noHousehold(speaker.person.name))
    const told = (text: string) => (room === null ? [here(text)] : [here(sentPrivately), privately(speaker.person.id, text)])
    const taken = slots.kind === 'deduction_reason'
    const code = bookMeant(context)
    if (taken || slots.points !== undefined) return told(await explainPoints(household.id, slots.points ?? null, taken, context))
    const period = slots.period ?? monthOf(dateOf(now))
    const { first, last } = daysOf(period)
    const pages = await ownPages(code, context)
    const lines: StatementLine[] = []
    for (const { kind, holder } of pages) lines.push(...(await stores.ledger.statement(code, kind, holder, first, last)))
    const shown: texts.StatementView[] = []
    for (const line of lines.slice(-listLines)) {
      const deed = await deedOf(line, context)
      shown.push({ on: line.on, what: texts.statementWhat(line.number, deed, line.cause.startsWith('reversal:')), amount: line.amount })
    }
    const open: ReportView[] = []
    for (const file of await underWay(household.id, context)) {
      const confidential = isConfidential(await schemeOf(file.edition), file.report.item)
      if (!confidential || file.report.doer === speaker.person.id) open.push(await viewReport(file, 'private', context))
    }
    const head = { whose: pages[0]?.kind === 'person' ? '您' : '您家', turnover: turnoverOf(lines), telling: tellingOf(scheme, code) }
    return told(texts.statement(period, shown, lines.length - shown.length, open, head))
  },
})
