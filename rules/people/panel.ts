import type { LocalDate } from '../../models/dates.ts'
import type { Stores } from '../../models/stores/stores.ts'
import type { Person } from '../../models/village.ts'
import type { Scheme } from '../scheme.ts'

type Register = Pick<Stores, 'register'>

/** The groups of the panel. */
export type PanelRole = 'reviewer' | 'supervisor'

/** How many a group of the panel may have. */
export interface PanelRange {
  readonly min: number
  readonly max: number
}

/** The villagers asked in for the month of a day (XY-5). */
export async function invitedOn({ register }: Register, on: LocalDate): Promise<readonly Person[]> {
  const reviewers = new Set((await register.holders('reviewer', on)).map(({ id }) => id))
  return (await register.holders('invited', on)).filter(({ id }) => reviewers.has(id))
}

/** Who belongs to a group of the panel for good: those asked in for a month are not counted (GY-6, XY-5). */
export async function fixedOn(role: PanelRole, { register }: Register, on: LocalDate): Promise<readonly Person[]> {
  const asked = new Set((await register.holders('invited', on)).map(({ id }) => id))
  return (await register.holders(role, on)).filter(({ id }) => !asked.has(id))
}

/** The numbers the scheme sets for a group; undefined where it sets none. */
export const rangeOf = ({ panel }: Pick<Scheme, 'panel'>, role: PanelRole): PanelRange | undefined =>
  role === 'reviewer' ? panel?.scorers : panel?.supervisors

/** True when as many were asked in as the scheme wants. */
export const panelComplete = (there: number, { min, max }: PanelRange): boolean => there >= min && there <= max

/** True when the scheme takes its supervisors from 两委: they are labelled 内部监督 and are no 村务监督 (GY-6). */
export const isInternal = ({ panel }: Pick<Scheme, 'panel'>): boolean => panel?.supervisorsFrom === 'committee'

/** Who governs the village on a day: 村两委, and the secretary. */
export async function isCommittee(person: string, { register }: Register, on: LocalDate): Promise<boolean> {
  return (await register.rolesOf(person, on)).some((role) => role === 'committee' || role === 'secretary')
}
