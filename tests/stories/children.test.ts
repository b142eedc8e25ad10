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

  it('binds no child under 14 without the parents', async () => {
    await village.says('杨帆', '绑定 3组 冯小宝', { to: 'bot' }).expectOnlyPrivate(/不满14岁.*家长/u, '杨帆')
  })

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
