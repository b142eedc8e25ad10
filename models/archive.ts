/** 档案: what a household did in a year. The text names people by `〔person id〕`, so that nobody has to be erased from it. */
export interface YearArchive {
  readonly household: string
  /** `YYYY` */
  readonly year: string
  readonly text: string
  /** SHA-256 (hex) of the text: a statement made anew must give the same */
  readonly sha256: string
  /** the member of the family who said that it is right (YX-10) */
  readonly signedBy: string | null
  readonly signedAt: number | null
}

/** 档案袋: one text per household and year. */
export interface ArchiveStore {
  /** keeps the text of a year; a text kept before is never replaced */
  keep(household: string, year: string, text: string, at: number): Promise<YearArchive>
  of(household: string, year: string): Promise<YearArchive | null>
  ofYear(year: string): Promise<readonly YearArchive[]>
  /** records who of the family found it right; false when somebody has before */
  sign(household: string, year: string, by: string, at: number): Promise<boolean>
}
