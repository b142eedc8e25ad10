import assert from 'node:assert/strict'
import { at, jobDatabase } from '../jobs/village.ts'
import { TestVillage } from '../village.ts'
import { everythingSaid } from './adopt.ts'

describe('每月受邀的村民评议员', () => {
  let village: TestVillage
  before(async () => {
    village = await TestVillage.open()
  })
  after(() => village.close())
  beforeEach(() => village.port.reset({ scheme: 'xinyu' }))

  const reminders = async (who: string) => (await village.lines(/^待办提醒/u, who)).filter((text) => text.includes('村民评议员'))
  const inRooms = async () =>
    (await everythingSaid(village)).filter(({ to, text }) => to.endsWith('群') && /受邀|邀请|村民评议员/u.test(text))

  it('XY-5 refuses every road to a review in private, and the sentence says who asks whom in, with which words', async () => {
    for (const who of ['赵福贵', '李长顺', '何金水']) await village.says(who, '报 庭院清洁').replies()
    const next = /现在还不能审。请支书或会计发“邀请某某当本月评议员”，人数对了再审。$/u
    const card = await village.line(/待审#1001/u, '评议群')
    await village.says('周大山', '同意', { to: '评议群', quote: card }).expectOnlyPrivate(next, '周大山')
    await village.says('周大山', '1001改1分', { to: '评议群' }).expectOnlyPrivate(next, '周大山')
    await village.says('周大山', '1001通过 1002驳回 没做完', { to: '评议群' }).expectOnlyPrivate(next, '周大山')
    await village.says('周大山', '都同意', { to: '评议群' }).replies()
    await village.says('周大山', '1', { to: '评议群' }).expectOnlyPrivate(next, '周大山')
    for (const number of [1001, 1002, 1003]) assert.equal(await village.stateOf(number), 'pending')
    assert.deepEqual(await inRooms(), [])
    // the words do what the sentence says
    await village.says('陈国栋', '邀请王秀英当本月评议员', { to: '干部群' }).expectReply(/已请王秀英当11月的评议员/u)
    await village.says('周大山', '1001通过', { to: '评议群' }).expectReply(/#1001/u, '评议群')
    assert.equal(await village.stateOf(1001), 'approved')
  })

  it('XY-5 reminds secretary and bookkeeper at the month’s start, in one line, once, though nothing waits for review', async () => {
    await village.says('罗秀珍', '邀请王秀英当本月评议员', { to: '干部群' }).replies()
    await village.until('2026-12-01', '08:39')
    assert.deepEqual(await reminders('罗秀珍'), [])
    await village.until('2026-12-01', '12:00')
    const told = ['待办提醒：\n本月还没有请村民评议员（要1到2位），申报审不了。发“邀请某某当本月评议员”就行，只管这个月。']
    assert.deepEqual(await reminders('罗秀珍'), told)
    assert.deepEqual(await reminders('陈国栋'), told)
    await village.until('2026-12-05', '12:00')
    assert.deepEqual(await reminders('罗秀珍'), told, 'not again while nothing waits')
    await village.says('赵福贵', '报 庭院清洁').replies()
    await village.until('2026-12-07', '12:00')
    assert.equal((await reminders('罗秀珍')).length, 3, 'each day on which a report waits, and once a day')
    await village.says('罗秀珍', '邀请马玉芬当本月评议员', { to: '干部群' }).replies()
    await village.until('2026-12-09', '12:00')
    assert.equal((await reminders('罗秀珍')).length, 3)
    await village.until('2027-01-01', '12:00')
    assert.equal((await reminders('罗秀珍')).length, 4, 'the next month begins without anybody')
    assert.deepEqual(await inRooms(), [])
  })

  it('XY-5 tells of it together with what else waits, and says how one too many is put right', async () => {
    await village.says('杨帆', '绑定 5组 黄阿婆', { to: 'bot' }).replies()
    await village.says('杨帆', '1', { to: 'bot' }).replies()
    await village.until('2026-12-01', '12:00')
    const last = (await village.lines(/^待办提醒/u, '罗秀珍')).at(-1) ?? ''
    assert.match(last, /^待办提醒：\n本月还没有请村民评议员.*\n绑定等确认：#1001/u)
    const { id } = await village.current()
    await village.database.lane.unit(id, async ({ register }) => {
      for (const person of ['王秀英', '马玉芬', '郑小军'])
        for (const role of ['reviewer', 'invited'] as const)
          await register.grant(
            { person, role, scope: 'village', scopeId: null, from: '2026-12-01', until: '2026-12-31' },
            '罗秀珍',
            village.port.now(),
          )
    })
    await village.says('赵福贵', '报 庭院清洁').replies()
    await village.until('2026-12-02', '12:00')
    assert.match((await reminders('陈国栋')).at(-1) ?? '', /本月受邀的村民评议员有3位（要1到2位），申报审不了。发“免去某某的评议员”/u)
    await village.says('陈国栋', '免去郑小军的评议员', { to: '干部群' }).expectReply(/提议#1003/u)
    await village.says('罗秀珍', '1003同意', { to: '干部群' }).expectReply(/已办/u)
    await village.until('2026-12-03', '12:00')
    await village.says('周大山', '1002通过', { to: '评议群' }).expectReply(/#1002/u, '评议群')
  })
})

describe('每月受邀的村民评议员，真实的村', () => {
  const database = jobDatabase()

  it('XY-5 reminds of them by day only, and once where the machine slept over the month’s start', async () => {
    const panel = 'panel: { scorers: { min: 3, max: 3 }, invited: { min: 1, max: 2 } }\n'
    const village = await database.found('2026-11-22 10:00', { adopt: (source) => source.replace('books:\n', `${panel}books:\n`) })
    await village.unit(({ register }) =>
      register.grant(
        { person: '罗秀珍', role: 'bookkeeper', scope: 'village', scopeId: null, from: '2026-11-22', until: null },
        '罗秀珍',
        0,
      ),
    )
    await village.unit(({ village: own }) => own.setSetting('invite-reminded', '2026-11'))
    await village.wakesAt('2026-12-02 22:30')
    const told = await village.said('remind-cadres', '2026-12-02')
    assert.deepEqual(
      told.map(({ contact, room, notBefore }) => [contact, room, notBefore]),
      [['罗秀珍', null, at('2026-12-03 08:00')]],
    )
    await village.livesUntil('2026-12-20 12:00')
    const later = []
    for (let day = 3; day <= 20; day += 1) later.push(...(await village.said('remind-cadres', `2026-12-${String(day).padStart(2, '0')}`)))
    assert.deepEqual(later, [])
  })
})
