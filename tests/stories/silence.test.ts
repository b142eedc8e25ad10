import assert from 'node:assert/strict'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

deck('不该说话的时候', (open) => {
  let village: TestVillage
  before(async () => {
    village = await open()
  })
  after(() => village.close())

  for (const talk of [
    '收到',
    '👍',
    '昨天那场雨真大',
    '娃中考体育加分加了没',
    '3',
    '同意',
    '我同意老赵说的，那家馆子不好吃',
    '开会的时候莫打牌嘛',
  ]) {
    it(`is silent at 「${talk}」`, async () => {
      await village.says('王秀英', talk).expectSilence()
    })
  }

  it('answers a stranger only when called by name, with one line on binding', async () => {
    await village.says('杨帆', '报 扫路 2小时').expectSilence()
    await village.says('杨帆', '@积分管家 报 扫路 2小时').expectOnlyPrivate(/绑定 2组/u, '杨帆')
    await village.says('杨帆', '查分', { to: 'bot' }).expectOnlyPrivate(/绑定/u, '杨帆')
  })

  it('gives one helpful line to whoever calls it with something unclear', async () => {
    await village.says('王秀英', '@积分管家 嗯嗯那个啥').expectReply(/没听明白/u, '村民群')
  })

  it('answers whoever writes to it alone, but for thanks, signs and what programs write', async () => {
    for (const line of ['今天好大的雨', 'asdf', '这是啥'])
      await village.says('王秀英', line, { to: 'bot' }).expectReply(/没听明白/u, '王秀英')
    for (const line of ['谢谢', '好的', '👍', '？', '[位置] 村口', 'https://example.org/a'])
      await village.says('王秀英', line, { to: 'bot' }).expectSilence()
    await village.says('杨帆', '你好', { to: 'bot' }).expectReply(/绑定 2组/u, '杨帆')
    await village.says('杨帆', '特价茶叶三十元一斤包邮', { to: 'bot' }).expectSilence()
  })

  it('asks for words when a voice comes in private, and leaves voices in a room alone', async () => {
    await village.says('王秀英', "[语音] 8''", { to: 'bot' }).expectReply(/语音我听不懂.*转文字/u, '王秀英')
    await village.says('王秀英', "[语音] 8''").expectSilence()
  })

  it('drops a question that is given up', async () => {
    await village.says('冯铁柱', '报 扫路', { to: 'bot' }).expectReply(/做了多少/u, '冯铁柱')
    await village.says('冯铁柱', '算了', { to: 'bot' }).expectReply(/这条不办了/u, '冯铁柱')
    await village.says('冯铁柱', '2小时', { to: 'bot' }).expectReply(/没听明白/u, '冯铁柱')
    await village.says('冯铁柱', '报 扫路').expectReply(/做了多少/u)
    await village.says('冯铁柱', '不报了').expectReply(/这条不办了/u)
  })

  it('hears officials as villagers too when they speak to it', async () => {
    await village.says('罗秀珍', '我的名字不要公开', { to: 'bot' }).expectReply(/公示只写“1组一户”/u, '罗秀珍')
    await village.says('罗秀珍', '可以公开我的名字', { to: 'bot' }).replies()
    await village.says('周大山', '申诉 #9999 那天我在场', { to: 'bot' }).expectReply(/没有#9999/u, '周大山')
  })

  const speakers = ['赵福贵', '李长顺', '何金水', '马玉芬', '冯铁柱', '罗满仔']
  for (const [index, [what, text]] of Object.entries({
    'twenty thousand characters': '报 扫路 2小时 '.padEnd(20_000, '啊'),
    emoji: '报 扫路 2小时 😂🎉',
    'a right-to-left override': '报 扫路 2小时 \u202egnp.exe',
    NUL: '报 扫路 2小时\u0000',
    'a lone surrogate': '报 扫路 2小时 \ud842',
    'a character outside the basic plane': '报 扫路 2小时 𠮷',
  }).entries()) {
    it(`stores ${what} well`, async () => {
      await village.says(speakers[index] ?? '', text).expectReply(/#\d{4} .*4分/u)
    })
  }

  it('has one effect for a message delivered twice', async () => {
    const id = 'twice'
    const first = await village.says('郑小军', '报 扫路 1小时', { id }).replies()
    const again = await village.says('郑小军', '报 扫路 1小时', { id }).replies()
    assert.deepEqual(again, first)
    await village.expectBalance('郑小军', { pending: 2 })
  })
})
