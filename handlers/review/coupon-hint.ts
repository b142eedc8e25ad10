import type { ReportCase } from '../../models/case.ts'
import { dateOf } from '../../models/dates.ts'
import { bookOf } from '../../rules/books/books.ts'
import { placesOf } from '../../rules/books/coupons.ts'
import { hasCoupons, placesLeft } from '../../texts/periods/coupons.ts'
import type { Context } from '../command.ts'

/** What the reviewers see of the year's coupons before they decide (JZ-2): whether a new household would still be given one. */
export async function couponHints(
  file: ReportCase,
  { stores, schemeOf }: Pick<Context, 'stores' | 'schemeOf'>,
): Promise<readonly string[]> {
  const scheme = await schemeOf(file.edition)
  const hints: string[] = []
  for (const issue of scheme.issues.filter(({ from }) => from === bookOf(scheme, file.report.item))) {
    const holders = await stores.coupons.holders(issue.book, dateOf(file.openedAt).slice(0, 4))
    const households = (await stores.register.households()).filter(({ leftOn }) => leftOn === null).length
    const { left, quota } = placesOf(issue, households, holders.size)
    hints.push(file.subject !== null && holders.has(file.subject) ? hasCoupons : placesLeft(issue.title, left, quota))
  }
  return hints
}
