import assert from 'node:assert/strict'
import { limitPeriod } from '../../rules/rates/limits.ts'
import type { Scheme } from '../../rules/scheme.ts'
import { isCapped } from '../../rules/rates/sections.ts'
import type { TestVillage } from '../village.ts'

const counted = ['pending', 'returned', 'approved', 'in-notice', 'objected', 'booked']

/** Holds every report that counts against every limit and cap of the scheme, by plain addition over the whole year. */
export async function verifyLimits(village: TestVillage, scheme: Scheme): Promise<void> {
  const { id } = await village.current()
  const reports = await village.database.reader.read(id, ({ cases }) => cases.reportsInStates(counted))
  const sums = new Map<string, { sum: number; most: number }>()
  const add = (key: readonly unknown[], amount: number, most: number) => {
    const found = sums.get(JSON.stringify(key))
    sums.set(JSON.stringify(key), { sum: (found?.sum ?? 0) + amount, most })
  }
  for (const { subject, report } of reports) {
    const item = scheme.items.find(({ code }) => code === report.item)
    if (!item) continue
    const holder = (of: 'household' | 'person') => (of === 'household' ? subject : report.doer)
    const points = report.points ?? report.proposed
    for (const [index, { times, per, of }] of item.limits.entries()) {
      // whether it was another child only the parents and the panel know
      if (of === 'child') continue
      add(['times', item.code, index, holder(of), limitPeriod(per, report.deedOn)], 1, times)
    }
    for (const [index, { points: most, per, of }] of item.caps.entries())
      add(['cap', item.code, index, holder(of), limitPeriod(per, report.deedOn)], points, most)
    for (const [index, cap] of scheme.caps.entries()) {
      if (item.kind === 'award' && isCapped(scheme, cap, item.code, item.cat))
        add(['caps', index, holder(cap.of), limitPeriod(cap.per, report.deedOn)], points, cap.points)
    }
  }
  assert.deepEqual(
    [...sums].filter(([, { sum, most }]) => sum > most),
    [],
    'more than a limit or cap allows',
  )
}
