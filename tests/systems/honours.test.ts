import assert from 'node:assert/strict'
import { instantOf } from '../../models/dates.ts'
import { closeWhole } from '../close-whole.ts'
import { TestVillage } from '../village.ts'
import { adopts, earns, household, read, unit } from './honours-village.ts'

const rooms = ['村民群', '评议群', '干部群'] as const

describe('荣誉', () => {
  let village: TestVillage
  const opens = async (day: string, scheme: string, households?: number) => {
    village = await TestVillage.open({ at: instantOf(day, '09:30') })
    await village.port.reset({ scheme, ...(households === undefined ? {} : { households }) })
  }
  afterEach(() => closeWhole(village))

  const given = (code: string, period: string) => read(village, ({ honours }) => honours.given(code, period))

  it('PH-7 the best tenth of 698 households by floor is 69, and a tie at the cut is settled by household number, and said', async () => {
    await opens('2026-12-31', 'pinghu', 698)
    const points = (number: number) => (number <= 60 ? 200 - number : 50)
    await earns(
      village,
      Array.from({ length: 90 }, (_, index) => ({ holder: household(index + 1), points: points(index + 1) })),
    )
    await village.until('2027-01-01', '09:00')
    const rows = await given('top-tenth', '2026')
    assert.equal(rows.length, 69)
    assert.deepEqual(
      rows
        .filter(({ points: own }) => own === 150)
        .map(({ holder }) => Number(holder.split('-')[1]))
        .sort((one, other) => one - other),
      [61, 62, 63, 64, 65, 66, 67, 68, 69],
    )
    await village.line(/2026年善治先进户：全村698户，前10%最多69户，评出69户。[\s\S]*150分的有21户没有排进去：.*户号小的在前/u, '村民群')
  })

  it('JY-5 posts the top of each of the six monthly, stars quarterly by thresholds, and the year’s models', async () => {
    await opens('2026-12-28', 'zhicheng')
    await adopts(village, (source) => source.replace('kind: monthly', 'kind: running').replace('days: 10', 'days: 1'))
    // two deeds of one heading and one of another, over the real path
    for (const [who, line] of [
      ['王秀英', '报 孝老爱亲'],
      ['赵福贵', '报 爱护环境卫生'],
    ] as const)
      await village.says(who, line).replies()
    await earns(village, [
      { holder: household(4), points: 61 },
      { holder: household(7), points: 40 },
      { holder: household(11), points: 20 },
      { holder: household(12), points: 19 },
    ])
    await village.says('周大山', '1001通过', { to: '评议群' }).replies()
    await village.says('周大山', '1002通过', { to: '评议群' }).replies()
    await village.until('2027-01-01', '10:00')
    await village.line(/2026年第4季度道德星级榜（按本期新得的分.*）：\n三星：王秀英家\n二星：赵福贵家\n一星：马玉芬家$/u, '村民群')
    await village.line(/2026年道德模范：\n1 王秀英家 65分/u, '村民群')
    assert.deepEqual(
      (await given('virtue-stars', '2026Q4')).map(({ title }) => title),
      ['三星', '二星', '一星'],
    )
    const list = await village.line(/2026年12月善行义举榜/u, '村民群')
    const { text } = (await village.port.message(list)) ?? { text: '' }
    assert.match(text, /积孝：1 王秀英家 3分/u)
    assert.match(text, /积美：1 赵福贵家 2分/u)
    assert.doesNotMatch(text, /积善|积信/u)
  })

  it('JS-R4 proposes the year’s grade by points and bad records, to the cadres and each member alone', async () => {
    await opens('2026-12-31', 'jinshi')
    const members = ['王秀英', '赵福贵', '马玉芬', '冯铁柱', '李长顺'] as const
    const points = [150, 120, 119, 60, 59]
    await earns(
      village,
      members.map((holder, index) => ({ holder, points: points[index] ?? 0, book: 'red', kind: 'person' as const })),
    )
    // a record of one of the nine kinds, by two persons
    const kinds = await village.says('陈国栋', '不良记录 王秀英', { to: '干部群' }).expectReply(/属于支部定的哪一类[\s\S]*9/u, '干部群')
    const kind = /(\d) 不交党费/u.exec(kinds.text)?.[1] ?? ''
    await village.says('陈国栋', kind, { to: '干部群' }).expectReply(/提议#1001 陈国栋：记王秀英不良记录一条：不交党费/u, '干部群')
    await village.says('罗秀珍', '1001同意', { to: '干部群' }).expectReply(/#1001 支部12月31日记下您一条不良记录/u, '王秀英')
    await village.until('2027-01-01', '09:00')
    const grades = new Map((await given('party-grade', '2026')).map(({ holder, title }) => [holder, title]))
    assert.deepEqual(
      members.map((member) => grades.get(member)),
      ['不合格', '优秀', '合格', '合格', '不合格'],
    )
    await village.line(/您2026年红账150分，年度建议等次：不合格（有不良记录）。这是建议，支部大会评议决定/u, '王秀英')
    await village.line(/^2026年年度建议等次：优秀1人，合格2人，不合格2人。\n这是给支部大会的建议/u, '干部群')
    await village.line(/李长顺 59分 不合格[\s\S]*诫勉谈话、结对帮扶、限时整改/u, '陈国栋')
    for (const room of rooms) assert.deepEqual(await village.lines(/(?:王秀英|李长顺).*不合格|不合格.*(?:王秀英|李长顺)/u, room), [])
    assert.deepEqual(await village.lines(/建议等次|红账|红色存折/u, '村民群'), [])
  })

  it('JZ-3 gives 新时代文明户 to at most 20 % of the evaluated: 31 of 159', async () => {
    await opens('2026-12-31', 'jinzhai', 200)
    await earns(
      village,
      Array.from({ length: 159 }, (_, index) => ({ holder: household(index + 1), points: 500 - index })),
    )
    await village.until('2027-01-01', '09:00')
    const rows = await given('model-household', '2026')
    assert.equal(rows.length, 31)
    await village.line(/2026年新时代文明户：参评159户，前20%最多31户，评出31户/u, '村民群')
  })

  /** 100 households on base 1, of whom `above` stand at 51 or more and the others in the band 1–50, no two alike */
  const band = async (above: number) => {
    await opens('2026-12-31', 'zhicheng', 100)
    await earns(
      village,
      Array.from({ length: 100 }, (_, index) => ({ holder: household(index + 1), points: index < above ? 50 + index : 100 - index })),
    )
    await village.until('2027-01-01', '09:00')
  }
  const lineOf = (period: string) => read(village, ({ honours }) => honours.line('band', period))

  it('JY-7 with 59 of 100 at 51 or more the line stays at 1, and of the 41 in its band 24 benefit with the 59', async () => {
    await band(59)
    const rows = await given('band', '2026Q4')
    assert.equal(rows.filter(({ title }) => title === '高于本档').length, 59)
    assert.equal(rows.filter(({ title }) => title === '本档前列').length, 24)
    assert.deepEqual([await lineOf('2026Q4'), await lineOf('2027Q1')], [1, 1])
    await village.line(
      /优惠档次：起档线1分，参与100户。\n高于50分的59户都享受，本档（1—50分）前列的24户享受.*\n下季度起档线还是1分/u,
      '村民群',
    )
  })

  it('JY-7 with the 60th the line is 51 from next quarter, announced a quarter ahead', async () => {
    await band(60)
    assert.deepEqual([await lineOf('2026Q4'), await lineOf('2027Q1')], [1, 51])
    await village.line(/下季度起档线升到51分，提前一季告诉大家/u, '村民群')
    assert.equal((await given('band', '2026Q4')).length, 60 + 24)
  })

  it('JY-6 the red list is for the top; who earned least stands in no room, and a named helper is told in private', async () => {
    await opens('2026-12-31', 'zhicheng')
    await earns(
      village,
      Array.from({ length: 18 }, (_, index) => ({ holder: household(index + 1), points: 80 - index })),
    )
    await village.until('2027-01-01', '09:00')
    await village.line(/道德模范：\n1 陈国栋家/u, '村民群')
    // 19 黄阿婆 earned nothing, then 18 罗满仔 and 17 郑小军
    await village.line(/2026年第4季度得分少、想请人帮一把的户（只发给您，不公开）：黄阿婆家、罗满仔家、郑小军家/u, '陈国栋')
    for (const room of rooms) assert.deepEqual(await village.lines(/黄阿婆|帮一把/u, room), [])
    await village.says('陈国栋', '帮扶 黄阿婆 李长顺', { to: '干部群' }).expectReply(/已请李长顺帮黄阿婆家/u, '陈国栋')
    await village.line(/村里请您帮一帮黄阿婆家.*这事不公开/u, '李长顺')
    for (const room of rooms) assert.deepEqual(await village.lines(/黄阿婆/u, room), [])
    const helpers = await read(village, ({ honours }) => honours.helpers())
    assert.deepEqual(
      helpers.map(({ household: home, helper }) => [home, helper]),
      [[household(19), '李长顺']],
    )
    await village.says('王秀英', '倒数排名').replies()
    assert.deepEqual(await village.lines(/倒数第|黄阿婆/u, '村民群'), [])
  })

  it('JS-R3 opens the quarter’s accounts with the secretary’s comment, and commends at year-end, in the members’ room alone', async () => {
    await opens('2026-12-31', 'jinshi')
    await earns(
      village,
      (['王秀英', '赵福贵', '马玉芬'] as const).map((holder, index) => ({
        holder,
        points: 30 - index,
        book: 'red',
        kind: 'person' as const,
      })),
    )
    await village.says('陈国栋', '点评', { to: '干部群' }).expectReply(/还没有亮账/u, '陈国栋')
    await village.until('2027-01-01', '09:00')
    await village.line(/2026年第4季度红色存折亮账：3位党员有记录。\n1 王秀英 30分　2 赵福贵 29分\n.*请支书点评/u, '干部群')
    await village.line(/您2026年第4季度红色存折：28分/u, '马玉芬')
    await village.line(/2026年下半年优秀储户：\n1 王秀英 30分　2 赵福贵 29分/u, '干部群')
    await village.says('罗秀珍', '点评', { to: '干部群' }).expectOnlyPrivate(/由支书来办/u, '罗秀珍')
    await village.says('陈国栋', '点评', { to: '干部群' }).expectReply(/请写一句点评/u, '干部群')
    await village
      .says('陈国栋', '这一季大家为群众跑腿多了', { to: '干部群' })
      .expectReply(/2026年第4季度红色存折亮账 支书点评：这一季大家为群众跑腿多了/u, '干部群')
    assert.deepEqual(await village.lines(/红色存折|优秀储户|亮账/u, '村民群'), [])
  })

  it('JS-R3 commends on 七一', async () => {
    await opens('2026-06-30', 'jinshi')
    await earns(village, [
      { holder: '王秀英', points: 12, book: 'red', kind: 'person' },
      { holder: '赵福贵', points: 12, book: 'red', kind: 'person' },
    ])
    await village.until('2026-07-01', '09:00')
    await village.line(/2026年上半年优秀储户：\n1 王秀英、赵福贵 12分/u, '干部群')
  })

  it('JS-L2 gives 1–5 星 for what was newly deposited within the year; what was carried over does not count', async () => {
    await opens('2026-12-31', 'jinshi')
    const deposits = [99, 100, 300, 600, 1000, 1500]
    await earns(
      village,
      deposits.map((points, index) => ({ holder: household(index + 1), points })),
    )
    await unit(village, async ({ ledger }) => {
      const [from, to] = [
        await ledger.account('main', 'point', 'source', 'village'),
        await ledger.account('main', 'point', 'household', household(1)),
      ]
      const postings = [
        { account: from.id, book: 'main', amount: -400 },
        { account: to.id, book: 'main', amount: 400 },
      ]
      await ledger.post({ cause: 'carried:1', kind: 'reset', at: village.port.now(), actor: '陈国栋', edition: 1, postings, text: '结转' })
    })
    await village.until('2027-01-01', '09:00')
    const stars = new Map((await given('volunteer-stars', '2026')).map(({ holder, title }) => [holder, title]))
    assert.deepEqual(
      deposits.map((_, index) => stars.get(household(index + 1))),
      [undefined, '一星', '二星', '三星', '四星', '五星'],
    )
    await village.line(/2026年星级志愿者（按本期新得的分，结转的不算）：\n五星：孙建国家/u, '村民群')
  })

  it('PH-5 a villager sees what was given and taken, the own place, and the benefits due, for their own eyes', async () => {
    await opens('2026-12-31', 'pinghu')
    await earns(village, [
      { holder: household(4), points: 30 },
      { holder: household(7), points: 20 },
      { holder: household(4), points: -5 },
    ])
    await village.says('王秀英', '明细', { to: 'bot' }).expectReply(/2026年12月明细：.*\+30；.*-5/u)
    await village.says('王秀英', '排名', { to: 'bot' }).expectReply(/您家第1名，25分/u)
    await village.until('2027-01-01', '09:00')
    await village.says('王秀英', '查分', { to: 'bot' }).expectReply(/2026年善治先进户第1名/u)
    const inRoom = await village.says('王秀英', '查分').replies()
    assert.ok(inRoom.every(({ to, text }) => to !== '村民群' || !text.includes('先进户')))
  })
})
