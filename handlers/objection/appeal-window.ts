import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { holidays } from '../../rules/holidays.ts'
import { noticeWindow } from '../../rules/window.ts'
import { appealOver } from '../../texts/objection/deduction.ts'
import type { Context } from '../command.ts'

/** Refuses an appeal after the scheme's days since the decision, and a second one: an appeal is heard once. */
export async function mayStillAppeal(number: number, { stores, scheme, now }: Pick<Context, 'stores' | 'scheme' | 'now'>): Promise<void> {
  const moves = (await stores.audit.of(number)).filter(({ from, to }) => from !== null && to !== null)
  if (moves.some(({ action }) => action === 'appeal')) refuse(appealOver(number), number)
  const decidedAt = moves.at(-1)?.at
  if (decidedAt === undefined) return
  const { endsAt } = noticeWindow(dateOf(decidedAt), scheme.review.appealDays ?? scheme.notice.days, holidays)
  if (now >= endsAt) refuse(appealOver(number), number)
}
