import type { LocalDate } from './dates.ts'

/** Who can be given an honour. */
export type HonourHolder = 'household' | 'person'

/** What a holder newly earned in a book in a period; `number` is the household's (a person's household's), which settles ties. */
export interface Earned {
  readonly holder: string
  readonly number: number
  readonly points: number
}

/** The same for one item of the catalogue, under the edition its case was made. */
export interface EarnedByItem extends Earned {
  readonly item: string
  readonly edition: number
}

/** An honour as it was given: `part` is the section or unit it was given in, '' for the whole village. */
export interface HonourRow {
  readonly code: string
  readonly period: string
  readonly part: string
  readonly holderKind: HonourHolder
  readonly holder: string
  readonly place: number
  /** points it was given for */
  readonly points: number
  readonly title: string
}

/** What a recorded resolution says of a member's year (JS-R4): the months that count, null when no grade is given at all. */
export interface GradeException {
  readonly year: string
  readonly person: string
  readonly months: number | null
  readonly resolution: string
}

/** 不良记录 of a party member (JS-R1), of one of the kinds the branch has named; `number` is the case by which it was recorded. */
export interface BadRecord {
  readonly number: number
  readonly person: string
  readonly kind: string
  readonly on: LocalDate
}

/** Somebody named to help a household, in private (JY-6). */
export interface Helper {
  readonly household: string
  readonly helper: string
  readonly from: LocalDate
}
