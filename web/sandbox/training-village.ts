import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { roles, type Role } from '../../models/role.ts'
import type { ChatPeople } from '../../models/chat.ts'
import type { RoomKind } from '../../models/village.ts'

/** A household of the training village; `head` is a person id. */
export interface TrainingHousehold {
  readonly number: number
  readonly group: number
  readonly head: string
}

/** Somebody of the training village; `bound: false` sits in the room but is nobody of the register. */
export interface TrainingPerson {
  readonly id: string
  readonly name: string
  readonly called: readonly string[]
  /** number of the villager group; null without a household */
  readonly group: number | null
  readonly household: number | null
  /** offices beside being a villager */
  readonly roles: readonly Role[]
  readonly phone: boolean
  /** to the head of the household; absent where the register does not say */
  readonly relation?: string | undefined
  readonly bound: boolean
}

/** A room of the training village with the ids of its members; the bot is in every room. */
export interface TrainingRoom {
  readonly id: string
  readonly kind: RoomKind
  readonly members: readonly string[]
}

/** 示范村: the village in which cadres practise; its people are made up. */
export interface TrainingVillage {
  readonly id: string
  readonly name: string
  readonly botName: string
  /** the record of the party organisation's check behind its scheme (MIN-1) */
  readonly partyCheck: string
  readonly groups: readonly number[]
  readonly households: readonly TrainingHousehold[]
  readonly people: readonly TrainingPerson[]
  readonly rooms: readonly TrainingRoom[]
}

const role = z.enum(roles)

const sheet = z.strictObject({
  id: z.string(),
  name: z.string(),
  botName: z.string(),
  partyCheck: z.string(),
  groups: z.array(z.int().positive()),
  households: z.array(z.strictObject({ number: z.int().positive(), group: z.int().positive(), head: z.string() })),
  people: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      called: z.array(z.string()).default([]),
      household: z.int().positive().nullable(),
      roles: z.array(role).default([]),
      phone: z.boolean().default(true),
      relation: z.string().optional(),
      bound: z.boolean().default(true),
    }),
  ),
  rooms: z.array(z.strictObject({ id: z.string(), kind: z.enum(['villagers', 'panel', 'cadres']), roles: z.array(role).optional() })),
})

/** Reads the training village from its sheet; read it once and keep it. Throws when the sheet is broken. */
export function trainingVillage(): TrainingVillage {
  const { people: listed, rooms, ...village } = sheet.parse(parse(readFileSync(new URL('./shifan.yaml', import.meta.url), 'utf8')))
  const groupOf = new Map(village.households.map(({ number, group }) => [number, group]))
  const people = listed.map((person) => ({ ...person, group: person.household === null ? null : (groupOf.get(person.household) ?? null) }))
  return { ...village, people, rooms: rooms.map(({ id, kind, roles: only }) => ({ id, kind, members: membersOf(people, only) })) }
}

function membersOf(people: readonly TrainingPerson[], only: readonly Role[] | undefined): readonly string[] {
  const withPhone = people.filter((person) => person.phone)
  return withPhone.filter((person) => only === undefined || person.roles.some((held) => only.includes(held))).map((person) => person.id)
}

/** Who can speak where in the training village, as the puppet and the checks of requests need it. */
export const chatPeopleOf = ({ people, rooms }: TrainingVillage): ChatPeople => ({
  people: people.map(({ id, name, phone }) => ({ id, name, phone })),
  rooms: rooms.map(({ id, members }) => ({ id, members })),
})
