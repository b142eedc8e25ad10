import { schedule, type ScheduledTask } from 'node-cron'
import type { JobRun, Scheduler } from '../models/job.ts'
import type { Log } from '../models/log.ts'
import type { Village } from '../models/village.ts'
import { type DueRun, dueRuns, nextDue } from './due.ts'
import type { Job } from './job.ts'
import { runJob, type RunPorts } from './run-job.ts'

/** What the scheduler needs of the rest of the program. `clock` is the village's time. */
export interface SchedulerOptions extends RunPorts {
  readonly jobs: readonly Job[]
  readonly log: Log
  /** how often it looks, as a cron expression; once a minute when it is not said */
  readonly every?: string
}

/** A scheduler that can also tick by itself. */
export interface TickingScheduler extends Scheduler {
  /** looks again and again for what is due */
  start(): void
  /** ticks no more, and resolves when the run under way has ended */
  stop(): Promise<void>
}

const everyMinute = '* * * * *'

const described = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/**
 * The calendar's hand for all villages of the database. Ticks never overlap; any number of processes may run one each, since a run is
 * recorded in the unit that does it. A job that fails is logged and tried again at the next tick; it holds up its own later slots only.
 */
export function createScheduler(options: SchedulerOptions): TickingScheduler {
  const { jobs, reader, clock, log, every = everyMinute } = options
  // saves asking the database each minute for what cannot be due yet; whoever starts anew asks
  const quietUntil = new Map<string, number>()
  let task: ScheduledTask | null = null
  let stopping = false
  let underWay: Promise<unknown> = Promise.resolve()
  let waiting = 0

  async function runIn(village: Village, run: DueRun): Promise<'did' | 'idle' | 'failed'> {
    try {
      const done = await runJob(run, village, options)
      return done?.did ? 'did' : 'idle'
    } catch (error) {
      log.error(
        { village: village.id, job: run.job.name, period: run.slot.period, error: described(error) },
        'a job failed; it is tried again',
      )
      return 'failed'
    }
  }

  async function catchUpIn(village: Village): Promise<readonly JobRun[]> {
    const now = clock.now()
    if (now < (quietUntil.get(village.id) ?? -Infinity)) return []
    const runs: JobRun[] = []
    const failed = new Set<Job>()
    for (const run of await reader.read(village.id, (stores) => dueRuns(jobs, village, stores, now))) {
      if (stopping) return runs
      if (failed.has(run.job)) continue
      const outcome = await runIn(village, run)
      if (outcome === 'did') runs.push({ job: run.job.name, period: run.slot.period })
      if (outcome === 'failed') failed.add(run.job)
    }
    if (failed.size === 0) quietUntil.set(village.id, nextDue(jobs, now))
    return runs
  }

  async function catchUpEverywhere(): Promise<readonly JobRun[]> {
    const runs: JobRun[] = []
    for (const village of await reader.villages()) {
      if (stopping) break
      try {
        runs.push(...(await catchUpIn(village)))
      } catch (error) {
        log.error({ village: village.id, error: described(error) }, 'what is due could not be read; it is tried again')
      }
    }
    return runs
  }

  function catchUp(): Promise<readonly JobRun[]> {
    waiting += 1
    const run = underWay.then(catchUpEverywhere).finally(() => {
      waiting -= 1
    })
    underWay = run.catch(() => undefined)
    return run
  }

  async function tick(): Promise<void> {
    if (waiting > 0) return
    await catchUp().catch((error: unknown) => log.error({ error: described(error) }, 'the tick failed; the next one tries again'))
  }

  return {
    catchUp,
    nextDue: (after) => nextDue(jobs, after),
    start() {
      if (task || stopping) return
      task = schedule(every, tick, {
        suppressMissedWarning: true,
        // node-cron prints on stdout unless it is told where to speak
        logger: {
          info: (message) => log.info({}, message),
          warn: (message) => log.warn({}, message),
          error: (message) => log.error({ error: described(message) }, 'the clockwork failed'),
          debug: () => undefined,
        },
      })
    },
    async stop() {
      stopping = true
      await task?.destroy()
      await underWay
    },
  }
}
