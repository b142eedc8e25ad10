import type { LocalDate } from './dates.ts'

/** A village: one ledger, one counter of case numbers, one scheme in force at a time. */
export interface Village {
  readonly id: string
  readonly name: string
  /** a training village's clock can be turned and its points are nobody's */
  readonly training: boolean
  /** what the village clock is ahead of the real one, ms; 0 in a real village */
  readonly clockOffset: number
  /** grows with every change of register, scheme or commands: caches are keyed by it */
  readonly revision: number
  readonly createdAt: number
}

/** What the village calls its parts. */
export type UnitKind = '组' | '屯' | '院' | '嘎查'

/** A part of the village (2组, 上屯); households belong to one. */
export interface Unit {
  readonly id: string
  readonly kind: UnitKind
  readonly number: number
  readonly name: string
}

/** The unit that holds an account; `number` settles ties (smaller first). */
export interface Household {
  readonly id: string
  readonly number: number
  readonly unit: string
  readonly head: string | null
  readonly joinedOn: LocalDate
  readonly leftOn: LocalDate | null
}

/** A villager, cadre or guest in the register; never identified by a name or a contact id. */
export interface Person {
  readonly id: string
  readonly name: string
  /** by-names others use: 老周, 陈支书 */
  readonly called: readonly string[]
  readonly household: string | null
  /** agreed that the full name may be shown in rooms and notices */
  readonly namePublic: boolean
  /** under 14: never named in a room */
  readonly minor: boolean
}

/** What a room is for; cards go to the panel, rankings and notices to the villagers. */
export type RoomKind = 'villagers' | 'panel' | 'cadres'

/** A chat room tied to the village. */
export interface Room {
  readonly channel: string
  readonly account: string
  /** the channel's room id */
  readonly room: string
  readonly kind: RoomKind
}

/** A contact on a channel known to be a person of the register. */
export interface Alias {
  readonly channel: string
  readonly account: string
  readonly contact: string
  readonly person: string
}
