import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Utterance } from '../../models/utterance.ts'
import { MediaRefused } from '../../bot/pictures/media-refused.ts'
import { ChatConflict, WrongSaying } from '../../bot/puppets/saying-check.ts'
import { usualPatience } from '../../bot/wechaty-patience.ts'
import { never, png, start, trainingPeople, village } from './fakes.ts'

type Village = Awaited<ReturnType<typeof village>>
const limit = 10 * 1024 * 1024

const first = (heard: readonly Utterance[]): Utterance => heard[0] ?? assert.fail('nothing was heard')

describe('channel: real Wechaty over the training village', () => {
  let there: Village
  afterEach(async () => {
    await there.channel.stop()
  })

  it('hears a line in a room with who, where and when', async () => {
    there = await village()
    assert.equal(there.channel.account, 'bot')
    assert.equal(there.channel.online(), true)
    await there.chat.hear({ id: 'm1', from: '周大山', to: '村民群', text: '报 扫路 2小时' })
    assert.deepEqual(there.heard, [
      {
        channel: 'local',
        account: 'bot',
        id: 'm1',
        room: '村民群',
        speaker: '周大山',
        speakerName: '老周',
        text: '报 扫路 2小时',
        atBot: false,
        quote: null,
        media: [],
        at: start,
      },
    ])
  })

  it('hears a private line without a room', async () => {
    there = await village()
    await there.chat.hear({ id: 'm1', from: '王秀英', to: 'bot', text: '查分' })
    assert.equal(first(there.heard).room, null)
    assert.equal(first(there.heard).speaker, '王秀英')
  })

  it('knows a mention and takes it out of the words, but not one inside a quote', async () => {
    there = await village()
    await there.chat.hear({ id: 'm1', from: '王秀英', to: '村民群', text: '@积分管家\u2005查分' })
    await there.chat.hear({ id: 'm2', from: '王秀英', to: '村民群', text: '查分 @积分管家' })
    await there.chat.hear({ id: 'm3', from: '周大山', to: '村民群', text: '好', quote: 'm1' })
    assert.deepEqual(
      there.heard.map(({ text, atBot }) => ({ text, atBot })),
      [
        { text: '查分', atBot: true },
        { text: '查分', atBot: true },
        { text: '好', atBot: false },
      ],
    )
  })

  it('shows a quote as WeChat does: speaker and words, no id', async () => {
    there = await village()
    await there.channel.sayInRoom('评议群', '待审#1001 王秀英 扫路 4分\n回复“同意”')
    await there.chat.hear({ id: 'm2', from: '周大山', to: '评议群', text: '同意', quote: 'b1' })
    const { quote, text } = first(there.heard)
    assert.equal(text, '同意')
    assert.deepEqual(quote, { name: '积分管家', text: '待审#1001 王秀英 扫路 4分\n回复“同意”' })
  })

  it('hears words first and their picture after them, in order, with the bytes on demand', async () => {
    there = await village()
    await there.chat.hear({ id: 'm1', from: '王秀英', to: '村民群', text: '报 扫路', image: png })
    assert.deepEqual(
      there.heard.map(({ id, text, media }) => ({ id, text, kinds: media.map(({ kind }) => kind) })),
      [
        { id: 'm1', text: '报 扫路', kinds: [] },
        { id: 'm1/image', text: '', kinds: ['image'] },
      ],
    )
    const bytes = await there.heard[1]?.media[0]?.bytes(limit)
    assert.deepEqual(Buffer.from(bytes ?? []), png)
    assert.equal(there.transcript.all.length, 1)
  })

  it('hears a picture alone under its own id', async () => {
    there = await village()
    await there.chat.hear({ id: 'm1', from: '王秀英', to: '村民群', text: '', image: png })
    assert.equal(first(there.heard).id, 'm1')
    assert.equal(first(there.heard).media.length, 1)
  })

  it('refuses bytes that are no picture, too many, or gone', async () => {
    there = await village()
    await there.chat.hear({ id: 'm1', from: '王秀英', to: 'bot', text: '', image: Buffer.from('MZ not a picture') })
    await there.chat.hear({ id: 'm2', from: '王秀英', to: 'bot', text: '', image: Buffer.concat([png, Buffer.alloc(1000)]) })
    await there.chat.hear({ id: 'm3', from: '王秀英', to: 'bot', text: '', image: png })
    const reason = (expected: string) => (error: unknown) => error instanceof MediaRefused && error.reason === expected
    const [notImage, large, gone] = there.heard.map(({ media }) => media[0] ?? assert.fail('no media'))
    await assert.rejects(notImage?.bytes(limit) ?? Promise.resolve(), reason('not-an-image'))
    await assert.rejects(large?.bytes(500) ?? Promise.resolve(), reason('too-large'))
    there.media.kept.clear()
    await assert.rejects(gone?.bytes(limit) ?? Promise.resolve(), reason('gone'))
  })

  it('says, and hears nothing of what it said itself', async () => {
    there = await village()
    assert.equal(await there.channel.sayInRoom('村民群', '已收到 #1001'), 'b1')
    assert.equal(await there.channel.sayTo('王秀英', '您有 4 分'), 'b2')
    assert.equal(await there.channel.sendFile({ room: '村民群' }, { name: '海报.png', bytes: png }), 'b3')
    assert.deepEqual(
      there.transcript.all.map(({ from, to, text }) => [from, to, text]),
      [
        ['bot', '村民群', '已收到 #1001'],
        ['bot', '王秀英', '您有 4 分'],
        ['bot', '村民群', ''],
      ],
    )
    assert.deepEqual(await there.media.read(there.transcript.all[2]?.file ?? ''), png)
    const echoed = there.channel.handled('b1')
    there.puppet.emit('message', { messageId: 'b1' })
    await echoed
    assert.deepEqual(there.heard, [])
  })

  it('tells subscribers of both sides until they leave', async () => {
    there = await village()
    const seen: string[] = []
    const leave = there.chat.subscribe(({ id }) => seen.push(id))
    await there.chat.hear({ id: 'm1', from: '王秀英', to: '村民群', text: '早' })
    await there.channel.sayInRoom('村民群', '早')
    leave()
    await there.channel.sayInRoom('村民群', '晚')
    assert.deepEqual(seen, ['m1', 'b1'])
  })

  it('survives a listener that throws, rejects, and errors by the hundred', async () => {
    let fails = true
    there = await village({
      hear: async () => {
        if (fails) throw new Error('王秀英 said something that broke us')
      },
    })
    const escaped: unknown[] = []
    const note = (error: unknown): void => {
      escaped.push(error)
    }
    process.on('unhandledRejection', note)
    await there.chat.hear({ id: 'm1', from: '王秀英', to: '村民群', text: '一' })
    for (let count = 0; count < 300; count += 1) there.puppet.emit('error', new Error('no contact 王秀英'))
    there.puppet.emit('message', { messageId: 'nobody' })
    there.puppet.emit('room-join', { roomId: '没有', inviteeIdList: ['谁'], inviterId: '谁', timestamp: 1 })
    fails = false
    await there.chat.hear({ id: 'm2', from: '王秀英', to: '村民群', text: '二' })
    await sleep(20)
    process.off('unhandledRejection', note)
    assert.deepEqual(escaped, [])
    assert.deepEqual(
      there.heard.map(({ id }) => id),
      ['m1', 'm2'],
    )
    assert.ok(there.log.lines.length >= 2 && there.log.lines.length < 12, `${String(there.log.lines.length)} lines for a storm`)
    assert.doesNotMatch(JSON.stringify(there.log.lines), /王秀英/, 'the log names nobody')
  })

  it('keeps one speaker in order and lets the others pass', async () => {
    let open: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const ended: string[] = []
    there = await village({
      hear: async ({ id }) => {
        if (id === 'a1') await gate
        ended.push(id)
      },
    })
    const both = [
      there.chat.hear({ id: 'a1', from: '王秀英', to: '村民群', text: '一' }),
      there.chat.hear({ id: 'a2', from: '王秀英', to: '村民群', text: '二' }),
    ]
    await there.chat.hear({ id: 'b', from: '周大山', to: '村民群', text: '三' })
    assert.deepEqual(ended, ['b'])
    open()
    await Promise.all(both)
    assert.deepEqual(ended, ['b', 'a1', 'a2'])
  })

  it('gives a speaker the next turn when a line is never dealt with', async () => {
    there = await village({
      hear: ({ id }) => (id === 'm1' ? never : Promise.resolve()),
      patience: { ...usualPatience, hear: 30 },
    })
    await there.chat.hear({ id: 'm1', from: '王秀英', to: '村民群', text: '一' })
    await there.chat.hear({ id: 'm2', from: '王秀英', to: '村民群', text: '二' })
    assert.deepEqual(
      there.heard.map(({ id }) => id),
      ['m1', 'm2'],
    )
  })

  it('delivers the same id again as the same message, and refuses other content under it', async () => {
    there = await village()
    const saying = { id: 'm1', from: '王秀英', to: '村民群', text: '报 扫路', image: png }
    await there.chat.hear(saying)
    await there.chat.hear(saying)
    assert.deepEqual(
      there.heard.map(({ id }) => id),
      ['m1', 'm1/image', 'm1', 'm1/image'],
    )
    assert.equal(there.transcript.all.length, 1)
    await assert.rejects(there.puppet.hear({ ...saying, text: '报 扫路 9小时' }), ChatConflict)
    await assert.rejects(there.puppet.hear({ ...saying, from: '周大山' }), ChatConflict)
    await assert.rejects(there.puppet.hear({ id: 'm1', from: '王秀英', to: '村民群', text: '报 扫路' }), ChatConflict)
    const at = await Promise.allSettled([
      there.puppet.hear({ ...saying, id: 'm2' }),
      there.puppet.hear({ ...saying, id: 'm2', text: '不' }),
    ])
    assert.deepEqual(
      at.map(({ status }) => status),
      ['fulfilled', 'rejected'],
    )
    assert.equal(there.transcript.all.length, 2)
  })

  it('refuses what nobody could have said', async () => {
    there = await village()
    await there.channel.sayInRoom('评议群', '待审#1001')
    const say = { id: 'm1', from: '王秀英', to: '村民群', text: '一' }
    for (const wrong of [{ from: '谁' }, { from: '黄阿婆' }, { to: '评议群' }, { to: '没有' }, { quote: '没有' }, { quote: 'b1' }]) {
      await assert.rejects(there.puppet.hear({ ...say, ...wrong }), WrongSaying, JSON.stringify(wrong))
    }
    assert.equal(there.transcript.all.length, 1)
  })

  it('throws when a line cannot be said, and gives null when the messenger tells no id', async () => {
    there = await village({ patience: { ...usualPatience, say: 30 } })
    await assert.rejects(there.channel.sayTo('黄阿婆', '在吗'), WrongSaying)
    there.puppet.messageSendText = () => never
    await assert.rejects(there.channel.sayInRoom('村民群', '有人吗'), { name: 'TimedOut' })
    there.puppet.messageSendText = () => {
      throw new Error('broken')
    }
    await assert.rejects(there.channel.sayInRoom('村民群', '有人吗'), /broken/)
    Object.assign(there.puppet, { messageSendText: async () => undefined })
    assert.equal(await there.channel.sayInRoom('村民群', '有人吗'), null)
  })

  it('is the same after stop and start, and writes nothing where it runs', async () => {
    const before = readdirSync('.')
    const logins: string[] = []
    let logouts = 0
    there = await village({ onLogin: (account) => logins.push(account), onLogout: () => (logouts += 1) })
    await there.chat.hear({ id: 'm1', from: '王秀英', to: '村民群', text: '一' })
    await there.channel.stop()
    assert.equal(there.channel.online(), false)
    await assert.rejects(there.puppet.hear({ id: 'm2', from: '王秀英', to: '村民群', text: '二' }), WrongSaying)
    await there.channel.start()
    await there.chat.hear({ id: 'm3', from: '王秀英', to: '村民群', text: '三' })
    await there.channel.sayInRoom('村民群', '好')
    assert.deepEqual(
      there.heard.map(({ id }) => id),
      ['m1', 'm3'],
    )
    assert.deepEqual([logins, logouts], [['bot', 'bot'], 1])
    assert.deepEqual(
      readdirSync('.').filter((name) => !before.includes(name) && name.includes('memory-card')),
      [],
    )
  })

  it('takes in another village without a restart', async () => {
    there = await village()
    await there.chat.hear({ id: 'm1', from: '王秀英', to: '村民群', text: '一' })
    there.chat.populate({
      people: [
        { id: '李四', name: '李四', phone: true },
        ...trainingPeople.people.map((person) => ({ ...person, name: `${person.name}家` })),
      ],
      rooms: [{ id: '村民群', members: ['李四', '王秀英'] }],
    })
    there.transcript.all.length = 0
    await there.chat.hear({ id: 'm1', from: '李四', to: '村民群', text: '新来的' })
    await there.chat.hear({ id: 'm2', from: '王秀英', to: '村民群', text: '二' })
    assert.deepEqual(
      there.heard.slice(1).map(({ id, speakerName, text }) => [id, speakerName, text]),
      [
        ['m1', '李四', '新来的'],
        ['m2', '王秀英家', '二'],
      ],
    )
    await assert.rejects(there.channel.sayInRoom('评议群', '在吗'), WrongSaying)
  })

  it('tells whether the gateway answers', async () => {
    there = await village({ patience: { ...usualPatience, lookup: 30 } })
    there.clock.turn(60_000)
    assert.equal(await there.channel.alive(), true)
    there.puppet.ding = () => undefined
    assert.equal(there.channel.online(), true, 'the login goes on lying')
    there.clock.turn(60_000)
    assert.equal(await there.channel.alive(), false)
  })
})
