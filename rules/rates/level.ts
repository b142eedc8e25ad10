import type { Item } from '../scheme.ts'

/** Shorter words stand in too many others: 村 in 村里人, 县 in 县长. */
const LETTERS = 2

/** The level of a rate that a line names in full words (县级, 三等功), so that it need not be asked for; undefined when it names none, or several. */
export function levelIn({ rate }: Pick<Item, 'rate'>, line: string): string | undefined {
  const byLevel = rate.kind === 'tiered' && rate.by === 'level' ? rate.tiers : []
  const levels = rate.kind === 'table' ? rate.rows : byLevel
  const named = levels.filter(({ level, words }) => [level, ...words].some((word) => word.length >= LETTERS && line.includes(word)))
  return named.length === 1 ? named[0]?.level : undefined
}
