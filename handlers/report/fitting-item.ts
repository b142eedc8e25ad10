import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { itemsOf } from '../../rules/catalogue.ts'
import type { Item } from '../../rules/scheme.ts'
import { isFor } from '../../rules/rates/tiers.ts'
import { notOpenYet } from '../../texts/report/report.ts'
import * as texts from '../../texts/people/tiers.ts'
import type { Context } from '../command.ts'
import type { Villager } from '../people.ts'

/** Refuses an item that is not for the person (YX-2), by the offices of the day, and one whose part of the product is not there yet. */
export async function mustFit({ person }: Villager, item: Item, { stores, scheme, now }: Context): Promise<void> {
  if (item.engine !== undefined) refuse(notOpenYet(item.name))
  if (item.tiers === undefined || isFor(item, await stores.register.rolesOf(person.id, dateOf(now)))) return
  if (item.kind === 'deduction') refuse(texts.notTheirTier(item.name, person.name, item.tiers))
  refuse(texts.notYourTier(item.name, person.name, item.tiers, itemsOf(scheme, item.cat)[0]?.name))
}
