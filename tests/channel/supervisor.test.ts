import assert from 'node:assert/strict'
import { supervise, type Gap } from '../../bot/connection/supervisor.ts'
import { memoryLog, start, turnedClock, village } from './fakes.ts'
import { turnedTimers } from './outbox-fakes.ts'

function watched(options: { readonly revives?: boolean } = {}) {
  const clock = turnedClock()
  const timers = turnedTimers(clock)
  const log = memoryLog()
  const gaps: Gap[] = []
  const restarts: number[] = []
  const state = { alive: true, online: true, throws: false, restarts }
  const channel = {
    alive: async () => {
      if (state.throws) throw new Error('the gateway is gone')
      return state.alive
    },
    online: () => state.online,
    stop: async () => {
      state.online = false
      if (state.throws) throw new Error('cannot stop')
    },
    start: async () => {
      state.restarts.push(clock.now() - start)
      if (options.revives === true) Object.assign(state, { alive: true, online: true })
      if (state.throws) throw new Error('cannot start')
    },
  }
  const supervisor = supervise({ channel, clock, timers, log, onGap: (gap) => gaps.push(gap), every: 30_000 })
  return { clock, timers, log, gaps, state, supervisor }
}

describe('supervisor', () => {
  let there: Awaited<ReturnType<typeof village>> | null = null
  afterEach(async () => {
    await there?.channel.stop()
    there = null
  })

  it('leaves a living channel alone', async () => {
    const { timers, state, gaps, log, supervisor } = watched()
    supervisor.start()
    await timers.pass(3_600_000)
    assert.deepEqual([state.restarts, gaps, log.lines], [[], [], []])
    supervisor.stop()
    assert.equal(timers.waiting(), 0)
  })

  it('starts a dead gateway anew though the login lies, and tells the gap once', async () => {
    const { timers, state, gaps, supervisor } = watched({ revives: true })
    supervisor.start()
    await timers.pass(70_000)
    state.alive = false
    await timers.pass(60_000)
    assert.deepEqual(state.restarts, [90_000])
    assert.deepEqual(gaps, [{ from: start + 60_000, to: start + 90_000 }])
    await timers.pass(300_000)
    assert.equal(gaps.length, 1)
    supervisor.stop()
  })

  it('tries less and less often, survives whatever is thrown, and tells the whole gap in the end', async () => {
    const { timers, state, gaps, supervisor } = watched()
    supervisor.start()
    await timers.pass(30_000)
    state.throws = true
    await timers.pass(3_600_000)
    const pauses = state.restarts.map((time, index) => time - (state.restarts[index - 1] ?? time)).slice(1)
    assert.ok(state.restarts.length >= 10 && state.restarts.length <= 18, `${String(state.restarts.length)} restarts in an hour`)
    assert.ok(
      pauses.every((pause, index) => pause >= (pauses[index - 1] ?? 0)),
      String(pauses),
    )
    assert.deepEqual(gaps, [])
    Object.assign(state, { throws: false, alive: true, online: true })
    await timers.pass(30_000)
    assert.deepEqual(gaps, [{ from: start + 30_000, to: start + 3_660_000 }])
    supervisor.stop()
  })

  it('waits in peace for a login code to be scanned', async () => {
    const { timers, state, gaps, supervisor } = watched()
    supervisor.start()
    await timers.pass(30_000)
    state.online = false
    await timers.pass(600_000)
    assert.deepEqual(state.restarts, [])
    state.online = true
    await timers.pass(30_000)
    assert.equal(gaps.length, 1)
    supervisor.stop()
  })

  it("revives the training village's own Wechaty", async () => {
    there = await village({ patience: { say: 30, hear: 30, media: 30, lookup: 30, connect: 1_000 } })
    const gaps: Gap[] = []
    const timers = turnedTimers(there.clock)
    const supervisor = supervise({ channel: there.channel, clock: there.clock, timers, log: there.log, onGap: (gap) => gaps.push(gap) })
    supervisor.start()
    there.clock.turn(60_000)
    await supervisor.look()
    assert.equal(gaps.length, 0)
    const { ding } = there.puppet
    there.puppet.ding = () => undefined
    there.clock.turn(60_000)
    await supervisor.look()
    there.puppet.ding = ding
    assert.deepEqual(gaps, [{ from: start + 60_000, to: start + 120_000 }])
    await there.chat.hear({ id: 'm1', from: '王秀英', to: '村民群', text: '还在吗' })
    assert.equal(there.heard.length, 1)
    supervisor.stop()
  })
})
