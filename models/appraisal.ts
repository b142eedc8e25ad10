/** The marks of a cadre at the year's appraisal (YX-7), 0–100 each; a mark nobody entered is null. */
export interface Appraisal {
  readonly year: string
  readonly person: string
  readonly post: string
  /** 定补干部: paid by subsidy */
  readonly subsidised: boolean
  readonly attendance: number | null
  readonly competence: number | null
  readonly tasks: number | null
  readonly satisfaction: number | null
  readonly donation: number | null
}

/** 干部评议: what cadres have entered for the appraisal meeting's record; it touches nothing else. */
export interface AppraisalStore {
  /** enters a cadre's marks anew */
  enter(appraisal: Appraisal, by: string, at: number): Promise<void>
  of(year: string): Promise<readonly Appraisal[]>
}
