import assert from 'node:assert/strict'
import { byGroup, tryScheme, type TriedDeed } from '../../rules/outlook/trial.ts'
import { schemeWith } from './sample-scheme.ts'

const sweep = 'cat: env_clean, rate: { kind: per-unit, units: [{ name: 小时, points: 2, max: 8 }] }'
const now = schemeWith([
  sweep,
  'cat: award, rate: { kind: tiered, by: level, tiers: [{ level: 村, points: 3 }, { level: 县, points: 9 }] }',
  'cat: neighbor_help, rate: { kind: ranged, min: 2, max: 5 }',
  'cat: patrol, rate: { kind: fixed, points: 2 }',
])
const draft = schemeWith(
  [
    sweep.replace('points: 2', 'points: 3'),
    'cat: award, rate: { kind: tiered, by: level, tiers: [{ level: 村, points: 4 }, { level: 县, points: 5 }] }',
    'cat: neighbor_help, rate: { kind: ranged, min: 1, max: 3 }',
  ],
  '[{ cats: [env_clean], points: 7, per: month }]',
)

const deed = (item: number, points: number, more: Partial<TriedDeed> = {}): TriedDeed => ({
  household: 'h1',
  person: '甲',
  item: `item-${String(item)}`,
  cat: ['env_clean', 'award', 'neighbor_help', 'patrol'][item] ?? 'other',
  deedOn: '2026-05-03',
  quantity: null,
  unit: null,
  proposed: points,
  points,
  ...more,
})

const after = (...deeds: readonly TriedDeed[]) => tryScheme(deeds, now, draft)[0]?.after

describe('trying a draft', () => {
  const hours = (quantity: number, deedOn: string) => deed(0, (2 * quantity) / 1000, { quantity, unit: '小时', deedOn })

  it('rates a deed anew by its size, level and range', () => {
    assert.equal(after(hours(2000, '2026-05-03')), 6)
    assert.equal(after(deed(1, 9)), 5)
    assert.equal(after(deed(1, 3)), 4)
    assert.equal(after(deed(2, 5)), 3)
    assert.equal(after(deed(2, 2)), 2)
  })

  it('keeps what a reviewer had judged, and what no item gave', () => {
    assert.equal(after(hours(2000, '2026-05-03'), deed(2, 2)), 8)
    assert.equal(after(deed(0, 4, { quantity: 2000, unit: '小时', points: 1 })), 1)
    assert.equal(after(deed(9, 30, { item: '补记' })), 30)
  })

  it('gives nothing for an item that is gone, and holds the draft’s caps over the replayed deeds in the order of their days', () => {
    assert.equal(after(deed(3, 2)), 0)
    assert.equal(after(hours(2000, '2026-05-20'), hours(1000, '2026-05-01')), 7)
    assert.equal(after(hours(2000, '2026-05-20'), hours(2000, '2026-06-01')), 12)
  })

  it('under the scheme in force changes nothing', () => {
    const deeds = [hours(2000, '2026-05-03'), deed(1, 9), deed(2, 4), deed(3, 2), deed(9, 30, { item: '补记' })]
    assert.deepEqual(tryScheme(deeds, now, now), [{ household: 'h1', before: 49, after: 49, spendableBefore: 49, spendableAfter: 49 }])
  })

  it('sums winners and losers by group, without a name', () => {
    const tried = tryScheme([hours(2000, '2026-05-03'), deed(3, 2, { household: 'h2' }), deed(2, 2, { household: 'h3' })], now, draft)
    const units = new Map([
      ['h1', '1组'],
      ['h2', '1组'],
      ['h3', '2组'],
    ])
    assert.deepEqual(byGroup(tried, units, ['1组', '2组']), [
      { unit: '1组', more: 1, less: 1, same: 0, difference: 0 },
      { unit: '2组', more: 0, less: 0, same: 1, difference: 0 },
    ])
  })
})
