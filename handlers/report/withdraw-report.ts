import { refuse } from '../../models/outcome.ts'
import { here, inRoom } from '../../models/reply.ts'
import * as texts from '../../texts/report/report.ts'
import { stateText } from '../../texts/review/review.ts'
import { viewReport } from '../case-view.ts'
import { command, type Context } from '../command.ts'
import { reportNumbered } from '../people.ts'
import { withdrawObjection } from '../objection/withdraw-objection.ts'
import { decideProposal } from '../proposal/decide-proposal.ts'
import { numbersOf } from '../review/target.ts'
import type { ReportCase } from '../../models/case.ts'

async function ownReport(number: number | undefined, { stores, speaker }: Context): Promise<ReportCase> {
  if (number !== undefined) {
    const file = await reportNumbered(number, stores)
    return file.report.reporter === speaker.person.id || file.report.doer === speaker.person.id ? file : refuse(texts.notYours(number))
  }
  const open = await stores.cases.reportsInStates(['pending', 'returned'])
  return open.findLast(({ report }) => report.reporter === speaker.person.id) ?? refuse(texts.nothingToWithdraw)
}

/** 撤回: a report is taken back by whoever made it, before review. */
export const withdrawReport = command({
  intent: 'withdraw',
  words: ['撤回', '撤销申报', '报错了'],
  examples: ['撤回', '撤回 #1001'],
  role: 'villager',
  help: '撤回',
  async handle(slots, context) {
    const { stores, speaker, now, room } = context
    const [number] = numbersOf(slots.target)
    const named = number === undefined ? null : await stores.cases.find(number)
    if (named?.kind === 'objection') return withdrawObjection(named, context)
    if (named?.kind === 'proposal') return decideProposal(named, false, null, context)
    const file = await ownReport(number, context)
    if (file.state !== 'pending' && file.state !== 'returned') {
      return refuse(texts.cannotWithdraw(file.number, stateText[file.state] ?? file.state), file.number)
    }
    await stores.cases.move(file, 'withdraw', speaker.person.id, now)
    const own = texts.reportWithdrawn(await viewReport(file, room === null ? 'private' : 'villagers', context))
    return [
      here(own, file.number),
      ...(room?.kind === 'panel' ? [] : [inRoom('panel', texts.reportWithdrawn(await viewReport(file, 'panel', context)), file.number)]),
    ]
  },
})
