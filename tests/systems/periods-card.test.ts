import assert from 'node:assert/strict'
import { instantOf } from '../../models/dates.ts'
import { TestVillage } from '../village.ts'

describe('月结', () => {
  let village: TestVillage
  beforeEach(async () => {
    village = await TestVillage.open({ at: instantOf('2026-11-29', '10:00') })
    await village.port.reset({ scheme: 'guyuan' })
  })
  afterEach(async () => {
    const { id } = await village.current()
    assert.deepEqual((await village.database.verifyLedger(id, 0)).problems, [])
    await village.close()
  })

  const period = async (name: string) => {
    const { id } = await village.current()
    return village.database.reader.read(id, ({ periods }) => periods.of(name))
  }

  it('GY-8 books what nobody objected to in the notice, then issues the month’s card: booked, in notice and pending apart', async () => {
    for (const [person, number] of [
      ['王秀英', 1001],
      ['李长顺', 1002],
    ] as const) {
      await village.says(person, '报 志愿者活动').replies()
      await village.says('周大山', `${String(number)}通过`, { to: '评议群' }).replies()
    }
    await village.says('王秀英', '查分').expectReply(/已入账0分，公示中3分，待审0分/u)
    await village.until('2026-12-02')
    await village.says('赵福贵', '异议 #1002 那天没去').replies()
    await village.until('2026-12-10')
    await village.says('王秀英', '报 志愿者活动').replies()
    await village.says('王秀英', '查分').expectReply(/已入账0分，公示中3分（到12月11日），待审3分/u)
    await village.until('2026-12-12', '00:12')
    await village.expectBalance('王秀英', { booked: 3, inNotice: 0, pending: 3 })
    await village.expectBalance('李长顺', { booked: 0, inNotice: 3 })
    assert.deepEqual(await village.lines(/积分卡/u, '王秀英'), [], 'no card before the notice has ended and the points are booked')
    const { ran } = await village.until('2026-12-12', '00:20')
    assert.ok(ran.some(({ job }) => job === 'close-periods'))
    assert.deepEqual(await village.lines(/积分卡/u, '王秀英'), [
      '2026年11月积分卡 王秀英家：公示无异议入账3分，兑换0分。\n已入账3分，公示中0分，待审3分。',
    ])
    assert.deepEqual(await village.lines(/积分卡/u, '李长顺'), [
      '2026年11月积分卡 李长顺家：公示无异议入账0分，兑换0分。\n已入账0分，公示中3分，待审0分。',
    ])
    assert.deepEqual(await village.lines(/积分卡/u, '赵福贵'), [], 'who has nothing is not written to')
    assert.deepEqual(await village.lines(/积分卡/u, '村民群'), [])
  })

  it('cuts a month off when it is over, posts it, and locks it when its notice has ended', async () => {
    assert.equal((await period('2026-11')).state, 'open')
    await village.says('王秀英', '报 志愿者活动').replies()
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.until('2026-12-01', '00:20')
    assert.equal((await period('2026-11')).state, 'cut-off')
    await village.until('2026-12-01', '09:01')
    assert.deepEqual(
      { ...(await period('2026-11')), totals: null },
      {
        period: '2026-11',
        state: 'notice',
        lastSeq: 0,
        totals: null,
        noticeUntil: '2026-12-11',
      },
    )
    await village.until('2026-12-12', '00:20')
    assert.equal((await period('2026-11')).state, 'locked')
    assert.equal((await period('2026-12')).state, 'open')
  })
})
