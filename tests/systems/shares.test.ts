import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import fc from 'fast-check'
import { run as importShares } from '../../cli/import.ts'
import type { Io } from '../../cli/io.ts'
import { sharesIn } from '../../cli/import/read-shares.ts'
import { instantOf } from '../../models/dates.ts'
import { claimsOf } from '../../rules/books/dividend.ts'
import { shareOut, worthOf } from '../../rules/books/share-out.ts'
import { closeWhole } from '../close-whole.ts'
import { TestVillage } from '../village.ts'
import { adopts, earns, household, read } from './honours-village.ts'

const resolution = `resolution: { on: '2026-12-20', body: 村民代表会议, result: 应到21人实到18人，16人同意, document: 通村〔2026〕8号 }`
const opened = (source: string): string =>
  source.replace(/points-dividend: \{ on: false, why: ([^}]*)\}/u, `points-dividend: { on: true, why: $1, ${resolution} }`)

describe('积分分红', () => {
  let village: TestVillage
  afterEach(() => closeWhole(village))
  const opens = async (day: string, scheme: string, households?: number) => {
    village = await TestVillage.open({ at: instantOf(day, '09:30') })
    await village.port.reset({ scheme, ...(households === undefined ? {} : { households }) })
  }
  const money = (number: number) =>
    read(village, async ({ ledger }) => (await ledger.standing('dividend', 'household', household(number))).spendable)

  /** 249 of 698 households above base 100, 72,033 points in all: 249 × 289 + 72 = 72,033 */
  const pinghuEarned = Array.from({ length: 249 }, (_, index) => {
    if (index === 0) return 200
    return index < 73 ? 190 : 189
  })

  it('PH-3 pays 9.36 万 by 72,033 weighted points of 249 of 698 households, to the fen, out of the pool and never out of the shares', async () => {
    // 300 points (base 100 and 200 earned) for household 1
    const missing = 72_033 - 249 * 100 - pinghuEarned.reduce((sum, points) => sum + points, 0)
    const earned = pinghuEarned.map((points, index) => points + (index === 248 ? missing : 0))
    assert.ok(earned.every((points) => points > 0))
    await opens('2026-12-31', 'pinghu', 698)
    await village.says('陈国栋', '分红按积分测算，奖金池9.36万', { to: '干部群' }).expectReply(/没有打开“按积分分奖金”.*股份/u)
    await adopts(village, opened)
    await earns(village, [
      ...earned.map((points, index) => ({ holder: household(index + 1), points })),
      { holder: household(300), points: -5 },
    ])
    await village.says('王秀英', '分红按积分测算，奖金池9.36万').replies()
    await village
      .says('陈国栋', '分红按积分测算，奖金池9.36万', { to: '干部群' })
      .expectReply(
        /2026年善治奖金试算：奖金池93600元，698户中249户有份，共72033分，每分约1.2994元。[\s\S]*合计93600元，一分钱不差。股份那一栏不动/u,
        '干部群',
      )
    await village
      .says('陈国栋', '是', { to: '干部群' })
      .expectReply(/提议#1001 陈国栋：2026年善治奖金93600元按积分分给249户.*通村〔2026〕8号/u, '干部群')
    await village.says('罗秀珍', '1001同意', { to: '干部群' }).expectReply(/分配方案公示#1001：.*93600元.*249户/u, '村民群')
    await village.line(/您家2026年300分，善治奖金389.8[23]元，公示到1月/u, '陈国栋')
    assert.equal(await money(1), 0, 'nothing is paid while it stands in notice')
    const parts = await read(village, ({ shares }) => shares.parts(1001))
    assert.equal(parts.length, 249)
    assert.equal(
      parts.reduce((sum, { fen }) => sum + fen, 0),
      9_360_000,
    )
    // the window without the clock's many days: the deadline's own job on its day
    await village.until('2027-01-12', '08:00')
    const paid = await read(village, async ({ ledger }) => (await ledger.byCause('dividend:1001'))?.postings ?? [])
    assert.equal(
      paid.filter(({ amount }) => amount > 0).reduce((sum, { amount }) => sum + amount, 0),
      9_360_000,
    )
    assert.ok([38_982, 38_983].includes(await money(1)))
    assert.equal(await money(300), 0)
    await village.says('陈国栋', '查分', { to: 'bot' }).expectReply(/2026年善治奖金389.8[23]元/u)
  }).timeout(20_000)

  it('YX-8 who stands below zero is given nothing of the reward pool, and the share column is not touched', async () => {
    await opens('2026-12-31', 'youxiqiao')
    await adopts(village, opened)
    await earns(village, [
      { holder: '王秀英', points: 60, kind: 'person' },
      { holder: '赵福贵', points: 20, kind: 'person' },
      { holder: '马玉芬', points: -30, kind: 'person' },
    ])
    // everybody has the base of 10 of a contracted person, 冯铁柱家 twice that; 马玉芬 stands at 10 - 30
    await village.says('罗秀珍', '分红按积分测算，奖金池8万', { to: '干部群' }).expectReply(/19户中18户有份，共270分/u)
    await village.says('罗秀珍', '是', { to: '干部群' }).replies()
    await village.says('陈国栋', '1001同意', { to: '干部群' }).expectReply(/积分奖金80000元，按积分分给18户/u, '村民群')
    const parts = await read(village, ({ shares }) => shares.parts(1001))
    assert.equal(
      parts.reduce((sum, { fen }) => sum + fen, 0),
      8_000_000,
    )
    assert.deepEqual(
      parts.filter(({ points }) => points > 10).map(({ household: home, points, fen }) => [home, points, fen]),
      [
        [household(4), 70, 2_074_074],
        [household(7), 30, 888_889],
        [household(12), 20, 592_593],
      ],
    )
    assert.ok(parts.every(({ points, fen }) => points > 10 || [296_296, 296_297].includes(fen)))
    assert.ok(!parts.some(({ household: home }) => home === household(11)), 'who stands below zero is given nothing')
    assert.deepEqual(await village.lines(/马玉芬/u, '村民群'), [])
    await village.says('陈国栋', '撤回分配公示', { to: '干部群' }).expectReply(/分配方案#1001撤回，不入账/u, '村民群')
  })

  it('CJ-9 a village that plans a reward pool shares it by household points once a resolution has opened it', async () => {
    await opens('2026-12-20', 'changjiang')
    await village.says('陈国栋', '分红按积分测算，奖金池100元', { to: '干部群' }).expectReply(/没有打开/u)
    await adopts(village, (source) => opened(source).replace('days: 10', 'days: 1'))
    await earns(village, [
      { holder: household(4), points: 1 },
      { holder: household(7), points: 1 },
      { holder: household(11), points: 1 },
    ])
    await village.says('陈国栋', '分红按积分测算，奖金池100元', { to: '干部群' }).expectReply(/奖金池100元，19户中3户有份，共3分/u)
    await village.says('陈国栋', '是', { to: '干部群' }).replies()
    await village.says('罗秀珍', '1001同意', { to: '干部群' }).replies()
    // three equal remainders and one fen: the smaller household number
    const parts = await read(village, ({ shares }) => shares.parts(1001))
    assert.deepEqual(
      parts.map(({ fen }) => fen),
      [3334, 3333, 3333],
    )
    await village.says('陈国栋', '分红按积分测算，奖金池100元', { to: '干部群' }).expectReply(/已经有分配方案#1001/u)
    // an objection to the plan holds the booking up until it is answered
    await village.says('马玉芬', '异议 奖金分错了', { to: 'bot' }).replies()
    await village.until('2026-12-22', '09:00')
    await village.line(/分配方案#1001还有异议没有答复（#1002），先不入账/u, '干部群')
    assert.equal(await money(4), 0)
    await village.says('周大山', '1002维持 核对过了', { to: '评议群' }).replies()
    await village.until('2026-12-23', '09:00')
    assert.deepEqual([await money(4), await money(7), await money(11)], [3334, 3333, 3333])
    await village.line(/您家2026年积分奖金33.34元已记到您家名下/u, '王秀英')
  })

  it('PH-3 the share column is imported, shown to the household alone, and no points change it', async () => {
    await opens('2026-12-31', 'pinghu')
    const lines: string[] = []
    await village.stop()
    const io: Io = {
      env: { DATA_DIR: village.folder },
      out: (line) => lines.push(line),
      err: (line) => lines.push(line),
      readFile: () => Promise.resolve('户号,股数\n4,3.5\n7,12\n'),
      clock: { now: () => instantOf('2026-12-31', '10:00') },
      log: () => Promise.resolve({ info: () => undefined, warn: () => undefined, error: () => undefined }),
      newId: (prefix) => `${prefix}-shares`,
      random: () => 0.5,
      prompt: () => null,
      interrupted: () => new Promise(() => undefined),
    }
    await assert.rejects(importShares(['shares', 'x.csv'], io), /正好有一个村/u, 'the training database holds two')
    await rm(village.folder, { recursive: true, force: true })
    village = await TestVillage.open({ at: instantOf('2026-12-31', '11:00') })
    await village.stop()
    assert.equal(await importShares(['shares', 'x.csv'], { ...io, env: { DATA_DIR: village.folder } }), 0)
    assert.match(lines.join('\n'), /导入股份2户/u)
    village = await TestVillage.open({ at: instantOf('2026-12-31', '12:00'), folder: village.folder })
    await village.says('王秀英', '查分', { to: 'bot' }).expectReply(/股份3.5股（积分不影响）/u)
    const inRoom = await village.says('王秀英', '查分').replies()
    assert.ok(inRoom.every(({ text }) => !text.includes('股份')))
    await earns(village, [
      { holder: household(4), points: 500 },
      { holder: household(7), points: -20 },
    ])
    assert.deepEqual(
      (await read(village, ({ shares }) => shares.holdings())).map(({ thousandths }) => thousandths),
      [3500, 12_000],
    )
  })
})

describe('shareOut', () => {
  it('PH-3 300 points of 72,033 are worth 389.82 before the remainder, and 1.3 元 a point would pay 42.90 over the pool', () => {
    assert.equal(worthOf(9_360_000, 72_033, 300), 38_982)
    assert.equal(worthOf(9_360_000, 72_033, 10_000), 1_299_404)
    assert.equal(72_033 * 130 - 9_360_000, 4290)
  })

  it('sums to the pool to the fen, each part within one fen of its share, more points never less money', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000_000 }),
        fc.array(fc.integer({ min: -500, max: 20_000 }), { minLength: 1, maxLength: 300 }),
        (pool, points) => {
          const claims = points.map((one, index) => ({ household: `h${String(index)}`, number: index + 1, points: one }))
          const divided = shareOut(pool, claims)
          const whole = points.filter((one) => one > 0).reduce((sum, one) => sum + one, 0)
          if (whole === 0) {
            assert.equal(divided, null)
            return
          }
          const portions = divided?.portions ?? []
          assert.equal(
            portions.reduce((sum, { fen }) => sum + fen, 0),
            pool,
          )
          for (const { points: own, fen } of portions) {
            assert.ok(own > 0)
            const exact = BigInt(pool) * BigInt(own)
            assert.ok(BigInt(fen) * BigInt(whole) > exact - BigInt(whole) && BigInt(fen) * BigInt(whole) < exact + BigInt(whole))
          }
          const byPoints = portions.toSorted((one, other) => one.points - other.points || other.number - one.number)
          for (const [index, portion] of byPoints.entries()) assert.ok(portion.fen >= (byPoints[index - 1]?.fen ?? 0))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('refuses a pool that is none, and counts only those above base where the pool says so', () => {
    assert.throws(() => shareOut(0, []), RangeError)
    assert.throws(() => shareOut(1.5, []), RangeError)
    const yields = [
      { household: 'a', number: 1, base: 100, earned: 0 },
      { household: 'b', number: 2, base: 100, earned: 20 },
      { household: 'c', number: 3, base: 100, earned: -120 },
    ]
    assert.deepEqual(
      claimsOf({ by: 'above-base' }, yields).map(({ points }) => points),
      [120],
    )
    assert.deepEqual(
      claimsOf({ by: 'points' }, yields).map(({ points }) => points),
      [100, 120],
    )
  })

  it('reads a sheet of shares and says which line is wrong', () => {
    assert.deepEqual(sharesIn('1,2\n2,0.125').rows, [
      { number: 1, thousandths: 2000 },
      { number: 2, thousandths: 125 },
    ])
    const { faults } = sharesIn('户号,股数\n1,2\n1,3\nx,1\n3,1.2345\n\n')
    assert.deepEqual(
      faults.map((fault) => fault.slice(0, 3)),
      ['第3行', '第4行', '第5行'],
    )
    assert.equal(sharesIn('').faults.length, 1)
  })
})
