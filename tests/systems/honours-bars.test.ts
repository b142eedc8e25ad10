import assert from 'node:assert/strict'
import { instantOf } from '../../models/dates.ts'
import { closeWhole } from '../close-whole.ts'
import { TestVillage } from '../village.ts'
import { adopts, earns, household, read } from './honours-village.ts'

const rooms = ['村民群', '评议群', '干部群'] as const
const resolution = `resolution: { on: '2026-10-20', body: 村民代表会议, result: 应到21人实到18人，16人同意, document: 融村〔2026〕3号 }`

describe('限评', () => {
  let village: TestVillage
  afterEach(async () => {
    // no room ever reads who, what or why
    for (const room of rooms)
      assert.deepEqual(await village.lines(/马玉芬.*(?:否决|提醒|赡养|游手|告知|申诉)|(?:否决|赡养|游手).*马玉芬/u, room), [])
    await closeWhole(village)
  })
  const opens = async (day: string, scheme: string) => {
    village = await TestVillage.open({ at: instantOf(day, '09:30') })
    await village.port.reset({ scheme })
  }
  const asks = async (line: string, answer: string) => {
    await village.says('周大山', line, { to: 'bot' }).replies()
    return village.says('周大山', answer, { to: 'bot' }).replies()
  }

  it('RA-3 vetoes by two persons after a hearing, with an appeal: no honours and no new awards for the period, booked points stay', async () => {
    await opens('2026-11-26', 'rongan')
    await village.says('周大山', '一票否决 马玉芬', { to: 'bot' }).expectReply(/没有打开一票否决/u, '周大山')
    await adopts(village, (source) =>
      source
        .replace(/veto: \{ on: false, why: ([^}]*)\}/u, `veto: { on: true, why: $1, ${resolution} }`)
        .replace('practices:', 'honours:\n  - { kind: top, code: stars, title: 文明之星, period: month, places: 3 }\npractices:'),
    )
    await earns(village, [
      { holder: household(11), points: 50 },
      { holder: household(4), points: 10 },
    ])
    const undecided = await asks('一票否决 马玉芬', '不赡养老人，村里人都这么说')
    assert.deepEqual(
      undecided.map(({ to, text }) => [to, /马玉芬是哪一条（不孝老爱亲），依据哪份生效的决定或判决/u.test(text)]),
      [['周大山', true]],
    )
    const opened = await asks('一票否决 马玉芬', '县法院2026年9月生效判决，不赡养老人')
    assert.ok(
      opened.some(
        ({ to, text }) =>
          to === '马玉芬' && /告知书#1001：评议员提出一票否决（不孝老爱亲）.*\n.*前先听您说.*已入账的分照用。这事不公开/u.test(text),
      ),
    )
    assert.deepEqual(
      opened.filter(({ to }) => to === '评议群').map(({ text }) => text),
      ['#1001 有一件要定，卡片已私信能审的评议员。'],
    )
    await village.says('陈玉莲', '1001同意', { to: 'bot' }).expectReply(/要先听本人说，11月30日起才能定/u, '陈玉莲')
    await village
      .says('马玉芬', '申诉 #1001 判决以后我按月给老人送粮', { to: 'bot' })
      .expectReply(/这户说：“申诉 #1001 判决以后我按月给老人送粮”/u, '陈玉莲')
    await village.until('2026-11-30', '09:00')
    await village.says('周大山', '1001同意', { to: 'bot' }).expectReply(/要另一户的评议员来定/u, '周大山')
    await village.says('陈玉莲', '1001同意', { to: '评议群' }).expectReply(/决定#1001：一票否决（不孝老爱亲）/u, '马玉芬')
    // appealed to whoever had no part in it, and maintained
    await village.says('马玉芬', '申诉 #1001 我不服', { to: 'bot' }).expectReply(/申诉：“申诉 #1001 我不服”/u, '谢开元')
    await village.says('陈玉莲', '1001维持 判决在', { to: 'bot' }).expectReply(/经手过/u, '陈玉莲')
    assert.deepEqual([...(await read(village, ({ bars }) => bars.barred('2026-11-30')))], [])
    await village.says('谢开元', '1001维持 判决已生效', { to: 'bot' }).expectReply(/申诉核实后维持/u, '马玉芬')
    await village.until('2026-12-01', '08:40')
    await village.line(/#1001申诉期满：到12月31日不评荣誉、不记新分。已入账的分照样能用/u, '马玉芬')
    await village.line(/2026年11月文明之星：\n1 王秀英家 10分/u, '村民群')
    assert.deepEqual(await village.lines(/文明之星[\s\S]*马玉芬/u, '村民群'), [])
    await village.says('马玉芬', '报 扫路 2小时').replies()
    await village.says('周大山', '1002通过', { to: '评议群' }).expectOnlyPrivate(/#1002这户这一期不参加评分/u, '周大山')
    await village.says('马玉芬', '查分', { to: 'bot' }).expectReply(/已入账50分/u, '马玉芬')
    // over with the year
    assert.equal((await read(village, ({ bars }) => bars.barred('2026-12-31'))).size, 1)
    assert.equal((await read(village, ({ bars }) => bars.barred('2027-01-01'))).size, 0)
  })

  it('JZ-6 reminds in private instead of a black list: evaluated again after a set time of proven change and 申请撤榜', async () => {
    await opens('2026-11-26', 'jinzhai')
    await adopts(village, (source) =>
      source
        .replace(/reminders: \{ days: 90, repeated: 3 \}/u, 'reminders: { days: 2, repeated: 2 }')
        .replace('days: 10', 'days: 1')
        .replace('appealDays: 10', 'appealDays: 1')
        .replace('answerDays: 3', 'answerDays: 1'),
    )
    await village.says('王秀英', '把马玉芬发黑榜').replies()
    await village.says('陈国栋', '发黑榜', { to: '干部群' }).expectReply(/不发黑榜：公开别人的不良信息要本人单独同意/u, '陈国栋')
    await asks('限期提醒 马玉芬', '游手好闲')
    await village.until('2026-11-28', '09:00')
    await village.says('陈玉莲', '1001同意', { to: 'bot' }).expectReply(/决定#1001：列入提醒名单/u, '马玉芬')
    await village.until('2026-11-30', '09:00')
    await village.line(/#1001申诉期满：暂不参加评比。改好了，12月2日起发“申诉 #1001 已改好，申请撤榜”/u, '马玉芬')
    assert.deepEqual([...(await read(village, ({ bars }) => bars.barred('2027-06-01')))], [household(11)])
    await village.says('马玉芬', '申诉 #1001 已改好，申请撤榜', { to: 'bot' }).expectReply(/要到12月2日才能申请撤榜/u, '马玉芬')
    await village.until('2026-12-02', '09:00')
    await village
      .says('马玉芬', '申诉 #1001 已改好，申请撤榜', { to: 'bot' })
      .expectReply(/申请撤榜：“申诉 #1001 已改好,申请撤榜”/u, '陈玉莲')
    await village.says('陈玉莲', '1001同意', { to: 'bot' }).expectReply(/#1001已撤下，您家恢复参加评比/u, '马玉芬')
    assert.equal((await read(village, ({ bars }) => bars.barred('2026-12-02'))).size, 0)
    // a second time, and unlawful: a draft to the bookkeeper, and nothing more
    await asks('限期提醒 马玉芬', '制售假货，违法，市监罚字〔2026〕7号')
    await village.until('2026-12-04', '09:00')
    await village.says('谢开元', '1002同意', { to: 'bot' }).replies()
    await village.until('2026-12-06', '09:00')
    await village.line(/信函草稿，只发给您，系统不往外发】马玉芬已第2次列入提醒名单.*并有违法情形/u, '罗秀珍')
    assert.deepEqual(await village.lines(/信函草稿/u, '覃丽'), [])
  })
})
