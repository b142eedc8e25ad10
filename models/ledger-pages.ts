import type { LocalDate } from './dates.ts'
import type { HolderKind, RankRow } from './ledger.ts'

/** What a holder gained in a book over some months; both may be negative. */
export interface HolderGain {
  readonly holder: string
  readonly amount: number
  readonly honour: number
}

/** What a holder had at the end of a day, and what has been taken since, other than of later awards (≤ 0). */
export interface StandingAt {
  readonly holder: string
  readonly then: number
  readonly takenSince: number
}

/** What is read of all holders of a book at once. */
export interface LedgerPages {
  /**
   * Household ranking of a month range `YYYY-MM` by honour earned, best first; households without points are left out. In a book kept by
   * person a household has what its members have. Over whole years base points count, unless `base` says otherwise (PH-1, ADR 0004).
   */
  ranking(book: string, fromMonth: string, toMonth: string, unit: string | null, base?: 'with' | 'without'): Promise<readonly RankRow[]>
  /** what every holder of a book gained in a month range, by holder: of the balance and of the honour total; who has no page is left out */
  gains(book: string, holderKind: HolderKind, fromMonth: string, toMonth: string): Promise<readonly HolderGain[]>
  /** every holder of a book at the end of a day: what was there, and what has been taken of it since (≤ 0) */
  standingsAt(book: string, holderKind: HolderKind, day: LocalDate): Promise<readonly StandingAt[]>
}
