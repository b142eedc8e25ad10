import { addDays, dateOf, daysBetween } from '../../models/dates.ts'
import type { CaseKind } from '../../models/case.ts'
import type { Context } from '../command.ts'

const DAY = 86_400_000

/** Where a deadline runs, by kind of case. */
const running: readonly (readonly [CaseKind, readonly string[]])[] = [
  ['report', ['pending', 'returned']],
  ['objection', ['open', 'appealed']],
  ['deduction', ['rectifying', 'decided', 'appealed']],
  ['proposal', ['proposed']],
  ['bar', ['hearing', 'decided', 'appealed']],
]

/** Moves every open window and deadline by the whole days since an instant (UTC ms); answers how many days. */
export async function extendEverything(since: number, { stores, now }: Pick<Context, 'stores' | 'now'>): Promise<number> {
  const days = daysBetween(dateOf(since), dateOf(now))
  if (days < 1) return 0
  // windows that would have ended meanwhile were held up as well
  await stores.notices.extend(days, since)
  await stores.shares.extend(days, since)
  for (const [kind, states] of running) {
    for (const { number, dueAt, openedAt } of await stores.cases.inStates(kind, states)) {
      const held = Math.min(days, daysBetween(dateOf(openedAt), dateOf(now)))
      if (dueAt !== null && held > 0) await stores.cases.setDue(number, dueAt + held * DAY)
      const deduction = kind === 'deduction' ? await stores.cases.deduction(number) : null
      if (deduction?.deduction.recheckOn && held > 0) {
        await stores.cases.amendDeduction(number, { recheckOn: addDays(deduction.deduction.recheckOn, held) })
      }
    }
  }
  return days
}
