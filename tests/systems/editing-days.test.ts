import assert from 'node:assert/strict'
import { TestVillage } from '../village.ts'

const resolution = '11月20日代表会议通过,党支部陈国栋11月18日把关,会议记录第12号'

describe('做的那天的办法', () => {
  let village: TestVillage
  before(async () => {
    village = await TestVillage.open()
  })
  after(() => village.close())
  beforeEach(() => village.port.reset({}))

  const cadres = (from: string, text: string) => village.says(from, text, { to: '干部群' })

  async function changes(line: string, number: number): Promise<void> {
    await cadres('罗秀珍', line).expectReply(/凭什么改/u)
    await cadres('罗秀珍', resolution).expectReply(new RegExp(`提议#${String(number)}`, 'u'), '干部群')
    await cadres('陈国栋', `${String(number)}同意`).expectReply(/已办/u, '干部群')
  }

  const editionOf = async (number: number) => {
    const { id } = await village.current()
    return village.database.reader.read(id, async ({ cases }) => (await cases.find(number))?.edition)
  }

  it('MIN-2 rates what was done before a change by the scheme of its day, also when it is reported after it', async () => {
    await changes('看望老人改为每次5分，从12月1日起', 1001)
    await village.until('2026-12-02', '09:00')
    await village.says('王秀英', '报 11月30日 看望老人').expectReply(/#1002 .*2分/u)
    await village.says('赵福贵', '报 昨天 看望老人').expectReply(/#1003 .*5分/u)
    await village.says('马玉芬', '代报 李长顺 11月30日 看望老人').expectReply(/#1004 .*2分/u)
    assert.deepEqual(await Promise.all([1002, 1003, 1004].map(editionOf)), [1, 2, 1])
    for (const number of ['1002', '1003']) await village.says('周大山', `${number}通过`, { to: '评议群' }).expectReply(/已通过/u)
    await village.until('2026-12-20', '09:00')
    await village.expectBalance('王秀英', { booked: 2 })
    await village.expectBalance('赵福贵', { booked: 5 })
  })

  it('MIN-2 gives nothing for a day on which the item was not there yet, and takes no other for it', async () => {
    await changes('新增项目 送餐 每次2分 类别 邻里 每月最多4次 为了 独居老人吃得上热饭，从12月1日起', 1001)
    await village.until('2026-12-02', '09:00')
    await village.says('王秀英', '报 11月30日 送餐').expectOnlyPrivate(/“送餐”这一项11月30日那天办法里还没有/u, '王秀英')
    await village.says('王秀英', '报 昨天 送餐').expectReply(/#1002 .*送餐.*2分/u)
  })

  it('MIN-2 gives nothing for the days on which an item had stopped, once it has come back', async () => {
    await changes('从2026年12月1日起 取消 扫路', 1001)
    await changes('从2026年12月11日起 恢复 扫路', 1002)
    await village.until('2026-12-12', '09:00')
    await village.says('王秀英', '报 11月30日 扫路 1小时').expectReply(/#1003 .*2分/u)
    await village.says('王秀英', '报 12月5日 扫路 1小时').expectOnlyPrivate(/“扫路”这一项到11月30日为止/u, '王秀英')
    await village.says('王秀英', '报 昨天 扫路 1小时').expectReply(/#1004 .*2分/u)
  })

  it('MIN-2 deducts by the scheme of the day on which it was done', async () => {
    await changes('乱扔垃圾 改成 3分，从12月1日起', 1001)
    await village.until('2026-12-02', '09:00')
    await village.says('周大山', '给马玉芬扣3分 11月30日往河里倒了两桶垃圾', { to: '评议群' }).expectReply(/乱扔垃圾 -2分/u, '周大山')
    assert.equal(await editionOf(1002), 1)
  })
})
