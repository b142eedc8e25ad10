import assert from 'node:assert/strict'
import { at, jobDatabase, type JobVillage } from './village.ts'

const textsOf = async (village: JobVillage, job: 'notice-month' | 'notice-quarter', period: string) =>
  (await village.said(job, period)).map(({ text }) => text)

const objects = (village: JobVillage, number: number) =>
  village.unit(async (stores) => {
    const file = await stores.cases.report(number)
    assert.ok(file)
    await stores.cases.move(file, 'object', '赵福贵', village.now)
  })

describe('notice-month and notice-quarter', () => {
  const database = jobDatabase()

  it('YX-5 list what was in notice, with its days and where it stands', async () => {
    const village = await database.found('2026-11-10 10:00')
    await village.approves({ by: '王秀英', points: 4 })
    await village.wakesAt('2026-11-22 10:00')
    await village.approves({ by: '何金水', points: 2 })
    await objects(village, await village.approves({ by: '赵福贵', points: 3 }))
    await village.livesUntil('2026-12-01 09:00')
    assert.deepEqual(await textsOf(village, 'notice-month', '2026-11'), [
      [
        '2026年11月积分公示，共3件：',
        '#1001 王秀英 扫路 4分 11月11日至11月20日 已入账',
        '#1002 1组一户 扫路 2分 11月23日至12月2日 公示中',
        '#1003 赵福贵 扫路 3分 11月23日至12月2日 核实中',
        '本公示12月2日至12月11日。对哪一件有异议，发“异议 #编号 原因”，也可向乡镇反映。',
      ].join('\n'),
    ])
    await village.wakesAt('2026-12-03 00:10')
    await village.wakesAt('2027-01-01 09:00')
    const [quarter = ''] = await textsOf(village, 'notice-quarter', '2026Q4')
    assert.match(quarter, /^2026年第4季度积分公示，共3件：\n#1001 王秀英.*已入账\n#1002 .*已入账\n#1003 .*核实中\n/u)
    const [december = ''] = await textsOf(village, 'notice-month', '2026-12')
    assert.match(december, /^2026年12月积分公示，共2件：\n#1002/u)
  })

  it('tell what was taken back only as a number', async () => {
    const village = await database.found('2026-11-10 10:00')
    const number = await village.approves({ by: '王秀英', points: 4 })
    await village.approves({ by: '赵福贵', points: 2 })
    await village.wakesAt('2026-11-22 10:00')
    await village.unit(async (stores) => {
      const file = await stores.cases.report(number)
      const entry = await stores.ledger.byCause(`report:${number}`)
      assert.ok(file && entry)
      await stores.ledger.reverse(entry.seq, `reversal:${number}`, '周大山', 1, village.now, '记错了户')
      await stores.cases.move(file, 'reverse', '周大山', village.now)
    })
    await village.wakesAt('2026-12-01 09:00')
    const [text = ''] = await textsOf(village, 'notice-month', '2026-11')
    assert.match(text, /共1件：\n#1002 .*\n另有1件核实后已冲正。\n/u)
    assert.doesNotMatch(text, /王秀英/u)
  })

  it('say nothing of what a child did', async () => {
    const village = await database.found('2026-11-10 10:00')
    await village.approves({ by: '冯小兵', points: 2 })
    await village.wakesAt('2026-12-01 09:00')
    const [text = ''] = await textsOf(village, 'notice-month', '2026-11')
    assert.match(text, /#1001 1组一户 善行 2分/u)
    assert.doesNotMatch(text, /冯小兵|扫路/u)
  })

  it('cut a long list in the room and say how many there are', async () => {
    const village = await database.found('2026-11-10 10:00')
    for (let count = 0; count < 38; count += 1) await village.approves({ by: '王秀英', points: 1 })
    await village.wakesAt('2026-12-01 09:00')
    const [text = ''] = await textsOf(village, 'notice-month', '2026-11')
    assert.match(text, /^2026年11月积分公示，共38件：/u)
    assert.equal(text.match(/#10\d\d/gu)?.length, 15)
    assert.match(text, /\n还有23件，看自家的发“明细”。\n/u)
  })

  it('catch up every month and quarter that was missed, oldest first, each once', async () => {
    const village = await database.found('2026-11-10 10:00')
    await village.approves({ by: '王秀英', points: 4 })
    await village.wakesAt('2026-11-30 10:00')
    await village.approves({ by: '赵福贵', points: 2 })
    const notices = (runs: readonly { job: string; period: string }[]) => runs.filter(({ job }) => job.startsWith('notice'))
    assert.deepEqual(notices(await village.wakesAt('2027-01-05 10:00')), [
      { job: 'notice-month', period: '2026-11' },
      { job: 'notice-month', period: '2026-12' },
      { job: 'notice-quarter', period: '2026Q4' },
      { job: 'notice-year', period: '2026' },
    ])
    const [december = ''] = await textsOf(village, 'notice-month', '2026-12')
    assert.match(december, /共1件：\n#1002 赵福贵 扫路 2分 12月1日至12月10日 期满待入账\n/u)
    assert.deepEqual(await village.wakesAt('2027-01-05 10:01'), [])
    assert.equal((await textsOf(village, 'notice-quarter', '2026Q4')).length, 1)
  })

  it('pass over an empty month, and say one line for an empty quarter', async () => {
    const village = await database.found('2026-09-01 10:00')
    await village.approves({ by: '王秀英', points: 4 })
    await village.wakesAt('2026-09-12 00:10')
    await village.wakesAt('2027-01-01 09:00')
    assert.deepEqual(await textsOf(village, 'notice-month', '2026-11'), [])
    assert.deepEqual(await textsOf(village, 'notice-quarter', '2026Q4'), [
      '2026年第4季度积分公示：这段时间没有新公示的积分。有疑问发“异议 …”。',
    ])
    const silent = await database.found('2026-09-01 10:00')
    assert.deepEqual(await silent.wakesAt('2027-01-01 09:00'), [])
  })

  it('open the windows themselves where the scheme posts by the month', async () => {
    const adopt = (source: string) => source.replace(/kind: running/u, 'kind: monthly')
    const village = await database.found('2026-11-10 10:00', { adopt })
    const number = await village.approves({ by: '王秀英', points: 4 })
    await village.wakesAt('2026-12-01 09:00')
    const [text = ''] = await textsOf(village, 'notice-month', '2026-11')
    assert.match(text, /#1001 王秀英 扫路 4分 12月2日至12月11日 公示中/u)
    const stateOf = () => village.unit(async (stores) => (await stores.cases.report(number))?.state)
    assert.equal(await stateOf(), 'in-notice')
    await village.livesUntil('2026-12-12 00:09')
    assert.equal(await stateOf(), 'in-notice')
    await village.livesUntil('2026-12-12 00:10')
    assert.equal(await stateOf(), 'booked')
    assert.equal(village.now, at('2026-12-12 00:10'))
  })
})
