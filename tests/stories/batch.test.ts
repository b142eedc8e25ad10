import assert from 'node:assert/strict'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

deck('成批审核', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
    for (const person of ['王秀英', '赵福贵', '李长顺']) await village.says(person, '报 扫路 1小时').replies()
  })
  afterEach(() => village.close())

  const states = () => Promise.all([1001, 1002, 1003].map((number) => village.stateOf(number)))

  it('approves all after showing the list, in one line, and nothing that came later', async () => {
    await village
      .says('周大山', '都同意', { to: '评议群' })
      .expectReply(/要通过这3件：\n#1001 王秀英 扫路 2分\n#1002 赵福贵 扫路 2分\n#1003 李长顺 扫路 2分\n1 全部通过/u, '评议群')
    assert.deepEqual(await states(), ['pending', 'pending', 'pending'])
    await village.says('何金水', '报 扫路 1小时').replies()
    const exchange = village.says('周大山', '1', { to: '评议群' })
    await exchange.expectReply(/#1001 王秀英 扫路 2分；#1002 赵福贵 扫路 2分；#1003 李长顺 扫路 2分 已通过，公示到12月2日/u, '评议群')
    assert.equal((await exchange.replies()).filter(({ to }) => to === '评议群').length, 1)
    assert.deepEqual(await states(), ['in-notice', 'in-notice', 'in-notice'])
    assert.equal(await village.stateOf(1004), 'pending')
  })

  it('does nothing when the list is not confirmed', async () => {
    await village.says('周大山', '都同意', { to: '评议群' }).replies()
    await village.says('周大山', '2', { to: '评议群' }).expectReply(/不办了/u)
    assert.deepEqual(await states(), ['pending', 'pending', 'pending'])
  })

  it('leaves out who is excepted, by name or number, and asks when the exception names nobody', async () => {
    await village.says('周大山', '除了李长顺那条，其他都同意', { to: '评议群' }).expectReply(/要通过这2件/u)
    await village.says('周大山', '1', { to: '评议群' }).replies()
    assert.deepEqual(await states(), ['in-notice', 'in-notice', 'pending'])
    await village.says('陈玉莲', '除了马玉芬那条，其他都同意', { to: '评议群' }).expectOnlyPrivate(/“马玉芬”是哪一件/u, '陈玉莲')
    await village.says('陈玉莲', '除了1003，其他都通过', { to: '评议群' }).expectOnlyPrivate(/没有可以一起通过的/u, '陈玉莲')
  })

  it('leaves out what needs proof, what was put aside and one’s own', async () => {
    await village.says('何金水', '报 献血 昨天').replies()
    await village.says('周大山', '报 扫路 1小时').replies()
    await village.says('周大山', '1003先放着', { to: '评议群' }).replies()
    const question = await village.says('周大山', '都同意', { to: '评议群' }).expectReply(/要通过这2件/u)
    assert.match(question.text, /要凭证的单独审：#1004/u)
    assert.match(question.text, /先放着的不在内：#1003/u)
    await village.says('周大山', '1', { to: '评议群' }).replies()
    assert.equal(await village.stateOf(1004), 'pending')
    assert.equal(await village.stateOf(1005), 'pending')
  })

  it('decides by the numbers of the last list', async () => {
    await village.says('周大山', '待审', { to: '评议群' }).expectReply(/^等您审的3件：\n1 #1001 .*\n2 #1002 .*\n3 #1003 /u)
    const exchange = village.says('周大山', '1通过 2驳回没证据 3改1分', { to: '评议群' })
    await exchange.expectReply(
      /#1001 王秀英 扫路 2分；#1003 李长顺 扫路 1分 已通过|#1001 王秀英 扫路 2分 已通过[\s\S]*#1003 李长顺 扫路 1分 已通过/u,
      '评议群',
    )
    await exchange.expectReply(/没有通过：没证据/u, '赵福贵')
    assert.deepEqual(await states(), ['in-notice', 'rejected', 'in-notice'])
    assert.deepEqual(await village.lines(/没证据/u, '评议群'), [])
  })

  it('wants a list before its numbers are used, and says which place it lacks', async () => {
    await village.says('周大山', '1通过 2驳回没证据', { to: '评议群' }).expectOnlyPrivate(/先发“待审”看清单/u, '周大山')
    await village.says('周大山', '待审', { to: '评议群' }).replies()
    const exchange = village.says('周大山', '1通过 9驳回没扫', { to: '评议群' })
    await exchange.expectReply(/#1001 王秀英 扫路 2分 已通过/u, '评议群')
    await exchange.expectReply(/只有3件，没有第9件/u, '周大山')
    await village.passes('25h')
    await village.says('周大山', '2通过 3驳回没扫', { to: '评议群' }).expectOnlyPrivate(/先发“待审”看清单/u, '周大山')
  })

  it('carries out what is right in a list of numbers, and tells the reviewer the rest', async () => {
    await village.says('周大山', '报 扫路 1小时').replies()
    const exchange = village.says('周大山', '1001 1004 1999 1002都过', { to: '评议群' })
    await exchange.expectReply(/#1001 王秀英 扫路 2分；#1002 赵福贵 扫路 2分 已通过/u, '评议群')
    await exchange.expectReply(/#1004是您自家的[\s\S]*没有#1999这个编号/u, '周大山')
    assert.deepEqual(await states(), ['in-notice', 'in-notice', 'pending'])
    assert.equal(await village.stateOf(1004), 'pending')
  })

  it('shows one card after the other', async () => {
    await village.says('周大山', '下一个', { to: '评议群' }).expectReply(/^待审#1001 王秀英/u, '评议群')
    await village.says('周大山', '下一个', { to: '评议群' }).expectReply(/^待审#1002 赵福贵/u, '评议群')
    const card = await village.line(/^待审#1002/u, '评议群')
    await village.says('周大山', '同意', { to: '评议群', quote: card }).expectReply(/#1002 赵福贵 扫路 2分 已通过/u)
    await village.says('陈玉莲', '1001 1003都过', { to: '评议群' }).replies()
    await village.says('周大山', '下一个', { to: '评议群' }).expectReply(/没有等您审的了/u)
  })

  it('keeps a delegation until its day, which gives no right', async () => {
    await village.says('周大山', '这周我外出，待审的让陈玉莲替我', { to: '评议群' }).expectReply(/到11月22日，您的待审请陈玉莲看着/u)
    await village.says('陈玉莲', '报 扫路 1小时').replies()
    await village.says('陈玉莲', '待审', { to: '评议群' }).expectReply(/等您审的3件（周大山外出，请您替看）/u)
    await village.says('陈玉莲', '1004通过', { to: '评议群' }).expectOnlyPrivate(/自家的/u, '陈玉莲')
    await village.passes('1d')
    await village.says('陈玉莲', '待审', { to: '评议群' }).expectReply(/等您审的3件：/u)
  })

  it('takes a delegation back', async () => {
    await village.says('周大山', '取消委托', { to: '评议群' }).expectOnlyPrivate(/没有委托过/u, '周大山')
    await village.says('周大山', '这周我外出，待审的让陈玉莲替我', { to: '评议群' }).replies()
    await village.says('周大山', '取消委托', { to: '评议群' }).expectReply(/委托已取消/u)
    await village.says('陈玉莲', '待审', { to: '评议群' }).expectReply(/等您审的3件：/u)
  })

  it('turns the pages of a long list, numbered on', async () => {
    for (const person of ['何金水', '马玉芬', '郑小军', '罗满仔'])
      for (const deed of ['扫路 1小时', '植树']) await village.says(person, `报 ${deed}`).replies()
    await village.says('周大山', '待审', { to: '评议群' }).expectReply(/等您审的11件：[\s\S]*\n10 #1010 .*\n还有1件，发“待审 2”。/u)
    await village.says('周大山', '待审 2', { to: '评议群' }).expectReply(/^等您审的11件：\n11 #1011 /u)
    await village.says('周大山', '10通过 11驳回没做', { to: '评议群' }).replies()
    assert.deepEqual([await village.stateOf(1010), await village.stateOf(1011)], ['in-notice', 'rejected'])
  })

  it('asks how long, and wants a reviewer', async () => {
    await village
      .says('周大山', '我外出，待审的让陈玉莲替我', { to: '评议群' })
      .expectReply(/委托到哪天？1 11月22日　2 11月29日　3 11月30日/u)
    await village.says('周大山', '2', { to: '评议群' }).expectReply(/到11月29日/u, '陈玉莲')
    await village.says('周大山', '这周我外出，待审的让王秀英替我', { to: '评议群' }).expectOnlyPrivate(/王秀英不是评议员/u, '周大山')
  })
})
