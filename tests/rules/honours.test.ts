import assert from 'node:assert/strict'
import fc from 'fast-check'
import { placesOf } from '../../rules/books/coupons.ts'
import { bandOf, bandsHonour, nextLine } from '../../rules/honours/bands.ts'
import { gradeOf } from '../../rules/honours/grades.ts'
import { levelOf } from '../../rules/honours/levels.ts'
import { percentHonour, quotaOf } from '../../rules/honours/percent.ts'
import type { Standing } from '../../rules/honours/standing.ts'
import { topHonour } from '../../rules/honours/top.ts'
import { monthsIn } from '../../texts/people/party.ts'

const standings = (...points: readonly number[]): readonly Standing[] =>
  points.map((one, index) => ({ holder: `h${String(index + 1)}`, number: index + 1, earned: one, points: one }))
const holders = (rows: readonly { readonly holder: string }[]): readonly string[] => rows.map(({ holder }) => holder)
const levels = [
  { title: '不合格', from: -1000 },
  { title: '合格', from: 60 },
  { title: '优秀', from: 120 },
]

describe('honours', () => {
  it('count shares by floor: 10 % of 698, 20 % of 159, 60 % of 265', () => {
    assert.deepEqual([quotaOf(10, 698), quotaOf(20, 159), quotaOf(60, 265)], [69, 31, 159])
    assert.deepEqual(placesOf({ percent: 60 }, 265, 158), { quota: 159, left: 1 })
    assert.deepEqual(placesOf({ percent: 60 }, 265, 200), { quota: 159, left: 0 })
  })

  it('share a place in a tie, cut nobody by chance, and never show who is last', () => {
    assert.deepEqual(holders(topHonour(standings(5, 9, 5, 0), 2, 'x')), ['h2', 'h1', 'h3'])
    assert.deepEqual(
      topHonour(standings(5, 9, 5, 1, 0), 3, 'x').map(({ place }) => place),
      [1, 2, 2],
    )
    assert.deepEqual(holders(topHonour(standings(9, 5), 3, 'x')), ['h1'], 'the second of two is the last')
    assert.deepEqual(holders(topHonour(standings(0, -3), 3, 'x')), [])
  })

  it('settle a tie at the cut of a share by the smaller number, and say how many stand outside', () => {
    const { honoured, cut } = percentHonour(standings(5, 7, 5, 5), 2, 'x')
    assert.deepEqual(holders(honoured), ['h2', 'h1'])
    assert.deepEqual(cut, { points: 5, outside: 2 })
    assert.equal(percentHonour(standings(5, 4), 5, 'x').cut, null)
  })

  for (const [points, badRecord, months, title] of [
    [150, true, null, '不合格'],
    [120, false, null, '优秀'],
    [119, false, null, '合格'],
    [60, false, null, '合格'],
    [59, false, null, '不合格'],
    [-5000, false, null, '不合格'],
    [60, false, 6, '优秀'],
    [30, false, 6, '合格'],
    [29, false, 6, '不合格'],
    [150, true, 6, '不合格'],
  ] as const) {
    it(`JS-R4 grades ${String(points)} points${badRecord ? ' with a bad record' : ''}${months === null ? '' : ` over ${String(months)} months`}: ${title}`, () => {
      const exception = months === null ? null : ({ kind: 'months', months } as const)
      assert.equal(gradeOf(levels, points, { badRecord, exception }), title)
    })
  }

  it('JS-R4 gives no grade where a resolution exempts, and reads what a resolution says', () => {
    assert.equal(gradeOf(levels, 10, { badRecord: false, exception: { kind: 'exempt' } }), null)
    assert.equal(monthsIn('免评 支部大会11月5日决议'), null)
    assert.equal(monthsIn('折算6个月 支部大会11月5日决议'), 6)
    assert.equal(monthsIn('支部大会11月5日决议，折算6个月'), 6)
    assert.equal(monthsIn('支部大会11月5日决议'), undefined)
  })

  it('reach a level at its lower bound', () => {
    assert.equal(levelOf(levels, 120)?.title, '优秀')
    assert.equal(levelOf([{ title: '一星', from: 100 }], 99), undefined)
  })

  it('JY-7 have bands of fifty from 1, rise by one band at most and never fall, and benefit whoever ties at the cut', () => {
    assert.deepEqual(
      [1, 50, 51, 100, 101].map((points) => bandOf(points, 50)),
      [1, 1, 51, 51, 101],
    )
    const titles = { above: 'above', within: 'within' }
    const bands = { width: 50, risesAt: 60, benefits: 60 }
    assert.deepEqual(holders(bandsHonour(standings(10, 9, 9, 9, 1), 1, bands, titles)), ['h1', 'h2', 'h3', 'h4'])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 120 }), fc.integer({ min: 0, max: 5 }), (points, step) => {
        const line = 1 + step * 50
        const next = nextLine(standings(...points), line, bands)
        assert.ok(next === line || next === line + 50)
        const given = bandsHonour(standings(...points), line, bands, titles)
        const within = points.filter((one) => one >= line && one < line + 50).length
        assert.equal(given.filter(({ title }) => title === 'above').length, points.filter((one) => one >= line + 50).length)
        assert.ok(given.filter(({ title }) => title === 'within').length >= Math.floor(within * 0.6))
        assert.ok(given.every(({ points: own }) => own >= line))
      }),
      { numRuns: 100 },
    )
  })
})
