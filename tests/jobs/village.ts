import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { deliver } from '../../bot/outbox/deliver.ts'
import { jobsOf } from '../../jobs/index.ts'
import type { Job } from '../../jobs/job.ts'
import { createScheduler, type SchedulerOptions } from '../../jobs/scheduler.ts'
import { dateOf, instantOf } from '../../models/dates.ts'
import { type Database, openDatabase } from '../../models/db/open-database.ts'
import type { JobName, JobRun } from '../../models/job.ts'
import type { Log } from '../../models/log.ts'
import type { Outgoing, Reader, Stores } from '../../models/stores/stores.ts'
import type { Village } from '../../models/village.ts'
import { holidays } from '../../rules/holidays.ts'
import { loadScheme } from '../../rules/load-scheme.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import type { Scheme } from '../../rules/scheme.ts'
import { noticeWindow } from '../../rules/window.ts'
import { scratch } from '../scratch.ts'

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const newId = (prefix: string) => `${prefix}-${randomBytes(8).toString('hex')}`

/** `YYYY-MM-DD HH:mm` in the village → the instant. */
export const at = (text: string): number => instantOf(text.slice(0, 10), text.slice(11) || '00:00')

/** A deed of the tests: who, how many points, and what makes it special. */
interface Deed {
  readonly by: string
  readonly points: number
  readonly item?: string
}

/** A village on a real database, with a clock that moves when told and a scheduler that runs when told. */
export interface JobVillage {
  readonly id: string
  readonly errors: Readonly<Record<string, unknown>>[]
  now: number
  unit<T>(work: (stores: Stores) => Promise<T>): Promise<T>
  /** an approved deed whose window runs from tomorrow; the number of the case */
  approves(deed: Deed): Promise<number>
  /** turns the clock and runs what is due */
  wakesAt(text: string): Promise<readonly JobRun[]>
  /** turns the clock from due instant to due instant, as a machine that is never off does */
  livesUntil(text: string): Promise<readonly JobRun[]>
  said(job: JobName, period: string): Promise<readonly Outgoing[]>
  options(jobs?: readonly Job[]): SchedulerOptions
}

/** How a village of the tests differs from the others. */
interface Founding {
  readonly households?: number
  /** a training village has no night */
  readonly training?: boolean
  /** changes the scheme before it is adopted */
  readonly adopt?: (source: string) => string
}

/** One database for a file of tests; each test founds its own village in it. */
export function jobDatabase() {
  let database: Database
  let folder: string

  before(async () => {
    folder = mkdtempSync(join(scratch, 'jobs-'))
    const newSalt = () => randomBytes(16).toString('hex')
    database = await openDatabase({ dataDir: folder, databaseUrl: undefined, newId, newSalt, log: silent })
  })

  after(async () => {
    await database.close()
    rmSync(folder, { recursive: true })
  })

  async function found(
    since: string,
    { households = people.length, training = false, adopt = (source) => source }: Founding = {},
  ): Promise<JobVillage> {
    const source = adopt((await loadScheme('shifan')).source)
    const scheme = schemeOf(source)
    const village: Village = { id: newId('v'), name: '测试村', training, clockOffset: 0, revision: 1, createdAt: at(since) }
    await database.lane.found(village, async (stores) => {
      await settle(stores, at(since), households)
      await stores.schemes.adopt({ code: 'shifan', effectiveFrom: dateOf(at(since)), source, resolution: null }, '周大山', at(since))
    })
    return villageOf(database, village, scheme)
  }

  return { found, open: () => database }
}

function schemeOf(source: string): Scheme {
  const reading = readScheme(source, 'shifan.yaml')
  assert.ok('scheme' in reading, JSON.stringify(reading))
  return reading.scheme
}

/** Heads of the households, in the order of their numbers; 何金水 has not agreed to be named. */
export const people = [
  '周大山',
  '罗秀珍',
  '王秀英',
  '赵福贵',
  '马玉芬',
  '李长顺',
  '何金水',
  '冯铁柱',
  '郑小军',
  '罗满仔',
  '谢开元',
  '陈玉莲',
  '孙建国',
]

async function settle(stores: Stores, now: number, households: number): Promise<void> {
  await stores.register.addUnit({ id: 'g1', kind: '组', number: 1, name: '1组' })
  await stores.contacts.bindRoom({ channel: 'local', account: 'test', room: '村民群', kind: 'villagers' }, now)
  for (const [index, name] of people.slice(0, households).entries()) {
    const household = `h-${name}`
    await stores.register.addHousehold({ id: household, number: index + 1, unit: 'g1', head: name, joinedOn: dateOf(now), leftOn: null })
    await stores.register.addPerson({ id: name, name, called: [], household, namePublic: name !== '何金水', minor: false })
    await stores.contacts.bind({ channel: 'local', account: 'test', contact: name, person: name }, '罗秀珍', now)
  }
  if (households === people.length) {
    await stores.register.addPerson({ id: '冯小兵', name: '冯小兵', called: [], household: 'h-冯铁柱', namePublic: true, minor: true })
  }
  await stores.register.grant(
    { person: '罗秀珍', role: 'operator', scope: 'village', scopeId: null, from: dateOf(now), until: null },
    '罗秀珍',
    now,
  )
}

function villageOf(database: Database, { id, createdAt }: Village, scheme: Scheme): JobVillage {
  const { lane, reader } = database
  const only: Reader = { ...reader, villages: async () => (await reader.villages()).filter((village) => village.id === id) }
  const errors: Readonly<Record<string, unknown>>[] = []

  const village: JobVillage = {
    id,
    errors,
    now: createdAt,
    unit: (work) => lane.unit(id, work),

    approves: ({ by, points, item = scheme.items[0]?.code ?? '' }) =>
      lane.unit(id, async (stores) => {
        const person = await stores.register.person(by)
        const file = await stores.cases.openReport(
          { edition: 1, subject: person?.household ?? null, openedBy: by, at: village.now },
          {
            item,
            cat: 'env_clean',
            doer: by,
            reporter: by,
            channel: 'chat',
            deedOn: dateOf(village.now),
            quantity: null,
            unit: null,
            text: `报 ${item}`,
            place: null,
            beneficiary: null,
            proposed: points,
            duplicateOf: null,
          },
        )
        await stores.cases.decide({ number: file.number, by: '周大山', verdict: 'approve', points, reason: null, at: village.now })
        await stores.cases.setPoints(file.number, points)
        const running = scheme.notice.kind === 'running'
        if (running) await stores.notices.open({ number: file.number, ...noticeWindow(dateOf(village.now), scheme.notice.days, holidays) })
        await stores.cases.move(file, running ? 'approve' : 'hold', '周大山', village.now)
        return file.number
      }),

    async wakesAt(text) {
      village.now = at(text)
      return createScheduler(village.options()).catchUp()
    },

    async livesUntil(text) {
      const scheduler = createScheduler(village.options())
      const ran: JobRun[] = []
      for (let next = scheduler.nextDue(village.now); next <= at(text); next = scheduler.nextDue(village.now)) {
        village.now = next
        ran.push(...(await scheduler.catchUp()))
      }
      village.now = at(text)
      return ran
    },

    said: (job, period) => reader.read(id, ({ outbox }) => outbox.of(`job:${job}:${period}`)),

    options: (jobs = jobsOf({ checkLedger: database.verifyLedger })) => ({
      jobs,
      lane,
      reader: only,
      clock: { now: () => village.now },
      media: database.media,
      schemeOf: async (stores, on) => ({ scheme, edition: (await stores.schemes.inForce(on)).edition }),
      editionOf: async () => scheme,
      deliver: (stores, replies, cause) => deliver(stores, replies, cause, null),
      afterCommit: () => undefined,
      log: { ...silent, error: (fields) => errors.push(fields) },
    }),
  }
  return village
}
