import type { DeductionCase } from '../../models/case.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { bookOf } from '../../rules/books/books.ts'
import { holderOf } from '../../rules/books/holders.ts'
import type { Scheme } from '../../rules/scheme.ts'

const source = { kind: 'source', holder: 'village' } as const

/**
 * Books a decided deduction whose appeal window has closed, in the name of the second reviewer: in a book without debt at most what is
 * there (ADR 0003). Answers the points taken (≥ 0). The cause is `deduction:<number>`. Throws when the case lacks a holder or a second
 * person: it must be called in a savepoint.
 */
export async function bookDeduction(file: DeductionCase, scheme: Scheme, stores: Stores, now: number): Promise<number> {
  const { number, subject, edition, deduction } = file
  const book = bookOf(scheme, deduction.item)
  const holder = holderOf(scheme.books[book], subject, deduction.doer)
  if (!holder) throw new Error(`#${number} has nobody to book it to`)
  if (deduction.confirmedBy === null) throw new Error(`#${number} was decided by one person alone`)
  const { unit = 'point', mayOwe = false } = scheme.books[book] ?? {}
  const { spendable } = await stores.ledger.standing(book, holder.kind, holder.holder)
  const taken = mayOwe ? -deduction.points : Math.min(-deduction.points, Math.max(0, spendable))
  await stores.cases.move(file, 'close', null, now)
  await stores.cases.setDue(number, null)
  if (taken === 0) return 0
  const from = await stores.ledger.account(book, unit, holder.kind, holder.holder, mayOwe)
  const to = await stores.ledger.account(book, unit, source.kind, source.holder)
  await stores.ledger.post({
    cause: `deduction:${number}`,
    kind: 'deduction',
    at: now,
    actor: deduction.confirmedBy,
    edition,
    postings: [
      { account: from.id, book, amount: -taken },
      { account: to.id, book, amount: taken },
    ],
    text: deduction.text,
  })
  return taken
}
