import { schemeFrom } from '../../bot/snapshot.ts'
import { issueCodes, type CodeTarget, type IssuedCode } from '../../bot/tie-codes.ts'
import { dateOf } from '../../models/dates.ts'
import type { Lane, Stores } from '../../models/stores/stores.ts'
import type { Village } from '../../models/village.ts'
import { usualGround } from '../../rules/books/base-points.ts'
import { giveBase } from '../../rules/books/give-base.ts'
import { groupKey } from './roster/household-checks.ts'
import type { Officer } from './officers.ts'
import type { GroupName } from './roster/read-cells.ts'
import type { Roster, RosterPerson } from './roster/roster.ts'

/** Everything a real village is founded with. */
export interface Foundation {
  readonly name: string
  readonly roster: Roster
  readonly officers: readonly Officer[]
  /** with the record of the party organisation's check, without which no edition takes effect (MIN-1) */
  readonly scheme: { readonly code: string; readonly source: string; readonly resolution: string }
}

/** The village that was founded, and the codes by which its rooms and first people become known; they are told this once. */
export interface FoundedVillage {
  readonly village: Village
  readonly edition: number
  readonly codes: readonly IssuedCode[]
  /** whom a person's code is for */
  nameOf(person: string): string
}

interface Ids {
  readonly units: ReadonlyMap<string, string>
  readonly households: ReadonlyMap<number, string>
  readonly people: ReadonlyMap<RosterPerson, string>
}

function idsOf({ groups, households, people }: Roster, newId: (prefix: string) => string): Ids {
  return {
    units: new Map(groups.map((group) => [groupKey(group), newId('g')])),
    households: new Map(households.map(({ number }) => [number, newId('h')])),
    people: new Map(people.map((person) => [person, newId('p')])),
  }
}

function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key)
  if (value === undefined) throw new Error('the roster names what it does not hold')
  return value
}

/** Units with a name of their own get the numbers after those that have one. */
function numbered(groups: readonly GroupName[]): readonly (GroupName & { readonly number: number })[] {
  let last = Math.max(0, ...groups.map(({ number }) => number ?? 0))
  return groups.map((group) => {
    if (group.number === null) last += 1
    return { ...group, number: group.number ?? last }
  })
}

async function writeRegister(stores: Stores, roster: Roster, ids: Ids, at: number, progress: (written: number) => void): Promise<void> {
  for (const [index, unit] of numbered(roster.groups).entries()) {
    const group = roster.groups[index] ?? unit
    await stores.register.addUnit({ id: known(ids.units, groupKey(group)), kind: unit.kind, number: unit.number, name: unit.name })
  }
  const byRow = new Map(roster.people.map((person) => [person.row, person]))
  for (const { number, group, head } of roster.households) {
    await stores.register.addHousehold({
      id: known(ids.households, number),
      number,
      unit: known(ids.units, groupKey(group)),
      head: known(ids.people, known(byRow, head)),
      joinedOn: dateOf(at),
      leftOn: null,
    })
  }
  for (const [index, person] of roster.people.entries()) {
    const { name, called, household, minor } = person
    // nobody has agreed yet that their name is shown
    const consented = { namePublic: false, minor }
    await stores.register.addPerson({
      id: known(ids.people, person),
      name,
      called,
      household: known(ids.households, household),
      ...consented,
    })
    if (person.relation !== null) await stores.kinship.keep(known(ids.people, person), person.relation)
    progress(index + 1)
  }
}

/** What the scheme has a use for beside names: 户类别, written without a word of it (XY-1), and what base points depend on (JY-3, YX-1). */
async function writeGrounds(stores: Stores, { households, people }: Roster, ids: Ids, by: string, at: number): Promise<void> {
  for (const { number, category } of households) {
    if (category !== null) await stores.participation.setCategory(known(ids.households, number), category, by, at)
  }
  for (const person of people) {
    if (Object.keys(person.ground).length === 0) continue
    await stores.ground.set({ ...usualGround, ...person.ground, person: known(ids.people, person) }, by, at)
  }
}

/** Founds a real village in one unit of work: register, offices, scheme and one-time codes are there together, or nothing is. */
export async function foundRealVillage(
  lane: Lane,
  { name, roster, officers, scheme }: Foundation,
  at: number,
  newId: (prefix: string) => string,
  progress: (written: number) => void,
): Promise<FoundedVillage> {
  const village: Village = { id: newId('v'), name, training: false, clockOffset: 0, revision: 1, createdAt: at }
  const ids = idsOf(roster, newId)
  const idOf = ({ person }: Officer): string => known(ids.people, person)
  const names = new Map(officers.map((officer) => [idOf(officer), officer.person.name]))
  return lane.found(village, async (stores) => {
    await writeRegister(stores, roster, ids, at, progress)
    const [first] = officers
    const by = first ? idOf(first) : ''
    for (const officer of officers) {
      const grant = { person: idOf(officer), role: officer.role, scope: 'village', scopeId: null, from: dateOf(at), until: null } as const
      await stores.register.grant(grant, by, at)
    }
    const keeper = officers.find(({ role }) => role === 'bookkeeper')
    await writeGrounds(stores, roster, ids, keeper ? idOf(keeper) : by, at)
    const { edition } = await stores.schemes.adopt({ ...scheme, effectiveFrom: dateOf(at) }, by, at)
    await giveBase(stores, { scheme: schemeFrom(scheme.source, scheme.code), edition }, at)
    const keepers = officers.filter(({ role }) => role === 'bookkeeper' || role === 'operator').map(idOf)
    const targets: readonly CodeTarget[] = [
      { room: 'villagers' },
      { room: 'panel' },
      { room: 'cadres' },
      ...[...new Set(keepers)].map((person) => ({ person })),
    ]
    const codes = await issueCodes(stores, targets, at, newId)
    return { village, edition, codes, nameOf: (person) => names.get(person) ?? '' }
  })
}
