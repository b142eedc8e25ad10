import assert from 'node:assert/strict'
import { delegationPrefix, delegationSetting } from '../../rules/people/delegation.ts'
import { closeWhole } from '../close-whole.ts'
import { TestVillage } from '../village.ts'

describe('reminders by the calendar', () => {
  let village: TestVillage
  beforeEach(async () => {
    village = await TestVillage.open()
  })
  afterEach(() => closeWhole(village))

  const reports = (person: string) => village.says(person, '报 扫路 1小时').replies()
  const stored = async () => village.current()

  it('remind-reviewers brings what has waited three days in one line, once a day, and nothing sooner', async () => {
    await reports('王秀英')
    await reports('赵福贵')
    await village.until('2026-11-25', '08:29')
    assert.deepEqual(await village.lines(/等您审/u, '周大山'), [])
    const { ran } = await village.until('2026-11-25', '12:00')
    assert.ok(ran.some(({ job, period }) => job === 'remind-reviewers' && period === '2026-11-25'))
    assert.deepEqual(await village.lines(/等您审/u, '周大山'), [
      '有2件等您审，最早的等了3天：#1001、#1002。发“待审”看内容，引用卡片回“同意”就行。',
    ])
    await village.says('罗秀珍', '催审', { to: '干部群' }).expectOnlyPrivate(/今天已经提醒过/u, '罗秀珍')
    assert.deepEqual(await village.lines(/等您审/u, '评议群'), [])
  })

  it('remind-reviewers leaves out the reviewer’s own household, and asks who stands in for a reviewer', async () => {
    await reports('陈玉莲')
    const { id } = await stored()
    await village.database.lane.unit(id, (stores) =>
      stores.village.setSetting(`${delegationPrefix}谢开元`, delegationSetting({ to: '周大山', until: '2026-11-30' })),
    )
    await village.until('2026-11-25', '12:00')
    assert.deepEqual(await village.lines(/等/u, '陈玉莲').then((lines) => lines.filter((line) => /等您审/u.test(line))), [])
    await village.line(/^谢开元托您代看：有1件等审/u, '周大山')
    assert.deepEqual(await village.lines(/等您审/u, '谢开元'), [])
  })

  it('remind-reviewers names a substitute after a week and the supervisors after two', async () => {
    await reports('王秀英')
    await village.until('2026-11-29', '12:00')
    const asked = []
    for (const reviewer of ['周大山', '陈玉莲', '谢开元'])
      asked.push(...(await village.lines(/#1001等了7天还没人审，请您今天先审/u, reviewer)))
    assert.equal(asked.length, 1)
    assert.deepEqual(await village.lines(/督办/u, '评议群'), [])
    await village.until('2026-12-06', '12:00')
    await village.line(/督办：#1001等审已超过14天/u, '评议群')
    await village.line(/督办：#1001/u, '孙建国')
    assert.deepEqual(await village.lines(/督办|等您审|还没人审/u, '村民群'), [])
  })

  it('YX-4 review-month tells the panel on the 28th what is unreviewed, by reviewer', async () => {
    await reports('王秀英')
    await reports('陈玉莲')
    const { ran } = await village.until('2026-11-28', '12:00')
    assert.ok(ran.some(({ job, period }) => job === 'review-month' && period === '2026-11'))
    await village.line(/2026年11月月审：还有2件没审。\n[\s\S]*陈玉莲 1件/u, '评议群')
  })

  it('digest-evening posts one merged line of what entered the notice, nothing when nothing did', async () => {
    await reports('王秀英')
    await reports('赵福贵')
    for (const number of [1001, 1002]) await village.says('周大山', `${String(number)}通过`, { to: '评议群' }).replies()
    const { ran } = await village.until('2026-11-22', '19:31')
    assert.ok(ran.some(({ job, period }) => job === 'digest-evening' && period === '2026-11-22'))
    await reports('李长顺')
    await village.says('周大山', '1003通过', { to: '评议群' }).replies()
    await village.until('2026-11-25', '12:00')
    assert.deepEqual(await village.lines(/今天新公示/u, '村民群'), [
      '今天新公示2件：\n#1001 王秀英 扫路 2分\n#1002 赵福贵 扫路 2分\n公示到12月2日，有异议发“异议 #编号 原因”。',
      '今天新公示1件：\n#1003 李长顺 扫路 2分\n公示到12月2日，有异议发“异议 #编号 原因”。',
    ])
  })

  it('remind-cadres names bindings and proposals that wait, to those who can settle them', async () => {
    await village.says('杨帆', '绑定 5组 黄阿婆', { to: 'bot' }).replies()
    await village.says('杨帆', '1', { to: 'bot' }).replies()
    await village.says('陈国栋', '聘李长顺当评议员', { to: '干部群' }).replies()
    await village.until('2026-11-24', '12:00')
    await village.line(/提议等第二个人同意：#1002[\s\S]*绑定等确认：#1001/u, '罗秀珍')
    assert.deepEqual(await village.lines(/待办提醒/u, '陈国栋'), [])
  })

  it('remind-cadres names a change of the scheme that waits for a second cadre', async () => {
    await village.says('罗秀珍', '看望老人改为每次3分', { to: '干部群' }).replies()
    await village
      .says('罗秀珍', '11月20日代表会议通过，党支部陈国栋11月18日把关，会议记录第12号', { to: '干部群' })
      .expectReply(/提议#1001/u)
    await village.until('2026-11-24', '12:00')
    await village.line(/提议等第二个人同意：#1001/u, '陈国栋')
    assert.deepEqual(await village.lines(/待办提醒/u, '罗秀珍'), [])
  })

  it('close-deadlines reminds of a returned report once, and lets it lapse thirty days later', async () => {
    await reports('王秀英')
    const { id } = await stored()
    await village.database.lane.unit(id, async (stores) => {
      const file = await stores.cases.report(1001)
      assert.ok(file)
      const now = village.port.now()
      await stores.cases.decide({ number: 1001, by: '周大山', verdict: 'return', points: null, reason: '要照片', at: now })
      await stores.cases.move(file, 'return', '周大山', now)
      await stores.cases.setDue(1001, now + 11 * 86_400_000)
    })
    await village.until('2026-11-24', '12:00')
    assert.equal((await village.lines(/#1001.*还等您补充，12月24日前没补就过期/u, '王秀英')).length, 1)
    assert.equal(await village.stateOf(1001), 'returned')
    await village.until('2026-12-24', '12:00')
    assert.equal(await village.stateOf(1001), 'returned')
    await village.until('2026-12-25', '12:00')
    assert.equal(await village.stateOf(1001), 'expired')
    await village.line(/一直没有补充，已过期/u, '王秀英')
  })
})
