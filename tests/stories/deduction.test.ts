import assert from 'node:assert/strict'
import { closeWhole } from '../close-whole.ts'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

/** Rooms in which no deduction is ever spoken of. */
const rooms = ['村民群', '评议群', '干部群']

deck('扣分', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
    await village.says('马玉芬', '报 扫路 2小时').replies()
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.passes('11d')
    await village.expectBalance('马玉芬', { booked: 4 })
  })
  afterEach(async () => {
    for (const room of rooms)
      assert.deepEqual(await village.lines(/(?:扣|整改|乱扔|垃圾).*马玉芬|马玉芬.*(?:扣|整改|乱扔|垃圾)/u, room), [])
    await closeWhole(village)
  })

  const proposes = () => village.says('周大山', '给马玉芬扣2分 往河里倒了两桶垃圾', { to: '评议群' }).replies()

  /** the re-check has come, and nothing is mended */
  const decides = async () => {
    await proposes()
    await village.passes('14d')
    await village
      .says('陈玉莲', '1002同意', { to: '评议群' })
      .expectReply(/扣分决定#1002：.*没有改好.*往河里倒了两桶垃圾.*扣2分。\n.*前不服发“申诉 #1002/u, '马玉芬')
    assert.equal(await village.stateOf(1002), 'decided')
  }

  it('goes the whole way: private notice, re-check, second household, appeal window, ledger', async () => {
    const replies = await proposes()
    assert.ok(replies.some(({ to, text }) => to === '马玉芬' && /整改通知书#1002[\s\S]*12月17日前改好[\s\S]*申诉 #1002/u.test(text)))
    assert.ok(replies.some(({ to, text }) => to === '周大山' && /整改通知书已私下送到/u.test(text)))
    assert.deepEqual(
      replies.filter(({ to }) => rooms.includes(to)).map(({ text }) => text),
      ['已私信您。'],
    )
    await village.passes('13d')
    await village.says('陈玉莲', '1002同意', { to: 'bot' }).expectReply(/期限到12月17日/u, '陈玉莲')
    await village.passes('1d')
    await village.line(/^#1002 有一件要复查/u, '评议群')
    await village.line(/扣分#1002 马玉芬 乱扔垃圾 -2分 整改到期[\s\S]*1002同意/u, '陈玉莲')
    await village.says('周大山', '1002同意', { to: '评议群' }).expectOnlyPrivate(/要另一户的评议员/u, '周大山')
    await village.says('陈玉莲', '1002同意', { to: 'bot' }).expectReply(/扣分决定#1002/u, '马玉芬')
    await village.passes('8d')
    await village.expectBalance('马玉芬', { booked: 4 })
    await village.passes('4d')
    assert.equal(await village.stateOf(1002), 'booked')
    await village.expectBalance('马玉芬', { booked: 2 })
    await village.line(/#1002 乱扔垃圾：申诉期满，扣2分已入账/u, '马玉芬')
    await village.until('2027-01-01', '12:00')
    await village.line(/12月积分公示[\s\S]*\n扣分1件/u, '村民群')
  })

  it('takes nothing when a reviewer has seen that it is mended', async () => {
    await proposes()
    await village
      .says('马玉芬', '整改好了，来复查吧', { to: 'bot' })
      .expectReply(/扣分#1002 马玉芬 乱扔垃圾 -2分 这户说整改好了/u, '谢开元')
    await village.says('陈玉莲', '#1002整改好了', { to: '评议群' }).expectReply(/#1002 乱扔垃圾：整改好了，不扣分/u, '马玉芬')
    assert.equal(await village.stateOf(1002), 'dropped')
    await village.says('陈玉莲', '1002同意', { to: 'bot' }).expectReply(/#1002 不扣了，不用再办/u, '陈玉莲')
    await village.passes('30d')
    await village.expectBalance('马玉芬', { booked: 4 })
  })

  it('hears the household before anything is decided, in private', async () => {
    await proposes()
    await village.says('马玉芬', '申诉 #1002 不是我家倒的').expectReply(/#1002您的话已转给评议员/u, '马玉芬')
    const card = await village.line(/扣分#1002[\s\S]*这户说：“申诉 #1002 不是我家倒的”/u, '周大山')
    await village.says('周大山', '不行 看错了人', { to: 'bot', quote: card }).expectReply(/#1002 乱扔垃圾：看错了人，不扣分/u, '马玉芬')
    assert.equal(await village.stateOf(1002), 'dropped')
  })

  it('lets nobody of the household decide, nor villagers put it forward', async () => {
    await proposes()
    await village.passes('14d')
    await village.says('赵福贵', '1002同意').expectOnlyPrivate(/审核由评议员/u, '赵福贵')
    await village.says('陈玉莲', '1002我回避', { to: 'bot' }).replies()
    await village.says('陈玉莲', '1002同意', { to: 'bot' }).expectReply(/回避/u, '陈玉莲')
    assert.equal(await village.stateOf(1002), 'rectifying')
    await village.says('谢开元', '报 扫路 1小时').replies()
    await village.says('谢开元', '给谢开元扣2分 占道堆柴三天', { to: 'bot' }).expectReply(/不能办自己家的扣分/u, '谢开元')
  })

  it('deducts only what the scheme names, with words for what was seen, and not twice at once', async () => {
    await village.says('周大山', '给马玉芬扣2分 打牌赌钱', { to: 'bot' }).expectReply(/办法里没有这项扣分，能扣的只有：乱扔垃圾/u, '周大山')
    await village.says('周大山', '给马玉芬扣2分 乱扔垃圾', { to: 'bot' }).expectReply(/看到什么？/u, '周大山')
    await village.says('周大山', '傍晚在桥头看见的', { to: 'bot' }).expectReply(/整改通知书#1002.*“傍晚在桥头看见的/u, '马玉芬')
    await village.says('陈玉莲', '给马玉芬扣2分 又往河里倒垃圾', { to: 'bot' }).expectReply(/已有#1002在整改/u, '陈玉莲')
  })

  it('is appealed once, heard by somebody who had no part, and taken back when the household is right', async () => {
    await proposes()
    await village.passes('14d')
    await village.says('陈玉莲', '1002同意', { to: 'bot' }).replies()
    await village.says('马玉芬', '申诉 #1002 那天我在县城', { to: 'bot' }).expectReply(/申诉已收到，先不入账/u, '马玉芬')
    await village.says('陈玉莲', '1002维持 就是她', { to: 'bot' }).expectReply(/您经手过/u, '陈玉莲')
    await village.says('周大山', '1002撤销 算了', { to: 'bot' }).expectReply(/您经手过/u, '周大山')
    await village.passes('20d')
    assert.equal(await village.stateOf(1002), 'appealed')
    await village.says('谢开元', '1002撤销 确实不在家', { to: 'bot' }).expectReply(/#1002 乱扔垃圾：确实不在家，不扣分/u, '马玉芬')
    await village.passes('2d')
    assert.equal(await village.stateOf(1002), 'dropped')
    await village.expectBalance('马玉芬', { booked: 4 })
  })

  it('is answered for good when the appeal fails, then booked', async () => {
    // of the three reviewers the third must be of another household than the one concerned
    await village.says('赵福贵', '报 扫路 1小时').replies()
    await village.says('周大山', '给赵福贵扣2分 门口路上堆柴三天占道停车', { to: 'bot' }).expectReply(/整改通知书#1003/u, '赵福贵')
    await village.passes('14d')
    await village.says('谢开元', '1003同意', { to: 'bot' }).expectReply(/扣分决定#1003/u, '赵福贵')
    await village.says('赵福贵', '申诉 #1003 那是公家的柴', { to: 'bot' }).expectReply(/扣分#1003 赵福贵.*申诉：/u, '陈玉莲')
    await village.says('陈玉莲', '1003同意', { to: 'bot' }).expectReply(/是申诉，请回“1003维持/u, '陈玉莲')
    await village.says('陈玉莲', '1003维持 是自家的', { to: 'bot' }).expectReply(/申诉核实后维持，是自家的/u, '赵福贵')
    await village.says('赵福贵', '申诉 #1003 还是不服', { to: 'bot' }).expectReply(/申诉期过了，或已经答复过/u, '赵福贵')
    await village.passes('1d')
    assert.equal(await village.stateOf(1003), 'booked')
    await village.expectBalance('赵福贵', { booked: 0 })
    await village.line(/余额不够，只扣0分，不欠分/u, '赵福贵')
  })

  it('tells neighbours nothing of it', async () => {
    await decides()
    await village.says('王秀英', '1002号审到哪一步了').expectOnlyPrivate(/只有本人和评议员能看/u, '王秀英')
    await village.says('王秀英', '申诉 #1002 她没倒').expectOnlyPrivate(/不是您家的/u, '王秀英')
  })
})
