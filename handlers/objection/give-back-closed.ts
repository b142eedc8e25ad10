import type { DeductionCase, ReportCase } from '../../models/case.ts'
import { dateOf, daysOf } from '../../models/dates.ts'
import type { Entry } from '../../models/ledger.ts'
import { bookOf } from '../../rules/books/books.ts'
import { holderOf } from '../../rules/books/holders.ts'
import { postToMany } from '../../rules/books/post-many.ts'
import type { Context } from '../command.ts'

/**
 * A correction of a closed year is an entry of the open one. In a book that begins anew each year the close has taken what the corrected
 * entry brought: so much of it is given back with an award's reversal, and what a deduction's reversal brings lapses with its year.
 * Called before the reversal of an award and after that of a deduction; never more is moved than the close has moved.
 */
export async function giveBackClosed(entry: Entry, file: ReportCase | DeductionCase, context: Context): Promise<void> {
  const { stores, schemeOf, speaker, edition, now } = context
  const year = entry.on.slice(0, 4)
  if (year === dateOf(now).slice(0, 4)) return
  const scheme = await schemeOf(file.edition)
  const { item, doer } = file.kind === 'report' ? file.report : file.deduction
  const code = bookOf(scheme, item)
  const book = scheme.books[code]
  const holder = holderOf(book, file.subject, doer)
  if (!book || book.reset !== 'yearly' || !holder) return

  const page = await stores.ledger.account(code, book.unit, holder.kind, holder.holder)
  const brought = entry.postings.reduce((sum, { account, amount }) => (account === page.id ? sum + amount : sum), 0)
  const next = daysOf(String(Number(year) + 1))
  const lines = await stores.ledger.statement(code, holder.kind, holder.holder, next.first, dateOf(now))
  // what the close took and has not given back yet, as a number ≥ 0
  const taken = lines.reduce(
    (sum, { cause, amount }) => (cause.startsWith(`job:close-year:${year}:`) || cause.startsWith('reset-back:') ? sum - amount : sum),
    0,
  )
  const amount = brought > 0 ? Math.min(brought, Math.max(0, taken)) : brought
  await postToMany(
    stores.ledger,
    code,
    { holder: holder.kind, unit: book.unit, mayOwe: book.mayOwe },
    [{ holder: holder.holder, amount }],
    {
      cause: `reset-back:${String(file.number)}`,
      kind: 'reset',
      at: now,
      actor: speaker.person.id,
      edition,
      text: '',
    },
  )
}
