import assert from 'node:assert/strict'
import { instantOf } from '../../models/dates.ts'
import { closeWhole } from '../close-whole.ts'
import { TestVillage } from '../village.ts'
import { adopts, earns } from './honours-village.ts'

const resolution = `resolution: { on: '2026-10-20', body: 村民代表会议, result: 应到21人实到18人，16人同意, document: 油村〔2026〕3号 }`

describe('干部评议', () => {
  let village: TestVillage
  afterEach(() => closeWhole(village))

  it('YX-7 ranks cadres by the marks they are given, as a printed proposal for the meeting that touches nothing else', async () => {
    village = await TestVillage.open({ at: instantOf('2026-12-20', '09:30') })
    await village.port.reset({ scheme: 'youxiqiao' })
    const cadres = { to: '干部群' } as const
    await village.says('陈国栋', '干部评议', cadres).expectReply(/没有打开.*候选、免职和报酬不归积分管/u, '陈国栋')
    await adopts(village, (source) =>
      source.replace(/cadre-appraisal: \{ on: false, why: ([^}]*)\}/u, `cadre-appraisal: { on: true, why: $1, ${resolution} }`),
    )
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
    for (const [who, said] of marks) {
      await village.says('陈国栋', `干部评议 ${who}`, cadres).expectReply(/每项0到100/u, '干部群')
      await village.says('陈国栋', said, cadres).expectReply(new RegExp(`记下了${who}2026年的评议`, 'u'), '干部群')
    }
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
})
