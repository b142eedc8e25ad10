import type { Role } from '../../models/role.ts'
import type { Item } from '../scheme.ts'
import type { tiers } from '../schema/item-schema.ts'

/** The three tiers of YX-2: 村干部, 党员, 群众. */
export type Tier = (typeof tiers)[number]

/** Offices that make somebody a 村干部 for the items of a scheme. */
const cadres = ['committee', 'secretary', 'bookkeeper'] as const satisfies readonly Role[]

/** The tiers a person stands in by the offices of the day (YX-2): a cadre who is a party member is both, who is neither is 群众. */
export function tiersOf(held: readonly Role[]): readonly Tier[] {
  const own: readonly Tier[] = [
    ...(cadres.some((role) => held.includes(role)) ? (['cadre'] as const) : []),
    ...(held.includes('party') ? (['party'] as const) : []),
  ]
  return own.length === 0 ? ['villager'] : own
}

type Tiered = Pick<Item, 'tiers' | 'engine'>

/** True when an item is for somebody who holds these offices: items without tiers are for all, items of 群众 are for all as well. */
export const isFor = ({ tiers: own }: Tiered, held: readonly Role[]): boolean =>
  own === undefined || own.includes('villager') || tiersOf(held).some((tier) => own.includes(tier))

/** True when everybody can be given the item: only such a one is meant by the general words of its kind of conduct. */
export const isForEverybody = (item: Tiered): boolean => item.engine === undefined && isFor(item, [])
