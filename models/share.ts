import type { LocalDate } from './dates.ts'

/** 股份 of a household in thousandths of a share: imported, displayed to the household, never changed by points. */
export interface Holding {
  readonly household: string
  readonly thousandths: number
}

/** 积分分红 of a pool that two cadres have agreed to: in notice, then paid into the households' fen pages. */
export interface Dividend {
  /** the proposal's number */
  readonly number: number
  readonly pool: string
  readonly title: string
  readonly year: string
  readonly fen: number
  /** all points it is divided by */
  readonly points: number
  readonly state: 'notice' | 'booked' | 'stopped'
  readonly lastDay: LocalDate
  readonly endsAt: number
}

/** A household's part of a dividend. */
export interface DividendPart {
  readonly household: string
  readonly points: number
  readonly fen: number
}
