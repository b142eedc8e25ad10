import { bookOf } from './books.ts'
import { itemOf } from '../catalogue.ts'
import type { Book, Scheme } from '../scheme.ts'

/** Whose page of a book something moves. */
export interface Holder {
  readonly kind: 'household' | 'person'
  readonly holder: string
}

/**
 * 记到谁名下: the one place that decides it (YX-1, JS-R1): the doer in a book kept by person, else the household. Null when the case
 * has no such holder, or the book is kept by groups, whose engine comes later.
 */
export function holderOf(book: Pick<Book, 'holder'> | undefined, household: string | null, doer: string): Holder | null {
  const kind = book?.holder ?? 'household'
  if (kind === 'group') return null
  if (kind === 'person') return { kind, holder: doer }
  return household === null ? null : { kind, holder: household }
}

/** True when points of an item never stand before all: party members' and cadres' own books (JS-R1). */
export const isConfidential = (scheme: Pick<Scheme, 'items' | 'books' | 'honours'>, item: string): boolean =>
  scheme.books[bookOf(scheme, item)]?.audience === 'cadres'

/** True when a verified report of the item waits for the month-end deposit (JS-R2). */
export const isDeposited = (scheme: Pick<Scheme, 'items' | 'books' | 'honours'>, item: string): boolean =>
  scheme.books[bookOf(scheme, item)]?.deposit === 'month-end'

/** The unit in which a book is shown instead of points, such as days of labour (YX-11): points of one unit. */
export function shownIn(scheme: Scheme, code: string): { readonly unit: string; readonly points: number } | null {
  const unit = scheme.books[code]?.shownIn
  if (unit === undefined) return null
  for (const { book, rate } of scheme.items) {
    const found = book === code && rate.kind === 'per-unit' ? rate.units.find(({ name }) => name === unit) : undefined
    if (found) return { unit, points: found.points / found.per }
  }
  return null
}

/** The name of an item in the scheme it was reported under; a deed made up by the panel stands for itself. */
export const itemName = (scheme: Scheme, code: string): string => itemOf(scheme, code)?.name ?? code
