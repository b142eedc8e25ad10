import assert from 'node:assert/strict'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

deck('异议', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
    await village.says('王秀英', '报 扫路 2小时').replies()
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
  })
  afterEach(() => village.close())

  it('is on the list of what waits, except for the household it is about', async () => {
    await village.says('陈玉莲', '报 扫路 2小时').replies()
    await village.says('周大山', '1002通过', { to: '评议群' }).replies()
    await village.says('赵福贵', '异议 1002 没看到扫').replies()
    await village.says('谢开元', '待审', { to: '评议群' }).expectReply(/没有等您审的。\n等答复的异议：#1003（最迟11月25日）/u)
    await village.says('陈玉莲', '待审', { to: '评议群' }).expectReply(/没有等您审的。$/u)
    await village.says('谢开元', '1003维持 有照片为证', { to: '评议群' }).replies()
    await village.says('谢开元', '待审', { to: '评议群' }).expectReply(/没有等您审的。$/u)
  })

  it('stops booking until it is answered, and books when the case stands', async () => {
    await village.says('李长顺', '异议 #1001 那天没扫').expectReply(/异议#1002已收到.*先停止入账/u)
    await village.passes('11d')
    await village.expectBalance('王秀英', { booked: 0, inNotice: 4 })
    await village.says('陈玉莲', '1002维持 照片核过了', { to: '评议群' }).expectReply(/异议#1002：核实后维持，照片核过了/u, '李长顺')
    await village.passes('1d')
    await village.expectBalance('王秀英', { booked: 4, inNotice: 0 })
  })

  it('corrects the points and starts the notice anew', async () => {
    await village.says('李长顺', '异议 #1001 只扫了一个小时').replies()
    await village.passes('5d')
    const card = await village.line(/异议#1002/u, '评议群')
    await village.says('陈玉莲', '属实，改2分', { to: '评议群', quote: card }).expectReply(/#1001改为2分，重新公示到12月7日/u, '李长顺')
    await village.until('2026-12-05')
    await village.expectBalance('王秀英', { booked: 0, inNotice: 2 })
    await village.until('2026-12-09')
    await village.expectBalance('王秀英', { booked: 2, inNotice: 0 })
  })

  it('takes a noticed case back', async () => {
    await village.says('李长顺', '异议 #1001 记错了户').replies()
    await village.says('陈玉莲', '1002撤销 记错了户', { to: '评议群' }).expectReply(/#1001撤销，不计分/u, '李长顺')
    await village.passes('11d')
    await village.expectBalance('王秀英', { booked: 0, inNotice: 0 })
  })

  it('reverses a booked case by the exact negative, once', async () => {
    await village.passes('11d')
    await village.expectBalance('王秀英', { booked: 4 })
    await village.says('李长顺', '异议 #1001 那天没扫').expectReply(/已入账，核实有误会冲正/u)
    await village.says('陈玉莲', '1002撤销 查实没扫', { to: '评议群' }).replies()
    await village.expectBalance('王秀英', { booked: 0 })
    const { entries } = await village.port.ledger()
    assert.equal(entries.length, 2)
    assert.equal(entries[1]?.reverses, 1)
    await village.says('陈玉莲', '1002撤销', { to: '评议群' }).expectOnlyPrivate(/已经答复过/u, '陈玉莲')
  })

  it('lets nobody of the household answer it', async () => {
    await village.says('谢开元', '报 扫路 1小时').replies()
    await village.says('周大山', '1002通过', { to: '评议群' }).replies()
    await village.says('李长顺', '异议 #1002 没去').replies()
    await village.says('谢开元', '1003维持 我去了', { to: '评议群' }).expectOnlyPrivate(/和您自家有关|自家的/u, '谢开元')
    assert.equal(await village.stateOf(1003), 'open')
  })

  it('is not answered by a reviewer who has stepped back', async () => {
    await village.says('李长顺', '异议 #1001 那天没扫').replies()
    await village.says('陈玉莲', '1002我回避', { to: '评议群' }).replies()
    await village.says('陈玉莲', '1002维持 照片核过了', { to: '评议群' }).expectOnlyPrivate(/回避/u, '陈玉莲')
    assert.equal(await village.stateOf(1002), 'open')
    await village.says('谢开元', '1002维持 照片核过了', { to: '评议群' }).expectReply(/核实后维持/u, '李长顺')
  })

  it('asks what an objection is about that says nothing', async () => {
    await village.says('李长顺', '异议').expectOnlyPrivate(/对哪一件有异议/u, '李长顺')
    assert.equal(await village.stateOf(1002), undefined)
  })

  it('takes one objection of a person to a case at a time, to which words can be added', async () => {
    await village.says('李长顺', '异议 #1001 那天没扫').replies()
    await village.says('李长顺', '异议 #1001 就是没扫').expectOnlyPrivate(/异议#1002还在办/u, '李长顺')
    await village.says('何金水', '异议 #1001 只扫了半截').expectReply(/异议#1003已收到/u)
    await village.says('李长顺', '补充：#1002 他那天在县城').expectReply(/^异议#1002 补充：“他那天在县城”$/u, '评议群')
    await village.says('何金水', '补充：#1002 他那天在县城').expectOnlyPrivate(/不是您提的/u, '何金水')
    await village.says('李长顺', '补充 #1002', { to: 'bot' }).expectReply(/补充什么/u, '李长顺')
    await village.says('李长顺', '问扫地的老周就晓得', { to: 'bot' }).expectReply(/补充：“问扫地的老周就晓得”/u, '评议群')
  })

  it('asks why an objection is answered by a bare word, and tells the objector in the reviewer’s own words', async () => {
    await village.says('李长顺', '异议 #1001 那天没扫').replies()
    await village.says('陈玉莲', '1002维持', { to: '评议群' }).expectReply(/为什么这样答复/u, '评议群')
    assert.equal(await village.stateOf(1002), 'open')
    await village.says('陈玉莲', '签到表上有他', { to: '评议群' }).expectReply(/核实后维持，签到表上有他/u, '李长顺')
    await village.says('何金水', '异议 #1001 记错了户').replies()
    const card = await village.line(/异议#1003/u, '评议群')
    await village.says('谢开元', '确实重复了，撤销', { to: '评议群', quote: card }).expectReply(/核实后撤销：确实重复了/u, '王秀英')
  })

  it('makes up for what was never recorded', async () => {
    await village.says('何金水', '异议 漏记我家扫路一次').expectReply(/异议#1002已收到/u)
    const card = await village.line(/异议#1002/u, '评议群')
    await village.says('陈玉莲', '属实，补2分', { to: '评议群', quote: card }).expectReply(/补记2分（#1003）/u, '何金水')
    await village.passes('11d')
    await village.expectBalance('何金水', { booked: 2 })
  })
})
