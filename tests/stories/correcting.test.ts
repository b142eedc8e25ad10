import assert from 'node:assert/strict'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

deck('更正、代人申报', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
  })
  afterEach(() => village.close())

  it('mends the amount before review, with a new card', async () => {
    await village.says('王秀英', '报 扫路 五袋').expectReply(/#1001.*5分/u)
    const exchange = village.says('王秀英', '打错了，是三袋不是五袋')
    await exchange.expectReply(/待审#1001 王秀英 扫路 3分（更正）/u, '评议群')
    await exchange.expectReply(/#1001 王秀英 扫路 3分 已更正：3袋，待审/u, '王秀英')
    assert.equal(await village.stateOf(1002), undefined)
    await village.expectBalance('王秀英', { pending: 3 })
  })

  it('mends the day', async () => {
    await village.says('王秀英', '昨天扫路2小时，求加分').replies()
    await village.says('王秀英', '日期不对，是前天').expectReply(/#1001 王秀英 扫路 4分 已更正：2小时，11月20日，待审/u, '村民群')
    await village.says('王秀英', '日期不对，是9月1日').expectOnlyPrivate(/太久/u, '王秀英')
  })

  it('points to an objection after review, and mends nobody else’s', async () => {
    await village.says('王秀英', '报 扫路 五袋').replies()
    await village.says('赵福贵', '打错了，是三袋不是五袋').expectOnlyPrivate(/没有在等审核的申报/u, '赵福贵')
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.says('王秀英', '打错了，是三袋不是五袋').expectOnlyPrivate(/不能直接改。发“异议 #1001/u, '王秀英')
    await village.expectBalance('王秀英', { inNotice: 5 })
  })

  it('counts the limits without the report that is mended', async () => {
    await village.says('王秀英', '报 扫路 4小时').replies()
    await village.says('王秀英', '打错了，是3小时不是4小时').expectReply(/#1001 王秀英 扫路 6分/u)
  })

  it('lets anybody recommend a neighbour, who is told', async () => {
    const exchange = village.says('赵福贵', '推荐 王秀英 扫路 2小时')
    await exchange.expectReply(/待审#1001 王秀英 扫路 4分\n.*赵福贵评荐/u, '评议群')
    await exchange.expectReply(/赵福贵替您报了#1001/u, '王秀英')
  })

  it('YX-3 enters what was said by word of mouth or left in the box, with who said it', async () => {
    const oral = village.says('罗秀珍', '代报 口头 王秀英 扫路 1小时', { to: 'bot' })
    await oral.expectReply(/待审#1001 王秀英 扫路 2分\n.*罗秀珍登记.*\n补充：“口头，本人说的”/u, '评议群')
    await oral.expectReply(/罗秀珍替您报了#1001/u, '王秀英')
    await village.says('周大山', '举荐箱 郑小军 扫路 1小时', { to: 'bot' }).expectReply(/周大山登记[\s\S]*举荐箱/u, '评议群')
    await village.says('周大山', '1002通过', { to: '评议群' }).expectOnlyPrivate(/您代报的/u, '周大山')
  })
})
