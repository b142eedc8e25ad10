import assert from 'node:assert/strict'
import { instantOf } from '../../models/dates.ts'
import { loadScheme } from '../../rules/load-scheme.ts'
import { TestVillage } from '../village.ts'

/** Opens the training village under a scheme, on a day at ten in the morning. */
async function villageUnder(scheme: string, day = '2026-11-22'): Promise<TestVillage> {
  const village = await TestVillage.open({ at: instantOf(day, '10:00') })
  await village.port.reset({ scheme })
  return village
}

/** How word of a case came, and what was written down of it. */
async function recordOf(village: TestVillage, number: number) {
  const { id } = await village.current()
  return village.database.reader.read(id, async (stores) => {
    const file = (await stores.cases.report(number)) ?? assert.fail(`no report #${String(number)}`)
    return { channel: file.report.channel, place: file.report.place, words: (await stores.cases.evidence(number)).map(({ text }) => text) }
  })
}

const reviews = (village: TestVillage, number: number) => village.says('周大山', `${String(number)}通过`, { to: '评议群' }).replies()

describe('济源轵城：道德积分储蓄站', () => {
  let village: TestVillage

  afterEach(() => village.close())

  it('JY-1 gives and takes in each of the six: 积孝、积善、积信、积勤、积俭、积美', async () => {
    const { scheme } = await loadScheme('zhicheng')
    village = await villageUnder('zhicheng')
    const six: readonly (readonly [string, string, string, string, string])[] = [
      ['积孝', '报 给老人洗脚', '孝老爱亲', '李长顺', '不尽赡养义务'],
      ['积善', '报 帮邻居收麦', '邻里相帮', '何金水', '损坏公物不赔'],
      ['积信', '报 讲信用', '诚实守信', '马玉芬', '失信不还'],
      ['积勤', '报 学电工', '技术培训', '冯铁柱', '沉迷赌博'],
      ['积俭', '报 婚事新办', '婚事新办', '郑小军', '铺张浪费'],
      ['积美', '报 扫院子', '庭院干净整洁', '罗满仔', '乱扔垃圾'],
    ]
    assert.deepEqual(
      Object.values(scheme.sections).map(({ title }) => title),
      six.map(([title]) => title),
    )
    let number = 1000
    for (const [title, line, award, household, deduction] of six) {
      const titleOf = (name: string) => {
        const found = scheme.items.find((one) => one.name === name) ?? assert.fail(name)
        return [found.kind, scheme.sections[found.section ?? '']?.title]
      }
      assert.deepEqual(
        [titleOf(award), titleOf(deduction)],
        [
          ['award', title],
          ['deduction', title],
        ],
      )
      await village.says('王秀英', line).expectReply(new RegExp(`已收到#${String((number += 1))} 王秀英`, 'u'))
      const notice = village.says('周大山', `给${household}扣2分 ${deduction} 有主管部门的处罚决定`, { to: 'bot' })
      await notice.expectOnlyPrivate(new RegExp(`整改通知书#${String((number += 1))}：11月22日${deduction}`, 'u'), household)
    }
  })

  it('JY-2 keeps how a clue came: 自荐, 评荐 by mouth, letter, message, phone and box, 组织推荐; a clue is no points', async () => {
    village = await villageUnder('zhicheng')
    await village.says('王秀英', '自荐 看望老人').expectReply(/已收到#1001 王秀英.*待审/u)
    await village.says('赵福贵', '推荐 张桂兰 看望老人').expectReply(/有2位张桂兰/u)
    await village.says('赵福贵', '2').expectReply(/待审#1002[\s\S]*赵福贵评荐/u, '评议群')
    const ways = [
      ['口头', 'oral', '李长顺', '口头，赵福贵说的'],
      ['书信', 'paper', '何金水', '书面，赵福贵说的'],
      ['短信', 'paper', '马玉芬', '短信，赵福贵说的'],
      ['电话', 'phone', '冯铁柱', '电话，赵福贵说的'],
      ['举荐箱', 'box', '郑小军', '举荐箱，赵福贵说的'],
      ['组织推荐', 'paper', '罗满仔', '组织推荐'],
    ] as const
    let number = 1002
    for (const [way, channel, name, words] of ways) {
      const told = way === '组织推荐' ? '' : '，赵福贵说的'
      const entered = village.says('罗秀珍', `代报 ${way} ${name} 看望老人${told}`, { to: 'bot' })
      await entered.expectReply(
        new RegExp(`待审#${String((number += 1))} ${name} [\\s\\S]*罗秀珍登记[\\s\\S]*补充：“${words}”`, 'u'),
        '评议群',
      )
      assert.deepEqual(await recordOf(village, number), { channel, place: null, words: [words] })
      await village.expectBalance(name, { booked: 0, inNotice: 0, pending: 2 })
    }
    assert.equal((await recordOf(village, 1001)).channel, 'chat')
    await reviews(village, 1001)
    await village.expectBalance('王秀英', { booked: 0, inNotice: 0, pending: 0 })
    assert.equal(await village.stateOf(1001), 'approved')
  })

  it('JY-4 makes points of a clue only by the month’s appraisal and its notice', async () => {
    village = await villageUnder('zhicheng', '2026-11-29')
    await village.says('王秀英', '报 给老人洗脚').expectReply(/#1001 王秀英 今天给老人洗脚，按办法3分，待审/u)
    await village.expectBalance('王秀英', { booked: 0, inNotice: 0, pending: 3 })
    await reviews(village, 1001)
    assert.equal(await village.stateOf(1001), 'approved')
    await village.until('2026-12-01', '09:30')
    await village.line(/2026年11月积分公示，共1件：\n#1001 王秀英 给老人洗脚 3分/u, '村民群')
    await village.expectBalance('王秀英', { booked: 0, inNotice: 3, pending: 0 })
    await village.until('2026-12-11', '23:59')
    await village.expectBalance('王秀英', { booked: 0, inNotice: 3, pending: 0 })
    await village.until('2026-12-12', '00:20')
    await village.expectBalance('王秀英', { booked: 3, inNotice: 0, pending: 0 })
    await village.says('王秀英', '查分', { to: 'bot' }).expectReply(/3/u, '王秀英')
  })
})

describe('平湖通界村：善治积分', () => {
  let village: TestVillage

  afterEach(() => village.close())

  it('PH-2 begins a deduction as 整改通知书; mended and looked at within 14 days, nothing is taken', async () => {
    village = await villageUnder('pinghu')
    await village
      .says('周大山', '给马玉芬扣5分 垃圾不分类 三桶混在一起', { to: 'bot' })
      .expectOnlyPrivate(/整改通知书#1001：11月22日垃圾分类不规范[\s\S]*12月6日前改好，改好了不扣分/u, '马玉芬')
    await village.says('周大山', '给李长顺扣5分 垃圾不分类 两桶混在一起', { to: 'bot' }).expectOnlyPrivate(/整改通知书#1002/u, '李长顺')
    await village.until('2026-12-05', '09:00')
    await village.says('马玉芬', '1001整改好了，来复查吧', { to: 'bot' }).expectReply(/#1001/u, '马玉芬')
    await village.says('陈玉莲', '1001不行 改好了', { to: 'bot' }).expectReply(/#1001 垃圾分类不规范：改好了，不扣分/u, '马玉芬')
    await village.says('陈玉莲', '1002同意', { to: 'bot' }).expectReply(/12月6日/u, '陈玉莲')
    await village.until('2026-12-06', '09:00')
    await village.says('陈玉莲', '1002同意', { to: 'bot' }).expectReply(/扣分决定#1002[\s\S]*扣5分/u, '李长顺')
    assert.deepEqual([await village.stateOf(1001), await village.stateOf(1002)], ['dropped', 'decided'])
    const { entries } = await village.port.ledger()
    assert.deepEqual(
      entries.filter(({ cause }) => cause.startsWith('deduction:')),
      [],
    )
    assert.deepEqual(await village.lines(/马玉芬|李长顺/u, '村民群'), [])
  })
})

describe('新化油溪桥：村级事务积分', () => {
  let village: TestVillage

  afterEach(() => village.close())

  it('YX-2 has items of their own for cadres, party members and everybody; who is in no such tier is told what to report instead', async () => {
    const { scheme } = await loadScheme('youxiqiao')
    const of = (kind: string) => scheme.items.filter((item) => item.kind === kind).length
    assert.deepEqual([of('award'), of('deduction')], [35, 41])
    village = await villageUnder('youxiqiao')
    const full = '昨天 在村口 因为修路要人带头'
    await village
      .says('王秀英', '报 党员先锋示范')
      .expectReply(/“党员先锋示范”是党员、村干部的项目，王秀英不在里面，不能按这一项记。可以报“志愿服务”。/u, '王秀英')
    await village.says('王秀英', '报 院落挂点').expectReply(/“院落挂点”是村干部的项目/u, '王秀英')
    await village.says('罗秀珍', `报 院落挂点 ${full}`).expectReply(/已收到#1001 罗秀珍/u)
    await village.says('陈国栋', '聘王秀英为党员', { to: '干部群' }).expectReply(/提议#1002 陈国栋：聘王秀英当党员/u, '干部群')
    await village.says('罗秀珍', '1002同意', { to: '干部群' }).expectReply(/提议#1002 已办/u, '干部群')
    await village.says('王秀英', `报 党员先锋示范 ${full}`).expectReply(/已收到#1003 王秀英/u)
    await village.says('王秀英', '报 院落挂点').expectReply(/“院落挂点”是村干部的项目/u, '王秀英')
    await village.says('王秀英', `报 志愿服务 ${full}`).expectReply(/已收到#1004 王秀英/u)
    await village
      .says('周大山', '给马玉芬扣3分 公示超期 拖了三天', { to: 'bot' })
      .expectReply(/“公示超期”只对村干部，马玉芬不在里面/u, '周大山')
    await village.says('陈国栋', '免去王秀英的党员', { to: '干部群' }).expectReply(/提议#1005 陈国栋：免去王秀英的党员/u, '干部群')
    await village.says('罗秀珍', '1005同意', { to: '干部群' }).expectReply(/提议#1005 已办/u, '干部群')
    await village.passes('1d')
    await village.says('王秀英', '报 党员先锋示范').expectReply(/是党员、村干部的项目/u, '王秀英')
  })

  it('YX-3 asks by one question each for the time, the place and the reason, and for evidence', async () => {
    village = await villageUnder('youxiqiao')
    await village.says('王秀英', '报 红白事简办').expectReply(/“红白事简办”是哪一天的事？/u)
    await village.says('王秀英', '昨天').expectReply(/“红白事简办”在什么地方？/u)
    await village.says('王秀英', '村口老屋').expectReply(/“红白事简办”是怎么回事？/u)
    const opened = village.says('王秀英', '娘过世，没摆酒，没请戏班')
    await opened.expectReply(/已收到#1001 王秀英 昨天红白事简办，按办法10分，待审。\n这一项要凭证/u)
    await opened.expectReply(/11月21日：“报 红白事简办”（本人申报）\n地点：村口老屋；事由：娘过世,没摆酒,没请戏班\n凭证：还没有/u, '评议群')
    assert.deepEqual(await recordOf(village, 1001), {
      channel: 'chat',
      place: '村口老屋',
      words: ['地点：村口老屋；事由：娘过世,没摆酒,没请戏班'],
    })
    await village.says('王秀英', '报 护林禁伐 昨天 在后山 因为有人上山砍树').expectReply(/已收到#1002 王秀英/u)
  })

  it('YX-3 takes what was said by mouth, phone, paper or box from an official, with who said it', async () => {
    village = await villageUnder('youxiqiao')
    const ways = [
      ['口头', 'oral', '李长顺', '口头'],
      ['电话', 'phone', '何金水', '电话'],
      ['纸条', 'paper', '马玉芬', '书面'],
      ['意见箱', 'box', '郑小军', '举荐箱'],
    ] as const
    let number = 1000
    for (const [way, channel, name, word] of ways) {
      const line = `代报 ${way} ${name} 志愿服务，赵福贵说的 昨天 在后山 因为栽树缺人`
      await village.says('罗秀珍', line, { to: 'bot' }).expectReply(new RegExp(`待审#${String((number += 1))} ${name}`, 'u'), '评议群')
      const record = await recordOf(village, number)
      assert.deepEqual([record.channel, record.place], [channel, '后山'])
      assert.deepEqual([...record.words].sort(), ['地点：后山；事由：栽树缺人', `${word}，赵福贵说的`].sort())
    }
    await village.says('罗秀珍', '代报 电话 罗满仔 志愿服务', { to: 'bot' }).expectReply(/是哪一天的事？/u, '罗秀珍')
    assert.equal(await village.stateOf(1001), 'pending')
  })

  it('YX-3 asks a reviewer for day and place of what is to be mended', async () => {
    village = await villageUnder('youxiqiao')
    await village.says('周大山', '给马玉芬扣2分 乱扔垃圾 倒了两桶', { to: 'bot' }).expectReply(/是哪一天的事？/u, '周大山')
    await village.says('周大山', '昨天', { to: 'bot' }).expectReply(/在什么地方？/u, '周大山')
    await village.says('周大山', '桥头', { to: 'bot' }).expectReply(/整改通知书#1001：11月21日乱扔垃圾.*倒了两桶（桥头）/u, '马玉芬')
  })

  it('YX-4 lists on the 28th, by reviewer, what is unreviewed', async () => {
    village = await villageUnder('youxiqiao', '2026-11-27')
    const full = '昨天 在村口 因为缺人'
    await village.says('王秀英', `报 志愿服务 ${full}`).expectReply(/#1001/u)
    await village.says('陈玉莲', `报 志愿服务 ${full}`).expectReply(/#1002/u)
    await village.says('赵福贵', `报 志愿服务 ${full}`).expectReply(/#1003/u)
    await reviews(village, 1003)
    const { ran } = await village.until('2026-11-28', '09:00')
    assert.ok(ran.some(({ job, period }) => job === 'review-month' && period === '2026-11'))
    const [text = ''] = await village.lines(/月审/u, '评议群')
    const [head, ...lines] = text.split('\n')
    assert.equal(head, '2026年11月月审：还有2件没审。')
    assert.deepEqual(lines.slice(0, 3).sort(), ['周大山 2件', '谢开元 2件', '陈玉莲 1件'].sort())
  })

  it('YX-5 posts the quarter’s points on its first day after, and no sooner', async () => {
    village = await villageUnder('youxiqiao', '2026-12-30')
    await village.says('王秀英', '报 志愿服务 昨天 在村口 因为缺人').expectReply(/#1001/u)
    await reviews(village, 1001)
    assert.equal(await village.stateOf(1001), 'approved')
    await village.until('2027-01-01', '08:59')
    assert.deepEqual(await village.lines(/积分公示/u, '村民群'), [])
    await village.until('2027-01-01', '09:00')
    await village.line(/2026年第4季度积分公示，共1件：\n#1001 王秀英 志愿服务 3分 1月2日至1月11日 公示中/u, '村民群')
    assert.equal(await village.stateOf(1001), 'in-notice')
  })
})

describe('广西融安：乡村振兴建设积分制', () => {
  let village: TestVillage

  afterEach(() => village.close())

  it('RA-2 serves six uses: 村规民约、人居环境、文明创建、社会综治、党员管理、乡贤引导', async () => {
    const { scheme } = await loadScheme('rongan')
    village = await villageUnder('rongan')
    const six: readonly (readonly [string, string, string, string])[] = [
      ['村规民约', '赵福贵', '丧事简办', '红白事简办'],
      ['人居环境', '马玉芬', '扫路 2小时', '清扫公共区域'],
      ['文明创建', '李长顺', '看望老人', '关爱老人'],
      ['社会综治', '何金水', '夜间巡逻', '治安巡逻'],
      ['党员管理', '罗秀珍', '主题党日', '党员学习'],
      ['乡贤引导', '郑小军', '教种金桔', '乡贤传技术'],
    ]
    assert.deepEqual(
      Object.values(scheme.sections).map(({ title }) => title),
      six.map(([title]) => title),
    )
    let number = 1000
    for (const [title, who, deed, name] of six) {
      assert.equal(scheme.sections[scheme.items.find((item) => item.name === name)?.section ?? '']?.title, title)
      await village.says(who, `报 ${deed}`).expectReply(new RegExp(`已收到#${String((number += 1))} ${who}`, 'u'))
    }
    await village.says('王秀英', '报 主题党日').expectReply(/“党员学习”是党员、村干部的项目/u, '王秀英')
  })

  it('RA-4 goes from 申报 by 评定 and 公示 to 台账, with the figures at each step', async () => {
    village = await villageUnder('rongan')
    await village.says('王秀英', '报 扫路 2小时').expectReply(/已收到#1001 王秀英 今天扫路 2小时，按办法4分，待审/u)
    await village.expectBalance('王秀英', { booked: 0, inNotice: 0, pending: 4 })
    await village.says('周大山', '1001通过', { to: '评议群' }).expectReply(/公示/u)
    await village.expectBalance('王秀英', { booked: 0, inNotice: 4, pending: 0 })
    await village.until('2026-12-02', '23:59')
    await village.expectBalance('王秀英', { booked: 0, inNotice: 4, pending: 0 })
    await village.until('2026-12-03', '00:20')
    await village.expectBalance('王秀英', { booked: 4, inNotice: 0, pending: 0 })
    const { entries } = await village.port.ledger()
    assert.deepEqual(
      entries.map(({ cause, postings }) => [cause.split('/')[0], postings.map(({ amount }) => amount)]),
      [['report:1001', [-4, 4]]],
    )
    await village.says('王秀英', '明细', { to: 'bot' }).expectReply(/扫路/u, '王秀英')
  })
})

describe('海南昌江：清单积分', () => {
  let village: TestVillage

  afterEach(() => village.close())

  it('CJ-4 keeps one record for one matter, reviews once a month, posts once a quarter', async () => {
    village = await villageUnder('changjiang', '2026-12-27')
    const said = village.says('王秀英', '今天扫了路，又看望了老人，求加分')
    await said.expectReply(/已收到2件[\s\S]*#1001 王秀英[\s\S]*#1002 王秀英/u)
    await village.says('赵福贵', '报 扫路').expectReply(/#1003/u)
    await reviews(village, 1001)
    assert.deepEqual([await village.stateOf(1001), await village.stateOf(1002)], ['approved', 'pending'])
    await village.until('2026-12-28', '09:00')
    await village.line(/2026年12月月审：还有2件没审。/u, '评议群')
    await reviews(village, 1002)
    await village.until('2027-01-01', '09:00')
    await village.line(/2026年第4季度积分公示，共2件：\n#1001 王秀英 .*2分.*公示中\n#1002 王秀英 .*2分.*公示中/u, '村民群')
    await village.expectBalance('王秀英', { booked: 0, inNotice: 4, pending: 0 })
    await village.until('2027-01-12', '00:20')
    await village.expectBalance('王秀英', { booked: 4, inNotice: 0, pending: 0 })
  })

  it('CJ-4 has the cadres’ duty tasks as data that is not open yet', async () => {
    const { scheme } = await loadScheme('changjiang')
    const duties = scheme.items.filter(({ engine }) => engine === 'duty-list')
    assert.ok(duties.length > 0 && duties.every(({ book, tiers }) => book === 'cadre' && tiers?.join('') === 'cadre'))
    village = await villageUnder('changjiang')
    await village.says('陈国栋', '报 村务公开更新').expectReply(/“村务公开更新”办法里有，机器人这一块还没有开通/u, '陈国栋')
  })
})
