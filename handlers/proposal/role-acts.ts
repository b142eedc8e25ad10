import { z } from 'zod'
import { addDays, dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { privately } from '../../models/reply.ts'
import { roles, type Role } from '../../models/role.ts'
import type { Person } from '../../models/village.ts'
import * as texts from '../../texts/scheme/proposal.ts'
import type { Context } from '../command.ts'
import { mayHeadUnit } from '../panel/unit-offices.ts'
import { mayJoinPanel, mayLeavePanel } from '../panel/panel-numbers.ts'
import { officeTitle } from '../panel/office-title.ts'
import { act } from './act.ts'

const payload = z.object({ person: z.string(), role: z.enum(roles), unit: z.string().nullable().default(null) })

/** An office ends with its day: what was decided today stays lawful, and tomorrow decides who is left. */
const tomorrow = ({ now }: Context) => addDays(dateOf(now), 1)

async function holdersAfter(role: Role, on: string, { stores }: Context, change: (holders: readonly Person[]) => readonly Person[]) {
  return change(await stores.register.holders(role, on))
}

/** Reviewers of one household could never decide anything of each other's. */
const oneHousehold = (reviewers: readonly Person[]): boolean =>
  reviewers.length > 1 && new Set(reviewers.map(({ household, id }) => household ?? id)).size === 1

/** Refuses a grant that the village's separation of offices forbids: held already, reviewer and supervisor in one, one household only. */
export async function mayBeGranted(person: Person, role: Role, context: Context): Promise<void> {
  const today = dateOf(context.now)
  const held = await context.stores.register.rolesOf(person.id, today)
  if ((await context.stores.register.rolesOf(person.id, tomorrow(context))).includes(role))
    refuse(texts.alreadyHolds(person.name, officeTitle(role, context.scheme)))
  const opposite = role === 'reviewer' ? 'supervisor' : 'reviewer'
  if ((role === 'reviewer' || role === 'supervisor') && held.includes(opposite)) refuse(texts.noBothOffices(person.name))
  if (role === 'reviewer' && oneHousehold(await holdersAfter(role, today, context, (all) => [...all, person])))
    refuse(texts.oneHouseholdOnly)
  await mayJoinPanel(person, role, context)
}

/** Refuses to end an office nobody holds, and to leave reviewers of a single household. */
export async function mayBeEnded(person: Person, role: Role, context: Context): Promise<void> {
  const from = tomorrow(context)
  if (!(await context.stores.register.rolesOf(person.id, from)).includes(role)) {
    refuse(texts.doesNotHold(person.name, officeTitle(role, context.scheme)))
  }
  await mayLeavePanel(person, role, context)
  if (role !== 'reviewer') return
  const left = await holdersAfter(role, from, context, (all) => all.filter(({ id }) => id !== person.id))
  if (new Set(left.map(({ household, id }) => household ?? id)).size < 2) refuse(texts.oneHouseholdOnly)
}

const offices = {
  room: 'cadres',
  mayPropose: ['secretary', 'bookkeeper'],
  mayConfirm: ['secretary', 'bookkeeper', 'township'],
} as const

/** 聘: a dated grant of an office. */
export const grantAct = act({
  ...offices,
  payload,
  async carryOut({ person: id, role, unit }, _proposal, context) {
    const { stores, speaker, now } = context
    const person = (await stores.register.person(id)) ?? refuse(texts.officeHow)
    await mayBeGranted(person, role, context)
    if (unit !== null) await mayHeadUnit(person, role, unit, context)
    const from = dateOf(now)
    const scope = unit === null ? ({ scope: 'village', scopeId: null } as const) : ({ scope: 'group', scopeId: unit } as const)
    await stores.register.grant({ person: id, role, ...scope, from, until: null }, speaker.person.id, now)
    await stores.village.touch()
    return [privately(id, texts.grantedForYou(officeTitle(role, context.scheme)))]
  },
})

/** 免: today is the office's last day. */
export const endAct = act({
  ...offices,
  payload,
  async carryOut({ person: id, role }, _proposal, context) {
    const { stores, speaker, now } = context
    const person = (await stores.register.person(id)) ?? refuse(texts.officeHow)
    await mayBeEnded(person, role, context)
    await stores.register.endRole(id, role, tomorrow(context), speaker.person.id, now)
    await stores.village.touch()
    return [privately(id, texts.endedForYou(officeTitle(role, context.scheme)))]
  },
})
