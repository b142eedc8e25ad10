import assert from 'node:assert/strict'
import { jobDatabase, type JobVillage, people } from './village.ts'

const textsOf = async (village: JobVillage, period: string) => (await village.said('rank-month', period)).map(({ text }) => text)

/** Everybody earns something in November and has it booked by the 20th. */
async function earning(village: JobVillage, points: readonly number[]): Promise<void> {
  for (const [index, amount] of points.entries()) await village.approves({ by: people[index] ?? '', points: amount })
}

describe('rank-month', () => {
  const database = jobDatabase()

  it('posts on the 1st at 08:30 what was earned in the month before', async () => {
    const village = await database.found('2026-11-02 10:00')
    await earning(village, [3, 0, 4])
    await village.livesUntil('2026-12-01 08:29')
    assert.deepEqual(await textsOf(village, '2026-11'), [])
    await village.livesUntil('2026-12-01 08:30')
    assert.deepEqual(await textsOf(village, '2026-11'), [
      '2026年11月积分榜（当月入账）：\n1 王秀英家 4分\n2 周大山家 3分\n谢谢各家。看自家的发“排名”。',
    ])
    const [line] = await village.said('rank-month', '2026-11')
    assert.deepEqual([line?.room, line?.contact], ['村民群', null])
  })

  it('says one short line when nothing is booked yet, and nothing in a village that has not begun', async () => {
    const village = await database.found('2026-11-22 10:00')
    assert.deepEqual(await village.wakesAt('2026-12-01 12:00'), [])
    assert.deepEqual(await textsOf(village, '2026-11'), [])

    const waiting = await database.found('2026-11-22 10:00')
    await waiting.approves({ by: '王秀英', points: 4 })
    await waiting.approves({ by: '赵福贵', points: 2 })
    await waiting.wakesAt('2026-12-01 12:00')
    assert.deepEqual(await textsOf(waiting, '2026-11'), ['2026年11月积分榜：当月还没有入账的积分，正在公示的有2件，期满没有异议就入账。'])
  })

  it('names ten at most, and only those who agreed', async () => {
    const village = await database.found('2026-11-02 10:00')
    await earning(village, [30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18])
    await village.wakesAt('2026-11-20 00:10')
    await village.wakesAt('2026-12-01 12:00')
    const [text = ''] = await textsOf(village, '2026-11')
    const lines = text.split('\n')
    assert.equal(lines.length, 12)
    assert.equal(lines[7], '7 1组一户 24分')
    assert.equal(lines[10], '10 罗满仔家 21分')
    assert.doesNotMatch(text, /何金水|谢开元|陈玉莲|孙建国/u)
  })

  it('cuts nobody off by chance when the tenth place is shared', async () => {
    const village = await database.found('2026-11-02 10:00')
    await earning(village, [9, 8, 7, 6, 5, 4, 3, 2, 2, 2, 2, 2, 1])
    await village.wakesAt('2026-11-20 00:10')
    await village.wakesAt('2026-12-01 12:00')
    const [text = ''] = await textsOf(village, '2026-11')
    assert.match(text, /\n7 1组一户 3分\n其后5户并列，各2分。\n/u)
    assert.doesNotMatch(text, /冯铁柱|郑小军|孙建国/u)

    const equal = await database.found('2026-11-02 10:00')
    await earning(
      equal,
      people.map(() => 2),
    )
    await equal.wakesAt('2026-11-20 00:10')
    await equal.wakesAt('2026-12-01 12:00')
    assert.deepEqual(await textsOf(equal, '2026-11'), ['2026年11月积分榜（当月入账）：\n13户并列，各2分。\n谢谢各家。看自家的发“排名”。'])
  })

  it('never names the last of the village', async () => {
    const village = await database.found('2026-11-02 10:00', { households: 4 })
    await earning(village, [5, 4, 3, 2])
    await village.wakesAt('2026-11-20 00:10')
    await village.wakesAt('2026-12-01 12:00')
    const [text = ''] = await textsOf(village, '2026-11')
    assert.match(text, /\n3 王秀英家 3分\n谢谢/u)
    assert.doesNotMatch(text, /赵福贵/u)
  })

  it('is posted once, and after three months without power only for the last of them', async () => {
    const village = await database.found('2026-11-02 10:00')
    await earning(village, [3])
    const first = await village.wakesAt('2027-02-05 10:00')
    assert.deepEqual(
      first.filter(({ job }) => job === 'rank-month'),
      [{ job: 'rank-month', period: '2027-01' }],
    )
    assert.deepEqual(await village.wakesAt('2027-02-05 10:00'), [])
    assert.equal((await textsOf(village, '2027-01')).length, 1)
    assert.deepEqual(await textsOf(village, '2026-11'), [])
  })
})
