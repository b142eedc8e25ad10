import assert from 'node:assert/strict'
import { TestVillage } from '../village.ts'
import { resetWith } from './adopt.ts'

describe('一项到了日子', () => {
  let village: TestVillage
  before(async () => {
    village = await TestVillage.open()
  })
  after(() => village.close())
  beforeEach(async () => {
    await resetWith(village, 'shifan', [[/name: 扫路\n/u, "name: 扫路\n    endsOn: '2026-11-30'\n"]])
  })

  it('MIN-2 takes what was done up to the last day, whenever it is reported, and nothing in its place after it', async () => {
    await village.says('王秀英', '扫一次路给几分').expectReply(/这一项到11月30日为止/u)
    await village.says('王秀英', '报 扫路 1小时').expectReply(/#1001 .*2分/u)
    await village.until('2026-12-02', '09:00')
    await village.says('王秀英', '报 11月29日 扫路 2小时').expectReply(/#1002 .*4分/u)
    for (const line of ['报 扫路 2小时', '报 12月1日 扫路 2小时']) {
      const said = village.says('赵福贵', line)
      await said.expectOnlyPrivate(/“扫路”这一项到11月30日为止，以后做的不记分/u, '赵福贵')
    }
    await village.says('赵福贵', '今天把路扫了，求加分').expectReply(/您是说/u)
    await village.says('赵福贵', '报 清河道').expectReply(/#1003 .*清河道/u)
    for (const number of ['1001', '1002']) await village.says('周大山', `${number}通过`, { to: '评议群' }).replies()
    await village.until('2026-12-20', '09:00')
    await village.expectBalance('王秀英', { booked: 6 })
    await village.expectBalance('赵福贵', { booked: 0, inNotice: 0 })
  })

  it('MIN-2 is shown no longer among what earns points, and is not offered when a deed is unclear', async () => {
    const list = await village.says('王秀英', '积分办法').expectReply(/能加分的/u)
    assert.match(list.text, /扫路/u)
    await village.until('2026-12-02', '09:00')
    const after = await village.says('王秀英', '积分办法').expectReply(/能加分的/u)
    assert.doesNotMatch(after.text, /：\n.*扫路/u)
    assert.match(after.text, /清河道/u)
    await village.says('王秀英', '扫一次路给几分').expectReply(/“扫路”这一项到11月30日为止/u)
    const asked = await village.says('王秀英', '报 跳舞').expectReply(/您是说/u)
    assert.doesNotMatch(asked.text, /扫路/u)
  })
})
