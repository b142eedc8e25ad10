import type { ReportCase } from '../../models/case.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { bookOf } from '../../rules/books/books.ts'
import { holderOf } from '../../rules/books/holders.ts'
import type { Scheme } from '../../rules/scheme.ts'

/** Points come from the village's own source account, whose balance is minus all that was ever given. */
const source = { kind: 'source', holder: 'village' } as const

/** Who stands behind the points: whoever approved the case, or corrected it on an objection, last (PIPL 24: a person decides). */
async function deciderOf(file: ReportCase, stores: Stores): Promise<string> {
  const decisions = [...(await stores.cases.decisions(file.number))]
  for (const { number } of await stores.cases.objectionsTo(file.number)) decisions.push(...(await stores.cases.decisions(number)))
  const standing = decisions.filter(({ verdict, revokedAt }) => revokedAt === null && (verdict === 'approve' || verdict === 'correct'))
  const decider = standing.sort((one, other) => one.at - other.at).at(-1)
  if (!decider) throw new Error(`#${file.number} is in notice, and nobody has approved it`)
  return decider.by
}

/**
 * 入账: books a noticed report to its household, or in a book kept by person to its doer, by the scheme it was made under; the cause is `report:<number>`.
 * Throws when the case lacks a holder, points or a decider: then nothing may be booked, so it must be called
 * in a savepoint.
 */
export async function bookReport(file: ReportCase, scheme: Scheme, stores: Stores, now: number): Promise<void> {
  const { number, subject, edition, report } = file
  const book = bookOf(scheme, report.item)
  const holder = holderOf(scheme.books[book], subject, report.doer)
  if (!holder) throw new Error(`#${number} has nobody to book it to`)
  if (report.points === null) throw new Error(`#${number} has no approved points`)
  await stores.cases.move(file, 'close', null, now)
  if (report.points > 0) {
    const { unit = 'point', mayOwe = false } = scheme.books[book] ?? {}
    const from = await stores.ledger.account(book, unit, source.kind, source.holder)
    const to = await stores.ledger.account(book, unit, holder.kind, holder.holder, mayOwe)
    await stores.ledger.post({
      cause: `report:${number}`,
      kind: 'award',
      at: now,
      actor: await deciderOf(file, stores),
      edition,
      postings: [
        { account: from.id, book, amount: -report.points },
        { account: to.id, book, amount: report.points },
      ],
      text: report.text,
    })
  }
}
