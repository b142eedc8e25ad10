import { deck } from '../deck.ts'
import type { TestVillage } from '../village.ts'

deck('排名、来由', (open) => {
  let village: TestVillage
  beforeEach(async () => {
    village = await open()
    for (const [person, deed] of [
      ['王秀英', '扫路 3小时'],
      ['赵福贵', '扫路 2小时'],
      ['李长顺', '植树'],
    ] as const)
      await village.says(person, `报 ${deed}`).replies()
    await village.says('周大山', '1001 1002 1003都过', { to: '评议群' }).replies()
    await village.passes('11d')
  })
  afterEach(() => village.close())

  it('ranks the village, a group and one’s own place', async () => {
    await village.says('王秀英', '排名').expectReply(/全村积分榜：\n1 王秀英家 6分　2 赵福贵家 4分　3 李长顺家 3分\n您家第1名/u)
    await village.says('王秀英', '排名 2组').expectReply(/2组积分榜：\n1 赵福贵家 4分\n/u)
    await village.says('赵福贵', '我家排第几').expectReply(/^您家2026年12月在全村第2名，4分。$/u)
    await village.says('赵福贵', '排名 9组').expectOnlyPrivate(/没有9组/u, '赵福贵')
  })

  it('ranks by one kind of deed', async () => {
    await village.says('王秀英', '看扫路排名').expectReply(/全村公共卫生积分榜：\n1 王秀英家 6分　2 赵福贵家 4分\n/u)
  })

  it('compares two households by their public figures', async () => {
    await village.says('赵福贵', '我家和王秀英家谁分高').expectReply(/^赵福贵家 4分，王秀英家 6分（累计荣誉分）。$/u)
    await village.says('赵福贵', '咱家跟老马家谁高').expectReply(/^赵福贵家 4分，马玉芬家 0分（累计荣誉分）。$/u)
  })

  it('tells where points came from, in private, with the way to object', async () => {
    await village.says('王秀英', '那6分是咋来的').expectReply(/#1001 扫路 \+6。\n有不对发“异议 #1001/u, '王秀英')
    await village.says('王秀英', '为啥扣我五分？').expectReply(/没有扣过5分/u, '王秀英')
    await village.says('李长顺', '异议 #1001 那天没扫').replies()
    await village.says('陈玉莲', '1004撤销 查实没扫', { to: '评议群' }).replies()
    await village.says('王秀英', '为啥扣我六分？').expectReply(/#1001 扫路冲正 -6：查实没扫。\n不服发“申诉 #1001/u, '王秀英')
  })

  it('shows another month’s statement', async () => {
    await village.says('王秀英', '明细 11月', { to: 'bot' }).expectReply(/2026年11月明细：还没有入账/u, '王秀英')
    await village.says('王秀英', '明细 12月', { to: 'bot' }).expectReply(/12月3日 #1001 扫路 \+6/u, '王秀英')
  })
})
