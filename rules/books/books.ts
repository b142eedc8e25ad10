import type { Scheme } from '../scheme.ts'

/** The book every scheme must have: households' points. Other books are the scheme's own. */
export const mainBook = 'main'

/** The book that the points of a case go to: its item's, the honour's that brought them, else the main one. */
export const bookOf = (scheme: Pick<Scheme, 'items' | 'honours'>, item: string): string =>
  scheme.items.find(({ code }) => code === item)?.book ?? scheme.honours.find(({ title }) => title === item)?.book ?? mainBook
