import type { Item } from '../scheme.ts'

/** True when the product can book an item today; one of an engine that is still to come is data and answers 「还没有开通」. */
export const isOpen = ({ engine }: Pick<Item, 'engine'>): boolean => engine === undefined
