import type { HouseholdCategory } from '../../../models/participation.ts'
import type { Ground } from '../../../rules/books/base-points.ts'
import type { GroupName } from './read-cells.ts'

/** Somebody of the roster. */
export interface RosterPerson {
  readonly row: number
  readonly name: string
  readonly called: readonly string[]
  /** the household's number */
  readonly household: number
  /** under fourteen: never named in a room */
  readonly minor: boolean
  /** what the base points depend on, as far as the roster says it */
  readonly ground: Partial<Ground>
  /** 与户主关系, as the sheet says it; null when it says none */
  readonly relation: string | null
}

/** A household of the roster; `head` is the row of its head. */
export interface RosterHousehold {
  readonly number: number
  readonly group: GroupName
  readonly head: number
  /** restricted (XY-1): null when the roster says none */
  readonly category: HouseholdCategory | null
}

/** The roster, in order; a household that is not in order is left out, and then no village is founded. */
export interface Roster {
  readonly groups: readonly GroupName[]
  readonly households: readonly RosterHousehold[]
  readonly people: readonly RosterPerson[]
}
