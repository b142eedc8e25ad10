import { daysOf, monthOf } from '../../models/dates.ts'
import type { Earned, EarnedByItem, HonourHolder } from '../../models/honour.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { itemOf } from '../../rules/catalogue.ts'
import { basesOf } from '../../rules/books/give-base.ts'
import type { Standing } from '../../rules/honours/standing.ts'
import type { Book, Honour, Scheme } from '../../rules/scheme.ts'
import { sectionsOf } from '../../rules/rates/sections.ts'
import type { JobContext } from '../job.ts'

/** Whoever may be given an honour of a book, with the number that settles ties and the unit they live in. */
export interface Participant {
  readonly holder: string
  readonly number: number
  readonly unit: string | null
}

const longAgo = '0000-00'

/** The kind of holder of a book that honours know; groups are honoured by their own assessment. */
export const holderOf = ({ holder }: Pick<Book, 'holder'>): HonourHolder | null => (holder === 'group' ? null : holder)

/** Households that had joined by a day and have not left; for a book of persons whoever has a page in it. */
export async function participantsOf(bookCode: string, kind: HonourHolder, last: string, stores: Stores): Promise<readonly Participant[]> {
  const households = (await stores.register.households()).filter(({ joinedOn, leftOn }) => joinedOn <= last && leftOn === null)
  if (kind === 'household') return households.map(({ id, number, unit }) => ({ holder: id, number, unit }))
  const units = new Map(households.map(({ id, unit }) => [id, unit]))
  const found: Participant[] = []
  for (const { holder, number } of await stores.honours.earned(bookCode, 'person', longAgo, monthOf(last))) {
    const person = await stores.register.person(holder)
    if (person) found.push({ holder, number, unit: units.get(person.household ?? '') ?? null })
  }
  return found
}

/** The first month whose points count: of the period; for bands of everything that was ever earned since the book began anew. */
function firstMonthOf(honour: Honour, { reset }: Book, first: string): string {
  if (honour.kind !== 'bands') return monthOf(first)
  return reset === 'yearly' ? `${first.slice(0, 4)}-01` : longAgo
}

/** Whether the base counts beside what was earned: where a year, or a band, is looked at as a whole (JY-3, PH-1). */
const countsBase = ({ kind, period }: Honour): boolean => kind === 'bands' || (period === 'year' && (kind === 'top' || kind === 'percent'))

const byHolder = (rows: readonly Earned[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const { holder, points } of rows) sums.set(holder, (sums.get(holder) ?? 0) + points)
  return sums
}

const none: ReadonlyMap<string, number> = new Map()

const standingsFrom = (
  participants: readonly Participant[],
  earned: ReadonlyMap<string, number>,
  bases: ReadonlyMap<string, number>,
): readonly Standing[] =>
  participants.map(({ holder, number }) => {
    const own = earned.get(holder) ?? 0
    return { holder, number, earned: own, points: own + (bases.get(holder) ?? 0) }
  })

/** Where everybody stands in the book of an honour at the close of a period. */
export async function standingsOf(
  honour: Honour,
  book: Book,
  kind: HonourHolder,
  period: string,
  stores: Stores,
): Promise<readonly Standing[]> {
  const { first, last } = daysOf(period)
  const earned = await stores.honours.earned(honour.book, kind, firstMonthOf(honour, book, first), monthOf(last))
  const participants = await participantsOf(honour.book, kind, last, stores)
  const bases = countsBase(honour) ? await basesOf(stores.ledger, honour.book, book, kind, first.slice(0, 4)) : none
  return standingsFrom(participants, byHolder(earned), bases)
}

/** The heading at the top of an item's: 公德美德 stands within 基础积分. */
const headingOf = (scheme: Scheme, code: string): string | undefined => {
  const item = itemOf(scheme, code)
  return item && sectionsOf(scheme, item).at(-1)
}

/** Where everybody stands under each heading of the catalogue, by what was earned with its items (JY-5, JZ-5). */
export async function standingsBySection(
  honour: Honour,
  kind: HonourHolder,
  period: string,
  { stores, scheme, schemeOf }: JobContext,
): Promise<ReadonlyMap<string, readonly Standing[]>> {
  const { first, last } = daysOf(period)
  const participants = await participantsOf(honour.book, kind, last, stores)
  const under = new Map<string, EarnedByItem[]>()
  for (const row of await stores.honours.earnedByItem(honour.book, kind, first, last)) {
    const heading = headingOf(await schemeOf(row.edition), row.item)
    if (heading !== undefined) under.set(heading, [...(under.get(heading) ?? []), row])
  }
  const headings = Object.entries(scheme.sections).filter(([, { within }]) => within === undefined)
  return new Map(headings.map(([code]) => [code, standingsFrom(participants, byHolder(under.get(code) ?? []), none)]))
}
