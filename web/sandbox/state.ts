import { isoOf } from './instants.ts'
import type { TrainingVillage } from './training-village.ts'

/** Who and what is in the training village, as the page and test programs read it. */
export interface SandboxState {
  /** the village's time, ISO in Beijing time */
  readonly now: string
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly group: number | null
    /** household number; null for somebody without household */
    readonly household: number | null
    readonly roles: readonly string[]
    /** sits in the villagers' room */
    readonly inRoom: boolean
  }[]
  readonly rooms: readonly { readonly id: string; readonly members: readonly string[] }[]
}

/** The state of a training village at an instant (UTC ms). */
export function stateOf({ people, rooms }: TrainingVillage, now: number): SandboxState {
  const villagers = new Set(rooms.find((room) => room.kind === 'villagers')?.members ?? [])
  return {
    now: isoOf(now),
    people: people.map(({ id, name, group, household, roles }) => ({ id, name, group, household, roles, inRoom: villagers.has(id) })),
    rooms: rooms.map(({ id, members }) => ({ id, members })),
  }
}
