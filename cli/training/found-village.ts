import { schemeFrom } from '../../bot/snapshot.ts'
import { dateOf } from '../../models/dates.ts'
import type { Lane, Stores } from '../../models/stores/stores.ts'
import type { UnitKind, Village } from '../../models/village.ts'
import { giveBase } from '../../rules/books/give-base.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import type { TrainingVillage } from '../../web/sandbox/training-village.ts'

/** Puppet kind and account under which the training village's contacts and rooms are kept. */
export const trainingChannel = { channel: 'local', account: 'training' } as const

/** The setting that keeps how many households the village was grown to. */
export const householdsSetting = 'households'

/** A scheme as it is adopted: its code and its YAML. */
export interface AdoptedScheme {
  readonly code: string
  readonly source: string
}

const unitId = (group: number): string => `group-${String(group)}`
const householdId = (number: number): string => `household-${String(number)}`

/** What the scheme calls the parts of the village (RA-12). */
function unitKindOf({ source, code }: AdoptedScheme): UnitKind {
  const reading = readScheme(source, `${code}.yaml`)
  return 'scheme' in reading ? (reading.scheme.units?.kind ?? '组') : '组'
}

async function register(stores: Stores, town: TrainingVillage, kind: UnitKind, at: number): Promise<void> {
  const on = dateOf(at)
  for (const number of town.groups) await stores.register.addUnit({ id: unitId(number), kind, number, name: `${String(number)}${kind}` })
  for (const { number, group, head } of town.households) {
    await stores.register.addHousehold({ id: householdId(number), number, unit: unitId(group), head, joinedOn: on, leftOn: null })
  }
  for (const person of town.people.filter(({ bound }) => bound)) {
    const { id, name, called, household, roles, phone, relation } = person
    await stores.register.addPerson({
      id,
      name,
      called,
      household: household === null ? null : householdId(household),
      namePublic: true,
      minor: false,
    })
    if (relation !== undefined) await stores.kinship.keep(id, relation)
    for (const role of roles) {
      await stores.register.grant(
        { person: id, role, scope: role === 'township' ? 'township' : 'village', scopeId: null, from: on, until: null },
        id,
        at,
      )
    }
    if (phone) await stores.contacts.bind({ ...trainingChannel, contact: id, person: id }, id, at)
  }
}

/** Founds a training village in one unit: register, rooms, contacts and scheme; its clock is the real one. */
export async function foundVillage(
  lane: Lane,
  town: TrainingVillage,
  scheme: AdoptedScheme,
  { id, at }: { readonly id: string; readonly at: number },
): Promise<Village> {
  const village: Village = { id, name: town.name, training: true, clockOffset: 0, revision: 1, createdAt: at }
  await lane.found(village, async (stores) => {
    await register(stores, town, unitKindOf(scheme), at)
    for (const { id: room, kind } of town.rooms) await stores.contacts.bindRoom({ ...trainingChannel, room, kind }, at)
    const { edition } = await stores.schemes.adopt(
      { code: scheme.code, effectiveFrom: dateOf(at), source: scheme.source, resolution: town.partyCheck },
      town.people[0]?.id ?? '',
      at,
    )
    await giveBase(stores, { scheme: schemeFrom(scheme.source, scheme.code), edition }, at)
    await stores.village.setSetting(householdsSetting, String(town.households.length))
  })
  return village
}
