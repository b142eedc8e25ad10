import type { Item, Scheme } from '../scheme.ts'

const LAND = /让(?:出|了|掉)?.{0,4}(?:地|田|路|宅基)|拆(?:除|了|掉)?.{0,4}(?:墙|房|屋|院)|征地|拆迁|占(?:用|了)?.{0,3}(?:地|田)/u

/** True when points are to be given for land, walls or demolition: there they are thanks and never a price (law.md §1, hard). */
export const isForLand = (cat: string | undefined, line: string): boolean => cat === 'land_support' || LAND.test(line)

/** The item by which a scheme says thanks for land: in a book that buys nothing. Null when the scheme has none (CJ-7). */
export const thanksItem = ({ items, books }: Pick<Scheme, 'items' | 'books'>): Item | null =>
  items.find(({ cat, kind, book }) => cat === 'land_support' && kind === 'award' && books[book]?.redeemable === false) ?? null
