import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { types, type payloads } from 'wechaty-puppet'
import { imageKind } from '../../bot/pictures/image-kind.ts'
import { paced, usualPace } from '../../bot/outbox/pace.ts'
import { isInner, isPublic } from '../../bot/pictures/public-address.ts'
import { TimedOut, machineTimers, within } from '../../bot/timers.ts'
import { createTurns } from '../../bot/turns.ts'
import { connectWechaty } from '../../bot/wechaty.ts'
import { lazyMedia, plainName } from '../../bot/wechaty-media.ts'
import { heardMessage, utteranceOf } from '../../bot/wechaty-utterance.ts'
import { FileBox } from 'file-box'
import { memoryLog, never, png, turnedClock } from './fakes.ts'

const now = Date.UTC(2026, 10, 22)
const message = (payload: Partial<payloads.Message>) => ({
  id: 'm',
  payload: {
    id: 'm',
    talkerId: 'wxid_1',
    roomId: 'r@chatroom',
    timestamp: 1_795_000_000,
    type: types.Message.Text,
    text: '报 扫路',
    ...payload,
  },
})
const ears = { channel: 'wechat', account: 'bot', self: 'bot', botName: '积分管家' }

describe("channel: what counts as somebody's words", () => {
  it('takes text, pictures, voice and files', () => {
    const kinds = [types.Message.Text, types.Message.Image, types.Message.Audio, types.Message.Attachment]
    assert.deepEqual(
      kinds.map((type) => heardMessage(message({ type }), 'bot', now)?.media),
      [null, 'image', 'voice', 'file'],
    )
    assert.equal(heardMessage(message({ type: types.Message.Image, text: '<msg><img/></msg>' }), 'bot', now)?.text, '')
  })

  it('passes over every other kind, also ones that do not exist yet', () => {
    const others = Object.values(types.Message).filter((type): type is types.Message => typeof type === 'number')
    const silent = others.filter((type) => heardMessage(message({ type }), 'bot', now) === null)
    assert.deepEqual(silent.map((type) => types.Message[type]).sort(), [
      'ChatHistory',
      'Contact',
      'Emoticon',
      'GroupNote',
      'Location',
      'MiniProgram',
      'Post',
      'Recalled',
      'RedEnvelope',
      'Transfer',
      'Unknown',
      'Url',
      'Video',
    ])
    assert.equal(heardMessage({ id: 'm', payload: Object.assign(message({}).payload, { type: 99 }) }, 'bot', now), null)
    assert.equal(heardMessage({ id: 'm' }, 'bot', now), null)
  })

  it('passes over its own echo, the messenger itself, red packets and notices', () => {
    const silent = [
      { talkerId: 'bot' },
      { talkerId: 'weixin' },
      { talkerId: '' },
      { talkerId: 'r@chatroom' },
      { text: '收到红包，请在手机上查看' },
      { text: '[红包]恭喜发财' },
      { text: '"王秀英"撤回了一条消息' },
      { text: '"陈国栋"邀请"李长顺"加入了群聊' },
    ]
    for (const payload of silent) assert.equal(heardMessage(message(payload), 'bot', now), null, JSON.stringify(payload))
    for (const text of ['红包我收到了，谢谢', '他撤回了一条消息，啥意思', '邀请大家扫路'])
      assert.notEqual(heardMessage(message({ text }), 'bot', now), null, text)
  })

  it('reads seconds, milliseconds and no time at all', () => {
    assert.equal(heardMessage(message({ timestamp: 1_795_000_000 }), 'bot', now)?.at, 1_795_000_000_000)
    assert.equal(heardMessage(message({ timestamp: 1_795_000_000_123 }), 'bot', now)?.at, 1_795_000_000_123)
    for (const timestamp of [0, NaN, -1]) assert.equal(heardMessage(message({ timestamp }), 'bot', now)?.at, now)
  })

  it('finds mention and quote in the forms messengers use', () => {
    const read = (payload: Partial<payloads.Message>) => {
      const heard = heardMessage(message(payload), 'bot', now) ?? assert.fail('not heard')
      const { text, atBot, quote } = utteranceOf(heard, ears, '老周', [])
      return { text, atBot, quote: quote?.text ?? null }
    }
    assert.deepEqual(read({ text: '@积分管家\u2005同意' }), { text: '同意', atBot: true, quote: null })
    assert.deepEqual(read({ text: '同意 @积分管家' }), { text: '同意', atBot: true, quote: null })
    assert.deepEqual(read({ text: '同意', mentionIdList: ['bot'] }), { text: '同意', atBot: true, quote: null })
    assert.deepEqual(read({ text: '@老周\u2005同意', mentionIdList: ['wxid_2'] }), { text: '@老周\u2005同意', atBot: false, quote: null })
    assert.deepEqual(read({ text: '「积分管家：待审#1042\n扫路 4分」\n- - - - - - - - - - - - - - -\n@积分管家 同意' }), {
      text: '同意',
      atBot: true,
      quote: '待审#1042\n扫路 4分',
    })
  })
})

describe('channel: small parts', () => {
  it('knows pictures by their bytes, not by their name', () => {
    assert.equal(imageKind(png), 'png')
    assert.equal(imageKind(Buffer.from([0xff, 0xd8, 0xff, 0xe0])), 'jpeg')
    assert.equal(imageKind(Buffer.from('RIFF\u0000\u0000\u0000\u0000WEBPVP8 ', 'latin1')), 'webp')
    assert.equal(imageKind(Buffer.from('GIF89a')), 'gif')
    for (const bytes of ['', 'RIFF____WAVE', '<svg xmlns=', 'GIF8', '%PDF-1.7']) assert.equal(imageKind(Buffer.from(bytes)), null, bytes)
  })

  it('strips folders and control characters from file names', () => {
    assert.equal(plainName('../../etc/pass\u0000wd'), '.._.._etc_pass_wd')
    assert.equal(plainName('扫'.repeat(500)).length, 80)
  })

  it('never follows a link into the machine or its network', async () => {
    for (const address of [
      '127.0.0.1',
      '10.1.2.3',
      '192.168.1.1',
      '172.20.0.1',
      '169.254.169.254',
      '0.0.0.0',
      '::1',
      '::ffff:127.0.0.1',
      'fe80::1',
      'fd00::1',
    ]) {
      assert.equal(isInner(address), true, address)
    }
    assert.equal(isInner('223.5.5.5'), false)
    assert.equal(isInner('2400:3200::1'), false)
    const resolving =
      (...addresses: string[]) =>
      async () =>
        addresses
    assert.equal(await isPublic(new URL('https://pictures.example/1.jpg'), resolving('223.5.5.5')), true)
    assert.equal(await isPublic(new URL('https://pictures.example/1.jpg'), resolving('223.5.5.5', '127.0.0.1')), false)
    assert.equal(await isPublic(new URL('http://[::1]/')), false)
    assert.equal(await isPublic(new URL('http://2130706433/')), false)
    assert.equal(await isPublic(new URL('file:///etc/hosts')), false)
    const linked = lazyMedia(
      'image',
      '1.jpg',
      async () => FileBox.fromUrl('http://127.0.0.1:9/1.jpg', { name: '1.jpg' }),
      machineTimers,
      1_000,
    )
    await assert.rejects(linked.bytes(1_000), { name: 'MediaRefused', reason: 'gone' })
  })

  it('gives up on what does not answer', async () => {
    await assert.rejects(within(machineTimers, 10, never), TimedOut)
    assert.equal(await within(machineTimers, 1_000, Promise.resolve(1)), 1)
    const hanging = lazyMedia('image', '1.jpg', () => never, machineTimers, 10)
    await assert.rejects(hanging.bytes(1_000), TimedOut)
  })

  it('keeps turns also when one fails', async () => {
    const turns = createTurns()
    const done: number[] = []
    const all = [1, 2, 3].map((turn) =>
      turns('one', async () => {
        await Promise.resolve()
        done.push(turn)
        if (turn === 1) throw new Error('no')
      }),
    )
    assert.deepEqual(
      (await Promise.allSettled(all)).map(({ status }) => status),
      ['rejected', 'fulfilled', 'fulfilled'],
    )
    assert.deepEqual(done, [1, 2, 3])
  })

  it('never speaks faster than the pace, whatever chance says', () => {
    for (const chance of [0, 0.37, 0.999]) {
      const pace = paced(usualPace, () => chance)
      const times: number[] = []
      for (let time = 0; times.length < 100;) {
        const wait = pace.wait('room', time)
        time += wait
        pace.spoke('room', time)
        times.push(time)
      }
      times.forEach((time, index) => assert.ok(time - (times[index - 20] ?? -Infinity) >= 60_000))
      assert.equal(pace.wait('other', 0), 0)
    }
  })

  it('takes any puppet package by its name, and says so when the name is none', async () => {
    const base = {
      channel: 'mock',
      botName: '积分管家',
      hear: async () => undefined,
      log: memoryLog(),
      clock: turnedClock(),
      timers: machineTimers,
    }
    await assert.rejects(connectWechaty({ ...base, puppet: 'left-pad' }), /left-pad is not the name of a puppet package/)
    const channel = await connectWechaty({ ...base, puppet: 'wechaty-puppet-mock' })
    assert.deepEqual([channel.online(), channel.account], [false, ''])
  })

  it("prints nothing on stdout and leaves no file behind, with all of Wechaty's talk", async () => {
    const script = `
      import { village } from './tests/channel/fakes.ts'
      const there = await village()
      await there.chat.hear({ id: 'm1', from: '王秀英', to: '村民群', text: '早' })
      there.puppet.emit('error', new Error('x'))
      await there.channel.sayInRoom('村民群', '早')
      await there.channel.stop()
      if (there.heard.length !== 1) process.exitCode = 3`
    const before = await readdir('.')
    const printed = await new Promise<string>((resolve, reject) => {
      const env = { ...process.env, WECHATY_LOG: 'info' }
      execFile(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { env }, (error, stdout) => {
        if (error) reject(new Error(error.message))
        else resolve(stdout)
      })
    })
    assert.equal(printed, '')
    assert.deepEqual(
      (await readdir('.')).filter((name) => !before.includes(name) && name.endsWith('.memory-card.json')),
      [],
    )
  })
})
