import assert from 'node:assert/strict'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

deck('从一句话到入账', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
  })
  afterEach(() => village.close())

  it('GY-8 books points only after the notice ends unopposed', async () => {
    await village.says('王秀英', '报 扫路 2小时').expectReply(/#1001.*待审/u, '村民群')
    const card = await village.line(/待审#1001 王秀英 扫路 4分/u, '评议群')
    await village
      .says('周大山', '同意', { to: '评议群', quote: card })
      .expectReply(/#1001 王秀英 扫路 4分 已通过.*公示.*10分钟内可回“撤”/u, '评议群')
    await village.expectBalance('王秀英', { booked: 0, inNotice: 4 })
    await village.says('王秀英', '查分').expectReply(/已入账0分，公示中4分/u)
    await village.passes('11d')
    await village.expectBalance('王秀英', { booked: 4, inNotice: 0 })
    await village.says('王秀英', '查分').expectReply(/已入账4分/u)
  })

  it('lets nobody but a reviewer approve', async () => {
    await village.says('王秀英', '报 扫路 2小时').replies()
    const receipt = await village.line(/#1001/u, '村民群')
    await village.says('赵福贵', '同意', { quote: receipt }).expectSilence()
    await village.says('赵福贵', '1001通过').expectOnlyPrivate(/审核由评议员/u, '赵福贵')
    assert.equal(await village.stateOf(1001), 'pending')
  })

  it('approves the only waiting case by a bare word in the panel, and echoes it', async () => {
    await village.says('王秀英', '报 扫路 2小时').replies()
    await village.says('陈玉莲', '同意', { to: '评议群' }).expectReply(/#1001 王秀英 扫路 4分 已通过/u, '评议群')
    assert.equal(await village.stateOf(1001), 'in-notice')
    await village.says('陈玉莲', '撤', { to: '评议群' }).expectReply(/#1001.*回到待审/u, '评议群')
    assert.equal(await village.stateOf(1001), 'pending')
  })

  it('posts one ranking at the end of the month and one notice at the end of the quarter', async () => {
    await village.says('王秀英', '报 扫路 2小时').replies()
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    const { ran } = await village.until('2027-01-02')
    assert.deepEqual(
      ran.filter(({ job }) => job === 'rank-month'),
      [
        { job: 'rank-month', period: '2026-11' },
        { job: 'rank-month', period: '2026-12' },
      ],
    )
    assert.deepEqual(
      ran.filter(({ job }) => job === 'notice-quarter'),
      [{ job: 'notice-quarter', period: '2026Q4' }],
    )
    assert.equal((await village.lines(/12月.*积分榜/u, '村民群')).length, 1)
  })
})
