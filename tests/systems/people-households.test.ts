import assert from 'node:assert/strict'
import { openReading } from '../../cli/doctor/open-reading.ts'
import { readSettings } from '../../cli/settings.ts'
import { TestVillage } from '../village.ts'
import { everythingSaid, resetWith } from './adopt.ts'

/** The words of every category, as offices and gossips have them. */
const SENSITIVE = /低保|贫困|脱贫|特困|五保|残疾|边缘户|监测户|等靠要|分散供养|智障|精神/u

describe('谁参加、户计划、代办', () => {
  let village: TestVillage
  before(async () => {
    village = await TestVillage.open()
  })
  after(() => village.close())

  const cadre = (text: string) => village.says('罗秀珍', text, { to: 'bot' })
  const agree = (number: number) => village.says('陈国栋', `${String(number)}同意`, { to: '干部群' })

  it('MIN-7 a household that has left earns nothing new, loses nothing earned, and comes back by a word', async () => {
    await village.port.reset({})
    await village.says('王秀英', '报 扫路 2小时').replies()
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.says('王秀英', '我要退出积分', { to: 'bot' }).expectReply(/确定退出吗/u)
    await village.says('王秀英', '1', { to: 'bot' }).expectReply(/已退出，您家的积分都留着/u, '王秀英')
    await village.says('赵福贵', '代报 王秀英 扫路 1小时').expectOnlyPrivate(/这一户现在不能记分/u, '赵福贵')
    await village.says('周大山', '给王秀英加30分 抗洪抢险', { to: '评议群' }).expectOnlyPrivate(/这一户现在不能记分/u, '周大山')
    await village.until('2026-12-04')
    await village.expectBalance('王秀英', { booked: 4 })
    await village.says('王秀英', '绑定 1组 王秀英', { to: 'bot' }).replies()
    await village.says('王秀英', '1', { to: 'bot' }).replies()
    await village.says('周大山', '1002同意', { to: '评议群' }).replies()
    await village.says('王秀英', '报 扫路 1小时').expectReply(/已收到#1003/u)
  })

  it('MIN-7 a member leaves alone, the head for the household; the family is told and comes back by a word', async () => {
    await village.port.reset({})
    await village.says('冯铁柱', '报 扫路 1小时').replies()
    await village.says('冯铁柱', '我要退出积分', { to: 'bot' }).replies()
    await village.says('冯铁柱', '1', { to: 'bot' }).expectReply(/户主替您家退出了积分，以前的分都留着/u, '冯小兵')
    await village.says('冯小兵', '报 扫路 1小时').expectOnlyPrivate(/您家已经退出积分，以前的分都留着/u, '冯小兵')
    await village.says('冯小兵', '重新参加积分').expectReply(/欢迎回来/u, '冯小兵')
    await village.says('冯小兵', '报 扫路 1小时').expectReply(/已收到#1002/u)
    await village.says('冯小兵', '重新参加积分', { to: 'bot' }).expectReply(/一直在参加/u, '冯小兵')
    await village.says('冯铁柱', '绑定 3组 冯铁柱', { to: 'bot' }).replies()
    await village.says('冯铁柱', '1', { to: 'bot' }).replies()
    await village.says('周大山', '1003同意', { to: '评议群' }).replies()
    await village.says('冯小兵', '我要退出积分', { to: 'bot' }).replies()
    await village.says('冯小兵', '1', { to: 'bot' }).expectReply(/已退出/u, '冯小兵')
    await village.says('冯铁柱', '报 扫路 1小时').expectReply(/已收到#1004/u)
  })

  it('MIN-7 has the reviewers ask a household that never spoke to the bot whether it wants to take part', async () => {
    await village.port.reset({})
    await village.says('马玉芬', '代报 黄阿婆 扫路 1小时').expectReply(/待审#1001 黄阿婆[\s\S]*审前问一声愿不愿意参加/u, '评议群')
    const { text } = await village.says('马玉芬', '代报 王秀英 扫路 1小时').expectReply(/待审#1002/u, '评议群')
    assert.doesNotMatch(text, /愿不愿意/u)
  })

  describe('XY-1 分批', () => {
    const phases = [[/'2026-05-01'/u, "'2026-11-24'"], [/'2026-09-01'/u, "'2026-11-26'"]] as const // prettier-ignore

    it('XY-1 takes the first phase’s households, then the next, then everybody, and says no category to anyone', async () => {
      await resetWith(village, 'xinyu', phases)
      await village.says('赵福贵', '报 庭院清洁').expectOnlyPrivate(/分批开始的，还没轮到您家/u, '赵福贵')
      await village.says('罗秀珍', '户类别 赵福贵 低保户', { to: '干部群' }).expectOnlyPrivate(/请私聊我/u, '罗秀珍')
      await village.says('陈国栋', '户类别 赵福贵 低保户', { to: 'bot' }).expectReply(/由会计私聊来办/u)
      await cadre('户类别 赵福贵 低保户').expectReply(/已记下.*不公开、不导出/u, '罗秀珍')
      await cadre('户类别 马玉芬 边缘户').replies()
      await village.says('赵福贵', '报 庭院清洁').expectReply(/已收到#1001/u)
      await village.says('马玉芬', '报 庭院清洁').expectOnlyPrivate(/还没轮到您家/u, '马玉芬')
      await village.says('王秀英', '代报 马玉芬 庭院清洁').expectOnlyPrivate(/这一户现在不能记分/u, '王秀英')
      await cadre('邀请王秀英当本月评议员').replies()
      await village.says('周大山', '1001同意', { to: '评议群' }).replies()
      for (const line of ['排名', '查分', '查分 赵福贵', '导出我的资料', '积分办法', '帮助', '#1001审到哪一步了'])
        await village.says('赵福贵', line, { to: 'bot' }).replies()
      await village.until('2026-11-24', '10:00')
      await village.says('马玉芬', '报 庭院清洁').expectReply(/已收到/u)
      await village.says('何金水', '报 庭院清洁').expectOnlyPrivate(/还没轮到您家/u, '何金水')
      await village.until('2026-11-26', '10:00')
      await village.says('何金水', '报 庭院清洁').expectReply(/已收到/u)

      const said = await everythingSaid(village)
      assert.ok(said.length > 20)
      assert.deepEqual(said.filter(({ text }) => SENSITIVE.test(text)), []) // prettier-ignore
      assert.doesNotMatch(JSON.stringify(await village.port.ledger()), SENSITIVE)
      // scheme_edition is the agreement itself, with its comments; household_plan knows no words, its kinds are no category
      assert.equal(await placesOf(village, SENSITIVE), 'chat_message,scheme_edition')
    })

    it('XY-1 keeps no category where the scheme has no phases', async () => {
      await village.port.reset({})
      await cadre('户类别 赵福贵 低保户').expectReply(/用不着记类别，没有存/u, '罗秀珍')
      const { id } = await village.current()
      assert.equal(await village.database.reader.read(id, ({ participation }) => participation.category('household-7')), 'ordinary')
    })
  })

  describe('XY-3 因户施策', () => {
    beforeEach(async () => {
      await village.port.reset({ scheme: 'xinyu' })
      await cadre('邀请王秀英当本月评议员').replies()
    })

    it('XY-3 rates a household by its own plan, versions by date, and entries keep the version', async () => {
      await village.says('罗秀珍', '户计划 赵福贵 鼓励型 养鸡+10', { to: '干部群' }).expectOnlyPrivate(/请私聊我/u, '罗秀珍')
      const draft = cadre('户计划 赵福贵 鼓励型 庭院清洁+6 打零工+10每月2次 酗酒-3 理由：劝了三回才动')
      await draft.expectReply(/提议#1001 罗秀珍：给赵福贵家定户计划第1版（鼓励型，3项，内容已私信）/u, '干部群')
      await draft.expectReply(/庭院清洁\+6分、打零工\+10分（每月2次）、酗酒-3分\n理由（不外传）：劝了三回才动/u, '陈国栋')
      await village.says('赵福贵', '报 庭院清洁').expectReply(/按办法2分/u)
      await village.says('罗秀珍', '1001同意', { to: '干部群' }).expectOnlyPrivate(/要另一户的人同意/u, '罗秀珍')
      await agree(1001).expectReply(/您家的计划（鼓励型，第1版）11月22日起：\n庭院清洁\+6分/u, '赵福贵')

      await village.says('赵福贵', '报 庭院清洁').expectReply(/#1003 .*按办法6分/u)
      await village.says('王秀英', '报 庭院清洁').expectReply(/#1004 .*按办法2分/u)
      await village.says('赵福贵', '报 打零工').expectReply(/#1005 赵福贵 今天打零工，按办法10分/u)
      await village.says('赵福贵', '报 打零工').expectReply(/#1006/u)
      await village.says('赵福贵', '报 打零工').expectOnlyPrivate(/每户一个月最多2次|每户这个月最多2次|最多2次/u, '赵福贵')
      await village.says('谢开元', '给赵福贵扣3分 酗酒闹事两回', { to: '评议群' }).expectReply(/酗酒/u, '赵福贵')

      await cadre('户计划 赵福贵 发展型 庭院清洁+1 养鸡+20 从12月1日').expectReply(/第2版/u, '干部群')
      await agree(1008).replies()
      await village.says('赵福贵', '报 庭院清洁').expectOnlyPrivate(/最多2次/u, '赵福贵')
      await village.until('2026-12-01', '10:00')
      await cadre('邀请马玉芬当本月评议员').replies()
      await village.says('赵福贵', '报 养鸡').expectReply(/按办法20分/u)
      await village.says('赵福贵', '报 庭院清洁').expectReply(/按办法1分/u)
      const { id } = await village.current()
      const plans = await village.database.reader.read(id, async ({ origins }) => {
        const found = []
        for (const number of [1002, 1003, 1005, 1007, 1009]) found.push((await origins.of(number))?.plan)
        return found
      })
      assert.deepEqual(plans, [null, 1, 1, 1, 2])
      assert.deepEqual((await everythingSaid(village)).filter(({ text }) => /等靠要/u.test(text)), []) // prettier-ignore
      await cadre('户计划 赵福贵').expectReply(/发展型 第2版/u, '罗秀珍')
      await village.says('赵福贵', '积分办法', { to: 'bot' }).expectReply(/您家的计划（发展型，第2版）/u)
      const { text } = await village.says('赵福贵', '积分办法').expectReply(/./u)
      assert.doesNotMatch(text, /您家的计划/u)
    })

    it('XY-3 refuses a plan that names a condition, only takes, or reaches back; and a cadre’s own household', async () => {
      await cadre('户计划 赵福贵 鼓励型 残疾照顾+5').expectReply(/会印在公示里，不能写身份、困难和毛病/u)
      await cadre('户计划 赵福贵 鼓励型 酗酒-5').expectReply(/不能只有扣分项/u)
      await cadre('户计划 赵福贵 鼓励型 上访-5 养鸡+5').expectReply(/不能因信访、举报扣分/u)
      await cadre('户计划 赵福贵 养鸡+5').expectReply(/写上户主、类型和项目/u)
      await cadre('户计划 罗秀珍 发展型 养鸡+5').expectReply(/请别的干部来提/u)
      await cadre('户计划 赵福贵 发展型 养鸡+5 从2026年11月1日').expectReply(/从今天或以后开始/u)
      await cadre('户计划 赵福贵').expectReply(/没有户计划/u)
    })
  })

  it('XY-4 lets a custodian report for the household; custody is scored by its plan, the public text is 由家人代办, the reason goes nowhere', async () => {
    await village.port.reset({ scheme: 'xinyu' })
    await cadre('邀请王秀英当本月评议员').replies()
    await village.says('罗秀珍', '托管 黄阿婆 由郑小军', { to: '干部群' }).expectOnlyPrivate(/请私聊我/u, '罗秀珍')
    const draft = cadre('托管 黄阿婆 由郑小军 到11月30日 理由：精神残疾二级')
    await draft.expectReply(/提议#1001 罗秀珍：请郑小军替黄阿婆代办积分，到11月30日（由家人代办）/u, '干部群')
    await village.says('郑小军', '代报 黄阿婆 庭院清洁').expectReply(/已收到#1002/u)
    await village.line(/待审#1002 [\s\S]*他人代为申报/u, '评议群')
    await agree(1001).expectReply(/您可以替黄阿婆报积分了，到11月30日/u, '郑小军')
    await cadre('户计划 黄阿婆 托管型 日常照料+8每月4次').replies()
    await agree(1003).replies()
    await village.says('郑小军', '代报 黄阿婆 日常照料').expectReply(/已收到#1004 黄阿婆 今天日常照料，按办法8分/u)
    await village.line(/待审#1004 黄阿婆 日常照料 8分\n.*由家人代办/u, '评议群')
    await village.says('周大山', '1004同意', { to: '评议群' }).replies()
    const { id } = await village.current()
    const [file, origin] = await village.database.reader.read(id, async ({ cases, origins }) => [
      await cases.report(1004),
      await origins.of(1004),
    ])
    assert.equal(file?.subject, 'household-19')
    assert.equal(origin?.source, 'custodian')
    await cadre('托管 何金水 由谢开元').replies()
    await agree(1005).replies()
    await village.says('何金水', '报 庭院清洁').replies()
    await village.says('谢开元', '1006同意', { to: '评议群' }).expectOnlyPrivate(/#1006/u, '谢开元')
    assert.equal(await village.stateOf(1006), 'pending')
    await village.until('2026-12-01', '10:00')
    await village.says('郑小军', '代报 黄阿婆 庭院清洁').replies()
    assert.equal((await village.lines(/由家人代办/u, '评议群')).length, 1)
    assert.deepEqual((await everythingSaid(village)).filter(({ text }) => /残疾/u.test(text)), []) // prettier-ignore
    assert.equal(await placesOf(village, /精神残疾二级/u), 'chat_message,custody')
    await village.database.lane.unit(id, ({ register }) => register.erase('黄阿婆', '罗秀珍', village.port.now()))
    assert.equal(await placesOf(village, /精神残疾二级/u), 'chat_message')
  })
})

/** The tables of the village in which a sensitive word stands: what a person typed to the bot stays with the chat alone. */
async function placesOf(village: TestVillage, words: RegExp): Promise<string> {
  const { id } = await village.current()
  const found: string[] = []
  const { reading } = await openReading(readSettings({ DATA_DIR: village.folder }))
  assert.ok(reading)
  const tables = await reading.reader.statements((sql) => sql.all("SELECT name FROM sqlite_schema WHERE type = 'table'"))
  for (const { name: table } of tables) {
    const rows = await reading.reader.statements((sql) => sql.all(`SELECT * FROM ${String(table)}`))
    const own = rows.filter((row) => row.village === undefined || row.village === id)
    if (own.some((row) => words.test(JSON.stringify(row)))) found.push(String(table))
  }
  await reading.close()
  return found.toSorted().join(',')
}
