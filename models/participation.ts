import type { LocalDate } from './dates.ts'
import type { Household, Person } from './village.ts'

/** 本村户; 常住户 lives here and comes from elsewhere; 外村户 joins in activities (GY-1, RA-1). */
export type StandingKind = 'resident' | 'visitor'

/** A household that is not of the village: it takes part once the record of its recognition is named. */
export interface HouseholdStanding {
  readonly household: string
  readonly kind: StandingKind
  /** id of the record by which the assembly recognised it; null until then */
  readonly record: string | null
}

/** Kinds of household that a phase is for (XY-1); sensitive, never in a notice. */
export const householdCategories = ['poor', 'low-income', 'destitute', 'disabled', 'marginal', 'ordinary'] as const

/** 对象类别 (XY-1): it decides when a household's turn comes and is shown to nobody but those who set it. */
export type HouseholdCategory = (typeof householdCategories)[number]

/** A newcomer to the register who is not of the village. */
export interface Enrolment {
  readonly name: string
  readonly unit: string
  readonly kind: StandingKind
  readonly on: LocalDate
}

/** Who takes part: households from elsewhere, those that have left, and the phase a household belongs to. */
export interface ParticipationStore {
  /** null for a household of the village */
  standing(household: string): Promise<HouseholdStanding | null>
  setStanding(standing: HouseholdStanding): Promise<void>
  /** registers a household of one person from elsewhere; it takes the village's next household number */
  enrol(enrolment: Enrolment): Promise<{ readonly household: Household; readonly person: Person }>
  /** the day since which a household takes no part any more (MIN-7); null while it does */
  leftSince(household: string): Promise<LocalDate | null>
  leave(household: string, on: LocalDate, by: string, at: number): Promise<void>
  comeBack(household: string, on: LocalDate, by: string, at: number): Promise<void>
  /** `ordinary` when nobody has set one */
  category(household: string): Promise<HouseholdCategory>
  /** restricted: written without a word of it in the audit */
  setCategory(household: string, category: HouseholdCategory, by: string, at: number): Promise<void>
}
