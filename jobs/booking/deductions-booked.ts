import { dateOf, daysOf } from '../../models/dates.ts'
import type { Stores } from '../../models/stores/stores.ts'

/** How many deductions were booked in a period; the number is all that is ever public of them (PIPL 25). */
export async function deductionsBooked(period: string, { cases, audit }: Pick<Stores, 'cases' | 'audit'>): Promise<number> {
  const { first, last } = daysOf(period)
  let count = 0
  for (const { number } of await cases.inStates('deduction', ['booked'])) {
    const closed = (await audit.of(number)).findLast(({ action, to }) => action === 'close' && to === 'booked')
    if (closed && dateOf(closed.at) >= first && dateOf(closed.at) <= last) count += 1
  }
  return count
}
