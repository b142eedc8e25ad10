import assert from 'node:assert/strict'
import { dateOf } from '../../models/dates.ts'
import { readVillageScheme } from '../../rules/reading/village-scheme.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import { TestVillage } from '../village.ts'

const resolution = '11月20日代表会议通过,党支部陈国栋11月18日把关,会议记录第12号'

describe('在现成办法上改出来的办法', () => {
  let village: TestVillage
  before(async () => {
    village = await TestVillage.open()
  })
  after(() => village.close())

  /** adopts the few lines as `init` does: written out */
  async function livesBy(few: string): Promise<void> {
    await village.port.reset({})
    const reading = readVillageScheme(few, '本村.yaml')
    assert.ok('scheme' in reading, JSON.stringify(reading))
    const { scheme, source } = reading
    const { id } = await village.current()
    const now = village.port.now()
    await village.database.lane.unit(id, async ({ schemes }) => {
      await schemes.adopt({ code: scheme.code, effectiveFrom: dateOf(now), source, resolution: null }, '罗秀珍', now)
    })
  }

  const newest = async () => {
    const { id } = await village.current()
    return village.database.reader.read(id, async ({ schemes }) => {
      const { source } = await schemes.inForce('2999-01-01')
      const reading = readScheme(source, '本村.yaml')
      assert.ok('scheme' in reading)
      return { source, scheme: reading.scheme }
    })
  }

  const cadres = (from: string, text: string) => village.says(from, text, { to: '干部群' })

  async function changes(line: string, number: number): Promise<void> {
    await cadres('罗秀珍', line).expectReply(/凭什么改/u)
    await cadres('罗秀珍', resolution).expectReply(new RegExp(`提议#${String(number)}`, 'u'), '干部群')
    await cadres('陈国栋', `${String(number)}同意`).expectReply(/已办/u, '干部群')
  }

  it('MIN-2 is changed the same way: an item that came with it, one of the village’s own, and a new one', async () => {
    await livesBy(`extends: shifan
code: xingfu
title: 幸福村积分办法
items:
  - code: sweep-road
    rate: { kind: fixed, points: 3 } # 不再按小时
  - code: pick-tea
    cat: volunteer
    name: 帮采茶
    problem: 采茶时节缺人手
    rate: { kind: fixed, points: 4 }
    limits: [{ times: 1, per: day }] # 一天一回
`)
    await changes('邻里互助 改成 4到6分', 1001)
    await changes('扫路 改成 2到5分', 1002)
    await changes('帮采茶 每天最多2次', 1003)
    await changes('新增项目 看茶棚 每次2分 类别 志愿 为了 茶棚没人看', 1004)
    const { scheme, source } = await newest()
    const rates = Object.fromEntries(scheme.items.map(({ code, rate }) => [code, rate]))
    assert.deepEqual(rates['help-neighbor'], { kind: 'ranged', min: 4, max: 6, default: 4 })
    assert.deepEqual(rates['sweep-road'], { kind: 'ranged', min: 2, max: 5 })
    assert.deepEqual(scheme.items.find(({ code }) => code === 'pick-tea')?.limits, [{ times: 2, per: 'day', of: 'household' }])
    assert.equal(scheme.items.at(-1)?.name, '看茶棚')
    assert.match(source, /# 不再按小时/u)
    assert.match(source, /times: 2, per: day \}.*# 一天一回/u)
    await village.until('2026-12-02', '09:00')
    await village.says('王秀英', '报 看茶棚').expectReply(/看茶棚.*2分/u)
    await village.says('王秀英', '报 扫路').expectReply(/扫路.*2分/u)
  })

  it('JZ-1 is not let go of the six, whatever name it has: the last item of one cannot be ended', async () => {
    await livesBy(`extends: jinzhai
code: shanwan
title: 山湾村积分办法
mandatory: []
removed: [volunteer, help-neighbor, blood, village-meeting, commended]
`)
    const { scheme } = await newest()
    const only = scheme.items.filter(({ section, kind }) => section === 'public' && kind === 'award')
    assert.deepEqual(
      only.map(({ name }) => name),
      ['义务出工'],
    )
    await cadres('罗秀珍', '从2027年1月1日起 取消 义务出工').expectReply(/没有改：\n必评的栏目“热心公益”下面的加分项都要停/u, '罗秀珍')
    await changes('新增项目 照看路灯 每次2分 类别 热心公益 每月最多2次 为了 夜里路黑', 1001)
    await changes('从2027年1月1日起 取消 义务出工', 1002)
    assert.equal((await newest()).scheme.items.at(-1)?.section, 'public')
  })
})
