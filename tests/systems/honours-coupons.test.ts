import assert from 'node:assert/strict'
import { addDays, dateOf, instantOf } from '../../models/dates.ts'
import { closeWhole } from '../close-whole.ts'
import { TestVillage } from '../village.ts'
import { adopts, household, read, unit } from './honours-village.ts'

describe('发放控制', () => {
  let village: TestVillage
  afterEach(() => closeWhole(village))

  const opens = async (day: string, households?: number) => {
    village = await TestVillage.open({ at: instantOf(day, '09:30') })
    await village.port.reset({ scheme: 'jinzhai', ...(households === undefined ? {} : { households }) })
    await adopts(village, (source) => source.replace('kind: monthly', 'kind: running').replace('days: 10', 'days: 1'))
  }

  /** deeds that a reviewer has approved and whose window ends tomorrow night */
  const approved = (numbers: readonly number[]) =>
    unit(village, async ({ cases, notices, register }) => {
      const now = village.port.now()
      for (const number of numbers) {
        const head = (await register.household(household(number)))?.head ?? assert.fail()
        const file = await cases.openReport(
          { edition: 2, subject: household(number), openedBy: head, at: now },
          {
            item: 'own-yard',
            cat: 'own_yard',
            doer: head,
            reporter: head,
            channel: 'chat',
            deedOn: dateOf(now),
            quantity: null,
            unit: null,
            text: '报 庭院整洁',
            place: null,
            beneficiary: null,
            proposed: 5,
            duplicateOf: null,
          },
        )
        // the register's three reviewers live in 3, 5 and 9
        const by = number === 3 ? '陈玉莲' : '周大山'
        await cases.decide({ number: file.number, by, verdict: 'approve', points: 5, reason: null, at: now })
        await cases.setPoints(file.number, 5)
        const today = dateOf(now)
        await notices.open({
          number: file.number,
          firstDay: addDays(today, 1),
          lastDay: addDays(today, 1),
          endsAt: instantOf(addDays(today, 2)),
        })
        await cases.move(file, 'approve', by, now)
      }
    })

  const coupons = (number: number) =>
    read(village, async ({ ledger }) => (await ledger.standing('coupon', 'household', household(number))).spendable)
  const points = (number: number) =>
    read(village, async ({ ledger }) => (await ledger.standing('main', 'household', household(number))).honour)

  it('JZ-2 of 265 households the 159th is given coupons, the 160th is not: its honour points are booked and it stands first next year', async () => {
    await opens('2026-12-25', 265)
    // everybody but two whom we hear in the chat: 王秀英 (4) and 李长顺 (14)
    const others = Array.from({ length: 160 }, (_, index) => index + 1).filter((number) => ![4, 14].includes(number))
    assert.equal(others.length, 158)
    await approved(others.slice(0, 79))
    await village.until('2026-12-26', '09:00')
    await approved(others.slice(79))
    await village.until('2026-12-27', '09:00')
    assert.deepEqual(await village.lines(/过了一半/u, '评议群'), [])
    await village.says('王秀英', '报 庭院整洁').expectReply(/今年领积分券的户还剩80个名额（共159户）/u, '评议群')
    await village.until('2026-12-28', '09:00')
    await village.line(/今年领积分券的已有158户，过了一半（共159户）/u, '评议群')
    await village.says('李长顺', '报 庭院整洁').expectReply(/今年领积分券的户还剩1个名额（共159户）/u, '评议群')
    // both windows end on the same day: the smaller case number counts
    await village.says('周大山', '1159通过', { to: '评议群' }).replies()
    await village.says('周大山', '1160通过', { to: '评议群' }).replies()
    await village.until('2026-12-30', '09:00')
    assert.deepEqual([await points(4), await coupons(4)], [5, 5], 'the 159th')
    assert.deepEqual([await points(14), await coupons(14)], [5, 0], 'the 160th')
    await village.line(/今年领积分券的已满159户/u, '评议群')
    await village.line(/#1160的5分荣誉分已入账。.*您家的5分券排到2027年最先发/u, '李长顺')
    await village.until('2027-01-01', '09:30')
    assert.deepEqual([await points(14), await coupons(14)], [5, 5], 'first in the new year')
    assert.deepEqual([...(await read(village, (stores) => stores.coupons.holders('coupon', '2027')))], [household(14)])
    await village.line(/去年排着队的#1160，5分积分券发给您家了/u, '李长顺')
  })

  it('JZ-5 the 红榜 of a month gives points and coupons once reviewers have agreed and nobody has objected', async () => {
    await opens('2026-11-26')
    await village.says('王秀英', '报 庭院整洁').replies()
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.until('2026-12-01', '09:00')
    await village.line(/2026年11月红榜：\n环保卫生：1 王秀英家 5分/u, '村民群')
    await village.line(/2026年11月红榜奖励，每户5分，待评议员定：\n#1002 王秀英 红榜 5分/u, '评议群')
    assert.deepEqual([await points(4), await coupons(4)], [5, 5])
    await village.says('谢开元', '1002通过', { to: '评议群' }).expectReply(/#1002 王秀英 红榜 5分 已通过，公示到/u, '评议群')
    assert.deepEqual([await points(4), await coupons(4)], [5, 5], 'the machine alone never awards')
    await village.until('2026-12-03', '09:00')
    assert.deepEqual([await points(4), await coupons(4)], [10, 10])
    // taken back, both go
    await village.says('谢开元', '冲正 #1002 评错了', { to: '评议群' }).replies()
    await village.says('陈玉莲', '1003同意', { to: '评议群' }).replies()
    assert.deepEqual([await points(4), await coupons(4)], [5, 5])
  })
})
