import type { LocalDate } from './dates.ts'
import type { Moves } from './case.ts'

/** 周期: entries fall into the open one; it is cut off when it is over, stands in notice, and is locked when the notice has ended. */
export const periodMoves = {
  open: { cutOff: 'cut-off' },
  'cut-off': { post: 'notice' },
  notice: { lock: 'locked' },
  locked: {},
} as const satisfies Moves

/** Where a period stands. */
export type PeriodState = keyof typeof periodMoves

/** A month `YYYY-MM` or a year `YYYY` of the village's books. */
export interface Period {
  readonly period: string
  readonly state: PeriodState
  /** the last entry that lies in it or before it; null while it is open */
  readonly lastSeq: number | null
  /** SHA-256 (hex) of all its totals as they were when it was cut off; null while it is open */
  readonly totals: string | null
  /** the last day of its public notice */
  readonly noticeUntil: LocalDate | null
}

/** What the five sources of a year say (YX-6), by the numbers of what does not agree. */
export interface Reconciliation {
  /** 交办事务本: cases opened */
  readonly opened: number
  /** 加扣分登记册: decisions that stand */
  readonly decided: number
  /** 会议记录本: acts that two persons have agreed to */
  readonly agreed: number
  /** 台账: entries */
  readonly entries: number
  /** 积分卡: accounts that hold points */
  readonly cards: number
  /** booked reports without the entry they should have */
  readonly withoutEntry: readonly number[]
  /** booked reports nobody's decision stands behind */
  readonly withoutDecision: readonly number[]
  /** causes of entries without a case */
  readonly withoutCase: readonly string[]
  /** holders whose card says something else than the ledger */
  readonly wrongCards: readonly string[]
}

/** 周期: which parts of the calendar are closed, and what their totals were. */
export interface PeriodStore {
  /** a period nobody has closed is open */
  of(period: string): Promise<Period>
  /** closes a period that is over: its totals never change after that. Throws `IllegalMove` when it is closed already */
  cutOff(period: string, at: number): Promise<Period>
  /** the notice of a closed period is posted until a day. Throws `IllegalMove` when it is not cut off */
  post(period: string, until: LocalDate, at: number): Promise<void>
  /** locks the periods whose notice has ended before a day; which */
  lockEnded(today: LocalDate, at: number): Promise<readonly Period[]>
  /** periods in a state, by name */
  inState(state: PeriodState): Promise<readonly Period[]>
  /** holds the five sources of the days of a year against each other (YX-6) */
  reconcile(first: LocalDate, last: LocalDate): Promise<Reconciliation>
}
