import assert from 'node:assert/strict'
import { dateOf } from '../../models/dates.ts'
import { closeWhole } from '../close-whole.ts'
import { deck } from '../deck.ts'
import type { TestVillage, Where } from '../village.ts'

deck('要两个人的事办不成的时候', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
  })
  afterEach(() => closeWhole(village))

  const panel = '评议群' as const
  const refused = async (from: string, text: string, why: RegExp, to: Where = panel) =>
    village.says(from, text, { to }).expectOnlyPrivate(why, from)
  it('wants another household for the second word, not the proposer’s own family', async () => {
    const { id } = await village.current()
    const from = dateOf(village.port.now())
    await village.database.lane.unit(id, async ({ register, village: home }) => {
      for (const person of ['冯铁柱', '冯小兵'])
        await register.grant({ person, role: 'reviewer', scope: 'village', scopeId: null, from, until: null }, '陈国栋', village.port.now())
      await home.touch()
    })
    await village.says('冯铁柱', '给王秀英加30分 抗洪抢险', { to: 'bot' }).expectReply(/提议#1001/u, panel)
    await refused('冯小兵', '1001同意', /提议#1001是您家里人提的，要另一户的人同意/u, 'bot')
    await refused('冯铁柱', '1001同意', /提议#1001是您提的/u, 'bot')
    assert.equal(await village.stateOf(1001), 'proposed')
    await village.says('周大山', '1001同意', { to: panel }).expectReply(/提议#1001/u, panel)
    assert.equal(await village.stateOf(1001), 'confirmed')
  })

  it('guesses neither which of two objections is answered, nor why an appeal is granted', async () => {
    await village.says('王秀英', '异议 漏记我家扫路一次').replies()
    await village.says('何金水', '异议 漏记我家扫路两次').replies()
    await refused('周大山', '维持', /有2件异议，请引用卡片回，或写编号，比如“1001维持 理由”/u)
    await village.says('周大山', '给马玉芬扣2分 11月20日往河里倒垃圾', { to: panel }).expectReply(/整改通知书#1003/u, '马玉芬')
    await village.passes('15d')
    await village.says('陈玉莲', '1003同意', { to: 'bot' }).expectReply(/扣分决定#1003/u, '马玉芬')
    await village.says('马玉芬', '申诉 #1003 那天我不在家', { to: 'bot' }).expectReply(/申诉/u, '谢开元')
    const card = await village.line(/#1003.*申诉：/u, '谢开元')
    await village.says('谢开元', '撤销', { to: 'bot', quote: card }).expectReply(/#1003 为什么不行？回一句理由/u, '谢开元')
    assert.equal(await village.stateOf(1003), 'appealed')
    await village.says('谢开元', '那天她确实不在村里', { to: 'bot' }).expectReply(/那天她确实不在村里，不扣分/u, '马玉芬')
    assert.equal(await village.stateOf(1003), 'dropped')
  })

  it('asks what a report should have been when the scheme gives nothing for what it is to become', async () => {
    await village.says('王秀英', '报 扫路 1小时').replies()
    await refused('王秀英', '写错了，不是扫路，是捡到钱包还给失主', /#1001 应该是什么/u, '村民群')
    await village.says('周大山', '1001通过', { to: panel }).expectReply(/扫路 2分/u)
  })
})
