import assert from 'node:assert/strict'
import fc from 'fast-check'
import { mostOf } from '../../rules/rates/rate-bounds.ts'
import type { DeedFacts, RateOutcome } from '../../rules/rates/rate.ts'
import { rateDeed } from '../../rules/rates/rate.ts'
import { itemWith, schemeWith } from './sample-scheme.ts'

const fixed = itemWith('{ kind: fixed, points: 10 }')
const sweeping = itemWith(
  `{ kind: per-unit, units: [{ name: 小时, words: [钟头], points: 2, step: 0.5, max: 8 }, { name: 袋, points: 1, max: 8 }] }`,
)
const labour = itemWith(
  `{ kind: per-unit, units: [{ name: 天, points: 6, step: 0.5, max: 1 }, { name: 小时, points: 3, per: 4, rounding: up, max: 8 }], assumed: { quantity: 0.5, unit: 天 } }`,
)
const trees = itemWith('{ kind: per-unit, units: [{ name: 棵, points: 1, per: 3, rounding: nearest, max: 100 }] }')
const help = itemWith('{ kind: ranged, min: 2, max: 5, default: 3 }')
const rescue = itemWith('{ kind: ranged, min: 10, max: 30 }')
const honour = itemWith(
  '{ kind: tiered, by: level, tiers: [{ level: 村, words: [村级], points: 3 }, { level: 镇, words: [乡], points: 5 }, { level: 县, points: 10 }] }',
)
const planting = itemWith(
  '{ kind: tiered, by: quantity, unit: { name: 棵, words: [株], max: 500 }, tiers: [{ from: 5, points: 1 }, { from: 50, points: 4 }, { from: 200, points: 9 }] }',
)
const prizes = itemWith(
  '{ kind: table, unit: { name: 次, max: 9 }, rows: [{ level: 村, words: [村级], tiers: [{ from: 1, points: 2 }, { from: 3, points: 5 }] }, { level: 县, tiers: [{ from: 1, points: 8 }] }] }',
)
const giving = itemWith('{ kind: share, percent: 1, of: { name: 元, words: [块], max: 10000 } }')
const deduction = (rate: string) =>
  schemeWith([
    'cat: other, rate: { kind: fixed, points: 50 }',
    `cat: litter, kind: deduction, evidence: required, secondPerson: true, whoMayReport: panel, rectifyDays: 14, rate: ${rate}`,
  ]).items[1] ?? fixed
const litter = deduction('{ kind: fixed, points: 2 }')
const mess = deduction('{ kind: ranged, min: 1, max: 4, default: 2 }')

type Row = readonly [title: string, item: typeof fixed, facts: DeedFacts, expected: RateOutcome]
const rated = (points: number, quantity: number | null = null, unit: string | null = null): RateOutcome => ({ points, quantity, unit })
const UNITS = ['小时', '袋']

const rows: readonly Row[] = [
  ['fixed: the same whatever is said', fixed, {}, rated(10)],
  ['fixed: keeps a quantity as said', fixed, { quantity: 400_000, unit: '毫升' }, rated(10, 400_000, '毫升')],
  ['fixed: keeps hours as a quantity', fixed, { hours: 2 }, rated(10, 2000, '小时')],
  ['fixed: no negative quantity', fixed, { quantity: -1000 }, { invalid: 'quantity', min: 1, max: 1_000_000_000, unit: '' }],
  [
    'fixed: no endless quantity',
    fixed,
    { quantity: 2_000_000_000, unit: '元' },
    { invalid: 'quantity', min: 1, max: 1_000_000_000, unit: '元' },
  ],
  ['table: the row by level, in it the step reached', prizes, { level: '村级', quantity: 4000, unit: '次' }, rated(5, 4000, '次')],
  ['table: another row', prizes, { level: '县', quantity: 1000 }, rated(8, 1000, '次')],
  ['table: no level is asked', prizes, { quantity: 1000 }, { needs: 'level', units: [], options: ['村', '县'] }],
  ['table: no quantity is asked', prizes, { level: '村' }, { needs: 'quantity', units: ['次'] }],
  ['table: too many', prizes, { level: '村', quantity: 10_000 }, { invalid: 'quantity', min: 1000, max: 9000, unit: '次' }],
  ['share: one in a hundred, rounded down', giving, { quantity: 250_000, unit: '块' }, rated(2, 250_000, '元')],
  ['share: less than a point', giving, { quantity: 99_000 }, { invalid: 'quantity', min: 100_000, max: 10_000_000, unit: '元' }],
  ['share: exactly a point', giving, { quantity: 100_000 }, rated(1, 100_000, '元')],
  ['share: nothing said is asked', giving, {}, { needs: 'quantity', units: ['元'] }],
  ['per unit: two hours', sweeping, { hours: 2 }, rated(4, 2000, '小时')],
  ['per unit: quantity with its unit', sweeping, { quantity: 2000, unit: '小时' }, rated(4, 2000, '小时')],
  ['per unit: a synonym of the unit', sweeping, { quantity: 1500, unit: '钟头' }, rated(3, 1500, '小时')],
  ['per unit: half an hour', sweeping, { hours: 0.5 }, rated(1, 500, '小时')],
  ['per unit: an unfinished step is not counted', sweeping, { hours: 1.4 }, rated(2, 1400, '小时')],
  ['per unit: another unit', sweeping, { quantity: 3000, unit: '袋' }, rated(3, 3000, '袋')],
  ['per unit: too little', sweeping, { hours: 0.25 }, { invalid: 'quantity', min: 500, max: 8000, unit: '小时' }],
  ['per unit: too much', sweeping, { hours: 30 }, { invalid: 'quantity', min: 500, max: 8000, unit: '小时' }],
  ['per unit: exactly the most', sweeping, { hours: 8 }, rated(16, 8000, '小时')],
  ['per unit: zero', sweeping, { quantity: 0, unit: '袋' }, { invalid: 'quantity', min: 1000, max: 8000, unit: '袋' }],
  ['per unit: negative', sweeping, { quantity: -2000, unit: '小时' }, { invalid: 'quantity', min: 500, max: 8000, unit: '小时' }],
  ['per unit: not a number', sweeping, { quantity: Number.NaN, unit: '小时' }, { invalid: 'quantity', min: 500, max: 8000, unit: '小时' }],
  ['per unit: nothing said is asked', sweeping, {}, { needs: 'quantity', units: UNITS }],
  ['per unit: a number without unit is asked when there are two', sweeping, { quantity: 3000 }, { needs: 'quantity', units: UNITS }],
  ['per unit: an unknown unit is asked', sweeping, { quantity: 3000, unit: '车' }, { needs: 'quantity', units: UNITS }],
  [
    'per unit: an unknown unit with an absurd number',
    sweeping,
    { quantity: -3000, unit: '车' },
    { invalid: 'quantity', min: 1, max: 1_000_000_000, unit: '车' },
  ],
  ['per unit: the scheme assumes half a day', labour, {}, rated(3, 500, '天')],
  ['per unit: a whole day', labour, { quantity: 1000, unit: '天' }, rated(6, 1000, '天')],
  ['per unit: hours of it, rounded up', labour, { hours: 2 }, rated(2, 2000, '小时')],
  ['per unit: what is assumed is not assumed of another unit', labour, { unit: '小时' }, { needs: 'quantity', units: ['天', '小时'] }],
  ['per unit: the only unit need not be said', trees, { quantity: 9000 }, rated(3, 9000, '棵')],
  ['per unit: to the nearest', trees, { quantity: 5000, unit: '棵' }, rated(2, 5000, '棵')],
  [
    'per unit: to the nearest is nothing',
    trees,
    { quantity: 1000, unit: '棵' },
    { invalid: 'quantity', min: 1500, max: 100_000, unit: '棵' },
  ],
  ['ranged: the usual', help, {}, { ...rated(3), range: { min: 2, max: 5 } }],
  ['ranged: without a usual, the least', rescue, {}, { ...rated(10), range: { min: 10, max: 30 } }],
  ['ranged: as the reviewer says', help, { points: 5 }, { ...rated(5), range: { min: 2, max: 5 } }],
  ['ranged: not beyond it', help, { points: 6 }, { invalid: 'points', min: 2, max: 5, unit: '' }],
  ['ranged: not below it', help, { points: 1 }, { invalid: 'points', min: 2, max: 5, unit: '' }],
  ['by level: the county', honour, { level: '县' }, rated(10)],
  ['by level: a synonym', honour, { level: '乡' }, rated(5)],
  ['by level: nothing said is asked', honour, {}, { needs: 'level', units: [], options: ['村', '镇', '县'] }],
  ['by level: an unknown one is asked', honour, { level: '宇宙' }, { needs: 'level', units: [], options: ['村', '镇', '县'] }],
  ['by quantity: first step', planting, { quantity: 5000, unit: '棵' }, rated(1, 5000, '棵')],
  ['by quantity: just under the second', planting, { quantity: 49_000, unit: '株' }, rated(1, 49_000, '棵')],
  ['by quantity: the second', planting, { quantity: 50_000 }, rated(4, 50_000, '棵')],
  ['by quantity: the last', planting, { quantity: 500_000 }, rated(9, 500_000, '棵')],
  ['by quantity: under the first', planting, { quantity: 4000 }, { invalid: 'quantity', min: 5000, max: 500_000, unit: '棵' }],
  ['by quantity: too many', planting, { quantity: 501_000 }, { invalid: 'quantity', min: 5000, max: 500_000, unit: '棵' }],
  ['by quantity: nothing said is asked', planting, {}, { needs: 'quantity', units: ['棵'] }],
  ['by quantity: another unit is asked', planting, { quantity: 5000, unit: '亩' }, { needs: 'quantity', units: ['棵'] }],
  ['deduction: takes away', litter, {}, rated(-2)],
  ['deduction: ranged, both ends negative', mess, {}, { ...rated(-2), range: { min: -4, max: -1 } }],
  ['deduction: as the panel says', mess, { points: -4 }, { ...rated(-4), range: { min: -4, max: -1 } }],
  ['deduction: not beyond it', mess, { points: -5 }, { invalid: 'points', min: -4, max: -1, unit: '' }],
]

describe('rate', () => {
  for (const [title, item, facts, expected] of rows) {
    it(title, () => {
      assert.deepEqual(rateDeed(item, facts), expected)
    })
  }

  const items = [fixed, sweeping, labour, trees, help, rescue, honour, planting, litter, mess]
  const facts = fc.record(
    {
      quantity: fc.oneof(fc.integer({ min: -10_000, max: 700_000 }), fc.constantFrom(Number.NaN, Infinity, 0.5)),
      unit: fc.constantFrom('小时', '钟头', '袋', '天', '棵', '株', '车', ''),
      hours: fc.oneof(fc.double({ min: 0, max: 40 }), fc.constantFrom(Number.NaN, -1, Infinity)),
      level: fc.constantFrom('村', '县', '乡', '天上'),
      points: fc.integer({ min: -40, max: 40 }),
    },
    { requiredKeys: [] },
  )

  it('is a whole number within the item, or says what is missing or wrong', () => {
    fc.assert(
      fc.property(fc.constantFrom(...items), facts, (item, said) => {
        const outcome = rateDeed(item, said)
        if ('needs' in outcome) return outcome.units.length > 0 || outcome.needs === 'level'
        if ('invalid' in outcome) return outcome.min <= outcome.max
        const size = item.kind === 'award' ? outcome.points : -outcome.points
        return Number.isSafeInteger(size) && size >= 1 && size <= mostOf(item.rate)
      }),
      { numRuns: 2000 },
    )
  })

  it('never gives less for more', () => {
    const sizes = fc.integer({ min: 1, max: 8000 })
    fc.assert(
      fc.property(
        fc.constantFrom(sweeping, labour, trees, planting),
        fc.constantFrom('小时', '袋', '天', '棵'),
        sizes,
        sizes,
        (item, unit, one, other) => {
          const [less, more] = [Math.min(one, other), Math.max(one, other)].map((quantity) => rateDeed(item, { quantity, unit }))
          if (!less || !more || !('points' in less) || !('points' in more)) return true
          return less.points <= more.points
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('names a least quantity that does earn', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(sweeping, labour, trees, planting),
        fc.constantFrom('小时', '袋', '天', '棵'),
        fc.integer({ min: 1, max: 1499 }),
        (item, unit, quantity) => {
          const outcome = rateDeed(item, { quantity, unit })
          if (!('invalid' in outcome) || outcome.min > outcome.max) return true
          const again = rateDeed(item, { quantity: outcome.min, unit })
          const under = rateDeed(item, { quantity: outcome.min - 1, unit })
          return 'points' in again && 'invalid' in under
        },
      ),
      { numRuns: 1000 },
    )
  })
})
