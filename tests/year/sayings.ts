import { leastQuantity, leastShare } from '../../rules/rates/rate-unit.ts'
import { inForce } from '../../rules/catalogue.ts'
import type { Item, Rate, Scheme } from '../../rules/scheme.ts'

/** Something of the catalogue that can be reported in chat: how it is said, and who says it. */
export interface Saying {
  readonly item: Item
  /** the words after 「报」 or 「代报 NAME」 */
  readonly words: string
  readonly by: 'household' | 'panel' | 'official'
}

const amount = (thousandths: number): string => String(Math.max(1, Math.ceil(thousandths / 1000)))

/** the sizes one can name so that a deed is rated without a question */
function sizesOf(rate: Rate): readonly string[] {
  switch (rate.kind) {
    case 'fixed':
    case 'ranged':
      return ['']
    case 'per-unit':
      return rate.units.filter(({ max }) => max >= 1).map((unit) => ` ${amount(leastQuantity(unit))}${unit.name}`)
    case 'tiered':
      return rate.by === 'level'
        ? rate.tiers.map(({ level }) => ` ${level}`)
        : rate.tiers.map(({ from }) => ` ${String(from)}${rate.unit.name}`)
    case 'table':
      return rate.rows.flatMap(({ level, tiers }) => tiers.map(({ from }) => ` ${level} ${String(from)}${rate.unit.name}`))
    case 'share':
      return [` ${amount(leastShare(rate))}${rate.of.name}`]
  }
}

/** what wants proof or a second reviewer is done now and then, everyday deeds every day */
const weightOf = ({ evidence, secondPerson, quorum = 1 }: Item): number => (evidence === 'required' || secondPerson || quorum > 1 ? 1 : 5)

const reporters = { anyone: 'household', household: 'household', panel: 'panel', official: 'official' } as const

/** what an item that asks for time, place and reason is told at once (YX-3) */
const particulars = ({ needs }: Item): string => (needs.length === 0 ? '' : ' 今天 在村口 因为村里要办')

/** Everything a villager of the scheme can be given points for; what waits for another part of the product, or is not for villagers, is left out. */
export function sayingsOf({ items }: Scheme, day: string): readonly Saying[] {
  return items
    .filter((item) => item.kind === 'award' && item.engine === undefined && inForce(item, day))
    .filter(({ tiers }) => tiers === undefined || tiers.includes('villager'))
    .flatMap((item) => Array.from({ length: weightOf(item) }, () => item))
    .flatMap((item) =>
      sizesOf(item.rate).map((size) => ({ item, words: `${item.name}${size}${particulars(item)}`, by: reporters[item.whoMayReport] })),
    )
}
