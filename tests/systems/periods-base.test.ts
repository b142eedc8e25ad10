import assert from 'node:assert/strict'
import { basePoints, baseRule, usualBase, usualGround } from '../../rules/books/base-points.ts'
import { loadScheme } from '../../rules/load-scheme.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import type { Scheme } from '../../rules/scheme.ts'
import { jobDatabase } from '../jobs/village.ts'
import { TestVillage } from '../village.ts'
import { asleep } from './asleep.ts'

const inTown = { ...usualGround, inTown: true }

async function changed(code: string, change: (source: string) => string): Promise<Scheme> {
  const reading = readScheme(change((await loadScheme(code)).source), `${code}.yaml`)
  assert.ok('scheme' in reading, JSON.stringify(reading))
  return reading.scheme
}

describe('基础分', () => {
  describe('by the scheme', () => {
    it('JY-3 is 1 for all where bands are on, and else 100, 1 for those who live in town', async () => {
      const { scheme } = await loadScheme('zhicheng')
      assert.equal(usualBase(scheme), 1)
      assert.equal(basePoints(baseRule(scheme, 'main'), inTown, []), 1)
      const without = await changed('zhicheng', (source) => source.replace(/^.*kind: bands.*\n/mu, ''))
      assert.equal(usualBase(without), 100)
      assert.equal(basePoints(baseRule(without, 'main'), inTown, []), 1)
    })

    it('JY-3 either reading can be chosen', async () => {
      const hundred = await changed('zhicheng', (source) =>
        source.replace(/base: \{.*?\}\s*\}/u, 'base: { kind: equal, points: 100, inTown: 1 }'),
      )
      assert.equal(usualBase(hundred), 100)
      assert.equal(basePoints(baseRule(hundred, 'main'), inTown, []), 1)
      const one = await changed('zhicheng', (source) =>
        source.replace(/^.*kind: bands.*\n/mu, '').replace(/base: \{.*?\}\s*\}/u, 'base: 1'),
      )
      assert.equal(usualBase(one), 1)
    })

    it('YX-1 follows contracted population and hukou', async () => {
      const { scheme } = await loadScheme('youxiqiao')
      const rule = baseRule(scheme, 'main')
      assert.ok(rule.kind === 'contracted')
      const of = (ground: Partial<typeof usualGround> | object) => basePoints(rule, usualGround, [{ ...usualGround, ...ground }])
      assert.deepEqual([of({}), of({ moved: true }), of({ contracted: false })], [rule.perPerson, rule.movedAway, 0])
    })
  })

  describe('by the calendar', () => {
    const { found, open } = jobDatabase()

    it('JY-3 gives 100 on joining, and 1 to a household whose head lives in town, with the difference when that changes', async () => {
      const village = await found('2026-11-22 10:00', {
        adopt: (source) => source.replace('base: 0', 'base: { kind: equal, points: 100, inTown: 1 }'),
      })
      const register = (inTown: boolean) =>
        village.unit(({ ground }) => ground.set({ ...usualGround, inTown, person: '王秀英' }, '罗秀珍', village.now))
      const bases = () => village.unit(({ ledger }) => ledger.gains('main.base', 'household', '2026-01', '2026-12'))
      const ofWang = async () => (await bases()).find(({ holder }) => holder === 'h-王秀英')?.amount
      await register(true)
      await village.wakesAt('2026-11-23 00:20')
      assert.deepEqual([await ofWang(), (await bases()).filter(({ amount }) => amount === 100).length], [1, 12])
      await register(false)
      await village.wakesAt('2026-11-24 00:20')
      assert.equal(await ofWang(), 100)
      await register(true)
      await village.wakesAt('2026-11-25 00:20')
      assert.equal(await ofWang(), 1)
      assert.deepEqual(await village.unit(({ ledger }) => ledger.standing('main', 'household', 'h-王秀英')), { spendable: 0, honour: 0 })
      assert.deepEqual((await open().verifyLedger(village.id, 0)).problems, [])
      assert.deepEqual(village.errors, [])
    })
  })

  describe('in the village', () => {
    let village: TestVillage
    beforeEach(async () => {
      village = await TestVillage.open()
    })
    afterEach(async () => {
      const { id } = await village.current()
      assert.deepEqual((await village.database.verifyLedger(id, 0)).problems, [])
      assert.deepEqual(await village.database.verifyCases(id), [])
      await village.close()
    })

    it('PH-1 gives each household 100 a year, for rank alone: not in the balance, anew each year', async () => {
      await village.port.reset({ scheme: 'pinghu' })
      await village.says('王秀英', '查分').expectReply(/已入账0分.*\n另有基础分100分，只参加排名，不兑换。/u)
      await village.says('王秀英', '2026年排名').expectReply(/您家第1名，100分/u)
      await village.says('王秀英', '排名').expectReply(/2026年11月全村积分榜：还没有入账的积分/u)
      await village.says('王秀英', '报 志愿服务').replies()
      await village.says('周大山', '1001通过', { to: '评议群' }).replies()
      // 一季一公示：2027年1月1日公示，11日期满，12日入账，记在2027年
      village = await asleep(village, '2027-01-01', '09:30')
      village = await asleep(village, '2027-01-12', '01:00')
      await village.expectBalance('王秀英', { booked: 3 })
      await village.says('王秀英', '2026年排名').expectReply(/您家第1名，100分/u)
      await village.says('王秀英', '2027年排名').expectReply(/1 王秀英家 103分　2 .*100分/u)
      await village.says('王秀英', '查分').expectReply(/已入账3分.*\n另有基础分100分/u)
      const { entries } = await village.port.ledger()
      const base = entries.filter(({ cause }) => cause.startsWith('base:main:'))
      assert.deepEqual(
        base.map(({ cause }) => cause.slice(0, 'base:main:2026'.length)),
        ['base:main:2026', 'base:main:2027'],
      )
      assert.ok(base.every(({ postings }) => postings.every((posting) => posting.book === 'main.base')))
    })

    it('JY-3 lets a cadre register what base depends on, of another household than the own, where there is any', async () => {
      await village.port.reset({ scheme: 'zhicheng' })
      await village.says('王秀英', '查分').expectReply(/另有基础分1分/u)
      await village.port.reset({ scheme: 'pinghu' })
      await village.says('罗秀珍', '登记住镇 王秀英', { to: '干部群' }).expectReply(/已登记：王秀英住在镇上，基础分100分/u, '干部群')
      await village.says('罗秀珍', '登记住镇 罗秀珍', { to: '干部群' }).expectOnlyPrivate(/另一位干部登记/u, '罗秀珍')
      await village.says('王秀英', '登记住镇 赵福贵').replies()
      await village.port.reset({ scheme: 'shifan' })
      await village.says('罗秀珍', '登记住镇 王秀英', { to: '干部群' }).expectOnlyPrivate(/没有基础分/u, '罗秀珍')
    })

    it('YX-1 gives a person whose hukou has moved the smaller base, and what is lacking when it has come back', async () => {
      await village.port.reset({ scheme: 'youxiqiao' })
      await village.says('罗秀珍', '登记迁出 王秀英', { to: '干部群' }).expectReply(/王秀英户口已迁出，基础分5分/u, '王秀英')
      await village.says('王秀英', '查分').expectReply(/另有基础分5分/u)
      await village.says('罗秀珍', '登记迁回 王秀英', { to: '干部群' }).expectReply(/王秀英户口在村里，基础分10分/u, '王秀英')
      await village.says('罗秀珍', '登记不承包 王秀英', { to: '干部群' }).expectReply(/基础分0分/u, '王秀英')
    })

    it('PH-1 gives the base of 265 households at once', async () => {
      await village.port.reset({ scheme: 'pinghu', households: 265 })
      const { id } = await village.current()
      const given = await village.database.reader.read(id, (stores) => stores.ledger.gains('main.base', 'household', '2026-01', '2026-12'))
      assert.equal(given.length, 265)
      assert.ok(given.every(({ amount, honour }) => amount === 100 && honour === 0))
    })
  })
})
