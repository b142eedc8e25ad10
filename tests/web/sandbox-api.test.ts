import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { hashedText } from '../../models/ledger.ts'
import { openVillage, transcript, type OpenVillage } from './open-village.ts'
import { villageInMemory } from './village-in-memory.ts'

const turned = z.strictObject({ now: z.string(), ran: z.array(z.strictObject({ job: z.string(), period: z.string() })) })
const state = z.strictObject({
  now: z.string(),
  people: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      group: z.number().nullable(),
      household: z.number().nullable(),
      roles: z.array(z.string()),
      inRoom: z.boolean(),
    }),
  ),
  rooms: z.array(z.strictObject({ id: z.string(), members: z.array(z.string()) })),
})

describe('sandbox API', () => {
  let open: OpenVillage
  beforeEach(async () => {
    open = await openVillage()
  })
  afterEach(() => open.stop())

  it('shows time, people and rooms', async () => {
    const { now, people, rooms } = state.parse((await open.get('/sandbox/api/state')).body)
    assert.equal(now, '2026-11-22T10:00:00.000+08:00')
    assert.equal(people.length, 22)
    assert.deepEqual(
      people.find(({ id }) => id === '张桂兰4'),
      { id: '张桂兰4', name: '张桂兰', group: 4, household: 16, roles: [], inRoom: true },
    )
    assert.deepEqual(
      rooms.map(({ id, members }) => [id, members.length]),
      [
        ['村民群', 21],
        ['评议群', 6],
        ['干部群', 3],
      ],
    )
  })

  it('answers every message a saying caused, in all rooms, in send order', async () => {
    const { id, replies } = await open.says('王秀英', '村民群', '报 扫路 2小时', { id: 'w1' })
    assert.equal(id, 'w1')
    assert.deepEqual(
      replies.map(({ to }) => to),
      ['村民群', '评议群'],
    )
    const room = transcript.parse((await open.get('/sandbox/api/messages?to=村民群')).body)
    assert.deepEqual(
      room.map(({ from, text }) => [from, text.slice(0, 8)]),
      [
        ['王秀英', '报 扫路 2小时'],
        ['bot', '收到 #1001'],
      ],
    )
  })

  it('answers the same id with the stored replies, and other content under it with 409', async () => {
    const first = await open.says('王秀英', '村民群', '报 扫路 2小时', { id: 'w1' })
    assert.deepEqual(await open.says('王秀英', '村民群', '报 扫路 2小时', { id: 'w1' }), first)
    for (const other of [{ text: '报 扫路 3小时' }, { to: 'bot' }, { from: '赵福贵' }]) {
      const { status, body } = await open.post('/sandbox/api/say', {
        id: 'w1',
        from: '王秀英',
        to: '村民群',
        text: '报 扫路 2小时',
        ...other,
      })
      assert.equal(status, 409)
      assert.match(JSON.stringify(body), /用过/)
    }
    assert.equal(transcript.parse((await open.get('/sandbox/api/messages?to=村民群')).body).length, 2)
  })

  it('lists a private chat from both sides, and only what came after a message', async () => {
    const { id, replies } = await open.says('王秀英', 'bot', '查分')
    await open.says('赵福贵', 'bot', '查分')
    const all = transcript.parse((await open.get('/sandbox/api/messages?to=王秀英&after=')).body)
    assert.deepEqual(
      all.map((message) => message.id),
      [id, replies[0]?.id],
    )
    const later = transcript.parse((await open.get(`/sandbox/api/messages?to=王秀英&after=${id}`)).body)
    assert.deepEqual(later, all.slice(1))
    assert.deepEqual((await open.get('/sandbox/api/messages?to=黄阿婆')).body, [])
  })

  it('turns the clock by a span, to an instant, and reads an instant without zone as Beijing time', async () => {
    assert.equal(turned.parse((await open.post('/sandbox/api/clock', { advance: '90m' })).body).now, '2026-11-22T11:30:00.000+08:00')
    const month = turned.parse((await open.post('/sandbox/api/clock', { to: '2026-12-01T01:00:00Z' })).body)
    assert.deepEqual(month, { now: '2026-12-01T09:00:00.000+08:00', ran: [{ job: 'rank-month', period: '2026-11' }] })
    assert.equal(turned.parse((await open.post('/sandbox/api/clock', { to: '2026-12-02' })).body).now, '2026-12-02T00:00:00.000+08:00')
    assert.equal(turned.parse((await open.post('/sandbox/api/clock', { advance: '0m' })).body).now, '2026-12-02T00:00:00.000+08:00')
  })

  it('turns the clock once per call when calls come together', async () => {
    await Promise.all(['1d', '1d', '1d'].map((advance) => open.post('/sandbox/api/clock', { advance })))
    assert.equal(state.parse((await open.get('/sandbox/api/state')).body).now, '2026-11-25T10:00:00.000+08:00')
  })

  it('begins anew, also without a body, and with as many households as wanted', async () => {
    await open.says('王秀英', '村民群', '报 扫路 2小时')
    assert.equal((await open.post('/sandbox/api/reset', undefined)).status, 200)
    assert.deepEqual((await open.get('/sandbox/api/messages?to=村民群')).body, [])
    const grown = state.parse((await open.post('/sandbox/api/reset', { scheme: 'shifan', households: 265 })).body)
    assert.equal(new Set(grown.people.map(({ household }) => household).filter((number) => number !== null)).size, 265)
    const [newest] = grown.people.slice(-1)
    assert.match((await open.says(newest?.id ?? '', '村民群', '报 扫路 2小时')).replies[0]?.text ?? '', /#1001/)
  })

  it('hands out the ledger with the fields that are hashed', async () => {
    const ledger = z.object({ entries: z.array(z.custom<Parameters<typeof hashedText>[0] & { hash: string }>()) })
    const { entries } = ledger.parse((await open.get('/sandbox/api/ledger')).body)
    assert.equal(entries.length, 1)
    for (const entry of entries) assert.equal(createHash('sha256').update(hashedText(entry)).digest('hex'), entry.hash)
  })

  it('hands out a sent picture under its digest, and no other', async () => {
    await open.post('/sandbox/api/say', { from: '王秀英', to: '村民群', text: '扫好了', image: 'data:image/png;base64,iVBORw0KGgo=' })
    const [message] = transcript.parse((await open.get('/sandbox/api/messages?to=村民群')).body)
    const response = await fetch(`${open.url}/sandbox/api/media/${message?.file ?? ''}`)
    assert.equal(response.headers.get('content-type'), 'image/png')
    assert.equal(Buffer.from(await response.arrayBuffer()).toString('base64'), 'iVBORw0KGgo=')
    assert.equal((await open.get(`/sandbox/api/media/${'0'.repeat(64)}`)).status, 404)
    assert.equal((await open.get('/sandbox/api/media/..%2f..%2fpackage.json')).status, 404)
  })

  it('tells open pages what is said, turned and begun anew', async () => {
    const response = await fetch(`${open.url}/sandbox/api/events`)
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    await open.says('王秀英', '村民群', '查分')
    await open.post('/sandbox/api/clock', { advance: '1h' })
    await open.post('/sandbox/api/reset', {})
    let heard = ''
    while (reader !== undefined && !heard.includes('event: reset')) heard += (await reader.read()).value ?? 'event: reset'
    assert.deepEqual(
      [...heard.matchAll(/^event: (\w+)$/gmu)].map(([, event]) => event),
      ['hello', 'message', 'message', 'message', 'clock', 'reset'],
    )
    assert.match(heard, /data: \{"id":"new-1","from":"王秀英","to":"村民群","text":"查分","at":"2026-11-22T10:00:00.000\+08:00"\}/)
    await reader?.cancel()
  })
})

describe('order of sandbox calls', () => {
  it('handles one speaker’s calls in order and different speakers’ side by side', async () => {
    const gates = new Map<string, () => void>()
    const village = villageInMemory(async ({ text }) => {
      await new Promise<void>((resolve) => {
        gates.set(text, resolve)
      })
    })
    const open = await openVillage(village)
    const until = async (lines: number) => {
      while (village.diary.length < lines) await setTimeout(2)
    }
    const first = open.says('王秀英', '村民群', '一')
    await until(1)
    const second = open.says('王秀英', 'bot', '二')
    const other = open.says('赵福贵', '村民群', '三')
    await until(2)
    gates.get('三')?.()
    await other
    const reset = open.post('/sandbox/api/reset', {})
    gates.get('一')?.()
    await until(5)
    gates.get('二')?.()
    await Promise.all([first, second, reset])
    assert.deepEqual(village.diary, [
      '王秀英:一 begins',
      '赵福贵:三 begins',
      '赵福贵:三 ends',
      '王秀英:一 ends',
      '王秀英:二 begins',
      '王秀英:二 ends',
      'reset',
    ])
    await open.stop()
  })

  it('goes on with a speaker whose earlier call failed', async () => {
    const village = villageInMemory(async ({ text }) => {
      if (text === '坏') throw new Error('the village fell over')
    })
    const open = await openVillage(village)
    const [broken] = await Promise.all([
      open.post('/sandbox/api/say', { from: '王秀英', to: '村民群', text: '坏' }),
      open.says('王秀英', '村民群', '好'),
    ])
    assert.equal(broken.status, 500)
    assert.match(JSON.stringify(broken.body), /编号/)
    assert.doesNotMatch(JSON.stringify(broken.body), /fell over/)
    assert.deepEqual(open.errors, ['a web request failed'])
    await open.stop()
  })
})
