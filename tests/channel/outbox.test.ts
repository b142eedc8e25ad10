import assert from 'node:assert/strict'
import { setImmediate as rest } from 'node:timers/promises'
import { paced } from '../../bot/outbox/pace.ts'
import { desk } from './outbox-fakes.ts'
import { never, png } from './fakes.ts'

const minute = 60_000

describe('outbox', () => {
  it("says what was committed, to rooms and people, and marks it with the channel's ids", async () => {
    const { outbox, table, spoken, state } = desk()
    await table.put('message:local:m1', [
      { room: '村民群', text: '已收到 #1001' },
      { room: '评议群', text: '待审#1001' },
      { contact: '王秀英', text: '谢谢' },
    ])
    outbox.wake('v')
    const lines = await outbox.settled('v', 'message:local:m1')
    assert.deepEqual(
      spoken.map(({ to, text }) => [to, text]),
      [
        ['村民群', '已收到 #1001'],
        ['评议群', '待审#1001'],
        ['王秀英', '谢谢'],
      ],
    )
    assert.deepEqual(
      lines.map(({ state: how, sentId }) => [how, sentId]),
      [
        ['sent', 's1'],
        ['sent', 's2'],
        ['sent', 's3'],
      ],
    )
    assert.deepEqual(state.during, [false, false, false], 'nothing is said inside a unit')
    await outbox.stop()
  })

  it('can take lines in the unit that puts them, which saves a unit', async () => {
    const { outbox, table, spoken } = desk()
    await table.put('c', [{ room: '村民群', text: '一' }])
    const committed = await table.lane.unit('v', (stores) => outbox.take('v', stores))
    assert.deepEqual(spoken, [], 'nothing before the commit')
    committed()
    await outbox.settled('v', 'c')
    assert.deepEqual(
      spoken.map(({ text }) => text),
      ['一'],
    )
    assert.equal(table.units(), 2)
    const nothing = await table.lane.unit('v', (stores) => outbox.take('v', stores))
    nothing()
    await outbox.stop()
  })

  it('answers at once about a cause without lines, and about lines that are not due', async () => {
    const { outbox, table, timers, spoken, clock } = desk()
    assert.deepEqual(await outbox.settled('v', 'nothing'), [])
    await table.put('job:close-notices:2026-11-22', [{ room: '村民群', text: '公示期满', notBefore: clock.now() + 8 * 60 * minute }])
    outbox.wake('v')
    const [line] = await outbox.settled('v', 'job:close-notices:2026-11-22')
    assert.equal(line?.state, 'waiting')
    await outbox.drain()
    await timers.pass(8 * 60 * minute - 1)
    assert.deepEqual(spoken, [])
    await timers.pass(1)
    assert.equal(spoken.length, 1)
    await outbox.stop()
  })

  it('keeps the order in each place, whatever is awake when', async () => {
    const { outbox, table, spoken } = desk()
    for (let cause = 0; cause < 40; cause += 1) {
      await table.put(`c${String(cause)}`, [
        { room: '村民群', text: `甲${String(cause)}` },
        { room: '评议群', text: `乙${String(cause)}` },
      ])
      outbox.wake('v')
      if (cause % 3 === 0) await Promise.resolve()
    }
    await outbox.drain()
    const expected = Array.from({ length: 40 }, (_, index) => index)
    assert.deepEqual(
      spoken.filter(({ to }) => to === '村民群').map(({ text }) => text),
      expected.map((index) => `甲${String(index)}`),
    )
    assert.deepEqual(
      spoken.filter(({ to }) => to === '评议群').map(({ text }) => text),
      expected.map((index) => `乙${String(index)}`),
    )
    assert.ok(table.units() < 100, `${String(table.units())} units for 80 lines`)
    await outbox.stop()
  })

  it('speaks at most 20 lines a minute in one room, with a pause between, and no slower elsewhere', async () => {
    const { outbox, table, timers, spoken, clock } = desk({ pace: paced({ perMinute: 20, pause: { least: 300, most: 1500 } }, () => 0.5) })
    const begin = clock.now()
    await table.put(
      'c',
      Array.from({ length: 50 }, (_, index) => ({ room: '村民群', text: String(index) })),
    )
    await table.put('d', [{ room: '评议群', text: '待审' }])
    outbox.wake('v')
    await timers.pass(5 * minute)
    const times = spoken.filter(({ to }) => to === '村民群').map(({ at }) => at - begin)
    assert.deepEqual(
      spoken.filter(({ to }) => to === '村民群').map(({ text }) => Number(text)),
      Array.from({ length: 50 }, (_, index) => index),
    )
    times.forEach((time, index) => {
      const inMinute = times.filter((other) => other > time - minute && other <= time).length
      assert.ok(inMinute <= 20, `${String(inMinute)} lines in a minute`)
      const before = times[index - 1]
      assert.ok(before === undefined || time - before >= 900, 'a pause')
    })
    assert.ok((times[49] ?? Infinity) < 3 * minute + 10_000, `the last after ${String(times[49])} ms`)
    assert.ok((spoken.find(({ to }) => to === '评议群')?.at ?? Infinity) - begin < 6_000)
    await outbox.stop()
  })

  it('tries again later, holds back what comes after in that place only, and loses nothing', async () => {
    const { outbox, table, timers, spoken, channel, log } = desk()
    let vain = 3
    const say = channel.sayInRoom
    channel.sayInRoom = async (room, text) => {
      if (text === '一' && (vain -= 1) >= 0) throw new Error('the gateway hiccups')
      return say(room, text)
    }
    await table.put('c', [
      { room: '村民群', text: '一' },
      { room: '村民群', text: '二' },
      { room: '评议群', text: '三' },
    ])
    outbox.wake('v')
    assert.deepEqual(
      (await outbox.settled('v', 'c')).map(({ state }) => state),
      ['waiting', 'waiting', 'sent'],
    )
    await timers.pass(10_000)
    assert.deepEqual(
      spoken.map(({ text }) => text),
      ['三'],
    )
    await timers.pass(2 * minute)
    assert.deepEqual(
      spoken.map(({ text }) => text),
      ['三', '一', '二'],
    )
    assert.deepEqual(
      table.rows.map(({ line }) => [line.state, line.attempt]),
      [
        ['sent', 4],
        ['sent', 1],
        ['sent', 1],
      ],
    )
    assert.doesNotMatch(JSON.stringify(log.lines), /村民群|一|hiccups/u)
    await outbox.stop()
  })

  it('keeps the order when several lines of a place are taken at once and the first fails', async () => {
    const { outbox, table, timers, spoken, channel } = desk({}, 50)
    const say = channel.sayInRoom
    let vain = 1
    channel.sayInRoom = async (room, text) => {
      if (text === '1' && (vain -= 1) >= 0) throw new Error('no')
      return say(room, text)
    }
    await table.put(
      'c',
      ['0', '1', '2', '3'].map((text) => ({ room: '村民群', text })),
    )
    outbox.wake('v')
    await timers.pass(2 * minute)
    assert.deepEqual(
      spoken.map(({ text }) => text),
      ['0', '1', '2', '3'],
    )
    await outbox.stop()
  })

  it('gives a line up after its last attempt, says so in the log, and goes on with the next', async () => {
    const { outbox, table, timers, spoken, channel, log } = desk()
    const say = channel.sayInRoom
    channel.sayInRoom = async (room, text) => {
      if (text === '坏') throw new Error('no')
      return say(room, text)
    }
    await table.put('c', [{ room: '村民群', text: '坏' }, { room: '村民群', text: '好' }, { text: '没有去处' }])
    outbox.wake('v')
    await timers.pass(3 * 60 * minute)
    assert.deepEqual(
      table.rows.map(({ line }) => line.state),
      ['failed', 'sent', 'failed'],
    )
    assert.equal(table.rows[0]?.line.attempt, 8)
    assert.deepEqual(
      spoken.map(({ text }) => text),
      ['好'],
    )
    assert.equal(log.lines.filter(({ message }) => message === 'a line was given up').length, 2)
    await outbox.stop()
  })

  it('waits while the channel is away, without using up attempts', async () => {
    const { outbox, table, timers, spoken, state } = desk()
    state.online = false
    await table.put('c', [{ room: '村民群', text: '一' }])
    outbox.wake('v')
    await timers.pass(60 * minute)
    assert.deepEqual(spoken, [])
    assert.equal(table.units(), 0)
    state.online = true
    await timers.pass(1_000)
    assert.equal(spoken.length, 1)
    assert.equal(table.rows[0]?.line.attempt, 1)
    await outbox.stop()
  })

  it('sends a file after its words, and after a failure only what is missing', async () => {
    const { outbox, table, timers, spoken, channel, media, log } = desk()
    const file = await media.keep(png)
    const send = channel.sendFile
    let vain = 1
    channel.sendFile = async (to, sent) => {
      if ((vain -= 1) >= 0) throw new Error('no')
      return send(to, sent)
    }
    await table.put('c', [
      { room: '村民群', text: '十月红榜', file },
      { room: '村民群', text: '图没了', file: 'f'.repeat(64) },
    ])
    outbox.wake('v')
    await timers.pass(3 * minute)
    assert.deepEqual(
      spoken.map(({ text }) => text),
      ['十月红榜', `[${file.slice(0, 12)}.png]`, '图没了'],
    )
    assert.deepEqual(
      table.rows.map(({ line }) => [line.state, line.sentId]),
      [
        ['sent', 's1'],
        ['sent', 's3'],
      ],
    )
    assert.ok(log.lines.some(({ message }) => message === 'the file of a line is gone'))
    await outbox.stop()
  })

  it('takes over at once what a killed run had taken, when it is alone', async () => {
    const { outbox, box, table, spoken, channel } = desk()
    const say = channel.sayInRoom
    channel.sayInRoom = () => never
    await table.put('c', [
      { room: '村民群', text: '一' },
      { room: '村民群', text: '二' },
    ])
    outbox.wake('v')
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
    assert.equal(table.rows[0]?.heldBy, 'p1')
    channel.sayInRoom = say
    const next = box({ sender: 'p2' })
    next.wake('v')
    await next.settled('v', 'c')
    assert.deepEqual(
      spoken.map(({ text }) => text),
      ['一', '二'],
    )
    await next.stop()
  })

  it('waits for the lease of another process before it takes over', async () => {
    const { outbox, box, table, timers, spoken, channel } = desk({ alone: false, lease: 30_000 })
    const say = channel.sayInRoom
    channel.sayInRoom = () => never
    await table.put('c', [{ room: '村民群', text: '一' }])
    outbox.wake('v')
    await timers.pass(10)
    outbox.forget('v')
    channel.sayInRoom = say
    const next = box({ sender: 'p2' })
    next.wake('v')
    await timers.pass(29_000)
    assert.deepEqual(spoken, [])
    await timers.pass(10_000)
    assert.deepEqual(
      spoken.map(({ text }) => text),
      ['一'],
    )
    await next.stop()
  })

  it('says nothing twice when the village clock leaps past every lease', async () => {
    const { outbox, table, clock, spoken, channel } = desk()
    const say = channel.sayInRoom
    let leaps = 3
    channel.sayInRoom = async (room, text) => {
      if ((leaps -= 1) >= 0) clock.turn(3 * 24 * 60 * minute)
      outbox.wake('v')
      await rest()
      return say(room, text)
    }
    await table.put(
      'c',
      Array.from({ length: 6 }, (_, index) => ({ room: '村民群', text: String(index) })),
    )
    outbox.wake('v')
    await outbox.drain()
    assert.deepEqual(
      spoken.map(({ text }) => text),
      ['0', '1', '2', '3', '4', '5'],
    )
    await outbox.stop()
  })

  it('finishes the line on its way when it is stopped, and leaves the rest to the next run', async () => {
    const { outbox, box, table, spoken, channel } = desk()
    const say = channel.sayInRoom
    let arrive: () => void = () => undefined
    channel.sayInRoom = async (room, text) => {
      await new Promise<void>((resolve) => {
        arrive = resolve
      })
      return say(room, text)
    }
    await table.put('c', [
      { room: '村民群', text: '一' },
      { room: '村民群', text: '二' },
    ])
    outbox.wake('v')
    await rest()
    const stopped = outbox.stop()
    arrive()
    await stopped
    assert.deepEqual(
      table.rows.map(({ line }) => line.state),
      ['sent', 'waiting'],
    )
    channel.sayInRoom = say
    const next = box({ sender: 'p2' })
    next.wake('v')
    await next.drain()
    assert.deepEqual(
      spoken.map(({ text }) => text),
      ['一', '二'],
    )
    await next.stop()
  })

  it('goes on when the database was away, and says each line once', async () => {
    const { outbox, table, timers, spoken, log } = desk()
    await table.put('c', [{ room: '村民群', text: '一' }])
    table.break(true)
    outbox.wake('v')
    await timers.pass(5_000)
    assert.deepEqual(spoken, [])
    assert.ok(log.lines.some(({ level }) => level === 'error'))
    table.break(false)
    await timers.pass(1_000)
    assert.deepEqual(
      spoken.map(({ text }) => text),
      ['一'],
    )
    await outbox.stop()
  })

  it('leaves lines of other accounts alone, and a village that is gone', async () => {
    const { outbox, table, timers, spoken } = desk()
    await table.put('c', [
      { room: '村民群', text: '别的号', account: 'other' },
      { room: '评议群', text: '早' },
    ])
    outbox.wake('v')
    await timers.pass(100)
    assert.deepEqual(
      spoken.map(({ text }) => text),
      ['早'],
    )
    await table.put('c', [{ room: '评议群', text: '晚了' }])
    outbox.wake('v')
    outbox.forget('v')
    await timers.pass(10 * minute)
    outbox.wake('v')
    await timers.pass(10 * minute)
    assert.deepEqual(
      spoken.map(({ text }) => text),
      ['早'],
    )
    assert.equal(timers.waiting(), 0)
    await outbox.stop()
  })
})
