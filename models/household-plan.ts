import type { LocalDate } from './dates.ts'

/** Kinds of household that have a plan of their own (XY-3), as they are stored and shown. */
export const planKinds = ['发展型', '兼顾型', '文明型', '鼓励型', '托管型'] as const

/** The kind of a household's plan. */
export type PlanKind = (typeof planKinds)[number]

/** One line of a plan: what it is called, and how many points it gives, or takes when they are negative. */
export interface PlanItem {
  readonly name: string
  readonly points: number
  /** how often it counts in a month; null = as often as it is done */
  readonly timesAMonth: number | null
}

/** 一户一策: a household's own items and values from a day on; it counts once a second person has agreed. */
export interface HouseholdPlan {
  readonly household: string
  /** 1, 2, …: a changed plan is a new version, the past keeps its own */
  readonly version: number
  readonly kind: PlanKind
  readonly from: LocalDate
  readonly items: readonly PlanItem[]
  /** why, for those who set it; erasable, never shown to others */
  readonly reason: string | null
  readonly proposedBy: string
  /** the second person; null while nobody has agreed */
  readonly confirmedBy: string | null
  readonly at: number
}

/** The plans of households, every version of them. */
export interface PlanStore {
  draft(plan: Omit<HouseholdPlan, 'version' | 'confirmedBy'>): Promise<HouseholdPlan>
  confirm(household: string, version: number, by: string): Promise<void>
  find(household: string, version: number): Promise<HouseholdPlan | null>
  /** the agreed plan in force on a day */
  inForce(household: string, on: LocalDate): Promise<HouseholdPlan | null>
}

/** 托管 (XY-4): a relative or near neighbour acts for a person who cannot. */
export interface Custody {
  readonly id: string
  /** the person who cannot act for themselves */
  readonly person: string
  readonly custodian: string
  readonly from: LocalDate
  readonly until: LocalDate | null
  /** restricted and erasable: the public text is 「由家人代办」 */
  readonly reason: string | null
  readonly proposedBy: string
  readonly confirmedBy: string | null
}

/** Who acts for whom. */
export interface CustodyStore {
  draft(custody: Omit<Custody, 'id' | 'confirmedBy'>): Promise<Custody>
  confirm(id: string, by: string): Promise<void>
  find(id: string): Promise<Custody | null>
  /** ends what is in force with its day */
  end(id: string, lastDay: LocalDate): Promise<void>
  /** the agreed custody of a person on a day */
  of(person: string, on: LocalDate): Promise<Custody | null>
  /** the agreed custody by which somebody acts for a household on a day, when its person was not named */
  actsFor(custodian: string, household: string, on: LocalDate): Promise<Custody | null>
}
