import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { writtenYears } from '../../jobs/closing/keep-archives.ts'
import { instantOf } from '../../models/dates.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { loadScheme } from '../../rules/load-scheme.ts'
import { TestVillage } from '../village.ts'
import { asleep } from './asleep.ts'
import { joinsParty } from './honours-village.ts'

/** 王秀英's */
const household = 'household-4'

describe('年度核算', () => {
  let village: TestVillage
  const opens = async (scheme: string, on = '2026-11-22') => {
    village = await TestVillage.open({ at: instantOf(on, '10:00') })
    await village.port.reset({ scheme })
  }
  const sleepsUntil = async (date: string, time: string) => {
    village = await asleep(village, date, time)
  }
  afterEach(async () => {
    const { id } = await village.current()
    assert.deepEqual((await village.database.verifyLedger(id, 0)).problems, [])
    assert.deepEqual(await village.database.verifyCases(id), [])
    await village.close()
  })

  const read = async <T>(work: (stores: Stores) => Promise<T>) => village.database.reader.read((await village.current()).id, work)
  const standing = (book: string, kind: 'household' | 'person', holder: string) => read(({ ledger }) => ledger.standing(book, kind, holder))
  const approved = async (person: string, line: string, number: number) => {
    await village.says(person, line).replies()
    await village.says('周大山', `${String(number)}通过`, { to: '评议群' }).replies()
  }

  it('JS-R5 begins the red book anew each year: nothing is carried over, the love book is carried on', async () => {
    await opens('jinshi')
    await joinsParty(village, '陈国栋')
    await approved('陈国栋', '报 宣传政策', 1001)
    await approved('王秀英', '报 看望老人', 1002)
    await sleepsUntil('2026-12-15', '12:00')
    await sleepsUntil('2026-12-31', '19:00')
    await village.until('2027-01-01', '00:10')
    assert.deepEqual(await standing('red', 'person', '陈国栋'), { spendable: 1, honour: 1 })
    const { ran } = await village.until('2027-01-01', '00:30')
    assert.ok(ran.some(({ job, period }) => job === 'close-year' && period === '2026'))
    assert.deepEqual(await standing('red', 'person', '陈国栋'), { spendable: 0, honour: 1 })
    await village.expectBalance('王秀英', { booked: 2 })
    assert.deepEqual(await read(({ ledger }) => ledger.gains('red', 'person', '2027-01', '2027-12')), [
      { holder: '陈国栋', amount: -1, honour: 0 },
    ])
  })

  it('YX-6 reconciles the five sources, closes the year, and begins from base; what is still in notice belongs to the new year', async () => {
    await opens('pinghu', '2027-09-20')
    await approved('王秀英', '报 志愿服务', 1001)
    await sleepsUntil('2027-10-01', '09:30')
    await sleepsUntil('2027-10-13', '08:00')
    await village.expectBalance('王秀英', { booked: 3 })
    await approved('赵福贵', '报 志愿服务', 1002)
    await sleepsUntil('2028-01-01', '09:30')
    await village.expectBalance('王秀英', { booked: 0 })
    assert.deepEqual(await standing('main', 'household', household), { spendable: 0, honour: 3 }, 'the honour total stays')
    await village.says('王秀英', '查分').expectReply(/已入账0分.*\n另有基础分100分.*\n累计荣誉分3分/u)
    await village.says('王秀英', '2027年排名').expectReply(/1 王秀英家 103分/u)
    await village.says('王秀英', '2028年排名').expectReply(/您家第1名，100分/u)
    const [told] = await village.lines(/^2027年核算，五本账：/u, '罗秀珍')
    // 台账：给基础分一笔、#1001一笔；积分卡：有积分的一户，加19户的基础分
    assert.match(told ?? '', /交办事务本2件，加扣分登记册2条，会议记录本0条，台账2笔，积分卡\d+张。\n互相核对一致。$/u)
    await sleepsUntil('2028-01-13', '08:00')
    await village.expectBalance('赵福贵', { booked: 3 })
  })

  it('YX-6 says to the bookkeeper in words where the sources differ', async () => {
    await opens('jinshi')
    await approved('王秀英', '报 看望老人', 1001)
    await sleepsUntil('2026-12-31', '12:00')
    const { id } = await village.current()
    // a hand that is not the product's
    await village.database.lane.unit(id, async (stores) => {
      const from = await stores.ledger.account('main', 'point', 'source', 'village')
      const to = await stores.ledger.account('main', 'point', 'household', household)
      const postings = [
        { account: from.id, book: 'main', amount: -5 },
        { account: to.id, book: 'main', amount: 5 },
      ]
      await stores.ledger.post({
        cause: 'deduction:1999',
        kind: 'deduction',
        at: village.port.now(),
        actor: '罗秀珍',
        edition: 1,
        postings,
        text: '',
      })
    })
    await village.until('2027-01-01', '09:30')
    const [told] = await village.lines(/^2026年核算/u, '罗秀珍')
    assert.match(told ?? '', /不一致：台账有，交办事务本没有：deduction:1999。请查清，更正记在新的一年。$/u)
  })

  it('YX-6 corrects a closed year in the open one, and the closed year stays byte for byte', async () => {
    await opens('pinghu', '2027-09-20')
    await approved('王秀英', '报 志愿服务', 1001)
    await sleepsUntil('2027-10-01', '09:30')
    await sleepsUntil('2027-10-13', '08:00')
    await sleepsUntil('2028-01-01', '09:30')
    await village.expectBalance('王秀英', { booked: 0 })
    const statement = async () => (await village.says('王秀英', '明细 2027年', { to: 'bot' }).replies()).map(({ text }) => text)
    const archive = await read(({ archives }) => archives.of(household, '2027'))
    const before = await statement()
    const year = await read(({ periods }) => periods.of('2027'))
    assert.equal(year.state, 'notice')

    await village.says('罗秀珍', '冲正 1001 查实没有去', { to: '评议群' }).expectReply(/提议#1002/u)
    await village.says('周大山', '1002同意', { to: '评议群' }).expectReply(/已办/u)
    assert.deepEqual(await statement(), before)
    assert.deepEqual(await read(({ archives }) => archives.of(household, '2027')), archive)
    const { scheme } = await loadScheme('pinghu')
    const anew = await read((stores) => writtenYears('2027', scheme, { stores, schemeOf: () => Promise.resolve(scheme) }))
    const kept = await read(({ archives }) => archives.ofYear('2027'))
    assert.deepEqual(anew.map(({ household: { id }, text }) => [id, text]).sort(), kept.map(({ household: id, text }) => [id, text]).sort())
    assert.ok(kept.every(({ text, sha256 }) => createHash('sha256').update(text).digest('hex') === sha256))
    assert.deepEqual(await standing('main', 'household', household), { spendable: 0, honour: 0 })
    await village
      .says('王秀英', '明细 2028年', { to: 'bot' })
      .expectReply(/1月1日 上年结清 -3；1月1日 结清更正 \+3；1月1日 #1001 志愿服务冲正 -3。/u)
    await sleepsUntil('2028-01-20', '12:00')
    assert.equal((await read(({ periods }) => periods.of('2027'))).state, 'locked')
  })

  it('GY-9 lets points accumulate: no reset, never void, and a reward lowers the balance but not the honour', async () => {
    await opens('guyuan')
    await approved('王秀英', '报 志愿者活动', 1001)
    await sleepsUntil('2026-12-01', '09:30')
    await sleepsUntil('2026-12-12', '01:00')
    const { id } = await village.current()
    await village.database.lane.unit(id, async (stores) => {
      const shop = await stores.ledger.account('main', 'point', 'store', 'shop')
      const own = await stores.ledger.account('main', 'point', 'household', household)
      const postings = [
        { account: own.id, book: 'main', amount: -1 },
        { account: shop.id, book: 'main', amount: 1 },
      ]
      await stores.ledger.post({
        cause: 'redemption:9001',
        kind: 'redemption',
        at: village.port.now(),
        actor: '刘春梅',
        edition: 1,
        postings,
        text: '',
      })
    })
    assert.deepEqual(await standing('main', 'household', household), { spendable: 2, honour: 3 })
    await village.says('王秀英', '明细', { to: 'bot' }).expectReply(/合计得3分，扣0分，兑换1分。/u)
    await sleepsUntil('2028-01-02', '12:00')
    assert.deepEqual(await standing('main', 'household', household), { spendable: 2, honour: 3 })
    await village.says('王秀英', '查分').expectReply(/已入账2分.*\n累计荣誉分3分/u)
  })

  it('YX-10 keeps each household’s year, tells its head in one line, and records who of the family found it right', async () => {
    await opens('youxiqiao', '2027-09-20')
    for (const [person, number] of [
      ['冯铁柱', 1001],
      ['冯小兵', 1002],
    ] as const)
      await approved(person, '报 义务工 1天', number)
    await sleepsUntil('2027-10-01', '09:30')
    await sleepsUntil('2027-10-13', '08:00')
    await village.says('冯铁柱', '档案 2027年', { to: 'bot' }).expectReply(/还没有您家2027年的档案/u)
    await sleepsUntil('2028-01-01', '09:30')
    const told = await village.lines(/您家2027年积分档案已归档/u, '冯铁柱')
    assert.deepEqual(
      told.map((line) => line.split('\n').length),
      [1],
    )
    assert.match(told[0] ?? '', /义务工得1天，扣0天，兑换0天；义务工得1天/u)
    assert.deepEqual(await village.lines(/档案/u, '村民群'), [])
    const archive = await village.says('冯铁柱', '档案 2027年', { to: 'bot' }).replies()
    assert.match(
      archive[0]?.text ?? '',
      /^2027年积分档案 12号户\n[^]*义务工（冯小兵）：\n2027-10-13 #1002 义务筹工 \+1天\n得1天，扣0天，兑换0天，年底1天。\n[^]*核对无误请回“档案已核对 2027年”/u,
    )
    await village.says('冯小兵', '档案已核对 2027年').expectReply(/记下了：2027年档案您家已核对/u, '冯小兵')
    await village.says('冯铁柱', '档案已核对 2027年', { to: 'bot' }).expectReply(/已经核对过了/u, '冯铁柱')
    await village.says('冯铁柱', '档案 2027年', { to: 'bot' }).expectReply(/冯小兵已核对签字。$/u)
  })
})
