import assert from 'node:assert/strict'
import { jobsOf } from '../../jobs/index.ts'
import { createScheduler } from '../../jobs/scheduler.ts'
import type { LedgerFindings } from '../../jobs/verify-ledger.ts'
import { at, jobDatabase } from './village.ts'

describe('verify-ledger', () => {
  const database = jobDatabase()

  /** The village's nightly checks with a door to see from where each began and to plant a fault. */
  const watched = async () => {
    const village = await database.found('2026-11-10 10:00')
    const from: number[] = []
    const faults: LedgerFindings['problems'][number][] = []
    const checkLedger = async (id: string, fromSeq: number): Promise<LedgerFindings> => {
      from.push(fromSeq)
      const findings = await database.open().verifyLedger(id, fromSeq)
      return { ...findings, problems: [...findings.problems, ...faults] }
    }
    const scheduler = createScheduler(village.options(jobsOf({ checkLedger })))
    const night = async (text: string) => {
      village.now = at(text)
      await scheduler.catchUp()
    }
    return { village, from, faults, night }
  }

  it('goes on from the last checked head, and each week from the first entry', async () => {
    const { village, from, night } = await watched()
    await village.approves({ by: '王秀英', points: 4 })
    for (let day = 21; day <= 29; day += 1) await night(`2026-11-${day} 03:00`)
    // the first check finds one entry; the seventh day after it begins anew
    assert.deepEqual(from, [0, 1, 1, 1, 1, 1, 1, 0, 1])
    const runs = await village.unit((stores) => stores.jobRuns.runs('verify-ledger'))
    assert.deepEqual(new Set(runs.map(({ outcome }) => outcome)), new Set(['核对到第 1 笔，无误']))
  })

  it('tells the operator in private what is wrong, and builds nothing on it', async () => {
    const { village, from, faults, night } = await watched()
    await village.approves({ by: '王秀英', points: 4 })
    await night('2026-11-21 03:00')
    faults.push({ seq: 1, detail: 'its public fields give another hash' })
    village.now = at('2026-11-21 10:00')
    await village.approves({ by: '赵福贵', points: 2 })
    await night('2026-12-05 03:00')
    await night('2026-12-06 03:00')
    assert.deepEqual(from, [0, 0, 0])
    const lines = await village.said('verify-ledger', '2026-12-05')
    assert.deepEqual(
      lines.map(({ room, contact, text }) => [room, contact, text]),
      [[null, '罗秀珍', '台账核对发现1处不符（核到第2笔）。请先不要兑换，保留数据文件，联系技术支持。']],
    )
    const runs = await village.unit((stores) => stores.jobRuns.runs('verify-ledger'))
    assert.equal(runs.at(-1)?.outcome, '不符 1 处：第 1 笔 its public fields give another hash')
  })
})
