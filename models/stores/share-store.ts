import type { Dividend, DividendPart, Holding } from '../share.ts'

/** 股份 and 积分分红: two columns that never touch each other. */
export interface ShareStore {
  /** the imported share of a household; null when none was imported */
  holding(household: string): Promise<Holding | null>
  holdings(): Promise<readonly Holding[]>
  /** replaces what was imported before, for the households named */
  importHoldings(holdings: readonly Holding[], at: number): Promise<void>
  openDividend(dividend: Omit<Dividend, 'state'>, parts: readonly DividendPart[]): Promise<void>
  /** the dividend of a pool for a year that is in notice or booked */
  dividendOf(pool: string, year: string): Promise<Dividend | null>
  /** the dividend of a case's number, whatever its state; null when the number is none's */
  dividend(number: number): Promise<Dividend | null>
  /** dividends in notice whose window has ended by an instant */
  endedBy(now: number): Promise<readonly Dividend[]>
  /** moves the end of every plan in notice that had not ended by an instant by whole days (a recorded emergency); how many were moved */
  extend(days: number, since: number): Promise<number>
  parts(number: number): Promise<readonly DividendPart[]>
  setDividendState(number: number, state: Dividend['state']): Promise<void>
  /** what a household is or was given, newest first */
  partsOf(household: string): Promise<readonly (Dividend & { readonly part: DividendPart })[]>
}
