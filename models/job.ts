import type { Reply } from './reply.ts'

/** The names the calendar knows; they are the command line's and the clock's contract. */
export const jobNames = [
  'rank-month',
  'notice-month',
  'notice-quarter',
  'notice-year',
  'close-notices',
  'close-periods',
  'review-month',
  'remind-reviewers',
  'remind-cadres',
  'close-deadlines',
  'digest-evening',
  'verify-ledger',
  'backup',
  'cadre-week',
  'township-report',
  'deposit-month',
  'expire-redemptions',
  'redemption-day',
  'low-stock',
  'budget-alert',
  'honour-month',
  'stars-quarter',
  'commend-half-year',
  'honour-year',
  'close-year',
  'checkpoint-month',
  'restore-drill',
] as const

/** The name of a job. */
export type JobName = (typeof jobNames)[number]

/** One slot of a job's calendar: the period it is for and the instant (UTC ms) it was due. */
export interface JobSlot {
  readonly period: string
  readonly due: number
}

/** A run that did something, as the clock reports it. */
export interface JobRun {
  readonly job: JobName
  readonly period: string
}

/** What a run did: `did` false leaves no trace but the run itself. */
export interface JobOutcome {
  readonly did: boolean
  readonly replies: readonly Reply[]
  /** a few words for the run's record: 「入账 3 件」 */
  readonly summary: string
}

/** The calendar's hand: carries out what is due. */
export interface Scheduler {
  /** runs everything due up to now, oldest slot first; returns the runs that did something, in order */
  catchUp(): Promise<readonly JobRun[]>
  /** the next instant (UTC ms) after `after` at which a job of the village is due */
  nextDue(after: number): number
}
