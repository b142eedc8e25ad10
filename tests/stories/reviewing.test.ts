import assert from 'node:assert/strict'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

deck('审核', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
    await village.says('王秀英', '报 扫路 2小时').replies()
  })
  afterEach(() => village.close())

  it('answers a number that does not exist with a clear sentence', async () => {
    await village.says('陈玉莲', '1999通过', { to: '评议群' }).expectOnlyPrivate(/没有#1999这个编号/u, '陈玉莲')
  })

  it('lets nobody decide for their own household', async () => {
    await village.says('陈玉莲', '报 扫路 1小时').replies()
    await village.says('陈玉莲', '1002通过', { to: '评议群' }).expectOnlyPrivate(/自家的，按规矩要回避/u, '陈玉莲')
    assert.equal(await village.stateOf(1002), 'pending')
  })

  it('lets nobody approve what they reported for somebody', async () => {
    await village.says('周大山', '代报 郑小军 扫路 1小时').replies()
    await village.says('周大山', '1002通过', { to: '评议群' }).expectOnlyPrivate(/您代报的/u, '周大山')
  })

  it('approves once: the second yes changes nothing', async () => {
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.says('陈玉莲', '1001通过', { to: '评议群' }).expectOnlyPrivate(/已通过，正在公示，不用再审/u, '陈玉莲')
    await village.expectBalance('王秀英', { inNotice: 4 })
  })

  it('lets one of two reviewers at once win', async () => {
    const both = await Promise.all(['周大山', '陈玉莲'].map((reviewer) => village.says(reviewer, '1001通过', { to: '评议群' }).replies()))
    assert.equal(both.flat().filter(({ text }) => /#1001.*已通过，公示到.*可回“撤”/u.test(text)).length, 1)
    await village.expectBalance('王秀英', { inNotice: 4 })
  })

  it('rejects with a reason that only the villager hears', async () => {
    await village.says('周大山', '1001驳回 没扫完', { to: '评议群' }).expectReply(/没有通过：没扫完/u, '王秀英')
    assert.deepEqual((await village.lines(/没扫完|没有通过/u, '评议群')).length, 0)
    assert.equal(await village.stateOf(1001), 'rejected')
  })

  it('asks for the reason of a no', async () => {
    const card = await village.line(/待审#1001/u, '评议群')
    await village.says('周大山', '不行', { to: '评议群', quote: card }).expectReply(/为什么不行/u)
    assert.equal(await village.stateOf(1001), 'pending')
    await village.says('周大山', '那段路不是公共的', { to: '评议群' }).expectReply(/没有通过：那段路不是公共的/u, '王秀英')
  })

  it('approves with other points, within bounds', async () => {
    await village.says('周大山', '1001改3分', { to: '评议群' }).expectReply(/#1001 王秀英 扫路 3分 已通过/u)
    await village.expectBalance('王秀英', { inNotice: 3 })
    await village.says('赵福贵', '报 扫路 1小时').replies()
    await village.says('周大山', '1002改9000分', { to: '评议群' }).expectOnlyPrivate(/只能给/u, '周大山')
  })

  it('asks for the number when several wait', async () => {
    await village.says('赵福贵', '报 扫路 1小时').replies()
    await village.says('周大山', '同意', { to: '评议群' }).expectOnlyPrivate(/有2件待审/u, '周大山')
    await village.says('周大山', '待审').expectOnlyPrivate(/#1001[\s\S]*#1002/u, '周大山')
  })

  it('takes 取消 with the number for giving up, not for a reason', async () => {
    await village.says('周大山', '1001不通过', { to: '评议群' }).expectReply(/为什么不行/u)
    await village.says('周大山', '取消1001', { to: '评议群' }).expectReply(/这条不办了/u)
    await village.expectBalance('王秀英', { pending: 4 })
  })

  it('takes a decision back within ten minutes and not later', async () => {
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.says('周大山', '撤', { to: '评议群' }).expectReply(/回到待审/u)
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.passes('11m')
    await village.says('周大山', '撤', { to: '评议群' }).expectOnlyPrivate(/没有可撤的审核/u, '周大山')
    assert.equal(await village.stateOf(1001), 'in-notice')
  })

  it('lets a reviewer take an own report back like anybody', async () => {
    await village.says('谢开元', '报 扫路 1小时').replies()
    await village.says('谢开元', '撤回').expectReply(/#1002.*已撤回/u)
    assert.equal(await village.stateOf(1002), 'withdrawn')
    assert.equal(await village.stateOf(1001), 'pending')
  })

  it('does not take talk for review', async () => {
    await village.says('周大山', '晚上吃火锅同意的举手', { to: '评议群' }).expectSilence()
    await village.says('周大山', '同意').expectSilence()
    await village.says('赵福贵', '今天天气真好').expectSilence()
    assert.equal(await village.stateOf(1001), 'pending')
  })
})
