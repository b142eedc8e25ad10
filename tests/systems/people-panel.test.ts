import assert from 'node:assert/strict'
import { panelFindings } from '../../cli/doctor/panel.ts'
import { officeFindings } from '../../cli/doctor/rights.ts'
import { TestVillage } from '../village.ts'
import { everythingSaid, resetWith } from './adopt.ts'

describe('评议组织、来源、院和屯', () => {
  let village: TestVillage
  before(async () => {
    village = await TestVillage.open()
  })
  after(() => village.close())

  const cadre = (text: string) => village.says('罗秀珍', text, { to: '干部群' })
  const agree = (number: number) => village.says('陈国栋', `${String(number)}同意`, { to: '干部群' })

  async function doctorSays(): Promise<string> {
    const { id } = await village.current()
    const findings = await village.database.reader.read(id, async (stores) => [
      ...(await officeFindings(stores, village.port.now())),
      ...(await panelFindings(stores, village.port.now())),
    ])
    return findings.map(({ level, text }) => `${level} ${text}`).join('\n')
  }

  it('XY-5 reviews in a month with one or two villagers asked in, never with none or three', async () => {
    await village.port.reset({ scheme: 'xinyu' })
    for (const who of ['赵福贵', '李长顺', '何金水']) await village.says(who, '报 庭院清洁').replies()
    await village
      .says('周大山', '1001同意', { to: '评议群' })
      .expectOnlyPrivate(/本月受邀的村民评议员有0位，办法要1到2位，现在还不能审。请支书或会计发“邀请某某当本月评议员”/u, '周大山')
    await village.says('周大山', '1001不行 没做完', { to: '评议群' }).expectOnlyPrivate(/现在还不能审/u, '周大山')
    assert.match(await doctorSays(), /本月受邀的村民评议员有0位，办法要1到2位/u)
    await village.until('2026-11-23', '09:00')
    await village.line(/本月还没有请村民评议员（要1到2位），申报审不了/u, '罗秀珍')

    await cadre('邀请孙建国当本月评议员').expectReply(/孙建国不能当受邀评议员/u, '罗秀珍')
    await cadre('邀请王秀英当本月评议员').expectReply(/村里请您当11月的评议员/u, '王秀英')
    await village.says('周大山', '1001同意', { to: '评议群' }).expectReply(/#1001/u)
    await village.says('王秀英', '1002同意', { to: 'bot' }).expectReply(/#1002/u)
    assert.equal(await village.stateOf(1002), 'approved')
    await cadre('邀请马玉芬当本月评议员').replies()
    await cadre('邀请郑小军当本月评议员').expectOnlyPrivate(/11月已经请了2位，办法最多2位/u, '罗秀珍')
    assert.doesNotMatch(await doctorSays(), /受邀/u)

    // three, however they came about
    const { id } = await village.current()
    await village.database.lane.unit(id, async ({ register }) => {
      for (const role of ['reviewer', 'invited'] as const)
        await register.grant(
          { person: '郑小军', role, scope: 'village', scopeId: null, from: '2026-11-23', until: '2026-11-30' },
          '罗秀珍',
          village.port.now(),
        )
    })
    await village.says('周大山', '1003同意', { to: '评议群' }).expectOnlyPrivate(/有3位，办法要1到2位/u, '周大山')

    await cadre('邀请黄阿婆当下个月评议员').expectReply(/已请黄阿婆当12月的评议员/u)
    await village.until('2026-12-01', '10:00')
    await village.says('王秀英', '1003同意', { to: 'bot' }).expectReply(/评议员/u, '王秀英')
    assert.equal(await village.stateOf(1003), 'pending')
    await village.says('周大山', '1003同意', { to: '评议群' }).expectReply(/#1003/u)
    assert.equal(await village.stateOf(1003), 'approved')
  })

  it('GY-6 keeps evaluation and supervision at 3 to 5 each, nobody in both, chosen by the representatives, no 两委 among them', async () => {
    await village.port.reset({ scheme: 'guyuan' })
    assert.match(await doctorSays(), /监督小组有2人，办法要3到5人/u)
    await cadre('免去谢开元的评议员').expectOnlyPrivate(/评议小组至少要3人，先补一位再免/u, '罗秀珍')
    await cadre('聘李长顺当评议员').expectOnlyPrivate(/还没有选李长顺的会议记录/u, '罗秀珍')
    await cadre('代表会应到21人实到13人，都同意，选李长顺进评议小组').replies()
    await cadre('聘李长顺当评议员').expectOnlyPrivate(/还没有选李长顺的会议记录/u, '罗秀珍')
    await cadre('代表会应到21人实到15人，13人同意，选李长顺、何金水、王秀英进评议小组，选孙建国、赵福贵进监督小组').expectReply(
      /选评议监督小组/u,
    )
    await cadre('聘李长顺当评议员').expectReply(/提议#1001 罗秀珍：聘李长顺当评议员/u, '干部群')
    await agree(1001).expectReply(/已办/u)
    await cadre('聘何金水当评议员').replies()
    await agree(1002).replies()
    await cadre('聘王秀英当评议员').expectOnlyPrivate(/评议小组最多5人，已经满了/u, '罗秀珍')
    await cadre('聘孙建国当评议员').expectOnlyPrivate(/不能又当评议员又当监督员/u, '罗秀珍')
    await village.says('罗秀珍', '聘陈国栋当监督员', { to: '干部群' }).expectOnlyPrivate(/陈国栋是村两委的人/u, '罗秀珍')
    await cadre('聘赵福贵当监督员').replies()
    await agree(1003).replies()
    assert.match(await doctorSays(), /评议小组、监督小组的人数合办法/u)
    await cadre('免去赵福贵的监督员').expectOnlyPrivate(/监督小组至少要3人/u, '罗秀珍')
  })

  it('GY-6 calls supervisors out of 两委 内部监督 where the village has chosen that reading', async () => {
    await resetWith(village, 'guyuan', [[/supervisorsFrom: villagers/u, 'supervisorsFrom: committee']])
    await cadre('聘何金水当监督员').expectOnlyPrivate(/何金水不是村两委的人/u, '罗秀珍')
    await cadre('聘何金水当两委成员').replies()
    await agree(1001).replies()
    await cadre('聘何金水当监督员').expectReply(/提议#1002 罗秀珍：聘何金水当监督员（内部监督）/u, '干部群')
    await agree(1002).expectReply(/您现在是监督员（内部监督）了/u, '何金水')
    assert.doesNotMatch(await doctorSays(), /监督小组.*村两委的人/u)
  })

  it('GY-6 lets 两委 form the panel by the text’s other reading', async () => {
    await resetWith(village, 'guyuan', [[/chosenBy: representatives/u, 'chosenBy: committee']])
    await cadre('聘陈国栋当评议员').expectReply(/提议#1001 罗秀珍：聘陈国栋当评议员/u, '干部群')
    await cadre('聘陈国栋当监督员').expectOnlyPrivate(/陈国栋是村两委的人/u, '罗秀珍')
    assert.match(await doctorSays(), /监督小组有2人，办法要3到5人/u)
  })

  it('GY-7 keeps the source of a report with the case and shows it on the card: own, others’, public reaction, the panel’s finding', async () => {
    await village.port.reset({ scheme: 'guyuan' })
    await village.says('王秀英', '报 志愿者活动').expectReply(/待审#1001 王秀英.*\n.*（本人申报）/u, '评议群')
    // the card that comes again still says it
    await village.says('王秀英', '日期不对，是昨天').expectReply(/待审#1001.*（更正）\n.*（本人申报）/u, '评议群')
    await village.says('王秀英', '代报 黄阿婆 志愿者活动').expectReply(/待审#1002 黄阿婆.*\n.*王秀英代报.*（他人代为申报）/u, '评议群')
    await village.says('王秀英', '推荐 何金水 志愿者活动').expectReply(/待审#1003.*\n.*（群众评荐）/u, '评议群')
    await village.says('周大山', '代报 李长顺 志愿者活动', { to: '评议群' }).expectReply(/待审#1004.*\n.*（评议组发现）/u, '评议群')
    await village
      .says('罗秀珍', '代报 郑小军 志愿者活动 群众反映的', { to: '评议群' })
      .expectReply(/待审#1005.*\n.*（群众反映）/u, '评议群')
    await village.says('罗秀珍', '代报 电话 罗满仔 志愿者活动', { to: '评议群' }).expectReply(/待审#1006.*\n.*（干部登记）/u, '评议群')
    const { id } = await village.current()
    const sources = await village.database.reader.read(id, async ({ origins }) => {
      const found = []
      for (const number of [1001, 1002, 1003, 1004, 1005, 1006]) found.push((await origins.of(number))?.source)
      return found
    })
    assert.deepEqual(sources, ['self', 'proxy', 'recommended', 'panel', 'public', 'official'])
  })

  it('RA-12 keeps names, councils, records, prize money and rankings by 屯, several in one village', async () => {
    await resetWith(village, 'rongan', [[/units: \{ kind: 屯[^}]*\}/u, 'units: { kind: 屯, prizeFen: 300000 }']])
    const { id } = await village.current()
    const units = await village.database.reader.read(id, ({ register }) => register.units())
    assert.deepEqual(units.map(({ kind, name }) => `${kind} ${name}`), ['屯 1屯', '屯 2屯', '屯 3屯', '屯 4屯', '屯 5屯']) // prettier-ignore
    await cadre('选何金水进4屯理事会').expectReply(/提议#1001/u, '干部群')
    await agree(1001).replies()
    await cadre('选赵福贵进2屯理事会').replies()
    await agree(1002).replies()
    await cadre('会议记录 4屯开会说了修路的事').expectReply(/已记/u)
    await village.says('李长顺', '报 扫路 2小时').replies()
    await village.says('赵福贵', '报 扫路 1小时').replies()
    for (const number of [1003, 1004]) await village.says('周大山', `${String(number)}同意`, { to: '评议群' }).replies()
    await village.until('2026-12-03', '10:00')
    await village
      .says('李长顺', '4屯排名 12月', { to: 'bot' })
      .expectReply(/4屯积分榜：\n1 李长顺家 4分\n您家第1名，4分。\n4屯理事会：何金水；全年固定奖金总额3000元；会议记录1次/u)
    const other = await village.says('赵福贵', '2屯排名 12月', { to: 'bot' }).expectReply(/1 赵福贵家 2分/u)
    assert.match(other.text, /2屯理事会：赵福贵；全年固定奖金总额3000元$/u)
    assert.doesNotMatch(other.text, /李长顺/u)
  })

  it('YX-12 asks the 院长 to look first; the word stands on the card and approves nothing', async () => {
    await village.port.reset({ scheme: 'youxiqiao' })
    await cadre('聘何金水当2院院长').expectOnlyPrivate(/何金水不是村干部/u, '罗秀珍')
    await village.says('陈国栋', '聘罗秀珍当2院院长', { to: '干部群' }).replies()
    await village.says('覃丽', '1001同意', { to: '干部群' }).expectReply(/您现在是院长了/u, '罗秀珍')
    await village.says('罗秀珍', '聘陈国栋当2院院长', { to: '干部群' }).expectReply(/2院已经有院长罗秀珍/u, '罗秀珍')

    const report = village.says('赵福贵', '报 义务筹工 1天')
    await report.expectReply(/待审#1002 赵福贵[\s\S]*院长罗秀珍还没初核/u, '评议群')
    await report.expectReply(/初核#1002[\s\S]*属实回“1002同意”/u, '罗秀珍')
    await village.says('罗秀珍', '1002同意', { to: 'bot' }).expectReply(/#1002 院长罗秀珍初核：属实，等评议员审/u, '评议群')
    assert.equal(await village.stateOf(1002), 'pending')
    const { id } = await village.current()
    assert.deepEqual(await village.database.reader.read(id, ({ cases }) => cases.decisions(1002)), [])
    await village.says('周大山', '下一个', { to: 'bot' }).expectReply(/院长罗秀珍初核：属实/u, '周大山')
    await village.says('周大山', '1002同意', { to: '评议群' }).replies()
    assert.equal(await village.stateOf(1002), 'approved')

    await village.says('李长顺', '报 义务筹工 1天').replies()
    await village.says('罗秀珍', '1003同意', { to: 'bot' }).expectReply(/#1003不是您这个院的/u, '罗秀珍')
    await village.says('赵福贵', '代报 张桂兰 义务筹工 1天').replies()
    await village.says('赵福贵', '1').replies()
    await village.says('罗秀珍', '1004不行 没看见出工', { to: 'bot' }).expectReply(/有疑问，审前先看卡片/u, '评议群')
    const inRooms = (await everythingSaid(village)).filter(({ to }) => to.endsWith('群'))
    assert.deepEqual(inRooms.filter(({ text }) => text.includes('没看见出工')), []) // prettier-ignore
  })
})
