import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { types } from 'wechaty-puppet'
import type { ChatPeople } from '../../models/chat.ts'
import { never, png, start, village } from '../channel/fakes.ts'
import { behindGateway } from './gateway-fakes.ts'
import { gatewayToken } from './gateway.ts'

type There = Awaited<ReturnType<typeof behindGateway>>

const line = (id: string, text: string, from = '王秀英') => ({ id, from, to: '村民群', text })

/** What the gateway's puppet is asked, by name of the question. */
function counted(puppet: There['local']): Map<string, number> {
  const asked = new Map<string, number>()
  for (const question of ['contactRawPayload', 'roomRawPayload', 'roomMemberList', 'roomMemberRawPayload', 'messageRawPayload'] as const) {
    const answer: (...about: [string, string]) => Promise<unknown> = puppet[question].bind(puppet)
    Object.assign(puppet, {
      [question]: (...about: [string, string]) => {
        asked.set(question, (asked.get(question) ?? 0) + 1)
        return answer(...about)
      },
    })
  }
  return asked
}

const crowd: ChatPeople = (() => {
  const people = Array.from({ length: 300 }, (_, index) => ({ id: `c${String(index)}`, name: `村民${String(index)}`, phone: true }))
  return { people, rooms: [{ id: '村民群', members: people.map(({ id }) => id) }] }
})()

describe('channels: behind a wechaty-puppet-service gateway', () => {
  let there: There
  afterEach(() => there.end())

  for (const tls of [false, true]) {
    it(`hears, says, and carries pictures both ways ${tls ? 'with' : 'without'} TLS`, async () => {
      there = await behindGateway({ tls })
      await there.login()
      assert.deepEqual(there.logins, ['village'])
      const picture = Buffer.concat([png, Buffer.alloc(60_000, 7)])
      await there.hear({ id: 'm1', from: '周大山', to: '村民群', text: '@积分管家\u2005报 扫路', image: picture })
      await there.hear(line('m2', '早'))
      const [words, photo] = there.heard
      assert.deepEqual([words?.speakerName, words?.text, words?.atBot, words?.at], ['老周', '报 扫路', true, start])
      assert.deepEqual(Buffer.from((await photo?.media[0]?.bytes(100_000)) ?? []), picture)
      await assert.rejects(photo?.media[0]?.bytes(50_000) ?? Promise.resolve(), { name: 'MediaRefused' })
      assert.equal(await there.channel.sayInRoom('村民群', '已收到 #1001'), 'b1')
      assert.equal(await there.channel.sendFile({ contact: '王秀英' }, { name: '海报.png', bytes: picture }), 'b2')
      assert.deepEqual(await there.media.read(there.transcript.all.at(-1)?.file ?? ''), picture)
    })
  }

  it('keeps nobody’s name on the disk', async () => {
    there = await behindGateway()
    await there.login()
    await there.hear(line('m1', '早'))
    await there.channel.members('村民群')
    assert.equal(existsSync(join(homedir(), '.wechaty', 'wechaty-puppet-service', gatewayToken)), false)
  })

  it('is deaf when the gateway dies, knows it, and hears again when it is back before the watchdog', async () => {
    there = await behindGateway()
    await there.login()
    there.supervisor.start()
    await there.hear(line('m1', '一'))
    await there.gateway.kill()
    await sleep(50)
    assert.equal(there.puppet.isLoggedIn, true, 'the login goes on lying')
    assert.equal(there.channel.online(), false)
    await assert.rejects(there.channel.sayInRoom('村民群', '有人吗'))
    await there.gateway.open()
    await sleep(100)
    await there.local.hear(line('lost', '二'))
    await sleep(100)
    assert.equal(there.heard.length, 1, 'the client does not come back by itself')
    await there.minute()
    assert.equal(there.channel.online(), true)
    assert.deepEqual(there.gaps, [{ from: start, to: start + 60_000 }])
    await there.hear(line('m3', '三'))
    assert.equal(await there.channel.sayInRoom('村民群', '在'), 'b1')
    assert.deepEqual(
      there.heard.map(({ id }) => id),
      ['m1', 'm3'],
    )
  })

  it('comes back after the watchdog has missed a beat and the restart was vain (the client waits 5 s for itself)', async function () {
    this.timeout(20_000)
    there = await behindGateway({ watchdog: 1 })
    await there.login()
    there.supervisor.start()
    await there.hear(line('m1', '一'))
    await there.gateway.kill()
    await sleep(1_300)
    assert.equal(there.channel.online(), false)
    await there.gateway.open()
    for (let look = 0; look < 3 && !there.channel.online(); look += 1) {
      await there.minute()
      await sleep(50)
    }
    await there.minute()
    await there.hear(line('m2', '二'))
    assert.equal(there.gaps.length, 1)
  })

  it('does not open with a wrong token, says which error it is and not the token, and tells nobody that it is logged in (the client waits 5 s for itself)', async function () {
    this.timeout(20_000)
    there = await behindGateway({ token: 'insecure_wrong' })
    assert.equal(there.channel.online(), false)
    assert.deepEqual(there.logins, [])
    const noted = JSON.stringify(there.log.lines)
    assert.match(noted, /UNAUTHENTICATED/u)
    assert.doesNotMatch(noted, /insecure_wrong/u)
    there.clock.turn(60_000)
    assert.equal(await there.channel.alive(), false)
  })

  it('gives null when the messenger tells no id, and throws when it throws or hangs', async () => {
    there = await behindGateway()
    await there.login()
    Object.assign(there.local, { messageSendText: async () => undefined })
    assert.equal(await there.channel.sayInRoom('村民群', '一'), null)
    Object.assign(there.local, { messageSendText: () => Promise.reject(new Error('blocked')) })
    await assert.rejects(there.channel.sayInRoom('村民群', '二'))
    Object.assign(there.local, { messageSendText: () => never })
    await assert.rejects(there.channel.sayInRoom('村民群', '三'), { name: 'TimedOut' })
    assert.equal(there.channel.online(), true)
  })

  it('passes over kinds of message that nobody knows, and hears what comes after', async () => {
    there = await behindGateway()
    await there.login()
    const strange = { talkerId: '王秀英', roomId: '村民群', timestamp: start, text: '<xml/>', mentionIdList: [] }
    for (const [id, type] of [
      ['u1', types.Message.Unknown],
      ['u2', types.Message.MiniProgram],
      ['u3', types.Message.RedEnvelope],
    ] as const) {
      there.local.cache.message.set(id, { ...strange, id, type })
      there.local.emit('message', { messageId: id })
    }
    there.local.emit('message', { messageId: 'nobody said this' })
    await there.hear(line('m1', '早'))
    assert.deepEqual(
      there.heard.map(({ id }) => id),
      ['m1'],
    )
  })

  it('hears the first line of a room of 300 with a handful of questions', async () => {
    there = await behindGateway({ people: crowd })
    await there.login()
    const asked = counted(there.local)
    await there.hear(line('m1', '早', 'c7'))
    await there.hear(line('m2', '早', 'c8'))
    await there.hear(line('m3', '报 扫路 2小时', 'c7'))
    const total = [...asked.values()].reduce((sum, count) => sum + count, 0)
    assert.ok(total <= 12, JSON.stringify([...asked]))
    assert.equal(there.heard[0]?.speakerName, '村民7')
  })

  it('lists the members of a room of 300 once, a few at a time', async () => {
    there = await behindGateway({ people: crowd })
    await there.login()
    let atOnce = 0
    let most = 0
    const ask = there.local.roomMemberRawPayload.bind(there.local)
    there.local.roomMemberRawPayload = async (room, contact) => {
      atOnce += 1
      most = Math.max(most, atOnce)
      const member = await ask(room, contact)
      atOnce -= 1
      return { ...member, ...(contact === 'c3' ? { roomAlias: '3组村民' } : {}) }
    }
    const asked = counted(there.local)
    const members = await there.channel.members('村民群')
    assert.equal(members.length, 300)
    assert.deepEqual(members[3], { contact: 'c3', name: '村民3', roomName: '3组村民' })
    assert.ok(most <= 4, String(most))
    assert.equal(await there.channel.members('村民群'), members)
    assert.equal(asked.get('roomMemberRawPayload'), 300)
  })
})

describe('channels: a room of 300 in this process', () => {
  it('asks for no member when one speaks, comes or leaves', async () => {
    const there = await village()
    there.puppet.populate(crowd)
    const asked = counted(there.puppet)
    await there.chat.hear(line('m1', '早', 'c7'))
    there.puppet.emit('room-join', { roomId: '村民群', inviteeIdList: ['c9'], inviterId: 'c7', timestamp: start })
    await sleep(20)
    await there.chat.hear(line('m2', '早', 'c7'))
    await there.channel.stop()
    const total = [...asked.values()].reduce((sum, count) => sum + count, 0)
    assert.ok(total <= 12, JSON.stringify([...asked]))
  })
})
