import assert from 'node:assert/strict'
import { z } from 'zod'
import { openVillage, transcript, type OpenVillage } from './open-village.ts'

const refusal = z.strictObject({ error: z.string().regex(/\p{Script=Han}/u) })

describe('sandbox requests', () => {
  let open: OpenVillage
  before(async () => {
    open = await openVillage()
  })
  after(() => open.stop())

  async function refused(path: string, body: unknown, words: RegExp): Promise<void> {
    const before = [open.village.now(), open.village.diary.length]
    const answer = await open.post(path, body)
    assert.equal(answer.status, 400, JSON.stringify(answer.body))
    assert.match(refusal.parse(answer.body).error, words)
    assert.deepEqual([open.village.now(), open.village.diary.length], before, 'nothing may change')
  }

  const wrongSayings: readonly (readonly [string, unknown, RegExp])[] = [
    ['an unknown person', { from: '李四', to: '村民群', text: '查分' }, /没有“李四”这个人/],
    ['an unknown room', { from: '王秀英', to: '广场舞群', text: '查分' }, /没有“广场舞群”这个群/],
    ['a person as the place', { from: '王秀英', to: '赵福贵', text: '查分' }, /没有“赵福贵”这个群/],
    ['a villager in the panel room', { from: '王秀英', to: '评议群', text: '同意' }, /不在评议群里/],
    ['a reviewer in the cadres’ room', { from: '周大山', to: '干部群', text: '在吗' }, /不在干部群里/],
    ['somebody without phone', { from: '黄阿婆', to: '村民群', text: '查分' }, /没有手机/],
    ['somebody without phone, privately', { from: '黄阿婆', to: 'bot', text: '查分' }, /没有手机/],
    ['the bot as speaker', { from: 'bot', to: '村民群', text: '查分' }, /没有“bot”这个人/],
    ['an unknown quote', { from: '王秀英', to: '村民群', text: '好', quote: 'nowhere' }, /不存在/],
    ['nothing to say', { from: '王秀英', to: '村民群' }, /一句话也没有/],
    ['an empty line', { from: '王秀英', to: '村民群', text: '' }, /一句话也没有/],
    ['no speaker', { to: '村民群', text: '查分' }, /from/],
    ['no place', { from: '王秀英', text: '查分' }, /to/],
    ['a speaker that is no text', { from: 7, to: '村民群', text: '查分' }, /from/],
    ['a text that is none', { from: '王秀英', to: '村民群', text: ['查分'] }, /text/],
    ['an image that is no text', { from: '王秀英', to: '村民群', image: 1 }, /image/],
    ['an empty id', { from: '王秀英', to: '村民群', text: '查分', id: '' }, /id/],
    ['an id with a line break', { from: '王秀英', to: '村民群', text: '查分', id: 'a\nb' }, /id/],
    ['an id with half a character', '{"from":"王秀英","to":"村民群","text":"查分","id":"\\ud800"}', /id/],
    ['a misspelt field', { from: '王秀英', to: '村民群', text: '同意', qoute: 'b1' }, /qoute/],
    ['a list', [], /JSON 对象/],
    ['a bare word', '"查分"', /JSON 对象/],
    ['no JSON', '{"from":', /不是 JSON/],
    ['no body', undefined, /from/],
  ]
  for (const [title, body, words] of wrongSayings) {
    it(`refuses ${title} with 400`, () => refused('/sandbox/api/say', body, words))
  }

  const wrongTurns: readonly (readonly [string, unknown, RegExp])[] = [
    ['backwards', { to: '2026-11-22T09:59:59+08:00' }, /往回拨/],
    ['to no time', { to: 'tomorrow' }, /时刻/],
    ['to a day that is none', { to: '2027-02-30T08:00:00+08:00' }, /时刻/],
    ['by no span', { advance: '3w' }, /30m/],
    ['by a negative span', { advance: '-3d' }, /30m/],
    ['by half a day', { advance: '0.5d' }, /30m/],
    ['by both', { to: '2026-12-01T08:00:00+08:00', advance: '3d' }, /二者选一/],
    ['by nothing', {}, /二者选一/],
    ['by a century', { advance: '36500d' }, /十年/],
    ['by a misspelt field', { advanse: '3d' }, /advanse/],
  ]
  for (const [title, body, words] of wrongTurns) {
    it(`refuses to turn the clock ${title} with 400`, () => refused('/sandbox/api/clock', body, words))
  }

  const wrongBeginnings: readonly (readonly [string, unknown, RegExp])[] = [
    ['an unknown scheme', { scheme: 'nowhere' }, /nowhere/],
    ['fewer households than the village has', { households: 3 }, /19 到 5000/],
    ['half a household', { households: 20.5 }, /整数/],
    ['too many households', { households: 5001 }, /5000/],
    ['a misspelt field', { household: 265 }, /household/],
  ]
  for (const [title, body, words] of wrongBeginnings) {
    it(`refuses to begin anew with ${title} with 400`, () => refused('/sandbox/api/reset', body, words))
  }

  it('refuses to list an unknown chat, and what came after an unknown message', async () => {
    for (const query of ['', '?to=', '?to=nobody', '?to=bot', '?to=王秀英&to=赵福贵', '?to=村民群&after=nowhere']) {
      const { status, body } = await open.get(`/sandbox/api/messages${query}`)
      assert.equal(status, 400, query)
      refusal.parse(body)
    }
  })

  it('lets nobody quote what they cannot see', async () => {
    const { replies } = await open.says('王秀英', '村民群', '报 扫路 2小时')
    const card = replies.find(({ to }) => to === '评议群')?.id ?? ''
    const [answer] = (await open.says('王秀英', 'bot', '查分')).replies
    await refused('/sandbox/api/say', { from: '赵福贵', to: '村民群', text: '同意', quote: card }, /看不到/)
    await refused('/sandbox/api/say', { from: '赵福贵', to: 'bot', text: '看看', quote: answer?.id }, /看不到/)
    await open.says('周大山', '评议群', '看看', { quote: card })
    await open.says('周大山', 'bot', '看看', { quote: card })
    await open.says('王秀英', 'bot', '谢谢', { quote: answer?.id })
  })

  it('takes null for what was not said, and a picture without words', async () => {
    const { id } = await open.says('王秀英', '村民群', '在', { quote: null, image: null, id: null })
    assert.match(id, /^new-/)
    const { status } = await open.post('/sandbox/api/say', { from: '王秀英', to: '村民群', image: 'iVBORw0KGgo=' })
    assert.equal(status, 200)
  })

  it('answers in chat, not by 4xx, what is no picture', async () => {
    for (const image of [Buffer.from('hello').toString('base64'), '这不是 base64!!']) {
      assert.equal((await open.post('/sandbox/api/say', { from: '王秀英', to: '村民群', image })).status, 200)
    }
    const last = transcript.parse((await open.get('/sandbox/api/messages?to=村民群')).body)
    assert.ok(last.some(({ from, text }) => from === 'bot' && text.includes('不是图片')))
  })

  it('takes any characters in a line as they are', async () => {
    for (const text of ['𠮷野家', '\u0000', '\u202eabc', '😀'.repeat(5000), '\ud800', ' ']) {
      await open.says('王秀英', '村民群', text)
    }
  })

  it('takes bodies of 20 MiB and answers 413 to more', async () => {
    const image = 'A'.repeat(20 * 1024 * 1024 - 200)
    assert.equal((await open.post('/sandbox/api/say', { from: '王秀英', to: '村民群', image })).status, 200)
    const { status, body } = await open.post('/sandbox/api/say', { from: '王秀英', to: '村民群', image: `${image}${'A'.repeat(200_000)}` })
    assert.equal(status, 413)
    assert.match(refusal.parse(body).error, /20 MiB/)
  })
})
