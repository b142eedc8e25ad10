import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

deck('查询、绑定', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
  })
  afterEach(() => village.close())

  it('shows the statement in private', async () => {
    await village.says('王秀英', '报 扫路 2小时').replies()
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.passes('11d')
    await village.says('王秀英', '明细').expectReply(/#1001 扫路 \+4/u, '王秀英')
    await village.says('王秀英', '明细 11月', { to: 'bot' }).expectReply(/还没有入账/u, '王秀英')
  })

  it('shows the top and one’s own place, never the last', async () => {
    for (const [person, hours] of [
      ['王秀英', 3],
      ['赵福贵', 2],
      ['李长顺', 1],
    ] as const)
      await village.says(person, `报 扫路 ${String(hours)}小时`).replies()
    for (const number of [1001, 1002, 1003]) await village.says('周大山', `${String(number)}通过`, { to: '评议群' }).replies()
    await village.passes('11d')
    await village.says('李长顺', '排名').expectReply(/1 王秀英家 6分.*\n您家第3名，2分/u)
    await village.says('李长顺', '谁倒数第一').expectOnlyPrivate(/不排倒数/u, '李长顺')
    await village.says('李长顺', '排名 倒数').expectOnlyPrivate(/不排倒数/u, '李长顺')
  })

  it('tells where a case stands', async () => {
    await village.says('王秀英', '报 扫路 2小时').replies()
    await village.says('王秀英', '1001号审到哪一步了').expectReply(/#1001 王秀英 扫路 4分：待审/u)
    await village.says('赵福贵', '1001号审到哪一步了').expectOnlyPrivate(/还没有公示/u, '赵福贵')
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.says('赵福贵', '1001号审到哪一步了').expectReply(/正在公示，到12月2日/u)
  })

  it('binds a newcomer when the bookkeeper confirms', async () => {
    await village.says('杨帆', '绑定 5组 黄阿婆', { to: 'bot' }).expectReply(/公示时能写您的姓名吗/u, '杨帆')
    await village.says('杨帆', '1', { to: 'bot' }).expectReply(/绑定#1001 微信“杨帆”说是5组黄阿婆/u, '评议群')
    await village.says('王秀英', '1001通过').expectOnlyPrivate(/审核由评议员|绑定由会计/u, '王秀英')
    const card = await village.line(/绑定#1001/u, '评议群')
    await village.says('罗秀珍', '同意', { to: '评议群', quote: card }).expectReply(/绑定好了/u, '杨帆')
    await village.says('杨帆', '查分').expectReply(/黄阿婆家/u)
  })

  it('tells a stranger who asks in private to take part how to, and stays silent to advertisers', async () => {
    await village.says('杨帆', '我也想参加', { to: 'bot' }).expectReply(/还没有绑定。发“绑定 2组 您的姓名”/u, '杨帆')
    await village.says('杨帆', '专业贷款，秒到账，加我微信', { to: 'bot' }).expectSilence()
  })

  it('refuses a binding to nobody, and to somebody who is bound', async () => {
    await village.says('杨帆', '绑定 3组 杨帆', { to: 'bot' }).expectReply(/名册里没有/u, '杨帆')
    await village.says('杨帆', '绑定 1组 王秀英', { to: 'bot' }).expectReply(/已经绑定了别的微信/u, '杨帆')
    await village.says('王秀英', '绑定 1组 王秀英', { to: 'bot' }).expectReply(/已经绑定为/u, '王秀英')
  })

  it('helps by role in at most four lines', async () => {
    await village.says('王秀英', '帮助').expectReply(/^您可以这样说：(\n.+){1,3}$/u)
    await village.says('周大山', '帮助', { to: '评议群' }).expectReply(/1001通过/u)
  })
})
