import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { daily, monthly, type Schedule } from '../../jobs/calendar.ts'
import { type Job, job, type JobContext } from '../../jobs/job.ts'
import { createScheduler } from '../../jobs/scheduler.ts'
import type { JobName } from '../../models/job.ts'
import { inRoom } from '../../models/reply.ts'
import { at, jobDatabase, type JobVillage } from './village.ts'

/** A job that notes each of its runs in a list of the test, and once in the village for good. */
function noting(
  runs: string[],
  name: JobName,
  schedule: Schedule,
  catchUp: Job['catchUp'],
  also: (period: string, context: JobContext) => Promise<void> = async () => undefined,
): Job {
  return job({
    name,
    at: schedule,
    catchUp,
    kind: 'effect',
    async run({ period }, context) {
      runs.push(`${name} ${period}`)
      const done = (await context.stores.village.setting(name)) ?? ''
      await context.stores.village.setSetting(name, `${done} ${period}`.trim())
      await also(period, context)
      return { did: true, replies: [inRoom('villagers', `${name} ${period}`)], summary: 'noted' }
    },
  })
}

const noted = (village: JobVillage, name: JobName) => village.unit((stores) => stores.village.setting(name))

describe('scheduler', () => {
  const database = jobDatabase()

  it('catches up across jobs in the order in which they were due, and reports what did something', async () => {
    const village = await database.found('2026-10-20 10:00')
    const runs: string[] = []
    const idle = job({
      name: 'low-stock',
      at: monthly(1, '07:00'),
      catchUp: 'every',
      kind: 'effect',
      run: async () => ({ did: false, replies: [], summary: 'nothing' }),
    })
    const jobs = [
      noting(runs, 'notice-month', monthly(1, '09:00'), 'every'),
      idle,
      noting(runs, 'rank-month', monthly(1, '08:30'), 'latest'),
      noting(runs, 'backup', monthly(1, '09:00'), 'every'),
    ]
    village.now = at('2026-12-15 10:00')
    const ran = await createScheduler(village.options(jobs)).catchUp()
    const expected = ['notice-month 2026-10', 'backup 2026-10', 'rank-month 2026-11', 'notice-month 2026-11', 'backup 2026-11']
    assert.deepEqual(runs, expected)
    assert.deepEqual(
      ran.map((run) => `${run.job} ${run.period}`),
      expected,
    )
    const recorded = await village.unit((stores) => stores.jobRuns.runs('low-stock'))
    assert.deepEqual(
      recorded.map(({ period, outcome }) => [period, outcome]),
      [
        ['2026-10', 'nothing'],
        ['2026-11', 'nothing'],
      ],
    )
  })

  it('runs nothing that was due before the village was founded', async () => {
    const village = await database.found('2026-12-01 08:31')
    const runs: string[] = []
    const scheduler = createScheduler(village.options([noting(runs, 'rank-month', monthly(1, '08:30'), 'every')]))
    assert.deepEqual(await scheduler.catchUp(), [])
    assert.equal(scheduler.nextDue(village.now), at('2027-01-01 08:30'))
  })

  it('has one effect per period whoever runs: twice, in parallel, or in two processes', async () => {
    const village = await database.found('2026-10-20 10:00')
    const jobs = [noting([], 'notice-month', monthly(1, '09:00'), 'every'), noting([], 'rank-month', monthly(1, '08:30'), 'latest')]
    const [one, other] = [createScheduler(village.options(jobs)), createScheduler(village.options(jobs))]
    village.now = at('2027-01-05 10:00')
    const ran = await Promise.all([one.catchUp(), other.catchUp(), one.catchUp(), other.catchUp()])
    assert.deepEqual(
      ran
        .flat()
        .map((run) => `${run.job} ${run.period}`)
        .toSorted(),
      ['notice-month 2026-10', 'notice-month 2026-11', 'notice-month 2026-12', 'rank-month 2026-12'],
    )
    assert.equal(await noted(village, 'notice-month'), '2026-10 2026-11 2026-12')
    assert.equal((await village.said('notice-month', '2026-11')).length, 1)
  })

  it('undoes a job that fails, logs it, tries it again, and lets the others go on', async () => {
    const village = await database.found('2026-10-20 10:00')
    const runs: string[] = []
    let broken = true
    const failing = noting(runs, 'notice-month', monthly(1, '09:00'), 'every', async (period) => {
      if (broken && period === '2026-11') throw new Error('the printer is on fire')
    })
    const scheduler = createScheduler(village.options([failing, noting(runs, 'backup', monthly(2, '09:00'), 'every')]))
    village.now = at('2027-01-05 10:00')
    await scheduler.catchUp()
    // December's must wait, or November's would be forgotten
    assert.equal(await noted(village, 'notice-month'), '2026-10')
    assert.equal(await noted(village, 'backup'), '2026-11 2026-12 2027-01')
    assert.equal(village.errors.length, 1)
    assert.deepEqual([village.errors[0]?.job, village.errors[0]?.period], ['notice-month', '2026-11'])
    assert.match(String(village.errors[0]?.error), /on fire/u)

    await scheduler.catchUp()
    assert.equal(await noted(village, 'notice-month'), '2026-10')
    broken = false
    assert.deepEqual(await scheduler.catchUp(), [
      { job: 'notice-month', period: '2026-11' },
      { job: 'notice-month', period: '2026-12' },
    ])
    assert.equal(await noted(village, 'notice-month'), '2026-10 2026-11 2026-12')
    assert.equal(runs.filter((run) => run === 'notice-month 2026-11').length, 3)
  })

  it('keeps neither effect nor record when the lines cannot be stored', async () => {
    const village = await database.found('2026-11-20 10:00')
    const options = village.options([noting([], 'rank-month', monthly(1, '08:30'), 'latest')])
    village.now = at('2026-12-01 08:30')
    await createScheduler({ ...options, deliver: () => Promise.reject(new Error('disk full')) }).catchUp()
    assert.equal(await noted(village, 'rank-month'), null)
    assert.deepEqual(await village.unit((stores) => stores.jobRuns.runs('rank-month')), [])
    await createScheduler(options).catchUp()
    assert.equal(await noted(village, 'rank-month'), '2026-11')
  })

  it('wakes the outbox after the commit, once per run', async () => {
    const village = await database.found('2026-11-20 10:00')
    const woken: string[] = []
    const afterCommit = async (id: string, cause: string) => {
      assert.equal(id, village.id)
      const [line] = await village.said('rank-month', '2026-11')
      woken.push(`${cause}: ${line?.text ?? 'not committed'}`)
    }
    village.now = at('2026-12-01 08:30')
    await createScheduler({ ...village.options([noting([], 'rank-month', monthly(1, '08:30'), 'latest')]), afterCommit }).catchUp()
    assert.deepEqual(woken, ['job:rank-month:2026-11: rank-month 2026-11'])
  })

  it('lets a chore read as long as it likes while the village goes on, and records it once', async () => {
    const village = await database.found('2026-11-20 10:00')
    let kept = 0
    const chore = job({
      name: 'backup',
      at: daily('03:00'),
      catchUp: 'latest',
      kind: 'chore',
      async run(_slot, { read }) {
        // the lane is free: somebody reports meanwhile
        const number = await village.approves({ by: '王秀英', points: 4 })
        const seen = await read((stores) => stores.cases.report(number))
        return {
          did: true,
          replies: [],
          summary: `saw ${seen?.number ?? 'nothing'}`,
          keep: async (stores) => {
            kept += 1
            await stores.village.setSetting('backup', 'kept')
          },
        }
      },
    })
    village.now = at('2026-11-22 10:00')
    const [one, other] = [createScheduler(village.options([chore])), createScheduler(village.options([chore]))]
    const ran = (await Promise.all([one.catchUp(), other.catchUp()])).flat()
    assert.deepEqual(ran, [{ job: 'backup', period: '2026-11-22' }])
    assert.equal(kept, 1)
    const [run] = await village.unit((stores) => stores.jobRuns.runs('backup'))
    assert.match(run?.outcome ?? '', /^saw 100[12]$/u)
  })

  it('refuses a chore that writes', async () => {
    const village = await database.found('2026-11-20 10:00')
    const chore = job({
      name: 'backup',
      at: daily('03:00'),
      catchUp: 'latest',
      kind: 'chore',
      async run(_slot, { read }) {
        await read((stores) => stores.village.setSetting('backup', 'written'))
        return { did: true, replies: [], summary: '' }
      },
    })
    village.now = at('2026-11-21 10:00')
    assert.deepEqual(await createScheduler(village.options([chore])).catchUp(), [])
    assert.equal(village.errors.length, 1)
  })

  it('looks after every village of the database, and one that fails harms no other', async () => {
    const [sick, sound] = [await database.found('2026-11-20 10:00'), await database.found('2026-11-20 10:00')]
    const options = sick.options([noting([], 'rank-month', monthly(1, '08:30'), 'latest')])
    const { reader } = options
    const both: typeof reader = {
      ...reader,
      villages: async () => [...(await reader.villages()), ...(await sound.options().reader.villages())],
      read: (id, work) => (id === sick.id ? Promise.reject(new Error('unreadable')) : reader.read(id, work)),
    }
    sick.now = at('2026-12-01 08:30')
    const ran = await createScheduler({ ...options, reader: both }).catchUp()
    assert.deepEqual(ran, [{ job: 'rank-month', period: '2026-11' }])
    assert.equal(await noted(sick, 'rank-month'), null)
    assert.equal(await noted(sound, 'rank-month'), '2026-11')
    assert.equal(sick.errors[0]?.village, sick.id)
  })

  it('asks the database for nothing until something can be due', async () => {
    const village = await database.found('2026-11-20 10:00')
    const options = village.options([noting([], 'rank-month', monthly(1, '08:30'), 'latest')])
    let readings = 0
    const reader: typeof options.reader = {
      ...options.reader,
      read: (id, work) => {
        readings += 1
        return options.reader.read(id, work)
      },
    }
    const scheduler = createScheduler({ ...options, reader })
    await scheduler.catchUp()
    for (let minute = 0; minute < 5; minute += 1) {
      village.now += 60_000
      assert.deepEqual(await scheduler.catchUp(), [])
    }
    assert.equal(readings, 1)
    village.now = at('2026-12-01 08:30')
    assert.deepEqual(await scheduler.catchUp(), [{ job: 'rank-month', period: '2026-11' }])
  })

  it('ticks by itself, never twice at once, and no more when stopped', async () => {
    const village = await database.found('2026-11-20 10:00')
    let inside = 0
    let most = 0
    let ticks = 0
    const options = village.options([])
    const reader: typeof options.reader = {
      ...options.reader,
      villages: async () => {
        ticks += 1
        inside += 1
        most = Math.max(most, inside)
        // longer than two ticks are apart
        await sleep(ticks === 1 ? 1300 : 0)
        inside -= 1
        return options.reader.villages()
      },
    }
    const scheduler = createScheduler({ ...options, reader, every: '* * * * * *' })
    scheduler.start()
    scheduler.start()
    await sleep(2600)
    await scheduler.stop()
    const before = ticks
    await sleep(1050)
    assert.equal(most, 1)
    assert.ok(before >= 1 && before <= 2, `${before} ticks`)
    assert.equal(ticks, before)
    assert.deepEqual(village.errors, [])
  })

  it('stops after the run under way, not in the middle and not after the next', async () => {
    const village = await database.found('2026-10-20 10:00')
    const runs: string[] = []
    let stopped: Promise<void> | undefined
    const jobs = [
      noting(runs, 'notice-month', monthly(1, '09:00'), 'every', async () => {
        stopped ??= scheduler.stop()
      }),
    ]
    const scheduler = createScheduler(village.options(jobs))
    scheduler.start()
    village.now = at('2027-01-05 10:00')
    await scheduler.catchUp()
    await stopped
    assert.deepEqual(runs, ['notice-month 2026-10'])
    assert.equal(await noted(village, 'notice-month'), '2026-10')
    assert.deepEqual(await scheduler.catchUp(), [])
  })
})
