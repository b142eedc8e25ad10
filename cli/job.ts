import { parseArgs } from 'node:util'
import { deliver } from '../bot/outbox/deliver.ts'
import { schemeKeeper } from '../bot/snapshot.ts'
import { jobsOf } from '../jobs/index.ts'
import { runJob } from '../jobs/run-job.ts'
import type { Job } from '../jobs/job.ts'
import { dateOf, timeOf } from '../models/dates.ts'
import type { Database } from '../models/db/open-database.ts'
import type { Village } from '../models/village.ts'
import { CannotRun, type Io } from './io.ts'
import { openData } from './open-data.ts'
import { readSettings } from './settings.ts'

const usage = '用法：job list，或 job run 名称 [--at 2026-12-01T08:30:00+08:00]。'

/** `job list|run NAME --at ISO`: shows the calendar, or carries a job out by hand for its latest slot; what it says is sent when the bot runs. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parsed(args)
  const [action, name] = positionals
  if (action !== 'list' && action !== 'run') throw new CannotRun(usage)
  const settings = readSettings(io.env)
  const log = await io.log(settings.logLevel)
  const database = await openData(settings, log, io)
  try {
    const jobs = jobsOf({ checkLedger: database.verifyLedger })
    const villages = await database.reader.villages()
    if (action === 'list') list(jobs, io)
    else await runNamed(jobs, name, values.at, villages, database, io)
  } finally {
    await database.close()
  }
  return 0
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { at: { type: 'string' } } })
  } catch {
    throw new CannotRun(usage)
  }
}

function list(jobs: readonly Job[], io: Io): void {
  for (const job of jobs) {
    const { period, due } = job.at.next(io.clock.now())
    io.out(`${job.name}\t下次 ${dateOf(due)} ${timeOf(due)}\t${period}`)
  }
}

async function runNamed(
  jobs: readonly Job[],
  name: string | undefined,
  at: string | undefined,
  villages: readonly Village[],
  database: Database,
  io: Io,
) {
  const job = jobs.find((one) => one.name === name)
  if (!job) throw new CannotRun(`没有“${name ?? ''}”这个任务。${usage}`)
  const instant = at === undefined ? undefined : Date.parse(at)
  if (instant !== undefined && !Number.isFinite(instant)) throw new CannotRun(`“${at ?? ''}”不是时间。${usage}`)
  const { schemeOf } = schemeKeeper()
  for (const village of villages) {
    const now = instant ?? io.clock.now() + village.clockOffset
    const slot = job.at.slotsBetween(village.createdAt, now).at(-1)
    if (!slot) {
      io.out(`${village.name}\t还没有到期`)
      continue
    }
    const done = await runJob({ job, slot }, village, {
      lane: database.lane,
      reader: database.reader,
      media: database.media,
      clock: { now: () => now },
      schemeOf: async (stores, on) => {
        const { edition } = await stores.schemes.inForce(on)
        return { edition, scheme: await schemeOf(stores, village.id, edition) }
      },
      editionOf: (stores, edition) => schemeOf(stores, village.id, edition),
      deliver: (stores, replies, cause) => deliver(stores, replies, cause, null),
      afterCommit: () => undefined,
    })
    io.out(`${village.name}\t${slot.period}\t${done === null ? '早已执行过，没有再做' : done.summary}`)
  }
}
