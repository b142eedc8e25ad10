import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { LimitFacts, PastDeed } from '../../rules/rates/limits.ts'
import { limitDeed, limitPeriod } from '../../rules/rates/limits.ts'
import type { Per } from '../../rules/scheme.ts'
import { schemeWith } from './sample-scheme.ts'

const deduction = 'kind: deduction, evidence: required, secondPerson: true, whoMayReport: panel, rectifyDays: 14'
const scheme = schemeWith(
  [
    'cat: env_clean, rate: { kind: fixed, points: 4 }, limits: [{ times: 2, per: day }]',
    'cat: env_clean, rate: { kind: fixed, points: 3 }, caps: [{ points: 5, per: month }]',
    'cat: blood, rate: { kind: fixed, points: 10 }, limits: [{ times: 2, per: year, of: person }]',
    'cat: education, rate: { kind: fixed, points: 20 }, limits: [{ times: 1, per: once, of: person }]',
    'cat: patrol, rate: { kind: fixed, points: 2 }, limits: [{ times: 3, per: quarter }]',
    `cat: litter, rate: { kind: fixed, points: 2 }, ${deduction}, limits: [{ times: 2, per: month }], caps: [{ points: 3, per: month }]`,
  ],
  '[{ cats: [env_clean], points: 9, per: day }]',
)

const item = (index: number) => {
  const found = scheme.items[index]
  assert.ok(found)
  return found
}

const past = (index: number, points: number, deedOn: string, person = '甲'): PastDeed => ({
  item: item(index).code,
  cat: item(index).cat,
  person,
  deedOn,
  points,
})

const today = '2026-11-22'
const facts = (points: number, person = '甲'): LimitFacts => ({ person, deedOn: today, points })

describe('limits', () => {
  const periods: readonly (readonly [Per, string])[] = [
    ['day', '2026-11-22'],
    ['month', '2026-11'],
    ['quarter', '2026Q4'],
    ['year', '2026'],
    ['once', 'once'],
  ]
  for (const [per, expected] of periods) it(`counts ${per} as ${expected}`, () => assert.equal(limitPeriod(per, today), expected))

  it('leaves a first deed alone', () => {
    assert.deepEqual(limitDeed(scheme, item(0), facts(4), []), { points: 4 })
  })

  it('gives nothing after the times of the day, and says so', () => {
    const history = [past(0, 4, today), past(0, 4, today, '乙')]
    assert.deepEqual(limitDeed(scheme, item(0), facts(4), history), {
      points: 0,
      cut: { by: 'limit', per: 'day', of: 'household', period: today, used: 2, allowed: 2 },
    })
    assert.deepEqual(limitDeed(scheme, item(0), { ...facts(4), deedOn: '2026-11-21' }, history), { points: 4 })
  })

  it('cuts to what the category has left that day', () => {
    assert.deepEqual(limitDeed(scheme, item(0), facts(4), [past(0, 4, today), past(1, 3, today)]), {
      points: 2,
      cut: {
        by: 'cap',
        on: 'category',
        cats: ['env_clean'],
        sections: [],
        per: 'day',
        of: 'household',
        period: today,
        used: 7,
        allowed: 9,
      },
    })
  })

  it('cuts to what the item has left that month', () => {
    assert.deepEqual(limitDeed(scheme, item(1), facts(3), [past(1, 3, '2026-11-01')]), {
      points: 2,
      cut: { by: 'cap', on: 'item', per: 'month', of: 'household', period: '2026-11', used: 3, allowed: 5 },
    })
    assert.deepEqual(limitDeed(scheme, item(1), facts(3), [past(1, 3, '2026-10-31')]), { points: 3 })
  })

  it('counts by person where the scheme says so', () => {
    const history = [past(2, 10, '2026-01-05'), past(2, 10, '2026-07-05')]
    assert.equal(limitDeed(scheme, item(2), facts(10), history).points, 0)
    assert.equal(limitDeed(scheme, item(2), facts(10, '乙'), history).points, 10)
    assert.equal(limitDeed(scheme, item(2), { ...facts(10), deedOn: '2027-01-01' }, history).points, 10)
  })

  it('GY-3 gives a child to university once, whatever the year', () => {
    const history = [past(3, 20, '2019-08-01')]
    assert.deepEqual(limitDeed(scheme, item(3), facts(20), history).cut, {
      by: 'limit',
      per: 'once',
      of: 'person',
      period: 'once',
      used: 1,
      allowed: 1,
    })
    assert.equal(limitDeed(scheme, item(3), facts(20, '乙'), history).points, 20)
  })

  it('starts anew with the quarter', () => {
    const history = ['2026-10-01', '2026-10-02', '2026-12-31'].map((day) => past(4, 2, day))
    assert.equal(limitDeed(scheme, item(4), facts(2), history).points, 0)
    assert.equal(limitDeed(scheme, item(4), { ...facts(2), deedOn: '2026-09-30' }, history).points, 2)
  })

  it('limits deductions as well', () => {
    assert.equal(limitDeed(scheme, item(5), facts(-2), []).points, -2)
    assert.equal(limitDeed(scheme, item(5), facts(-2), [past(5, -2, today)]).points, -1)
    assert.equal(limitDeed(scheme, item(5), facts(-2), [past(5, -1, today), past(5, -1, today)]).points, 0)
  })

  it('over any year: no limit and no cap is ever passed, points are whole and never change sign', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((offset) => new Date(Date.UTC(2026, 10, 1 + offset)).toISOString().slice(0, 10))
    const deed = fc.record({
      index: fc.integer({ min: 0, max: 5 }),
      person: fc.constantFrom('甲', '乙'),
      deedOn: day,
      size: fc.integer({ min: 1, max: 12 }),
    })
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        const history: PastDeed[] = []
        for (const { index, person, deedOn, size } of deeds) {
          const asked = item(index).kind === 'award' ? size : -size
          const { points, cut } = limitDeed(scheme, item(index), { person, deedOn, points: asked }, history)
          assert.ok(Number.isSafeInteger(points) && Math.abs(points) <= size && points * asked >= 0)
          assert.equal(cut === undefined, points === asked)
          if (points !== 0) history.push(past(index, points, deedOn, person))
        }
        const total = (per: Per, matching: (one: PastDeed) => boolean, value: (one: PastDeed) => number) => {
          const sums = new Map<string, number>()
          history
            .filter(matching)
            .forEach((one) => sums.set(limitPeriod(per, one.deedOn), (sums.get(limitPeriod(per, one.deedOn)) ?? 0) + value(one)))
          return Math.max(0, ...sums.values())
        }
        const points = (one: PastDeed) => Math.abs(one.points)
        assert.ok(total('day', ({ cat }) => cat === 'env_clean', points) <= 9)
        assert.ok(
          total(
            'day',
            (one) => one.item === 'item-0',
            () => 1,
          ) <= 2,
        )
        assert.ok(total('month', (one) => one.item === 'item-1', points) <= 5)
        assert.ok(
          total(
            'year',
            (one) => one.item === 'item-2' && one.person === '甲',
            () => 1,
          ) <= 2,
        )
        assert.ok(
          total(
            'once',
            (one) => one.item === 'item-3' && one.person === '乙',
            () => 1,
          ) <= 1,
        )
        assert.ok(
          total(
            'quarter',
            (one) => one.item === 'item-4',
            () => 1,
          ) <= 3,
        )
        assert.ok(total('month', (one) => one.item === 'item-5', points) <= 3)
      }),
      { numRuns: 200 },
    )
  })

  it('never gives more when more has been given', () => {
    const deed = fc.record({ index: fc.integer({ min: 0, max: 1 }), points: fc.integer({ min: 1, max: 4 }) })
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 8 }), fc.nat({ max: 8 }), fc.integer({ min: 1, max: 12 }), (deeds, kept, size) => {
        const history = deeds.map(({ index, points }) => past(index, points, today))
        const fewer = limitDeed(scheme, item(0), facts(size), history.slice(0, kept)).points
        return limitDeed(scheme, item(0), facts(size), history).points <= fewer
      }),
    )
  })
})
