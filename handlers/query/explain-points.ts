import { dateOf, daysOf } from '../../models/dates.ts'
import type { StatementLine } from '../../models/ledger.ts'
import { mainBook } from '../../rules/books/books.ts'
import { deedWord } from '../../rules/catalogue.ts'
import * as texts from '../../texts/query/query.ts'
import type { Context } from '../command.ts'
import { ownPages } from './book-meant.ts'

/** Why a booked line was made: the deed, or the reason of a deduction or reversal. */
async function explained({ on, number, amount, cause }: StatementLine, { stores, schemeOf }: Context): Promise<string> {
  const report = number === null ? null : await stores.cases.report(number)
  const deduction = number === null ? null : await stores.cases.deduction(number)
  const file = report ?? deduction
  const item = report?.report ?? deduction?.deduction
  const deed = file && item ? deedWord(await schemeOf(file.edition), item.item, item.text) : null
  const reversed = cause.startsWith('reversal:')
  const audit = number !== null && reversed ? await stores.audit.of(number) : []
  const reason = deduction?.deduction.reason ?? audit.findLast(({ action }) => action === 'reverse')?.detail ?? null
  return texts.whyPoints(on, texts.statementWhat(number, deed, reversed), amount, reason, number)
}

/** A report that was given fewer points than it asked for, by exactly so many: the reviewer's reason. */
async function cutReport(household: string, fewer: number, context: Context): Promise<string | null> {
  const { stores } = context
  for (const file of await stores.cases.reportsOf(household, 50)) {
    const given = file.report.points
    if (given === null || file.report.proposed - given !== fewer) continue
    const decision = (await stores.cases.decisions(file.number)).findLast(
      ({ verdict, revokedAt }) => verdict === 'approve' && revokedAt === null,
    )
    return texts.whyFewer(file.number, file.report.proposed, given, decision?.reason ?? null)
  }
  return null
}

/** 「为啥扣我五分」「那两分是咋来的」: the newest booked line of so many points, why it was made and how to appeal. */
export async function explainPoints(household: string, points: number | null, taken: boolean, context: Context): Promise<string> {
  const { stores, now } = context
  const year = Number(dateOf(now).slice(0, 4))
  const first = daysOf(String(year - 1)).first
  const lines: StatementLine[] = []
  for (const { kind, holder } of await ownPages(mainBook, context)) {
    lines.push(...(await stores.ledger.statement(mainBook, kind, holder, first, dateOf(now))))
  }
  const meant = lines.findLast(({ amount }) => (points === null ? amount < 0 : amount === points))
  if (meant) return explained(meant, context)
  const cut = points !== null && points < 0 ? await cutReport(household, -points, context) : null
  return cut ?? texts.nothingLike(points, taken)
}
