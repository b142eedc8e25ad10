import assert from 'node:assert/strict'
import { instantOf } from '../../models/dates.ts'
import { TestVillage, type Where } from '../village.ts'
import { resetWith } from './adopt.ts'
import { adopts, earns, household, unit } from './honours-village.ts'

const resolution = `resolution: { on: '2026-10-20', body: 村民代表会议, result: 应到21人实到18人，16人同意, document: 村〔2026〕3号 }`
const [panel, cadres] = ['评议群', '干部群'] as const

describe('办不成的时候，各套办法', () => {
  let village: TestVillage
  before(async () => {
    village = await TestVillage.open({ at: instantOf('2026-12-20', '09:30') })
  })
  after(() => village.close())
  beforeEach(() => village.port.reset({}))

  /** a no is told to the speaker alone */
  const refused = async (from: string, text: string, why: RegExp, to: Where = cadres) =>
    village.says(from, text, { to }).expectOnlyPrivate(why, from)
  /** switches a practice of the scheme in force on, as a resolution does */
  const switchOn = (practice: string) =>
    adopts(village, (source) => {
      const off = new RegExp(`${practice}: \\{ on: false, why: ([^}]*)\\}`, 'u')
      assert.match(source, off)
      return source.replace(off, `${practice}: { on: true, why: $1, ${resolution} }`)
    })

  it('says what the bookkeeper’s line lacks', async () => {
    await refused('罗秀珍', '评等', /写上党员姓名，比如“评等 王秀英”/u)
    await refused('罗秀珍', '帮扶', /写上户主和帮助人/u)
    await refused('罗秀珍', '帮扶 冯铁柱 冯小兵', /帮助人要是另一户的/u)
    await refused('罗秀珍', '登记常住户 韦小明', /写上组和姓名，比如“登记常住户/u)
    await refused('罗秀珍', '托管', /写上替谁、谁来办/u, 'bot')
    await refused('罗秀珍', '结束托管 黄阿婆', /黄阿婆没有人代办/u, 'bot')
    await refused('罗秀珍', '导出积分表', /表格请在电脑上导出/u)
    await refused('罗秀珍', '撤回分配公示', /没有在公示的分配方案/u)
    await refused('罗秀珍', '聘李长顺当院长', /是哪个院、屯或组/u)
    await refused('罗秀珍', '邀请李长顺当本月评议员', /没有每月邀请的评议员/u)
    await refused('罗秀珍', '试算 改为每次3分', /改哪一项、怎么改？/u)
    await refused('罗秀珍', '不良记录 王秀英', /没有写不良记录/u)
    await village.says('罗秀珍', '评等 王秀英', { to: cadres }).expectReply(/王秀英今年怎么评/u, cadres)
    await refused('罗秀珍', '不晓得', /没看出是免评还是折算几个月/u)
  })

  it('keeps meetings to what they say, and to who records them', async () => {
    const met = '应到21人实到15人，13人同意，认可'
    await refused('罗秀珍', `代表会${met}参加积分`, /会上说的是谁？/u)
    await refused('罗秀珍', `小组会${met}李长顺家参加积分`, /由村民代表会议或村民会议认可，这次会议不算/u)
    await refused('覃丽', '代表会应到21人实到15人', /会议记录由支书或会计来记/u)
    await refused('王秀英', '帮扶 何金水 李长顺', /由支书或会计来办/u, 'bot')
  })

  it('says what a reviewer’s line lacks', async () => {
    await refused('周大山', '扣分', /扣谁、什么事/u, panel)
    await refused('周大山', '给全村各户加5分 清河道', /给谁加几分/u, panel)
    await refused('周大山', '给周大山、王秀英各加5分 清河道', /您家也在名单里/u, panel)
    await refused('周大山', '9组检查：1清洁 2清洁', /没有9组，请核对组号/u, panel)
    await refused('周大山', '检查：1清洁 2清洁', /哪个组、几号户怎么样/u, panel)
    await refused('周大山', '2组检查：1一般 2一般', /没有清洁户也没有要提醒的/u, panel)
    await refused('周大山', '限期提醒', /写上姓名，比如“一票否决 马玉芬”/u, panel)
    await refused('周大山', '限期提醒 马玉芬', /办法里没有提醒名单/u, panel)
    await refused('周大山', '提醒名单撤掉马玉芬', /马玉芬不在提醒名单里/u, panel)
  })

  it('records nothing that the scheme has no place for', async () => {
    await village.port.reset({ scheme: 'jinshi' })
    await refused('周大山', '2组检查：1清洁', /没有“庭院清洁”这样的项目/u, panel)
    await refused('罗秀珍', '不良记录', /写上党员姓名，比如“不良记录/u)
    await village.port.reset({ scheme: 'xinyu' })
    await refused('罗秀珍', '户类别 赵福贵', /写上户主和类别/u, 'bot')
    await village.port.reset({ scheme: 'pinghu' })
    await refused('罗秀珍', '登记住镇', /请写“登记住镇 姓名”/u)
  })

  it('wants two reviewers for an item that says so, and not the same one twice', async () => {
    await village.port.reset({ scheme: 'guyuan' })
    await village.says('马玉芬', '报 收入增长').replies()
    await village.says('周大山', '1001通过', { to: panel }).expectReply(/记下您同意，还要1位评议员/u, panel)
    await refused('周大山', '1001通过', /#1001 您已经同意过了，还要别的评议员/u, panel)
    assert.equal(await village.stateOf(1001), 'pending')
    await village.says('陈玉莲', '1001通过', { to: panel }).expectReply(/已通过/u, panel)
  })

  it('changes no number of an item that it cannot be sure of', async () => {
    await village.port.reset({ scheme: 'guyuan' })
    await refused('罗秀珍', '上大学改成3分', /改哪一项？请写项目的全名：培养本科生/u)
    await village.port.reset({})
    // next year's edition, adopted already, has the item no more
    await unit(village, async ({ schemes }) => {
      const { code, source } = await schemes.inForce('2026-12-20')
      const without = source.replace(/ {2}- code: patrol\n[^]*?(?= {2}- code: )/u, '')
      assert.notEqual(without, source)
      await schemes.adopt({ code, source: without, effectiveFrom: '2027-01-01', resolution: null }, '陈国栋', village.port.now())
    })
    await refused('罗秀珍', '巡逻护林改为每次4分，从明年2月1日起', /改哪一项、怎么改？/u)
    await resetWith(village, 'shifan', [
      [
        /(code: volunteer\n[^]*?)rate: \{ kind: fixed, points: 3 \}/u,
        '$1rate: { kind: tiered, by: quantity, unit: { name: 次, max: 30 }, tiers: [{ from: 1, points: 3 }, { from: 5, points: 9 }] }',
      ],
    ])
    await refused('罗秀珍', '志愿服务 改成 2到5分', /“志愿服务”的分值是一张表，不能变成一个区间/u)
    await refused('罗秀珍', '志愿服务改为每次4分', /“志愿服务”有几种算法：满1次、满5次。请写明是哪一种/u)
  })

  it('changes shares, ranges and limits only by the words that fit them', async () => {
    await resetWith(village, 'shifan', [
      [/(code: volunteer\n[^]*?)rate: \{ kind: fixed, points: 3 \}/u, '$1rate: { kind: share, percent: 1, of: { name: 元, max: 10000 } }'],
      [/(code: visit-elder\n[^]*?limits:\n)/u, '$1      - { times: 3, per: day, of: person }\n      - { times: 9, per: day }\n'],
    ])
    await refused('罗秀珍', '志愿服务 改成 3分', /“志愿服务”按比例计分。请写百分之几/u)
    await refused('罗秀珍', '扫路 改成 百分之5', /“扫路”不是按比例计分的。请写几分/u)
    await refused('罗秀珍', '看望老人 最高改成5分', /“看望老人”现在不是区间。请把最低和最高一起写/u)
    await refused('罗秀珍', '看望老人 每天最多3次', /“看望老人”每户、每人各有一条上限。请写明/u)
    await refused('罗秀珍', '恢复 扫路', /“扫路”没有停，不用恢复/u)
  })

  it('leaves what officials enter to the officials', async () => {
    await resetWith(village, 'shifan', [[/code: volunteer\n/u, 'code: volunteer\n    whoMayReport: official\n']])
    await refused('王秀英', '报 志愿服务', /“志愿服务”由村干部统一登记，不用自己报/u, '村民群')
  })

  it('judges cadres by whole marks only, and prints no empty sheet', async () => {
    await village.port.reset({ scheme: 'youxiqiao' })
    await switchOn('cadre-appraisal')
    await refused('陈国栋', '干部评议', /2026年还没有人的评议/u)
    await village.says('陈国栋', '干部评议 王秀英', { to: cadres }).expectReply(/每项0到100/u, cadres)
    await refused('陈国栋', '干得不错', /没看全：要有职务和出勤、业务、任务、满意四项/u)
  })

  it('shares no pool that is unnamed, out of all measure, earned by nobody, or no longer as it was proposed', async () => {
    await refused('罗秀珍', '分红测算', /没有奖金池/u)
    await refused('罗秀珍', '分红测算', /分红试算请在干部群或私聊里发/u, '村民群')
    await village.port.reset({ scheme: 'changjiang' })
    await switchOn('points-dividend')
    await refused('罗秀珍', '分红测算', /奖金池多少钱/u)
    await refused('罗秀珍', '分红按积分测算，奖金池0元', /奖金池要在1分到/u)
    await refused('罗秀珍', '分红按积分测算，奖金池100元', /还没有可以参加分配的积分/u)
    await earns(village, [{ holder: household(4), points: 10 }])
    await village.says('罗秀珍', '分红按积分测算，奖金池100元', { to: cadres }).expectReply(/试算/u, cadres)
    await village.says('罗秀珍', '是', { to: cadres }).expectReply(/提议#1001/u, cadres)
    await earns(village, [{ holder: household(7), points: 5 }])
    await refused('陈国栋', '1001同意', /提出以后积分有变动，合计对不上/u)
    assert.equal(await village.stateOf(1001), 'proposed')
  })

  it('bars nobody’s own household, nobody twice, and ends no veto before its time', async () => {
    await village.port.reset({ scheme: 'jinzhai' })
    const reminded = async (name: string) => {
      await village.says('周大山', `限期提醒 ${name}`, { to: 'bot' }).expectReply(/什么事要提醒/u, '周大山')
      return village.says('周大山', '院子里堆满垃圾', { to: 'bot' })
    }
    await (await reminded('周大山')).expectOnlyPrivate(/不能办自己家的/u, '周大山')
    await (await reminded('马玉芬')).expectReply(/告知书#1001/u, '马玉芬')
    await (await reminded('马玉芬')).expectOnlyPrivate(/这户已有#1001在办/u, '周大山')
    await refused('陈玉莲', '1001维持 没错', /#1001在听本人说，不用再办/u, 'bot')

    await village.port.reset({ scheme: 'rongan' })
    await switchOn('veto')
    await village.says('周大山', '一票否决 马玉芬', { to: 'bot' }).replies()
    await village.says('周大山', '县法院2026年9月生效判决，不赡养老人', { to: 'bot' }).expectReply(/告知书#1001/u, '马玉芬')
    await village.passes('4d')
    await village.says('陈玉莲', '1001同意', { to: 'bot' }).expectReply(/决定#1001/u, '马玉芬')
    await village.passes('12d')
    assert.equal(await village.stateOf(1001), 'in-force')
    await refused('马玉芬', '申诉 #1001 已改好', /#1001到.*自然结束，不用申请/u, 'bot')
  })

  it('lets no head of a unit look first at the own household’s report', async () => {
    await village.port.reset({ scheme: 'youxiqiao' })
    await village.says('陈国栋', '聘罗秀珍当1院院长', { to: cadres }).replies()
    await village.says('覃丽', '1001同意', { to: cadres }).expectReply(/您现在是院长了/u, '罗秀珍')
    await village.says('罗秀珍', '报 出义务工', { to: 'bot' }).expectReply(/已收到#1002/u, '罗秀珍')
    await refused('罗秀珍', '1002同意', /#1002是您自己家的，由评议员直接审/u, 'bot')
  })

  it('lists nicknames to the bookkeeper alone, in private, and when the messenger tells who is there', async () => {
    await refused('王秀英', '核对群昵称', /按群昵称核对由会计来办/u, 'bot')
    await refused('罗秀珍', '核对群昵称', /单子上有姓名，请私下或在评议群发/u, '村民群')
    await refused('罗秀珍', '核对群昵称', /没有能按群昵称认出的新人/u, panel)
    await unit(village, async ({ register, village: home }) => {
      await register.addPerson({ id: '杨帆', name: '杨帆', called: [], household: household(9), namePublic: false, minor: false })
      await home.touch()
    })
    await village.says('罗秀珍', '核对群昵称', { to: panel }).expectReply(/按群昵称认出1人/u, panel)
    await refused('罗秀珍', '除了5', /单子上没有第5个，只有1到1/u, panel)
    await unit(village, async ({ contacts }) => {
      for (const room of await contacts.rooms('villagers')) await contacts.bindRoom({ ...room, kind: 'cadres' }, village.port.now())
    })
    await refused('罗秀珍', '核对群昵称', /取不到村民群的成员/u, panel)
  })

  it('brings a household back by its head’s word when the head can speak', async () => {
    await village.says('冯铁柱', '我要退出积分', { to: 'bot' }).replies()
    await village.says('冯铁柱', '1', { to: 'bot' }).expectReply(/退出/u, '冯铁柱')
    await village.says('罗秀珍', '核对群昵称', { to: panel }).expectReply(/冯铁柱/u, panel)
    await village.says('罗秀珍', '1', { to: panel }).expectReply(/已绑定1人/u, panel)
    await refused('冯小兵', '重新参加积分', /要户主来说这句话/u, 'bot')
    await village.says('冯铁柱', '重新参加积分', { to: 'bot' }).expectReply(/欢迎回来/u, '冯铁柱')
  })
})
