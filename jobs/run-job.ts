import type { Clock } from '../models/clock.ts'
import { dateOf, type LocalDate } from '../models/dates.ts'
import type { JobOutcome } from '../models/job.ts'
import type { Reply } from '../models/reply.ts'
import type { Lane, MediaStore, Reader, Stores } from '../models/stores/stores.ts'
import type { Village } from '../models/village.ts'
import type { Scheme } from '../rules/scheme.ts'
import type { DueRun } from './due.ts'
import type { ChoreJob, ChoreOutcome, EffectJob, EffectOutcome } from './job.ts'

/** What running a job needs of the rest of the program. */
export interface RunPorts {
  readonly lane: Lane
  readonly reader: Reader
  readonly clock: Clock
  /** the files of pictures that a run has made nobody's are deleted here after its commit */
  readonly media: Pick<MediaStore, 'forget'>
  /** the agreement in force on a day, with its edition */
  schemeOf(stores: Stores, on: LocalDate): Promise<{ readonly scheme: Scheme; readonly edition: number }>
  /** the agreement of an edition */
  editionOf(stores: Stores, edition: number): Promise<Scheme>
  /** puts a run's lines into the outbox of the unit; `cause` is `job:<name>:<period>` */
  deliver(stores: Stores, replies: readonly Reply[], cause: string): Promise<void>
  /** called when a run has been committed: the outbox can be woken */
  afterCommit(village: string, cause: string): void | Promise<void>
}

/**
 * Runs a job for one slot, once in the life of the village, whoever asks how often: null when somebody else has run it.
 * Throws what the job throws; then nothing of the run is left and it can be tried again.
 */
export async function runJob({ job, slot }: DueRun, village: Village, ports: RunPorts): Promise<JobOutcome | null> {
  const now = ports.clock.now()
  const cause = `job:${job.name}:${slot.period}`

  const record = (outcomeIn: (stores: Stores) => Promise<ChoreOutcome & EffectOutcome>) =>
    ports.lane.unit(village.id, async (stores) => {
      if (!(await stores.jobRuns.start(job.name, slot.period, slot.due, now))) return null
      const outcome = await outcomeIn(stores)
      await outcome.keep?.(stores)
      await ports.deliver(stores, outcome.replies, cause)
      await stores.jobRuns.finish(job.name, slot.period, outcome.summary, now)
      return outcome
    })

  const runEffect = (effect: EffectJob) =>
    record(async (stores) => {
      const inForce = await ports.schemeOf(stores, dateOf(now))
      const schemeOf = (edition: number) => ports.editionOf(stores, edition)
      return effect.run({ ...slot, now }, { village, stores, now, ...inForce, schemeOf })
    })

  const runChore = async (chore: ChoreJob) => {
    const found = await chore.run({ ...slot, now }, { village, now, read: (work) => ports.reader.read(village.id, work) })
    return record(async () => found)
  }

  const outcome = await (job.kind === 'effect' ? runEffect(job) : runChore(job))
  if (!outcome) return null
  await ports.afterCommit(village.id, cause)
  for (const picture of outcome.unnamed ?? []) await ports.media.forget(picture)
  return outcome
}
