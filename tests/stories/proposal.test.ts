import assert from 'node:assert/strict'
import { closeWhole } from '../close-whole.ts'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

deck('两个人才能办的事', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
    await village.says('王秀英', '报 扫路 2小时').replies()
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
  })
  afterEach(() => closeWhole(village))

  const proposes = (from = '罗秀珍', to: '评议群' | '干部群' = '干部群') => village.says(from, '冲正 #1001 记错了户', { to })

  it('takes a booked case back by the exact negative, once a second household agrees', async () => {
    await village.passes('11d')
    await village.expectBalance('王秀英', { booked: 4 })
    await proposes().expectReply(/提议#1002 罗秀珍：冲正#1001 王秀英 扫路 4分，原因：记错了户[\s\S]*1002同意/u, '评议群')
    await village.expectBalance('王秀英', { booked: 4 })
    const card = await village.line(/提议#1002/u, '评议群')
    await village.says('陈玉莲', '同意', { to: '评议群', quote: card }).expectReply(/#1001 王秀英 扫路 4分 已冲正：记错了户/u, '王秀英')
    await village.line(/提议#1002 已办/u, '罗秀珍')
    await village.expectBalance('王秀英', { booked: 0 })
    const { entries } = await village.port.ledger()
    assert.equal(entries.at(-1)?.reverses, 1)
    await village.says('陈玉莲', '1002同意', { to: '评议群' }).expectOnlyPrivate(/已确认，不用再审/u, '陈玉莲')
    await proposes().expectReply(/#1001 已冲正，不用冲正/u, '罗秀珍')
  })

  it('takes a case in notice off it', async () => {
    await proposes('陈玉莲', '评议群').replies()
    await village.says('谢开元', '1002同意', { to: '评议群' }).expectReply(/提议#1002 已办/u, '评议群')
    assert.equal(await village.stateOf(1001), 'rejected')
    await village.passes('11d')
    await village.expectBalance('王秀英', { booked: 0 })
  })

  it('is never agreed to by its proposer, and is taken back by their own no', async () => {
    await proposes().replies()
    await village.says('罗秀珍', '1002同意', { to: '评议群' }).expectOnlyPrivate(/要另一户的人同意/u, '罗秀珍')
    await village.says('陈国栋', '1002同意', { to: '干部群' }).expectOnlyPrivate(/由评议员或会计来办/u, '陈国栋')
    await village.says('罗秀珍', '1002不行', { to: '评议群' }).expectReply(/提议#1002 已收回/u)
    assert.equal(await village.stateOf(1001), 'in-notice')
  })

  it('is declined with a reason that only the proposer hears', async () => {
    await proposes().replies()
    await village.says('谢开元', '1002不行 没记错', { to: '评议群' }).expectReply(/没有通过：没记错/u, '罗秀珍')
    assert.deepEqual(await village.lines(/没记错/u, '评议群'), [])
    assert.equal(await village.stateOf(1002), 'declined')
  })

  it('is not decided by a reviewer who has stepped back', async () => {
    await proposes().replies()
    await village.says('谢开元', '1002我回避', { to: '评议群' }).replies()
    for (const word of ['同意', '不行 没记错'])
      await village.says('谢开元', `1002${word}`, { to: '评议群' }).expectOnlyPrivate(/回避/u, '谢开元')
    assert.equal(await village.stateOf(1002), 'proposed')
    await village.says('陈玉莲', '1002同意', { to: '评议群' }).expectReply(/提议#1002 已办/u, '评议群')
  })

  it('lapses after two weeks without a second person', async () => {
    await proposes().replies()
    await village.passes('16d')
    assert.equal(await village.stateOf(1002), 'expired')
    await village.line(/提议#1002.*已过期/u, '罗秀珍')
    await village.says('谢开元', '1002同意', { to: '评议群' }).expectOnlyPrivate(/不用再审/u, '谢开元')
  })

  it('says what is missing', async () => {
    await village.says('罗秀珍', '冲正 #1999 记错了', { to: '干部群' }).expectReply(/没有#1999/u, '罗秀珍')
    await village.says('罗秀珍', '冲正 #1001', { to: '干部群' }).expectReply(/为什么要冲正/u)
    await village.says('李长顺', '异议 #1001 没扫').replies()
    await proposes().expectReply(/有异议在办/u, '罗秀珍')
    await village.says('赵福贵', '冲正 #1001 不对').replies()
    assert.equal(await village.stateOf(1001), 'objected')
  })

  it('awards what nobody reported when two reviewers of two households agree', async () => {
    await village
      .says('周大山', '给何金水加30分 抗洪抢险', { to: '评议群' })
      .expectReply(/提议#1002 周大山：给何金水记“补记”30分，抗洪抢险/u, '评议群')
    await village.says('谢开元', '1002同意', { to: '评议群' }).expectReply(/#1003 何金水 补记 30分 两位评议员提的，公示到/u, '何金水')
    await village.expectBalance('何金水', { booked: 0, inNotice: 30 })
    await village.passes('12d')
    await village.expectBalance('何金水', { booked: 30 })
    await village.says('周大山', '给周大山加5分 辛苦', { to: '评议群' }).expectOnlyPrivate(/不能给自己家加分/u, '周大山')
  })
})
