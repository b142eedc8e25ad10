import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import type { Role } from '../../models/role.ts'
import type { Person } from '../../models/village.ts'
import * as texts from '../../texts/review/panel.ts'
import type { Context } from '../command.ts'
import { unitIn } from '../records/named.ts'

/** Offices of one unit: its 院长 and the members of its 理事会. */
export const ofUnit = (role: Role): boolean => role === 'unit-head' || role === 'council'

/** The unit whose office a line speaks of; null for an office of the village. */
export async function unitOfOffice(role: Role, context: Context): Promise<string | null> {
  if (!ofUnit(role)) return null
  return (await unitIn(context))?.id ?? refuse(texts.whichUnit)
}

/** Refuses a 院长 who is no cadre, and a second one of the same unit (YX-12: one cadre each). */
export async function mayHeadUnit(person: Person, role: Role, unit: string, { stores, now }: Context): Promise<void> {
  if (role !== 'unit-head') return
  const today = dateOf(now)
  const held = await stores.register.rolesOf(person.id, today)
  if (!held.some((one) => ['secretary', 'bookkeeper', 'committee'].includes(one))) refuse(texts.headIsCadre(person.name))
  const [head] = await stores.register.holders('unit-head', today, unit)
  const units = await stores.register.units()
  if (head) refuse(texts.headThere(units.find(({ id }) => id === unit)?.name ?? '', head.name))
}
