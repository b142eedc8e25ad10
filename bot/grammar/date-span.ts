import type { LocalDate } from '../../models/dates.ts'

/** A day or period named in a line. `past` is meant for deeds, `next` for activities; both are days, months `2026-10` or years. */
export interface DateSpan {
  readonly length: number
  readonly past: string
  readonly next: string
  /** only the month or year is known */
  readonly approx?: true
  /** the month, quarter, year or range `a..b` meant when a period is asked for */
  readonly period?: string
  /** more than one day fits: it has to be asked */
  readonly candidates?: readonly LocalDate[]
  /** the words name a day to come */
  readonly future?: true
}

/** A pattern tried at one place of a text. */
export const on = (text: string, at: number, pattern: RegExp): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** One certain day. */
export const day = (date: LocalDate, length: number): DateSpan => ({ length, past: date, next: date })

/** Two figures for a month or a day. */
export const pad = (value: number): string => String(value).padStart(2, '0')
