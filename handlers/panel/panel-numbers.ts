import { addDays, dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import type { Role } from '../../models/role.ts'
import type { Person } from '../../models/village.ts'
import { fixedOn, isCommittee, isInternal, type PanelRole, rangeOf } from '../../rules/people/panel.ts'
import * as texts from '../../texts/review/panel.ts'
import type { Context } from '../command.ts'

const ofPanel = (role: Role): role is PanelRole => role === 'reviewer' || role === 'supervisor'

/** Refuses somebody of 两委 where the scheme wants none, and others where its supervisors come from there (GY-6). */
async function fromTheRightPlace(person: Person, role: PanelRole, { stores, scheme, now }: Context): Promise<void> {
  const governs = await isCommittee(person.id, stores, dateOf(now))
  const group = texts.groupName(role, isInternal(scheme))
  if (role === 'supervisor' && isInternal(scheme)) {
    if (!governs) refuse(texts.committeeOnly(person.name))
    return
  }
  const byRepresentatives = scheme.panel?.chosenBy === 'representatives' || role === 'supervisor'
  if (governs && byRepresentatives) refuse(texts.noCommittee(person.name, group))
}

/** Refuses a member whom the scheme's panel has no room or no place for; the representatives' choice must be on record (GY-6). */
export async function mayJoinPanel(person: Person, role: Role, context: Context): Promise<void> {
  const { stores, scheme, now } = context
  if (!ofPanel(role) || scheme.panel === undefined) return
  await fromTheRightPlace(person, role, context)
  const range = rangeOf(scheme, role)
  const there = await fixedOn(role, stores, addDays(dateOf(now), 1))
  if (range && there.length >= range.max) refuse(texts.groupFull(texts.groupName(role, isInternal(scheme)), range.max))
  if (scheme.panel.chosenBy !== 'representatives' || (role === 'supervisor' && isInternal(scheme))) return
  if (!(await stores.records.validAbout('panel-election', person.id))) refuse(texts.electFirst(person.name))
}

/** Refuses to leave a group of the panel with fewer than the scheme wants (GY-6). */
export async function mayLeavePanel(person: Person, role: Role, { stores, scheme, now }: Context): Promise<void> {
  const range = ofPanel(role) ? rangeOf(scheme, role) : undefined
  if (!ofPanel(role) || range === undefined) return
  const fixed = await fixedOn(role, stores, addDays(dateOf(now), 1))
  if (!fixed.some(({ id }) => id === person.id)) return
  if (fixed.length - 1 < range.min) refuse(texts.groupShort(texts.groupName(role, isInternal(scheme)), range.min))
}
