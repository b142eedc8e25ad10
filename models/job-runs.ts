/** Runs of jobs; a period is run once. */
export interface JobRunStore {
  /** true when this call is the first for the period */
  start(job: string, period: string, due: number, at: number): Promise<boolean>
  finish(job: string, period: string, outcome: string, at: number): Promise<void>
  /** the due instant (UTC ms) of each job's latest run, by the job's name */
  latestDues(): Promise<ReadonlyMap<string, number>>
  runs(
    job: string,
  ): Promise<readonly { readonly period: string; readonly due: number; readonly at: number; readonly outcome: string | null }[]>
}
