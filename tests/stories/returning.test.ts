import assert from 'node:assert/strict'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

deck('要证、补充、先放、回避', (open) => {
  let village: TestVillage
  let card: string
  beforeEach(async () => {
    village = await open()
    await village.says('王秀英', '报 扫路 2小时').replies()
    card = await village.line(/待审#1001/u, '评议群')
  })
  afterEach(() => village.close())

  it('returns a report for proof: the villager hears what and until when, the room only that somebody sees to it', async () => {
    const exchange = village.says('周大山', '照片补一张来', { to: '评议群', quote: card })
    await exchange.expectReply(/#1001 王秀英 扫路 4分 还要补：照片。\n.*12月22日前/u, '王秀英')
    await exchange.expectReply(/^#1001 已有人在办。$/u, '评议群')
    assert.deepEqual(await village.lines(/还要补|照片/u, '评议群'), [])
    assert.equal(await village.stateOf(1001), 'returned')
    await village.says('陈玉莲', '1001通过', { to: '评议群' }).expectOnlyPrivate(/等补充，不用再审/u, '陈玉莲')
  })

  it('puts a supplemented report back to the reviewers with a new card', async () => {
    await village.says('周大山', '照片补一张来', { to: '评议群', quote: card }).replies()
    await village.says('王秀英', '1001号审到哪一步了', { to: 'bot' }).expectReply(/等补充。\n要补：照片，12月22日前/u, '王秀英')
    const exchange = village.says('王秀英', '补充：扫的是村口到学校那段')
    await exchange.expectReply(/待审#1001 王秀英 扫路 4分（已补充）[\s\S]*扫的是村口到学校那段/u, '评议群')
    await exchange.expectReply(/#1001 的补充收到了/u, '王秀英')
    await village.says('陈玉莲', '1001通过', { to: '评议群' }).expectReply(/#1001 王秀英 扫路 4分 已通过/u)
  })

  it('takes words for a report that still waits, and only from whose it is', async () => {
    await village.says('王秀英', '补充 #1001 照片补上了').expectReply(/#1001 补充：“照片补上了”/u, '评议群')
    await village.says('赵福贵', '补充 #1001 照片补上了').expectOnlyPrivate(/补充不了/u, '赵福贵')
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.says('王秀英', '补充 #1001 照片补上了').expectOnlyPrivate(/已通过，正在公示，不用补充了/u, '王秀英')
    await village.says('赵福贵', '补充：扫的是村口到学校那段').expectOnlyPrivate(/没有在等审核的申报/u, '赵福贵')
  })

  it('puts a report aside for one reviewer, unheard by the others', async () => {
    await village.says('周大山', '1001先放着', { to: '评议群' }).expectOnlyPrivate(/先放着，发“待审”随时能看到/u, '周大山')
    assert.equal(await village.stateOf(1001), 'pending')
    await village.says('周大山', '待审', { to: '评议群' }).expectReply(/1 #1001/u)
    await village.says('周大山', '撤', { to: '评议群' }).expectOnlyPrivate(/您刚才那句已撤/u, '周大山')
    await village.says('陈玉莲', '1001通过', { to: '评议群' }).expectReply(/已通过/u)
  })

  it('lets a reviewer step back, who then cannot decide', async () => {
    await village.says('周大山', '1001我回避', { to: '评议群' }).expectOnlyPrivate(/#1001 王秀英 扫路 4分 您已回避/u, '周大山')
    await village.says('周大山', '待审', { to: '评议群' }).expectReply(/没有等您审的/u)
    await village.says('周大山', '1001通过', { to: '评议群' }).expectOnlyPrivate(/您已经回避/u, '周大山')
    await village.says('周大山', '1001驳回 没扫', { to: '评议群' }).expectOnlyPrivate(/您已经回避/u, '周大山')
    await village.says('陈玉莲', '1001通过', { to: '评议群' }).expectReply(/已通过/u)
    await village.says('陈玉莲', '1001我回避', { to: '评议群' }).expectOnlyPrivate(/不用再审/u, '陈玉莲')
  })

  it('takes a request for proof back within ten minutes', async () => {
    await village.says('周大山', '照片补一张来', { to: '评议群', quote: card }).replies()
    await village.says('周大山', '撤', { to: '评议群' }).expectReply(/不用补了/u, '王秀英')
    assert.equal(await village.stateOf(1001), 'pending')
  })

  it('points to an objection and a reversal when it is too late to take back', async () => {
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.passes('11m')
    await village.says('周大山', '撤', { to: '评议群' }).expectOnlyPrivate(/没有可撤的审核。#1001有不对.*异议 #1001.*冲正/u, '周大山')
    await village.passes('11d')
    await village.says('周大山', '撤', { to: '评议群' }).expectOnlyPrivate(/已入账，要走冲正/u, '周大山')
  })

  it('refuses all of it to who is no reviewer', async () => {
    await village.says('赵福贵', '1001先放着').expectOnlyPrivate(/审核由评议员来做/u, '赵福贵')
  })
})
