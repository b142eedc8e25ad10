import type { LocalDate } from '../dates.ts'
import type { BadRecord, Earned, EarnedByItem, GradeException, Helper, HonourHolder, HonourRow } from '../honour.ts'

/** 荣誉: what was earned in periods, who was given what for it, and what the meetings have recorded besides. */
export interface HonourStore {
  /** newly earned (awards less deductions) in months `YYYY-MM`, by number; holders without an entry in them are left out */
  earned(book: string, holderKind: HonourHolder, fromMonth: string, toMonth: string): Promise<readonly Earned[]>
  /** the same by item, of entries booked on the days of a period for reports and deductions, and of what was taken back then */
  earnedByItem(book: string, holderKind: HonourHolder, first: LocalDate, last: LocalDate): Promise<readonly EarnedByItem[]>
  /** keeps the honours of a period; a row that is there already stays as it was published */
  publish(rows: readonly HonourRow[], at: number): Promise<void>
  /** the rows of an honour in a period, by part and place */
  given(code: string, period: string): Promise<readonly HonourRow[]>
  /** everything a holder was given, newest first */
  givenTo(holderKind: HonourHolder, holder: string): Promise<readonly HonourRow[]>
  /** the line of a band (JY-7) that a period was closed by, or is to be; null when none was set */
  line(code: string, period: string): Promise<number | null>
  setLine(code: string, period: string, line: number): Promise<void>
  addException(exception: GradeException, at: number): Promise<void>
  exceptions(year: string): Promise<readonly GradeException[]>
  addBadRecord(record: BadRecord, at: number): Promise<void>
  badRecords(first: LocalDate, last: LocalDate): Promise<readonly BadRecord[]>
  /** names a household's helper anew */
  setHelper(helper: Helper, by: string, at: number): Promise<void>
  helpers(): Promise<readonly Helper[]>
}
