import { dateOf, daysOf, monthOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, privately } from '../../models/reply.ts'
import { listLines } from '../../rules/dialogue.ts'
import { mainBook } from '../../rules/books.ts'
import * as texts from '../../texts/query.ts'
import { noHousehold, sentPrivately, type ReportView } from '../../texts/report.ts'
import { deedWord } from '../../rules/catalogue.ts'
import { viewReport } from '../case-view.ts'
import { command } from '../command.ts'
import { explainPoints } from './explain-points.ts'
import { underWay } from './show-balance.ts'

/** 明细: the household's booked lines of a month and what is still on its way; always told in private. */
export const showStatement = command({
  intent: 'query_history',
  words: ['明细', '积分明细', '流水'],
  examples: ['明细', '明细 10月', '为啥扣我五分？', '那两分是咋来的'],
  role: 'villager',
  help: '明细',
  async handle(slots, context) {
    const { stores, speaker, room, now, schemeOf } = context
    const household = speaker.household ?? refuse(noHousehold(speaker.person.name))
    const told = (text: string) => (room === null ? [here(text)] : [here(sentPrivately), privately(speaker.person.id, text)])
    const taken = slots.kind === 'deduction_reason'
    if (taken || slots.points !== undefined) return told(await explainPoints(household.id, slots.points ?? null, taken, context))
    const period = slots.period ?? monthOf(dateOf(now))
    const { first, last } = daysOf(period)
    const lines = await stores.ledger.statement(mainBook, 'household', household.id, first, last)
    const shown: texts.StatementView[] = []
    for (const line of lines.slice(-listLines)) {
      const file = line.number === null ? null : await stores.cases.report(line.number)
      const deed = file ? deedWord(await schemeOf(file.edition), file.report.item, file.report.text) : null
      shown.push({ on: line.on, what: texts.statementWhat(line.number, deed, line.cause.startsWith('reversal:')), amount: line.amount })
    }
    const open: ReportView[] = []
    for (const file of await underWay(household.id, context)) open.push(await viewReport(file, 'private', context))
    return told(texts.statement(period, shown, lines.length - shown.length, open))
  },
})
