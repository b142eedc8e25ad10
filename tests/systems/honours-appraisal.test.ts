import assert from 'node:assert/strict'
import { instantOf } from '../../models/dates.ts'
import { roles } from '../../models/role.ts'
import { loadScheme } from '../../rules/load-scheme.ts'
import { closeWhole } from '../close-whole.ts'
import { TestVillage } from '../village.ts'
import { adopts, earns, read } from './honours-village.ts'
import { expectRefused } from './scheme-files.ts'

const resolution = `resolution: { on: '2026-10-20', body: 村民代表会议, result: 应到21人实到18人，16人同意, document: 油村〔2026〕3号 }`

describe('干部评议', () => {
  let village: TestVillage
  afterEach(() => closeWhole(village))

  const cadres = { to: '干部群' } as const
  const on = (practice: string) => (source: string) =>
    source.replace(new RegExp(`${practice}: \\{ on: false, why: ([^}]*)\\}`, 'u'), `${practice}: { on: true, why: $1, ${resolution} }`)

  async function enter(marks: readonly (readonly [string, string])[]): Promise<void> {
    for (const [who, said] of marks) {
      await village.says('陈国栋', `干部评议 ${who}`, cadres).expectReply(/每项0到100/u, '干部群')
      await village.says('陈国栋', said, cadres).expectReply(new RegExp(`记下了${who}`, 'u'), '干部群')
    }
  }
  const sheet = async () =>
    (await village.says('罗秀珍', '干部评议', cadres).expectReply(/干部评议建议表（建议，/u, '干部群')).text.split('\n')

  it('YX-7 ranks cadres by the marks they are given, as a printed proposal for the meeting that touches nothing else', async () => {
    village = await TestVillage.open({ at: instantOf('2026-12-20', '09:30') })
    await village.port.reset({ scheme: 'youxiqiao' })
    await village.says('陈国栋', '干部评议', cadres).expectReply(/没有打开.*候选、免职和报酬不归积分管/u, '陈国栋')
    await adopts(village, on('cadre-appraisal'))
    await earns(village, [
      { holder: '李长顺', points: -3, kind: 'person' },
      { holder: '何金水', points: 8, kind: 'person' },
    ])
    const before = (await village.port.ledger()).entries.length
    const marks = [
      ['王秀英', '村主任 定补 出勤95 业务90 任务92 满意88'],
      ['赵福贵', '文书 定补 出勤70 业务80 任务75 满意72 公益100'],
      ['冯铁柱', '治保主任 定补 出勤85 业务80 任务85 满意80'],
      ['李长顺', '组长 出勤60 业务60 任务60 满意60'],
      ['何金水', '组长 出勤80 业务80 任务80 满意80'],
    ] as const
    await enter(marks)
    const { text } = await village.says('罗秀珍', '干部评议', cadres).expectReply(/2026年干部评议建议表（建议，供评议会参考）/u, '干部群')
    assert.match(
      text,
      /1 王秀英 村主任 95 90 92 88 365\n2 冯铁柱 治保主任 85 80 85 80 330\n3 何金水 组长 80 80 80 80 320\n4 赵福贵 文书 70 80 75 72 297 黄牌建议（定补干部末位）/u,
    )
    assert.match(text, /5 李长顺 组长 60 60 60 60 240 建议提醒（负分且末位）/u)
    assert.match(text, /不涉及候选、任免和报酬/u)
    await village.says('罗秀珍', '干部评议', { to: '村民群' }).expectOnlyPrivate(/请在干部群或私聊里发/u, '罗秀珍')
    await village.says('王秀英', '干部评议').replies()
    assert.deepEqual(await village.lines(/评议建议表|黄牌/u, '村民群'), [])
    const { entries } = await village.port.ledger()
    assert.equal(entries.length, before, 'nothing is booked')
  })

  it('YX-7 proposes praise for who is first of the own kind of post two years running, and touches no office, entry or role', async () => {
    village = await TestVillage.open({ at: instantOf('2026-12-20', '09:30') })
    await village.port.reset({ scheme: 'youxiqiao' })
    await adopts(village, on('cadre-appraisal'))
    await enter([
      ['王秀英', '村主任 定补 出勤90 业务90 任务90 满意90'],
      ['赵福贵', '文书 定补 出勤80 业务80 任务80 满意80'],
      ['何金水', '组长 出勤70 业务70 任务70 满意70'],
      ['李长顺', '组长 出勤60 业务60 任务60 满意60'],
    ])
    const first = await sheet()
    assert.ok(!first.some((line) => line.includes('连续两年')), first.join('\n'))
    await village.until('2027-01-10', '09:30')
    const officers = () =>
      read(village, async ({ register }) => {
        const held = []
        for (const role of roles) held.push((await register.holders(role, '2027-01-10')).map(({ id }) => id))
        return held
      })
    const before = { held: await officers(), entries: (await village.port.ledger()).entries.length }
    // 文书 overtakes 村主任; the first of the other posts stays first
    await enter([
      ['王秀英', '村主任 定补 出勤80 业务80 任务80 满意80'],
      ['赵福贵', '文书 定补 出勤90 业务90 任务90 满意90'],
      ['何金水', '组长 出勤75 业务75 任务75 满意75'],
      ['李长顺', '组长 出勤60 业务60 任务60 满意60'],
    ])
    const second = await sheet()
    assert.deepEqual(second.slice(2, 6), [
      '1 赵福贵 文书 90 90 90 90 360',
      '2 王秀英 村主任 80 80 80 80 320 黄牌建议（定补干部末位）',
      '3 何金水 组长 75 75 75 75 300 建议表扬（连续两年第一）',
      '4 李长顺 组长 60 60 60 60 240',
    ])
    assert.match(second.at(-1) ?? '', /只作评议会记录的参考，不涉及候选、任免和报酬/u)
    assert.ok(!second.some((line) => /提名|候选人|淘汰|工资/u.test(line)), second.join('\n'))
    assert.deepEqual({ held: await officers(), entries: (await village.port.ledger()).entries.length }, before)
  })

  it('YX-7 leaves donations out, and keeps none, until a resolution has switched them on', async () => {
    village = await TestVillage.open({ at: instantOf('2026-12-20', '09:30') })
    await village.port.reset({ scheme: 'youxiqiao' })
    await adopts(village, on('cadre-appraisal'))
    const marks = [
      ['王秀英', '村主任 定补 出勤90 业务90 任务90 满意90 公益0'],
      ['赵福贵', '文书 定补 出勤80 业务80 任务80 满意80 公益100'],
    ] as const
    await enter(marks)
    assert.deepEqual((await sheet()).slice(1, 4), [
      '名次 姓名 职务 出勤 业务 任务 满意 合计 建议',
      '1 王秀英 村主任 90 90 90 90 360',
      '2 赵福贵 文书 80 80 80 80 320 黄牌建议（定补干部末位）',
    ])
    const kept = await read(village, ({ appraisals }) => appraisals.of('2026'))
    assert.deepEqual(
      kept.map(({ donation }) => donation),
      [null, null],
    )
    await adopts(village, on('appraisal-donation'))
    await village.says('陈国栋', '干部评议 王秀英', cadres).expectReply(/满意88 公益80/u, '干部群')
    await village.says('陈国栋', '村主任 定补 出勤90 业务90 任务90 满意90', cadres).expectReply(/公益五项/u, '陈国栋')
    await enter(marks)
    assert.deepEqual((await sheet()).slice(1, 4), [
      '名次 姓名 职务 出勤 业务 任务 满意 公益 合计 建议',
      '1 赵福贵 文书 80 80 80 80 100 420',
      '2 王秀英 村主任 90 90 90 90 0 360 黄牌建议（定补干部末位）',
    ])
    const { source } = await loadScheme('youxiqiao')
    await expectRefused(
      source.replace('appraisal-donation: { on: false', 'appraisal-donation: { on: true'),
      /“干部评议算公益事业捐献”要有决议才能开.*捐赠全凭自愿/u,
      'appraisal-donation',
    )
  })
})
