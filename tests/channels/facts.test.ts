import assert from 'node:assert/strict'
import type { ChatPeople } from '../../models/chat.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { inRoom } from '../../models/reply.ts'
import { causeOfMessage, createAttendant } from '../../bot/attend.ts'
import { createSnapshots } from '../../bot/snapshot.ts'
import { commands } from '../../handlers/index.ts'
import type { Media } from '../../models/utterance.ts'
import { PuppetLocal } from '../../bot/puppets/local.ts'
import { createOfflineNotice } from '../../bot/connection/offline-notice.ts'
import { deliver } from '../../bot/outbox/deliver.ts'
import { instantOf } from '../../models/dates.ts'
import { addressed } from '../../texts/addressed.ts'
import { chatPeopleOf, trainingVillage } from '../../web/sandbox/training-village.ts'
import { trainingChannel } from '../../cli/training/found-village.ts'
import type { TestVillage } from '../village.ts'
import { forms, localForm, play, type Playing } from './form.ts'

/** The same people under other ids, as after a login on a web protocol; names stay. */
function renewed(people: ChatPeople, rooms: boolean): ChatPeople {
  const id = (old: string): string => `new-${old}`
  return {
    people: people.people.map((person) => ({ ...person, id: id(person.id) })),
    rooms: people.rooms.map((room) => ({ id: rooms ? id(room.id) : room.id, members: room.members.map(id) })),
  }
}

/** An order that is neither the old one nor its reverse, the same on every run. */
const shuffled = <T>(all: readonly T[]): readonly T[] =>
  all.map((_, index) => all[(index * 7 + 3) % all.length]).flatMap((one) => (one === undefined ? [] : [one]))

describe('channels: what messengers do to a bot', () => {
  let playing: Playing
  let village: TestVillage
  before(async () => {
    playing = await play(localForm)
  })
  beforeEach(async () => {
    village = await playing.fresh()
  })
  after(() => playing.close())

  const puppet = (): PuppetLocal => {
    const { chat } = playing.messenger
    return chat instanceof PuppetLocal ? chat : assert.fail('not the training village’s puppet')
  }
  const people = chatPeopleOf(trainingVillage())

  it('makes one case of each report, delivered twice and in any order', async () => {
    const speakers = ['王秀英', '赵福贵', '马玉芬', '李长顺', '何金水', '郑小军', '罗满仔', '冯铁柱']
    const said = speakers.map((from, index) => ({ id: `shuffle-${String(index)}`, from, to: '村民群', text: '报 扫路 1小时' }))
    const handled = said.flatMap(({ id }) => [playing.bot.channel.handled(id), playing.bot.channel.handled(id)])
    await Promise.all(shuffled(said).map((saying) => playing.messenger.chat.hear(saying)))
    for (const { id } of [...shuffled(said), ...said]) puppet().emit('message', { messageId: id })
    await Promise.all(handled)
    for (const { id, from, to, text } of said) {
      const { replies } = await playing.port.say({ id, from, to, text })
      assert.equal(replies.filter(({ text: reply }) => /#\d{4}/u.test(reply)).length, 2, 'a receipt and a card')
    }
    for (const from of speakers) await village.expectBalance(from, { pending: 2 })
    assert.equal(await village.stateOf(1000 + speakers.length), 'pending')
    assert.equal(await village.stateOf(1001 + speakers.length), undefined)
  })

  it('gives a contact whose id has changed no rights until it is bound anew', async () => {
    await village.says('王秀英', '报 扫路 2小时').replies()
    const card = await village.line(/待审#1001/u, '评议群')
    playing.messenger.chat.populate(renewed(people, false))
    await village.says('new-周大山', '1001通过', { to: '评议群' }).expectSilence()
    await village.says('new-周大山', '同意', { to: '评议群', quote: card }).expectSilence()
    await village.says('new-周大山', '1001通过', { to: 'bot' }).expectOnlyPrivate(/绑定 2组/u, 'new-周大山')
    await village.says('new-王秀英', '撤回 #1001').expectSilence()
    assert.equal(await village.stateOf(1001), 'pending')
    const { id } = await village.current()
    const alias = { ...trainingChannel, contact: 'new-周大山', person: '周大山' }
    await village.database.lane.unit(id, (stores) => stores.contacts.bind(alias, '罗秀珍', village.port.now()))
    await village.says('new-周大山', '1001通过', { to: '评议群' }).expectReply(/#1001.*已通过/u, '评议群')
  })

  it('hears nothing in a room whose id has changed', async () => {
    await village.says('王秀英', '报 扫路 2小时').replies()
    playing.messenger.chat.populate(renewed(people, true))
    for (const [index, to] of ['new-评议群', 'new-村民群'].entries()) {
      const from = index === 0 ? 'new-周大山' : 'new-王秀英'
      const { replies } = await playing.port.say({ id: `room-${String(index)}`, from, to, text: '@积分管家 1001通过' })
      assert.deepEqual(replies, [])
    }
    assert.equal(await village.stateOf(1001), 'pending')
  })

  it('gives nobody rights for a nickname', async () => {
    await village.says('王秀英', '报 扫路 2小时').replies()
    const named = people.people.map((person) => (person.id === '杨帆' || person.id === '赵福贵' ? { ...person, name: '周大山' } : person))
    playing.messenger.chat.populate({ ...people, people: named })
    await village.says('杨帆', '1001通过').expectSilence()
    await village.says('赵福贵', '1001通过').expectOnlyPrivate(/审核由评议员/u, '赵福贵')
    assert.equal(await village.stateOf(1001), 'pending')
  })

  it('answers nothing to its own voice, system lines and red packets', async () => {
    await village.says('王秀英', '报 扫路 2小时').replies()
    const receipt = await village.line(/#1001/u, '村民群')
    const echoed = playing.bot.channel.handled(receipt)
    puppet().emit('message', { messageId: receipt })
    await echoed
    for (const text of ['收到红包，请在手机上查看', '[微信红包]恭喜发财', '"老周"撤回了一条消息'])
      await village.says('赵福贵', text).expectSilence()
    assert.equal(await village.stateOf(1002), undefined)
  })

  it('asks for words in private when a voice comes that the messenger has not written down', async () => {
    const { lane, reader, media } = playing.database
    const attend = createAttendant({
      lane,
      reader,
      media,
      pictures: { prepare: () => Promise.reject(new Error('no picture')), stop: () => Promise.resolve() },
      commands,
      snapshots: createSnapshots(commands, '积分管家'),
      clock: { now: () => village.port.now() },
      log: playing.log,
      newErrorId: () => 'e',
      take: () => Promise.resolve(() => undefined),
    })
    const voice: Media = { kind: 'voice', name: 'a.silk', bytes: () => Promise.reject(new Error('nobody fetches a voice')) }
    const said = {
      ...trainingChannel,
      speaker: '王秀英',
      speakerName: '王秀英',
      text: '',
      atBot: false,
      quote: null,
      media: [voice],
      at: 0,
    }
    await attend({ ...said, id: 'voice-private', room: null })
    await attend({ ...said, id: 'voice-room', room: '村民群' })
    const { id } = await village.current()
    const lines = (message: string) => reader.read(id, ({ outbox }) => outbox.of(causeOfMessage(trainingChannel.channel, message)))
    assert.match((await lines('voice-private'))[0]?.text ?? '', /请长按那条语音点“转文字”/u)
    assert.deepEqual(await lines('voice-room'), [])
  })

  it('finds itself among several mentions, at the head and at the end of a line', async () => {
    for (const text of ['@积分管家\u2005查分', '查分@积分管家', '查分 @积分管家\u2005', '@积分管家 查分', '＠积分管家 查分'])
      await village.says('王秀英', text).expectReply(/王秀英家：已入账0分/u, '村民群')
  })

  it('tells the villagers’ room once what was missed, and never the training village', async () => {
    const { lane, reader } = playing.database
    const at = instantOf('2026-11-23', '08:12')
    let now = at
    const real = { id: 'real', name: '真村', training: false, clockOffset: 0, revision: 1, createdAt: at }
    await lane.found(real, async (stores) => {
      await stores.contacts.bindRoom({ channel: 'c', account: 'a', room: 'r1', kind: 'villagers' }, at)
      await stores.contacts.bindRoom({ channel: 'c', account: 'a', room: 'r2', kind: 'panel' }, at)
    })
    const woken: string[] = []
    const hears = () =>
      createOfflineNotice({
        lane,
        reader,
        clock: { now: () => now },
        log: playing.log,
        deliver: (stores, replies, cause) => deliver(stores, replies, cause, null),
        afterCommit: (id) => woken.push(id),
      })
    const lines = (from: number) => reader.read(real.id, ({ outbox }) => outbox.of(`offline:${String(from)}`))
    let still = hears()
    await still()
    now += 9 * 60_000
    await still()
    const heardLast = now
    assert.deepEqual(woken, [], 'nine minutes are nothing')
    now = instantOf('2026-11-23', '09:40')
    // the process was started anew: what is kept in the data decides
    still = hears()
    await still()
    await still()
    now += 60_000
    await still()
    const told = await lines(heardLast)
    assert.deepEqual(
      told.map(({ room, text, notBefore }) => [room, text, notBefore]),
      [['r1', '08:21–09:40 离线，没有收到编号回执的请重发。', 0]],
    )
    assert.deepEqual(woken, ['real'], 'and not the training village')
    const before = now
    now = instantOf('2026-11-24', '03:00')
    await still()
    const [night] = await lines(before)
    assert.equal(night?.text, '11月23日09:41–11月24日03:00 离线，没有收到编号回执的请重发。')
    assert.equal(night.notBefore, instantOf('2026-11-24', '08:00'), 'the night is left in peace')
    const texts: (string | undefined)[] = []
    for (const time of ['08:30', '09:00', '09:30']) {
      const from = now
      now = instantOf('2026-11-24', time)
      await still()
      texts.push((await lines(from))[0]?.text)
    }
    assert.deepEqual(texts, [
      '03:00–08:30 离线，没有收到编号回执的请重发。',
      '今天已断网3次，可能还会断。凡是没有收到编号回执的都请重发，今天不再一次次说了。',
      undefined,
    ])
    await still()
    const evening = now
    now = instantOf('2026-11-25', '06:00')
    await still()
    const late = now
    now = instantOf('2026-11-25', '23:00')
    await still()
    assert.match((await lines(evening))[0]?.text ?? '', /^11月24日09:30–11月25日06:00/u)
    assert.match((await lines(late))[0]?.text ?? '', /^11月25日06:00–23:00/u, 'it is read the next morning')
  })
})

describe('channels: a village whose gateway dies', () => {
  it('keeps what is to be said until the gateway is back, and goes on with the next number', async () => {
    const playing = await play(forms.find(({ name }) => name.includes('without TLS')) ?? assert.fail())
    const { bot, messenger, database } = playing
    const gateway = messenger.gateway ?? assert.fail()
    const village = await playing.fresh()
    await village.says('王秀英', '报 扫路 1小时').expectReply(/#1001/u, '村民群')
    await gateway.kill()
    await sleep(50)
    assert.equal(bot.channel.online(), false)
    const { id } = await village.current()
    const cause = 'job:rank-month:2026-11'
    await database.lane.unit(id, (stores) => deliver(stores, [inRoom('villagers', '十一月积分榜')], cause, null))
    bot.outbox.wake(id)
    await sleep(100)
    assert.deepEqual(await village.lines(/十一月积分榜/u, '村民群'), [])
    await gateway.open()
    await bot.channel.stop()
    await bot.channel.start()
    const [line] = await bot.outbox.settled(id, cause)
    assert.deepEqual([line?.state, line?.attempt], ['sent', 1], 'no attempt was wasted')
    assert.equal((await village.lines(/十一月积分榜/u, '村民群')).length, 1)
    await village.says('赵福贵', '报 扫路 1小时').expectReply(/#1002/u, '村民群')
    await playing.close()
  })
})

describe('channels: where only mentions are heard', () => {
  let playing: Playing
  let village: TestVillage
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  let lastId = 0
  const say = async (from: string, to: string, text: string, image?: Uint8Array) => {
    lastId += 1
    const saying = { id: `mention-${String(lastId)}`, from, to, text, ...(image === undefined ? {} : { image }) }
    return (await playing.port.say(saying)).replies
  }
  before(async () => {
    playing = await play(forms.find(({ name }) => name.includes('mentions')) ?? assert.fail())
  })
  beforeEach(async () => {
    village = await playing.fresh()
  })
  after(() => playing.close())

  it('says in rooms how the bot is called, and in private how it always is', async () => {
    const replies = await say('王秀英', '村民群', '@积分管家 报 扫路 2小时')
    assert.match(replies.find(({ to }) => to === '村民群')?.text ?? '', /回“@积分管家 撤回”/u)
    assert.match(
      replies.find(({ to }) => to === '评议群')?.text ?? '',
      /引用本条回“@积分管家 同意”“@积分管家 不行 理由”或“@积分管家 改3分”/u,
    )
    assert.match((await say('王秀英', '村民群', '@积分管家 帮助')).at(0)?.text ?? '', /这样说（每句前面加“@积分管家”）：/u)
    assert.match((await say('王秀英', 'bot', '查分')).at(0)?.text ?? '', /看每一笔发“明细”/u)
  })

  it('finds the case when such a card is quoted', async () => {
    await say('王秀英', '村民群', '@积分管家 报 扫路 2小时')
    await say('赵福贵', '村民群', '@积分管家 报 扫路 2小时')
    const card = await village.line(/待审#1002/u, '评议群')
    await village.says('周大山', '同意', { to: '评议群', quote: card }).expectReply(/#1002.*已通过/u, '评议群')
    assert.equal(await village.stateOf(1001), 'pending')
  })

  it('asks for a photo in private or with the words, and takes both', async () => {
    const [receipt] = await say('王秀英', '村民群', '@积分管家 报 献血 昨天')
    assert.match(receipt?.text ?? '', /发一张照片（私信发给我，或者申报时和文字发在同一条里）/u)
    assert.match((await say('王秀英', 'bot', '', png)).at(0)?.text ?? '', /照片已作为#1001的凭证/u)
    const together = await say('赵福贵', '村民群', '@积分管家 报 献血 昨天', png)
    assert.ok(
      together.some(({ text }) => /照片已作为#1002的凭证/u.test(text)),
      together.map(({ text }) => text).join('\n'),
    )
  })

  it('declares it on the channel', () => {
    assert.equal(playing.bot.channel.hears, 'mentions')
  })
})

describe('channels: instructions', () => {
  for (const [written, asked] of [
    ['引用本条回“同意”“不行 理由”或“改3分”。', '引用本条回“@积分管家 同意”“@积分管家 不行 理由”或“@积分管家 改3分”。'],
    ['报错了回“撤回”；问进度发“1001号审到哪一步了”。', '报错了回“@积分管家 撤回”；问进度发“@积分管家 1001号审到哪一步了”。'],
    ['回一个数就行，比如“2小时”。', '回一个数就行，比如“@积分管家 2小时”。'],
    ['回数字就行；都不是，发“建议 …”告诉我们。', '回“@积分管家 ”加数字就行；都不是，发“@积分管家 建议 …”告诉我们。'],
    ['待审#1001\n11月22日：“帮村口扫路”', '待审#1001\n11月22日：“帮村口扫路”'],
    ['微信“发财”说是2组王秀英。', '微信“发财”说是2组王秀英。'],
  ] as const) {
    it(`words 「${written.slice(0, 12)}…」 for a room of mentions`, () => {
      assert.equal(addressed(written, '积分管家'), asked)
    })
  }
})
