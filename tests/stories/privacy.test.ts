import assert from 'node:assert/strict'
import { closeWhole } from '../close-whole.ts'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

deck('我的资料、退出、换绑', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
    await village.says('王秀英', '报 扫路 2小时').replies()
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
  })
  afterEach(() => closeWhole(village))

  it('tells a person in private, in four lines, what is kept and for how long', async () => {
    const { text } = await village.says('王秀英', '导出我的资料').expectReply(/姓名王秀英，1组.*1件/u, '王秀英')
    assert.ok(text.split('\n').length <= 4)
    assert.match(text, /留到您要求删除为止/u)
    assert.deepEqual(await village.lines(/姓名王秀英/u, '村民群'), [])
  })

  it('names nobody who does not want it, from then on', async () => {
    await village.says('王秀英', '我的名字不要公开').expectReply(/公示只写“1组一户”/u, '王秀英')
    await village.until('2026-11-22', '20:00')
    await village.line(/今天新公示1件：\n#1001 1组一户 扫路 4分/u, '村民群')
    await village.says('王秀英', '可以公开我的名字').expectReply(/公示写“王秀英”/u, '王秀英')
  })

  it('MIN-7 lets one leave by a word, without a reason; what was earned stays', async () => {
    await village.says('王秀英', '我要退出积分').expectReply(/确定退出吗/u)
    await village.says('王秀英', '1').expectReply(/已退出，您家的积分都留着/u, '王秀英')
    await village.says('王秀英', '查分', { to: 'bot' }).expectReply(/还没有绑定/u, '王秀英')
    await village.passes('11d')
    await village.expectBalance('王秀英', { booked: 4 })
  })

  it('stays when the answer is no, and lets no office walk away', async () => {
    await village.says('王秀英', '我要退出积分', { to: 'bot' }).replies()
    await village.says('王秀英', '2', { to: 'bot' }).replies()
    await village.says('王秀英', '查分', { to: 'bot' }).expectReply(/公示中4分/u)
    await village.says('周大山', '我要退出积分', { to: 'bot' }).expectReply(/您还是评议员/u, '周大山')
  })

  it('forgets a person when a cadre agrees; the ledger stays whole', async () => {
    await village.passes('11d')
    await village.says('王秀英', '把我的信息删了', { to: 'bot' }).expectReply(/恢复不了/u)
    await village.says('王秀英', '1', { to: 'bot' }).expectReply(/提议#1002 王秀英：王秀英要求退出并删除个人信息/u, '干部群')
    await village.says('罗秀珍', '1002同意', { to: '干部群' }).expectReply(/已经删除/u, '王秀英')
    const { id } = await village.current()
    const person = await village.database.reader.read(id, (stores) => stores.register.person('王秀英'))
    assert.notEqual(person?.name, '王秀英')
    const { problems } = await village.database.verifyLedger(id, 0)
    assert.deepEqual(problems, [])
    const { booked } = await village.balance('王秀英')
    assert.equal(booked, 4)
  })

  it('takes back a binding that waits for somebody who is forgotten', async () => {
    await village.says('杨帆', '换微信了 绑定 1组 王秀英', { to: 'bot' }).expectReply(/微信“杨帆”说是您换的新号/u, '王秀英')
    await village.says('王秀英', '把我的信息删了', { to: 'bot' }).replies()
    await village.says('王秀英', '1', { to: 'bot' }).expectReply(/提议#1003/u, '干部群')
    await village.says('罗秀珍', '1003同意', { to: '干部群' }).expectReply(/绑定没有确认/u, '杨帆')
    assert.equal(await village.stateOf(1002), 'withdrawn')
    await village.says('谢开元', '1002同意', { to: '评议群' }).expectOnlyPrivate(/不用再审/u, '谢开元')
    await village.says('杨帆', '查分', { to: 'bot' }).expectReply(/还没有绑定/u, '杨帆')
  })

  it('ends somebody’s binding by the bookkeeper; it is made anew like any other', async () => {
    await village.says('周大山', '解绑王秀英', { to: '评议群' }).expectOnlyPrivate(/替别人解绑要会计来办/u, '周大山')
    await village.says('罗秀珍', '解绑王秀英', { to: '评议群' }).expectReply(/王秀英的微信已解绑/u)
    await village.says('王秀英', '查分', { to: 'bot' }).expectReply(/还没有绑定/u, '王秀英')
    await village.says('罗秀珍', '解绑黄阿婆', { to: '评议群' }).expectOnlyPrivate(/没有绑定微信/u, '罗秀珍')
    await village.says('王秀英', '绑定 1组 王秀英', { to: 'bot' }).replies()
    await village.says('王秀英', '1', { to: 'bot' }).expectReply(/绑定#1002/u, '评议群')
    await village.says('罗秀珍', '1002同意', { to: '评议群' }).expectReply(/绑定好了/u, '王秀英')
  })

  it('moves a binding to a new contact: the old one hears of it, and stops when it is confirmed', async () => {
    await village.says('杨帆', '换微信了 绑定 1组 王秀英', { to: 'bot' }).expectReply(/微信“杨帆”说是您换的新号/u, '王秀英')
    await village.says('杨帆', '查分', { to: 'bot' }).expectReply(/还没有绑定/u, '杨帆')
    await village.says('王秀英', '查分', { to: 'bot' }).expectReply(/公示中4分/u)
    const card = await village.line(/绑定#1002 微信“杨帆”说是1组王秀英换的新号/u, '评议群')
    await village.says('谢开元', '同意', { to: '评议群', quote: card }).expectReply(/这个号停用了/u, '王秀英')
    await village.says('杨帆', '查分', { to: 'bot' }).expectReply(/公示中4分/u)
    await village.says('王秀英', '查分', { to: 'bot' }).expectReply(/还没有绑定/u, '王秀英')
  })

  it('leaves a split of households to the cadres', async () => {
    await village.says('王秀英', '我们分家了，以后各算各的', { to: 'bot' }).expectReply(/找会计办/u, '王秀英')
  })
})
