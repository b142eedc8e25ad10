import type { LocalDate } from './dates.ts'

/**
 * The offices a person can hold. `villager` is everybody in the register; `operator` keeps the machine and posts no points; `teller` verifies
 * party members' deposits (JS-R2); `party` (党员) and `committee` (村干部) give no power of their own: they say which items are for whom (YX-2).
 */
export const roles = [
  'villager',
  'reviewer',
  'supervisor',
  'secretary',
  'bookkeeper',
  'operator',
  'shopkeeper',
  'township',
  'party',
  'committee',
  'teller',
  // 院长 of a unit: the first word on its reports (YX-12)
  'unit-head',
  // 理事 of a unit (RA-12)
  'council',
  // asked in for one month beside the fixed reviewers (XY-5): holds `reviewer` for that month as well
  'invited',
] as const

/** An office in the village. */
export type Role = (typeof roles)[number]

/** The three kinds of speaker the parser tells apart. */
export type ParserRole = 'villager' | 'reviewer' | 'cadre'

/** A dated grant of an office; without `until` it goes on. */
export interface RoleGrant {
  readonly person: string
  readonly role: Role
  readonly scope: 'village' | 'group' | 'store' | 'township'
  readonly scopeId: string | null
  readonly from: LocalDate
  readonly until: LocalDate | null
}

/** Offices whose holders are cadres for the parser and for help. */
export const cadreRoles = ['secretary', 'bookkeeper', 'township'] as const satisfies readonly Role[]

/** The parser's view of a speaker: review rights first, then office, else villager. */
export function parserRole(held: readonly Role[]): ParserRole {
  if (held.includes('reviewer') || held.includes('teller')) return 'reviewer'
  return cadreRoles.some((role) => held.includes(role)) ? 'cadre' : 'villager'
}
