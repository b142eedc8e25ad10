import { issueCodes, type CodeTarget } from '../../bot/tie-codes.ts'
import { dateOf } from '../../models/dates.ts'
import type { Lane, Reader, Stores } from '../../models/stores/stores.ts'
import type { Person, RoomKind } from '../../models/village.ts'
import { claimSaying, tieSaying } from '../../texts/people/roster.ts'

/** What making the codes of a start needs; `villages` of the reader are those this process serves. */
export interface CodeParts {
  readonly lane: Lane
  readonly reader: Pick<Reader, 'villages' | 'read'>
  /** puppet kind whose rooms and contacts are asked after */
  readonly channel: string
  newId(prefix: string): string
}

const kinds: readonly RoomKind[] = ['villagers', 'panel', 'cadres']

async function untiedRooms(stores: Stores, channel: string): Promise<readonly CodeTarget[]> {
  const tied = new Set((await stores.contacts.rooms()).filter((room) => room.channel === channel).map(({ kind }) => kind))
  return kinds.filter((kind) => !tied.has(kind)).map((room) => ({ room }))
}

/** While one keeper of the register is known, the others are bound like everybody: by a request and a yes. */
async function unknownKeepers(stores: Stores, channel: string, now: number): Promise<readonly Person[]> {
  const keepers = new Map<string, Person>()
  for (const role of ['bookkeeper', 'operator'] as const) {
    for (const person of await stores.register.holders(role, dateOf(now))) keepers.set(person.id, person)
  }
  for (const id of keepers.keys()) {
    if ((await stores.contacts.aliasesOf(id)).some((alias) => alias.channel === channel)) return []
  }
  return [...keepers.values()]
}

/**
 * What the operator still has to say on a channel, village by village, with fresh codes: 「幸福村：开通 村民群 482913」. Nothing is
 * written for a village whose rooms are tied and whose bookkeeper or operator is known.
 */
export async function missingCodes({ lane, reader, channel, newId }: CodeParts, now: number): Promise<readonly string[]> {
  const lines: string[] = []
  for (const { id, name } of await reader.villages()) {
    const missing = await reader.read(id, async (stores) => ({
      rooms: await untiedRooms(stores, channel),
      keepers: await unknownKeepers(stores, channel, now),
    }))
    const targets = [...missing.keepers.map(({ id: person }) => ({ person })), ...missing.rooms]
    if (targets.length === 0) continue
    const codes = await lane.unit(id, (stores) => issueCodes(stores, targets, now, newId))
    for (const { target, code } of codes) {
      if ('room' in target) lines.push(`${name}：在群里说“${tieSaying(target.room, code)}”`)
      else lines.push(`${name}：私下对机器人说“${claimSaying(missing.keepers.find((one) => one.id === target.person)?.name ?? '', code)}”`)
    }
  }
  return lines
}
