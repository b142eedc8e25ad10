import assert from 'node:assert/strict'
import { createCanvas } from '@napi-rs/canvas'
import { closeWhole } from '../close-whole.ts'
import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

async function picture(): Promise<Uint8Array> {
  const canvas = createCanvas(64, 64)
  const pen = canvas.getContext('2d')
  for (let place = 0; place < 16; place += 1) {
    pen.fillStyle = place % 3 === 0 ? '#a33' : '#3a7'
    pen.fillRect((place % 4) * 16, Math.floor(place / 4) * 16, 16, 16)
  }
  return canvas.encode('jpeg', 90)
}

/** 冯铁柱 has a child of ten. */
async function withChild(village: TestVillage): Promise<void> {
  const { id } = await village.current()
  await village.database.lane.unit(id, async ({ register }) => {
    const household = (await register.person('冯铁柱'))?.household ?? assert.fail()
    await register.addPerson({ id: '冯小宝', name: '冯小宝', called: ['宝宝'], household, namePublic: true, minor: true })
  })
}

deck('孩子的事', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
    await withChild(village)
  })
  afterEach(() => closeWhole(village))

  const readInRooms = async (): Promise<string> =>
    (await Promise.all(['村民群', '评议群', '干部群'].map((room) => village.lines(/./u, room)))).flat().join('\n')

  it('names no child in a room, nor says there what it did', async () => {
    await village.says('冯铁柱', '代报 冯小宝 扫路 2小时').expectReply(/已收到#1001 3组一户 今天善行，按办法4分/u, '村民群')
    await village.says('周大山', '1001通过', { to: '评议群' }).expectReply(/#1001 3组一户 扫路 4分 已通过/u, '评议群')
    await village.says('王秀英', '1001号审到哪一步了').expectReply(/#1001 3组一户 善行 4分：已通过，正在公示/u)
    await village.until('2026-11-22', '20:00')
    await village.says('罗秀珍', '发公示', { to: '干部群' }).replies()
    await village.until('2026-12-03', '09:00')
    await village.expectBalance('冯铁柱', { booked: 4 })
    assert.doesNotMatch(await readInRooms(), /冯小宝|宝宝/u)
    assert.doesNotMatch((await village.lines(/#1001/u, '村民群')).join('\n'), /扫路/u)
  })

  it('quotes to a room no words that name a child, whoever says them', async () => {
    await village.says('冯铁柱', '代报 冯小宝 扫路 2小时').replies()
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.says('王秀英', '异议 #1001 冯小宝那天在我家，小宝没有扫').expectReply(/“异议 #1001 孩子那天在我家,孩子没有扫”/u, '评议群')
    await village.says('王秀英', '补充：#1002 宝宝自己也说没扫').expectReply(/补充：“.*孩子自己也说没扫”/u, '评议群')
    await village.says('周大山', '1002维持 问过了', { to: '评议群' }).replies()
    await village.says('王秀英', '申诉 #1002 冯小宝真的没扫').expectReply(/“申诉 #1002 孩子真的没扫”/u, '评议群')
    await village.says('何金水', '异议 漏记我和冯小宝扫路一次').expectReply(/“异议 漏记我和孩子扫路一次”/u, '评议群')
    await village.says('何金水', '报 给冯小宝的石狮子刷金漆').expectReply(/没找到“给孩子/u, '村民群')
    assert.doesNotMatch(await readInRooms(), /小宝|宝宝/u)
  })

  it('leaves a grown-up’s name alone when a child has it too, or a part of it', async () => {
    const { id } = await village.current()
    await village.database.lane.unit(id, async ({ register }) => {
      const household = (await register.person('何金水'))?.household ?? assert.fail()
      for (const [person, name] of [
        ['何金', '何金'],
        ['小秀英', '王秀英'],
      ] as const)
        await register.addPerson({ id: person, name, called: [], household, namePublic: true, minor: true })
    })
    await village.says('何金水', '报 扫路 1小时').expectReply(/已收到#1001 何金水/u, '村民群')
    await village.says('赵福贵', '异议 漏记我和王秀英扫路一次').expectReply(/“异议 漏记我和王秀英扫路一次”/u, '评议群')
  })
})

deck('给孩子绑定', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
    await withChild(village)
  })
  afterEach(() => closeWhole(village))

  const alone = { to: 'bot' } as const
  const refused = async (from: string, text: string, why: RegExp) => village.says(from, text, alone).expectOnlyPrivate(why, from)
  const consents = async () => {
    await village
      .says('冯铁柱', '给孩子绑定 冯小宝', alone)
      .expectReply(/冯小宝不满14岁，绑定要监护人同意。[^]*只存姓名、组别[^]*1 同意　2 不同意/u, '冯铁柱')
    await village.says('冯铁柱', '1', alone).expectReply(/11月22日您同意冯小宝绑定，已记下.*“绑定 3组 冯小宝”/u, '冯铁柱')
  }
  const standing = async () => {
    const { id } = await village.current()
    return village.database.reader.read(id, ({ guardians }) => guardians.standing('冯小宝'))
  }
  const named = async () =>
    (await Promise.all(['村民群', '评议群', '干部群'].map((room) => village.lines(/冯小宝|宝宝|小宝/u, room)))).flat()

  it('is refused without a guardian’s consent, and to anybody but a grown-up of the household', async () => {
    await refused('杨帆', '绑定 3组 冯小宝', /不满14岁的孩子要家长先同意/u)
    await refused('杨帆', '给孩子绑定 冯小宝', /您还没有绑定/u)
    await refused('马玉芬', '给孩子绑定 冯小宝', /只能给自己家不满14岁的孩子绑/u)
    await refused('马玉芬', '绑定 3组 冯小宝', /您已经绑定为马玉芬/u)
    await refused('马玉芬', '解绑 冯小宝', /替别人解绑要会计来办/u)
    await village.says('冯铁柱', '给孩子绑定 冯小宝').expectOnlyPrivate(/这类事不在群里说/u, '冯铁柱')
    await refused('冯铁柱', '解绑 冯小宝', /冯小宝没有绑定微信/u)
    await village.says('冯铁柱', '给孩子绑定', alone).expectReply(/冯小宝不满14岁/u, '冯铁柱')
    await village.says('冯铁柱', '2', alone).expectReply(/不办了/u, '冯铁柱')
    assert.equal(await standing(), null)
    await refused('杨帆', '绑定 3组 冯小宝', /不满14岁的孩子要家长先同意/u)
    assert.deepEqual(await named(), [])
  })

  it('keeps who agreed and when, has the bookkeeper recognise the child, and names it in no room', async () => {
    const agreedAt = village.port.now()
    await consents()
    const consent = await standing()
    assert.equal(consent?.guardian, '冯铁柱')
    assert.ok(consent.at >= agreedAt && consent.at <= village.port.now())
    await village.says('杨帆', '绑定 3组 冯小宝').expectOnlyPrivate(/这类事不在群里说/u, '杨帆')
    const asked = village.says('杨帆', '绑定 3组 冯小宝', alone)
    await asked.expectReply(/绑定申请#1001/u, '杨帆')
    await asked.expectReply(/^#1001 有一个孩子的绑定要认，卡片已私信会计。$/u, '评议群')
    await asked.expectReply(/绑定#1001 微信“杨帆”说是3组冯小宝（孩子），家长冯铁柱已同意/u, '罗秀珍')
    assert.ok((await asked.replies()).every(({ to }) => ['杨帆', '评议群', '罗秀珍'].includes(to)))
    await village.says('周大山', '1001号审到哪一步了', { to: '评议群' }).replies()
    const card = await village.line(/绑定#1001/u, '罗秀珍')
    const done = village.says('罗秀珍', '同意', { to: 'bot', quote: card })
    await done.expectReply(/冯小宝，绑定好了/u, '杨帆')
    await done.expectReply(/冯小宝的微信绑定好了/u, '冯铁柱')
    await refused('冯铁柱', '绑定 3组 冯小宝', /冯小宝已经绑定了微信/u)

    // the child reports, and stays nameless even by its own wish
    await village.says('杨帆', '可以公开我的名字', alone).expectReply(/公示只写“3组一户”/u, '杨帆')
    await village.says('杨帆', '报 扫路 1小时').expectReply(/已收到#1002 3组一户 今天善行/u, '村民群')
    await village.says('杨帆', '代报 王秀英 扫路 1小时').replies()
    await village.says('周大山', '1002通过', { to: '评议群' }).expectReply(/#1002 3组一户 扫路 2分 已通过/u, '评议群')
    await village.says('杨帆', '重新参加积分', alone).replies()
    assert.deepEqual(await named(), [])
  })

  it('ends by the guardian’s word, and is not confirmed after it', async () => {
    await consents()
    await village.says('杨帆', '绑定 3组 冯小宝', alone).replies()
    await village.says('冯铁柱', '解绑 冯小宝', alone).expectReply(/您的同意也收回了/u, '冯铁柱')
    assert.equal(await standing(), null)
    await refused('罗秀珍', '1001同意', /#1001家长的同意已经收回/u)
    await village.says('罗秀珍', '1001不行', { to: '评议群' }).expectReply(/冯小宝的绑定没有确认/u, '冯铁柱')
    await consents()
    await village.says('杨帆', '绑定 3组 冯小宝', alone).expectReply(/#1002/u, '杨帆')
    await village.says('罗秀珍', '1002同意', { to: '评议群' }).expectReply(/绑定#1002 孩子 已确认/u, '评议群')
    await village.says('冯小兵', '解绑 冯小宝').expectReply(/家长已解除绑定/u, '杨帆')
    await village.says('杨帆', '查分', alone).expectReply(/还没有绑定/u, '杨帆')
    assert.deepEqual(await named(), [])
  })

  it('takes no household out of the points, nor back, by a child’s word', async () => {
    await consents()
    await village.says('杨帆', '绑定 3组 冯小宝', alone).replies()
    await village.says('罗秀珍', '1001同意', alone).expectReply(/绑定好了/u, '杨帆')
    for (const person of ['冯小兵', '冯铁柱']) {
      await village.says(person, '我要退出积分', alone).replies()
      await village.says(person, '1', alone).expectReply(/已退出/u, person)
    }
    await refused('杨帆', '重新参加积分', /要户主来说这句话/u)
    await village.says('杨帆', '我要退出积分', alone).replies()
    await village.says('杨帆', '1', alone).expectReply(/已退出/u, '杨帆')
  })

  it('is not needed: the guardian reports for a child without a phone, and the points are the household’s', async () => {
    await village.says('冯铁柱', '代报 冯小宝 扫路 2小时').expectReply(/已收到#1001 3组一户 今天善行，按办法4分/u, '村民群')
    await village.says('冯铁柱', '代报 宝宝 看望老人', alone).expectReply(/已收到#1002 冯小宝 今天看望老人/u, '冯铁柱')
    for (const number of [1001, 1002]) await village.says('周大山', `${String(number)}通过`, { to: '评议群' }).replies()
    await village.passes('11d')
    await village.expectBalance('冯铁柱', { booked: 6 })
    assert.deepEqual(await named(), [])
  })
})

deck('孩子的照片', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
    await withChild(village)
  })
  afterEach(() => closeWhole(village))

  it('shows a child’s picture to the reviewers alone', async () => {
    await village.says('冯铁柱', '代报 冯小宝 扫路 2小时', { to: 'bot' }).replies()
    const shown = await village.says('冯铁柱', '', { to: 'bot', image: await picture() }).replies()
    assert.ok(
      shown.some(({ to, file }) => to === '周大山' && file !== undefined),
      JSON.stringify(shown),
    )
    const card = await village.line(/待审#1001/u, '评议群')
    await village.says('周大山', '照片补一张来', { to: '评议群', quote: card }).replies()
    const again = await village.says('冯铁柱', '', { to: 'bot', image: await picture() }).replies()
    assert.match(again.find(({ to }) => to === '评议群')?.text ?? '', /已补充[^]*孩子的不发群/u)
    for (const { to, file } of [...shown, ...again]) assert.ok(file === undefined || !to.endsWith('群'), `a picture in ${to}`)
  })
})
