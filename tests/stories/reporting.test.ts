import assert from 'node:assert/strict'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

deck('申报', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
  })
  afterEach(() => village.close())

  it('asks once how much when the item is counted, and takes a bare amount as the answer', async () => {
    await village.says('王秀英', '报 扫路').expectReply(/做了多少/u, '村民群')
    await village.says('王秀英', '2小时').expectReply(/#1001 王秀英.*4分/u, '村民群')
    await village.says('王秀英', '2小时').expectSilence()
  })

  it('takes an answer for the one deed of several that was asked about: how much', async () => {
    await village.says('王秀英', '昨天帮黄阿婆挑了两担水，又把屋后的水沟清了').expectReply(/看望老人.*做了多少/u)
    const receipt = await village.says('王秀英', '1次').expectReply(/已收到2件/u)
    assert.match(receipt.text, /#1001 王秀英 看望老人 2分（昨天）\n#1002 王秀英 庭院清洁 2分（昨天）/u)
    await village.line(/#1001 .*看望老人 2分\n11月21日 1次：/u, '评议群')
  })

  it('takes an answer for the one deed of several that was asked about: which day', async () => {
    await village.says('王秀英', '11月份扫路2小时，今天看望了黄阿婆').expectReply(/哪一?天/u)
    const receipt = await village.says('王秀英', '11月20日').expectReply(/已收到2件/u)
    assert.match(receipt.text, /扫路 4分（11月20日）\n#1002 王秀英 看望老人 2分（今天）/u)
  })

  it('takes an answer for the one deed of several that was asked about: what it was, of which kind', async () => {
    await village.says('王秀英', '昨天老大考上了学校，今天又献了血').expectReply(/1 大专.*2 本科/u)
    const receipt = await village.says('王秀英', '2').expectReply(/已收到2件/u)
    assert.match(receipt.text, /#1001 王秀英 子女升学 20分（昨天）\n#1002 王秀英 献.*血 10分（今天）/u)
  })

  it('asks whether it is another child when a deed is rewarded once for each', async () => {
    await village.says('何金水', '我家大儿子考上本科了，来登记一下').expectReply(/#1001 何金水 .*20分/u)
    await village.says('何金水', '小女儿也考上大专了，报一下').expectReply(/您家报过.*（#1001）.*另一个孩子吗？1 是另一个孩子/u)
    await village.says('何金水', '1').expectReply(/#1002 何金水 .*10分/u)
    await village.line(/待审#1002[^]*疑似重复.?#1001/u, '评议群')
    await village.says('何金水', '报 子女升学 本科').expectReply(/另一个孩子吗/u)
    await village.says('何金水', '2').expectReply(/./u)
    await village.says('周大山', '待审', { to: '评议群' }).expectReply(/2件/u)
  })

  it('takes a new line for a new line while a question is open', async () => {
    await village.says('王秀英', '报 扫路').replies()
    await village.says('王秀英', '查分').expectReply(/已入账0分/u)
    await village.says('王秀英', '三个小时').expectReply(/#1001.*6分/u)
  })

  it('forgets a question after half an hour', async () => {
    await village.says('王秀英', '报 扫路').replies()
    await village.passes('31m')
    await village.says('王秀英', '2小时').expectSilence()
  })

  it('asks what was done when only the word of reporting is said, with deeds of the scheme', async () => {
    await village.says('王秀英', '报').expectReply(/^做了什么？回一句就行，比如“扫路 2小时”“庭院清洁”。$/u, '村民群')
    await village.says('王秀英', '看望老人').expectReply(/已收到#1001 王秀英 今天看望老人/u, '村民群')
    await village.says('赵福贵', '申报').expectReply(/做了什么/u, '村民群')
    await village.says('赵福贵', '报 扫路 2小时').expectReply(/已收到#1002/u, '村民群')
    await village.says('赵福贵', '看望老人').expectSilence()
    await village.says('李长顺', '报').expectReply(/做了什么/u, '村民群')
    await village.says('李长顺', '不报了').expectReply(/这条不办了/u, '村民群')
    await village.says('李长顺', '看望老人').expectSilence()
    await village.says('马玉芬', '报').expectReply(/做了什么/u, '村民群')
    for (const talk of ['哪个去扫路', '明天一起扫路', '扫路的人真多', '今天买了三斤肉']) await village.says('马玉芬', talk).expectSilence()
    await village.passes('6m')
    await village.says('马玉芬', '看望老人').expectSilence()
    await village.says('杨帆', '报').expectSilence()
    for (const talk of ['报一下', '报名', '报销', '报警没有', '报应']) await village.says('何金水', talk).expectSilence()
    await village.says('何金水', '看望老人').expectSilence()
    assert.equal(await village.stateOf(1003), undefined)
  })

  it('takes no other line with a number for the amount it asked for, and loses none', async () => {
    await village.says('王秀英', '报 扫路').expectReply(/“扫路”做了多少/u)
    await village.says('王秀英', '今天买了三斤肉').expectSilence()
    await village.says('王秀英', '报 清河道 1天').expectReply(/已收到#1001 王秀英 今天清河道 1天/u)
    await village.says('王秀英', '1001号审到哪一步了').expectReply(/#1001 王秀英 清河道.*待审/u)
    await village.says('王秀英', '大概两个小时吧').expectReply(/已收到#1002 王秀英 今天扫路 2小时/u)
    await village.says('赵福贵', '报 扫路').replies()
    await village.says('赵福贵', '扫了两小时路').expectReply(/已收到#1003 赵福贵 今天扫路 2小时/u)
    await village.says('李长顺', '报 扫路').replies()
    await village.says('李长顺', '报 扫路 3小时').expectReply(/已收到#1004/u)
    await village.says('李长顺', '2小时').expectSilence()
    assert.equal(await village.stateOf(1005), undefined)
  })

  it('offers the three nearest items for a deed nobody knows, and takes a number as the answer', async () => {
    const reply = await village.says('王秀英', '报 给村口的石狮子刷金漆').expectReply(/没找到/u, '村民群')
    assert.match(reply.text, /1 .+2 .+3 /u)
    const answer = await village.says('王秀英', '1').replies()
    assert.ok(answer.length > 0)
  })

  it('keeps a good deed that the scheme gives nothing for', async () => {
    await village.says('王秀英', '报 捡到钱包还给失主').expectReply(/办法里还没有这一项，评议会上提|#1001/u)
  })

  it('says which date is wrong: to come, too old, impossible', async () => {
    await village.says('王秀英', '报 12月25日扫路2小时').expectOnlyPrivate(/还没到/u, '王秀英')
    await village.says('王秀英', '报 9月1日扫路2小时').expectOnlyPrivate(/太久/u, '王秀英')
    await village.says('王秀英', '报 11月31日扫路2小时').expectOnlyPrivate(/日历上没有/u, '王秀英')
    assert.equal(await village.stateOf(1001), undefined)
  })

  it('refuses an amount nobody can have done', async () => {
    await village.says('王秀英', '报 扫路 500小时').expectOnlyPrivate(/数量不对/u, '王秀英')
  })

  it('asks which of two people of one name did it, by group', async () => {
    await village.says('王秀英', '代报 张桂兰 扫路 1小时').expectReply(/有2位张桂兰.*1 2组张桂兰.*2 4组张桂兰/u)
    await village.says('王秀英', '2').expectReply(/#1001/u)
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.expectBalance('张桂兰4', { inNotice: 2 })
    await village.expectBalance('张桂兰2', { inNotice: 0 })
  })

  it('reports for somebody without a phone, and tells somebody with one', async () => {
    await village.says('罗满仔', '代报 黄阿婆 扫路 1小时').expectReply(/#1001 黄阿婆/u, '村民群')
    await village.says('罗满仔', '代报 郑小军 扫路 1小时').expectReply(/罗满仔替您报了#1002/u, '郑小军')
    await village.says('罗满仔', '代报 刘德华 扫路 1小时').expectOnlyPrivate(/名册里没有/u, '罗满仔')
  })

  it('gives a son the points of his father’s household', async () => {
    await village.says('冯小兵', '报 扫路 1小时').expectReply(/#1001 冯小兵/u)
    await village.expectBalance('冯铁柱', { pending: 2 })
  })

  it('knows a relative by the register, and takes one it does not know for the household', async () => {
    await village.says('冯铁柱', '我儿子今天扫路一个小时').expectReply(/#1001 冯小兵 今天扫路/u)
    await village.line(/冯铁柱替您报了#1001/u, '冯小兵')
    await village.line(/冯铁柱代报：“我儿子今天扫路一个小时”（本户申报）/u, '评议群')
    await village.says('冯铁柱', '我女儿今天扫路一个小时').expectReply(/#1002 冯铁柱 今天扫路/u)
    await village.expectBalance('冯铁柱', { pending: 4 })
  })

  it('takes a report back before review, and only one’s own', async () => {
    await village.says('王秀英', '报 扫路 2小时').replies()
    await village.says('赵福贵', '撤回 #1001').expectOnlyPrivate(/不是您报的/u, '赵福贵')
    await village.says('王秀英', '撤回').expectReply(/#1001.*已撤回/u, '村民群')
    await village.says('王秀英', '撤回').expectOnlyPrivate(/没什么可撤/u, '王秀英')
    await village.says('周大山', '1001通过', { to: '评议群' }).expectOnlyPrivate(/已撤回，不用再审/u, '周大山')
    assert.equal(await village.stateOf(1001), 'withdrawn')
  })

  it('marks a probable repetition on the card and drops nothing', async () => {
    await village.says('王秀英', '报 扫路 1小时').replies()
    await village.says('王秀英', '报 扫路 1小时').expectReply(/待审#1002.*疑似重复 #1001/u, '评议群')
  })

  it('stops at the day’s cap with a clear sentence', async () => {
    const replies: string[] = []
    for (let time = 0; time < 6; time += 1)
      replies.push(...(await village.says('王秀英', '报 扫路 4小时').replies()).map(({ text }) => text))
    assert.ok(
      replies.some((text) => /最多/u.test(text)),
      replies.join('\n'),
    )
    const { pending } = await village.balance('王秀英')
    assert.ok(pending <= 16, String(pending))
  })

  it('takes a photo sent right after as evidence, and says so when it cannot be taken', async () => {
    const png = Uint8Array.from(
      Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
    )
    await village.says('王秀英', '报 扫路 2小时').replies()
    const taken = village.says('王秀英', '', { image: png })
    await taken.expectReply(/照片已作为#1001的凭证/u, '王秀英')
    // a photo sent in private is shown to the panel; the villagers' room hears nothing of it
    assert.deepEqual(
      (await taken.replies()).filter(({ to }) => to === '村民群'),
      [],
    )
    await village.says('王秀英', '', { image: new Uint8Array(11 * 1024 * 1024).fill(7) }).expectOnlyPrivate(/超过10MB/u, '王秀英')
    await village.says('王秀英', '', { image: new TextEncoder().encode('这不是照片') }).expectOnlyPrivate(/不是照片/u, '王秀英')
    await village.says('赵福贵', '', { image: png }).expectSilence()
  })
})
