/** How a deed came to be known (GY-7): the villager's own report, somebody else's, the panel's finding, public reaction, an official's entry, or a custodian. */
export const sources = ['self', 'proxy', 'recommended', 'panel', 'public', 'official', 'custodian'] as const

/** The source of a report. */
export type Source = (typeof sources)[number]

/** Where a report came from, and the plan or custody under which it was made. */
export interface ReportOrigin {
  readonly number: number
  readonly source: Source
  /** version of the household's plan it was rated by (XY-3); null = the common scheme */
  readonly plan: number | null
  /** id of the custody under which it was made (XY-4) */
  readonly custody: string | null
}

/** 初核 (YX-12): the word of the 院长 on a report of the 院, before review and no approval. */
export interface FirstCheck {
  readonly number: number
  readonly by: string
  readonly good: boolean
  readonly reason: string | null
  readonly at: number
}

/** What is kept beside a report: its origin and the first check. */
export interface OriginStore {
  keep(origin: ReportOrigin): Promise<void>
  of(number: number): Promise<ReportOrigin | null>
  /** a later word of the same checker replaces the earlier one */
  check(check: FirstCheck): Promise<void>
  checkOf(number: number): Promise<FirstCheck | null>
}
