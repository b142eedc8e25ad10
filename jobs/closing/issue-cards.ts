import type { ReportCase } from '../../models/case.ts'
import { dateOf, daysOf, monthOf } from '../../models/dates.ts'
import { privately, type Reply } from '../../models/reply.ts'
import { mainBook } from '../../rules/books/books.ts'
import { toldAt } from '../../rules/deadlines.ts'
import { pagesOf, standingOf, turnoverOf } from '../../rules/books/pages.ts'
import { periodText } from '../../texts/format.ts'
import { monthCard } from '../../texts/periods/year.ts'
import type { JobContext } from '../job.ts'
import { viewRegister } from '../notices/register-view.ts'

const noticed: readonly string[] = ['approved', 'in-notice', 'objected']

const pointsIn = (reports: readonly ReportCase[], inNotice: boolean): number =>
  reports
    .filter(({ state }) => noticed.includes(state) === inNotice)
    .reduce((sum, { report }) => sum + (report.points ?? report.proposed), 0)

/**
 * 核发当月积分卡 (GY-8): once the notice of a month has ended, each household reads in private what was booked by it, what there is, and
 * apart from that what is in notice and pending; who has nothing is not written to.
 */
export async function issueCards(period: string, { stores, scheme, village, now }: JobContext): Promise<readonly Reply[]> {
  const month = daysOf(monthOf(dateOf(now)))
  const register = await viewRegister(stores)
  const open = await stores.cases.reportsInStates(['pending', 'returned', ...noticed])
  const replies: Reply[] = []
  for (const { id, head, leftOn } of await stores.register.households()) {
    if (head === null || leftOn !== null) continue
    const pages = await pagesOf(stores.register, scheme, mainBook, id)
    const lines = []
    for (const { kind, holder } of pages) lines.push(...(await stores.ledger.statement(mainBook, kind, holder, month.first, month.last)))
    const { earned, taken, redeemed } = turnoverOf(lines)
    const { spendable } = await standingOf(stores.ledger, mainBook, pages)
    const own = open.filter(({ subject }) => subject === id)
    const [inNotice, pending] = [pointsIn(own, true), pointsIn(own, false)]
    if ([earned, taken, redeemed, spendable, inNotice, pending].every((points) => points === 0)) continue
    const household = register.household(id)
    const text = monthCard(periodText(period), { household, gained: earned - taken, redeemed, booked: spendable, inNotice, pending })
    replies.push({ ...privately(head, text), notBefore: toldAt(now, village.training) })
  }
  return replies
}
