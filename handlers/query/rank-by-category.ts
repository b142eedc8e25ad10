import type { LocalDate } from '../../models/dates.ts'
import type { RankRow } from '../../models/ledger.ts'
import { mainBook } from '../../rules/books/books.ts'
import type { Context } from '../command.ts'

/** Households by what they earned with deeds of one kind, booked on the days of a period; equal points share a place. */
export async function rankByCategory(cat: string, first: LocalDate, last: LocalDate, { stores }: Context): Promise<readonly RankRow[]> {
  const points = new Map<string, number>()
  for (const entry of await stores.ledger.booked(first, last)) {
    const [, number] = /^(?:report|reversal):(\d+)/u.exec(entry.cause) ?? []
    const file = number === undefined ? null : await stores.cases.report(Number(number))
    if (file?.subject === undefined || file.subject === null || file.report.cat !== cat) continue
    const earned = entry.postings.filter(({ book }) => book === mainBook).reduce((sum, { amount }) => sum + Math.max(0, amount), 0)
    points.set(file.subject, (points.get(file.subject) ?? 0) + (entry.reverses === null ? earned : -earned))
  }
  const rows = [...points].filter(([, sum]) => sum > 0).sort(([, one], [, other]) => other - one)
  return rows.map(([household, sum]) => ({ place: rows.filter(([, other]) => other > sum).length + 1, household, points: sum }))
}
