import assert from 'node:assert/strict'
import { closeWhole } from '../close-whole.ts'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

deck('申诉', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
    await village.says('王秀英', '报 扫路 2小时').replies()
  })
  afterEach(() => closeWhole(village))

  const rejected = () => village.says('周大山', '1001驳回 没扫完', { to: '评议群' }).replies()
  const objected = async () => {
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.says('李长顺', '异议 #1001 那天没扫').replies()
  }

  it('puts a rejected report before a reviewer who has not decided it', async () => {
    await rejected()
    await village.says('王秀英', '申诉 #1001 我扫完了有照片').expectReply(/#1001的申诉已收到，由没经手的评议员11月25日前答复/u, '村民群')
    const card = await village.line(/待审#1001 王秀英 扫路 4分（申诉，换没审过的评议员审）/u, '评议群')
    await village.says('周大山', '不行 就是没扫完', { to: '评议群', quote: card }).expectOnlyPrivate(/您经手过/u, '周大山')
    await village.says('陈玉莲', '同意', { to: '评议群', quote: card }).expectReply(/已通过/u)
    await village.expectBalance('王秀英', { inNotice: 4 })
  })

  it('hears an appeal once, in time, of the household concerned', async () => {
    await village.says('王秀英', '申诉 #1001 我扫完了').expectOnlyPrivate(/#1001 待审，不用申诉/u, '王秀英')
    await rejected()
    await village.says('李长顺', '申诉 #1001 她扫完了').expectOnlyPrivate(/不是您家的/u, '李长顺')
    await village.says('王秀英', '申诉 #1001 我扫完了').replies()
    await village.says('陈玉莲', '1001驳回 照片是旧的', { to: '评议群' }).replies()
    assert.equal(await village.stateOf(1001), 'rejected')
    await village.says('王秀英', '申诉 #1001 照片是新的').expectOnlyPrivate(/申诉期过了，或已经答复过/u, '王秀英')
    await village.says('王秀英', '申诉 #1999 不服').expectOnlyPrivate(/没有#1999/u, '王秀英')
    await village.says('王秀英', '申诉').expectOnlyPrivate(/写上编号/u, '王秀英')
  })

  it('comes too late after the days of the scheme', async () => {
    await rejected()
    await village.passes('11d')
    await village.says('王秀英', '申诉 #1001 我扫完了').expectOnlyPrivate(/申诉期过了/u, '王秀英')
  })

  it('holds the case up again until somebody else answers the objection for good', async () => {
    await objected()
    await village.says('陈玉莲', '1002维持 照片核过了', { to: '评议群' }).replies()
    assert.equal(await village.stateOf(1001), 'in-notice')
    await village.says('王秀英', '申诉 #1002 不服').expectOnlyPrivate(/异议#1002不是您提的/u, '王秀英')
    await village.says('李长顺', '申诉 #1002 照片是去年的').expectReply(/#1002的申诉已收到/u)
    assert.equal(await village.stateOf(1001), 'objected')
    const card = await village.line(/异议#1002 李长顺 不服答复，申诉/u, '评议群')
    await village.says('陈玉莲', '维持 没错', { to: '评议群', quote: card }).expectOnlyPrivate(/您经手过/u, '陈玉莲')
    await village
      .says('谢开元', '维持 当天我在场', { to: '评议群', quote: card })
      .expectReply(/申诉核实后维持，当天我在场，到此办结/u, '李长顺')
    assert.equal(await village.stateOf(1002), 'closed')
    await village.passes('11d')
    await village.expectBalance('王秀英', { booked: 4 })
  })

  it('reverses on appeal what was maintained', async () => {
    await objected()
    await village.says('陈玉莲', '1002维持 照片核过了', { to: '评议群' }).replies()
    await village.passes('9d')
    await village.says('李长顺', '申诉 #1002 照片是去年的').replies()
    await village.passes('3d')
    await village.expectBalance('王秀英', { booked: 0, inNotice: 4 })
    await village.says('谢开元', '1002撤销 照片是去年的', { to: '评议群' }).expectReply(/#1001撤销，不计分/u, '李长顺')
    await village.expectBalance('王秀英', { inNotice: 0 })
    assert.equal(await village.stateOf(1002), 'closed')
  })

  it('lets the objector take it back before it is answered, and nobody else', async () => {
    await objected()
    await village.says('王秀英', '撤回 #1002').expectOnlyPrivate(/异议#1002不是您提的/u, '王秀英')
    await village.says('李长顺', '撤回 #1002').expectReply(/异议#1002已撤回/u)
    assert.equal(await village.stateOf(1001), 'in-notice')
    await village.says('李长顺', '撤回 #1002').expectOnlyPrivate(/不能撤回/u, '李长顺')
    await village.passes('11d')
    await village.expectBalance('王秀英', { booked: 4 })
  })

  it('reminds panel and cadres of an answer that is overdue, once a day', async () => {
    await objected()
    await village.until('2026-11-25', '12:00')
    assert.deepEqual(await village.lines(/到期要答复/u, '评议群'), [])
    await village.until('2026-11-26', '12:00')
    assert.equal((await village.lines(/异议、申诉到期要答复：#1002/u, '评议群')).length, 1)
    assert.equal((await village.lines(/超期没答复：#1002/u, '陈国栋')).length, 1)
  })
})
