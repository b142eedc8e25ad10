import assert from 'node:assert/strict'
import { instantOf } from '../../models/dates.ts'
import { closeWhole } from '../close-whole.ts'
import { TestVillage } from '../village.ts'
import { adopts, earns, household, read } from './honours-village.ts'

const resolution = `resolution: { on: '2026-12-10', body: 村民代表会议, result: 应到21人实到18人，16人同意, document: 昌村〔2026〕8号 }`
const opened = (source: string): string =>
  source.replace(/points-dividend: \{ on: false, why: ([^}]*)\}/u, `points-dividend: { on: true, why: $1, ${resolution} }`)

describe('对分配方案的异议', () => {
  let village: TestVillage
  before(async () => {
    village = await TestVillage.open({ at: instantOf('2026-12-20', '09:30') })
  })
  after(() => closeWhole(village))

  afterEach(async () => {
    const { id } = await village.current()
    assert.deepEqual(await village.database.verifyCases(id), [])
  })

  const plans = async () => {
    await village.says('陈国栋', '分红按积分测算，奖金池100元', { to: '干部群' }).expectReply(/试算/u)
    await village.says('陈国栋', '是', { to: '干部群' }).replies()
  }
  /** plan #1001 stands in notice until 2026-12-30: three households with a point each */
  beforeEach(async () => {
    await village.port.reset({ scheme: 'changjiang' })
    await adopts(village, opened)
    await earns(
      village,
      [4, 7, 11].map((number) => ({ holder: household(number), points: 1 })),
    )
    await plans()
    await village.says('罗秀珍', '1001同意', { to: '干部群' }).expectReply(/分配方案公示#1001.*有意见发“异议 #1001 原因”/su, '村民群')
  })

  const money = (number: number) =>
    read(village, async ({ ledger }) => (await ledger.standing('dividend', 'household', household(number))).spendable)
  const planState = (number: number) => read(village, async ({ shares }) => (await shares.dividend(number))?.state)

  it('PH-3 an objection names the plan by its number, is answered with a reason in time, and then it is paid', async () => {
    const said = village.says('马玉芬', '异议 #1001 我家少算了')
    await said.expectReply(/^异议#1002已收到（针对#1001，先停止入账）。评议小组3天内答复您。$/u, '村民群')
    await said.expectReply(/^异议#1002 马玉芬 针对分配方案#1001 2026年积分奖金100元\n“.*我家少算了”\n.*算错了回“撤销 理由”/u, '评议群')
    await village.says('马玉芬', '异议 #1001 还有话', { to: 'bot' }).expectReply(/您对#1001的异议#1002还在办/u)
    // nobody answers in time: it is called for, and holds the plan up past its last day
    await village.until('2026-12-24', '12:00')
    await village.line(/异议、申诉到期要答复：#1002/u, '评议群')
    await village.until('2027-01-02', '12:00')
    await village.line(/分配方案#1001还有异议没有答复（#1002），先不入账/u, '干部群')
    assert.equal(await money(4), 0)
    const card = await village.line(/^异议#1002 马玉芬 针对/u, '评议群')
    await village.says('周大山', '维持', { to: '评议群', quote: card }).expectReply(/为什么这样答复/u)
    await village.says('周大山', '按12月31日的台账核对过，没有少', { to: '评议群' }).expectReply(/^异议#1002 已答复。$/u, '评议群')
    await village.line(/异议#1002：核实后维持，.*没有少/u, '马玉芬')
    await village.until('2027-01-03', '12:00')
    assert.deepEqual([await money(4), await money(7), await money(11)], [3334, 3333, 3333])
  })

  it('PH-3 a plan that is wrong is taken down before anything is paid, corrected, agreed to anew, and its time starts anew', async () => {
    const notice = await village.line(/^分配方案公示#1001/u, '村民群')
    await village.says('李长顺', '不对，漏了我家', { quote: notice }).expectReply(/针对#1001/u)
    const answer = village.says('周大山', '1002属实，漏了李长顺家1分', { to: '评议群' })
    await answer.expectReply(/异议#1002：核实后分配方案#1001撤回（.*漏了李长顺家1分.*），不入账/u, '李长顺')
    await answer.expectReply(/^2026年积分奖金的分配方案#1001撤回，不入账；改好以后重新公示，期限重新算。$/u, '村民群')
    await answer.expectReply(/分配方案#1001因异议#1002撤回.*重新公示/u, '干部群')
    assert.equal(await planState(1001), 'stopped')
    await earns(village, [{ holder: household(14), points: 1 }])
    await village.passes('2d')
    await plans()
    await village.says('罗秀珍', '1003同意', { to: '干部群' }).expectReply(/分配方案公示#1003.*12月23日至1月4日/su, '村民群')
    await village.until('2027-01-03', '12:00')
    assert.equal(await money(14), 0)
    await village.until('2027-01-05', '12:00')
    assert.deepEqual([await money(4), await money(7), await money(11), await money(14)], [2500, 2500, 2500, 2500])
    assert.equal(await read(village, ({ ledger }) => ledger.byCause('dividend:1001')), null)
  })

  it('PH-3 the nightly check finds a plan that still stands though an answer has taken it down', async () => {
    await village.says('马玉芬', '异议 #1001 我家少算了', { to: 'bot' }).replies()
    await village.says('周大山', '1002撤销 算错了', { to: '评议群' }).replies()
    const { id } = await village.current()
    await village.database.lane.unit(id, ({ shares }) => shares.setDividendState(1001, 'notice'))
    assert.deepEqual(
      (await village.database.verifyCases(id)).map(({ kind, number }) => [kind, number]),
      [['answer', 1002]],
    )
    await village.database.lane.unit(id, ({ shares }) => shares.setDividendState(1001, 'stopped'))
  })

  it('PH-3 words alone mean the plan when one stands in notice; the answer can be appealed, and another reviewer decides', async () => {
    await village.says('马玉芬', '异议 奖金分错了', { to: 'bot' }).expectReply(/针对#1001/u)
    await village.says('周大山', '1002维持 核对过了', { to: '评议群' }).replies()
    const appeal = village.says('马玉芬', '申诉 #1002 请再算一遍', { to: 'bot' })
    await appeal.expectReply(/申诉（分配方案#1001 .*回“维持 理由”或“撤销 理由”/su, '评议群')
    await village.says('周大山', '1002维持 不用再算', { to: '评议群' }).expectReply(/您经手过/u)
    await village.until('2027-01-02', '12:00')
    assert.equal(await money(4), 0, 'an appeal holds it up as well')
    await village.says('谢开元', '1002维持 重新算了一遍，一样', { to: '评议群' }).replies()
    await village.line(/申诉核实后维持.*到此办结/u, '马玉芬')
    await village.until('2027-01-03', '12:00')
    assert.equal(await money(4), 3334)
  })

  it('PH-3 a recorded emergency moves the last day of a plan in notice by its days, and nothing is paid before', async () => {
    await village.passes('2d')
    await village.says('陈国栋', '紧急暂停 发大水', { to: '干部群' }).replies()
    await village.says('周大山', '紧急暂停', { to: '评议群' }).expectReply(/期限从现在起都停住/u, '村民群')
    // the plan would have ended on 2026-12-30
    await village.until('2027-01-06', '12:00')
    assert.equal(await money(4), 0)
    await village.says('罗秀珍', '恢复', { to: '干部群' }).replies()
    await village.says('周大山', '恢复', { to: '评议群' }).expectReply(/停了15天，公示、申诉、答复都顺延15天/u, '村民群')
    const plan = await read(village, ({ shares }) => shares.dividend(1001))
    assert.deepEqual([plan?.lastDay, plan?.endsAt], ['2027-01-14', instantOf('2027-01-15', '00:00')])
    await village.until('2027-01-14', '23:00')
    assert.equal(await money(4), 0)
    await village.says('马玉芬', '查分', { to: 'bot' }).expectReply(/积分奖金33.33元（公示中）/u)
    await village.until('2027-01-15', '12:00')
    assert.equal(await money(4), 3334)
  })

  it('PH-3 what is paid can be objected to and is not taken back; a plan that is no more cannot', async () => {
    await village.until('2027-01-02', '12:00')
    assert.equal(await money(4), 3334)
    await village.says('马玉芬', '异议 #1001 少了', { to: 'bot' }).expectReply(/针对#1001，已经入账/u)
    await village.says('周大山', '1002撤销 算错了', { to: '评议群' }).expectReply(/#1001 已入账，改不了也撤不了/u, '周大山')
    await village.says('周大山', '1002维持 核对过了', { to: '评议群' }).expectReply(/已答复/u)
    await village.port.reset({ scheme: 'changjiang' })
    await adopts(village, opened)
    await earns(village, [{ holder: household(4), points: 1 }])
    await plans()
    await village.says('马玉芬', '异议 #1001 不该分', { to: 'bot' }).expectReply(/对哪一件有异议/u)
    await village.says('罗秀珍', '1001同意', { to: '干部群' }).replies()
    await village.says('陈国栋', '撤回分配公示', { to: '干部群' }).replies()
    await village.says('马玉芬', '异议 #1001 不该分', { to: 'bot' }).expectReply(/#1001 已撤回，不用提异议/u)
  })
})
