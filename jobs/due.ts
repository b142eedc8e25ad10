import type { JobSlot } from '../models/job.ts'
import type { Stores } from '../models/stores/stores.ts'
import type { Village } from '../models/village.ts'
import type { Job } from './job.ts'

/** A run that is waiting: which job, for which slot. */
export interface DueRun {
  readonly job: Job
  readonly slot: JobSlot
}

/**
 * What a village has missed up to `now`, in order of the instants it was due: since each job's latest run, or since the village was
 * founded. Jobs due at the same instant come in the order of the table.
 */
export async function dueRuns(jobs: readonly Job[], village: Village, stores: Stores, now: number): Promise<readonly DueRun[]> {
  const due: DueRun[] = []
  const latest = await stores.jobRuns.latestDues()
  for (const job of jobs) {
    const since = latest.get(job.name) ?? village.createdAt
    const missed = job.at.slotsBetween(since, now)
    const wanted = job.catchUp === 'every' ? missed : missed.slice(-1)
    due.push(...wanted.map((slot) => ({ job, slot })))
  }
  return due.sort((one, other) => one.slot.due - other.slot.due)
}

/** The first instant (UTC ms) after another at which any of the jobs is due. */
export const nextDue = (jobs: readonly Job[], after: number): number => Math.min(...jobs.map((job) => job.at.next(after).due))
