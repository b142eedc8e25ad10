import { z } from 'zod'
import type { DeductionCase, ReportCase } from '../../models/case.ts'
import { refuse } from '../../models/outcome.ts'
import { privately, type Reply } from '../../models/reply.ts'
import { itemOf } from '../../rules/catalogue.ts'
import * as texts from '../../texts/scheme/proposal.ts'
import { deductionLine } from '../../texts/objection/deduction.ts'
import { caseLine } from '../../texts/report/report.ts'
import { noSuchCase, stateText } from '../../texts/review/review.ts'
import { viewReport } from '../case-view.ts'
import type { Context } from '../command.ts'
import { giveBackClosed } from '../objection/give-back-closed.ts'
import { reverseBooked } from '../objection/mend-booked.ts'
import { villagerById } from '../people.ts'
import { concerned } from '../review/approve-report.ts'
import { act } from './act.ts'

/** A case whose points can be taken back: a report in notice or booked, or a booked deduction. */
export async function reversible(number: number, { stores }: Pick<Context, 'stores'>): Promise<ReportCase | DeductionCase> {
  const found = (await stores.cases.report(number)) ?? (await stores.cases.deduction(number))
  const file = found ?? (await stores.cases.find(number)) ?? refuse(noSuchCase(number))
  if (found?.state === 'objected') return refuse(texts.objectionFirst(number), number)
  const states = found?.kind === 'deduction' ? ['booked'] : ['approved', 'in-notice', 'booked']
  if (!found || !states.includes(found.state)) return refuse(texts.nothingToReverse(number, stateText[file.state] ?? file.state), number)
  return found
}

/** The case in one line, named as in private. */
export async function reversibleLine(file: ReportCase | DeductionCase, context: Context): Promise<string> {
  if (file.kind === 'report') return caseLine(await viewReport(file, 'panel', context))
  const doer = await villagerById(context.stores, file.deduction.doer)
  const item = itemOf(await context.schemeOf(file.edition), file.deduction.item)
  return deductionLine(file.number, doer?.person.name ?? '一户', item?.name ?? file.deduction.item, file.deduction.points)
}

async function reverseDeduction(file: DeductionCase, reason: string, context: Context): Promise<void> {
  const { stores, speaker, edition, now } = context
  const entry = await stores.ledger.byCause(`deduction:${String(file.number)}`)
  // a household without points had nothing taken
  if (entry) {
    await stores.ledger.reverse(entry.seq, `reversal:${String(file.number)}`, speaker.person.id, edition, now, reason)
    await giveBackClosed(entry, file, context)
  }
  await stores.cases.move(file, 'reverse', speaker.person.id, now, reason)
}

async function takeBack(file: ReportCase, reason: string, context: Context): Promise<void> {
  if (file.state === 'booked') await reverseBooked(file, reason, context)
  else await context.stores.cases.move(file, 'overturn', context.speaker.person.id, context.now, reason)
}

const told = (file: ReportCase | DeductionCase): readonly string[] => (file.kind === 'report' ? concerned(file) : [file.deduction.doer])

/** 冲正: a case in notice is taken off it, a booked one is taken back by the exact negative of its entry. */
export const reverseAct = act({
  room: 'panel',
  mayPropose: ['bookkeeper', 'secretary', 'reviewer'],
  mayConfirm: ['reviewer', 'bookkeeper'],
  payload: z.object({ number: z.int(), reason: z.string() }),
  async carryOut({ number, reason }, _proposal, context): Promise<readonly Reply[]> {
    const file = await reversible(number, context)
    const line = await reversibleLine(file, context)
    await (file.kind === 'report' ? takeBack(file, reason, context) : reverseDeduction(file, reason, context))
    return told(file).map((person) => privately(person, texts.reversedForYou(line, reason), number))
  },
})
