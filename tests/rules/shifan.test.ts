import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { itemOf, itemsOf, knownOf } from '../../rules/catalogue.ts'
import { cats } from '../../rules/categories.ts'
import { limitDeed } from '../../rules/rates/limits.ts'
import { loadScheme, shippedSchemes } from '../../rules/load-scheme.ts'
import type { DeedFacts } from '../../rules/rates/rate.ts'
import { rateDeed } from '../../rules/rates/rate.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import { vocabularyItems } from '../../rules/vocabulary.ts'

const { scheme, source } = await loadScheme('shifan')
const reserved = [
  '报',
  '申报',
  '代报',
  '查',
  '明细',
  '排名',
  '通过',
  '驳回',
  '改',
  '同意',
  '不行',
  '异议',
  '撤',
  '绑定',
  '帮助',
  '兑',
  '建议',
  '投',
]

describe('shifan', () => {
  it('is shipped, and clean even beside the command words', () => {
    assert.ok(shippedSchemes().includes('shifan'))
    assert.deepEqual(readScheme(source, 'shifan.yaml', reserved), { scheme, warnings: [] })
  })

  it('gives ten days to appeal, and takes nobody below zero (ADR 0003)', () => {
    assert.equal(scheme.review.appealDays, scheme.notice.days)
    assert.deepEqual(
      Object.values(scheme.books).map(({ mayOwe }) => mayOwe),
      [false, false],
    )
  })

  it('has at most 20 items and knows all 35 kinds of conduct', () => {
    assert.ok(scheme.items.length <= 20)
    assert.deepEqual(Object.keys(scheme.categories).sort(), [...cats].sort())
  })

  it('takes points away only for four things, each with the whole path', () => {
    const deductions = scheme.items.filter(({ kind }) => kind === 'deduction')
    assert.deepEqual(deductions.map(({ cat }) => cat).sort(), ['litter', 'livestock', 'road_occupy', 'waste_sort'])
    assert.ok(deductions.every((item) => item.rectifyDays === 14 && item.secondPerson && item.evidence === 'required'))
  })

  it('never resets its main book and gives honour alone for donations', () => {
    assert.deepEqual([scheme.books.main.reset, scheme.books.main.redeemable], ['never', true])
    const book = itemOf(scheme, 'donate')?.book ?? ''
    assert.equal(scheme.books[book]?.redeemable, false)
  })

  it('says after every number of points, times and days where it comes from', () => {
    const lines = readFileSync(new URL('../../rules/schemes/shifan.yaml', import.meta.url), 'utf8').split('\n')
    const numbers = /\b(?:points|min|times|days|answerDays|rectifyDays|quorum|reportWindowDays|secondPersonOver|mostByReviewer|base): \d/u
    const silent = lines.flatMap((line, index) =>
      numbers.test(line) && !line.includes('#') ? [`${String(index + 1)} ${line.trim()}`] : [],
    )
    assert.deepEqual(
      silent.filter((line) => !/\{ level: /u.test(line)),
      [],
    )
  })

  const cards: readonly (readonly [code: string, facts: DeedFacts, points: number])[] = [
    ['sweep-road', { hours: 2 }, 4],
    ['sweep-road', { quantity: 2000, unit: '小时' }, 4],
    ['sweep-road', { quantity: 3000, unit: '袋' }, 3],
    ['sweep-road', { quantity: 30_000, unit: '分钟' }, 1],
    ['clean-river', {}, 3],
    ['duty-labor', { quantity: 500, unit: '天' }, 3],
    ['duty-labor', {}, 3],
    ['help-neighbor', {}, 3],
    ['help-neighbor', { points: 5 }, 5],
    ['blood', { quantity: 400_000, unit: '毫升' }, 10],
    ['simple-ceremony', {}, 10],
    ['visit-elder', {}, 2],
    ['visit-elder', { quantity: 2000, unit: '次' }, 4],
    ['donate', { quantity: 200_000, unit: '元' }, 2],
    ['commended', { level: '县' }, 10],
    ['child-to-university', { level: '本科' }, 20],
    ['litter', {}, -2],
  ]
  for (const [code, facts, points] of cards) {
    it(`gives ${String(points)} for ${code} ${JSON.stringify(facts)}`, () => {
      const item = itemOf(scheme, code)
      assert.ok(item)
      const rated = rateDeed(item, facts)
      assert.ok('points' in rated, JSON.stringify(rated))
      assert.equal(rated.points, points)
    })
  }

  it('gives a household at most 8 points a day for public cleaning', () => {
    const sweep = itemOf(scheme, 'sweep-road')
    assert.ok(sweep)
    const history = [{ item: 'clean-river', cat: 'env_clean', person: '乙', deedOn: '2026-11-22', points: 6 }]
    assert.equal(limitDeed(scheme, sweep, { person: '甲', deedOn: '2026-11-22', points: 4 }, history).points, 2)
  })

  it('tells the parser of every kind of conduct, items under their own code', () => {
    const vocabulary = vocabularyItems(scheme)
    assert.deepEqual(new Set(vocabulary.map(({ cat }) => cat)), new Set(cats))
    const sweep = vocabulary.find(({ code }) => code === 'sweep-road')
    assert.ok(sweep?.words.includes('大扫除') && sweep.units.includes('小时') && sweep.units.includes('钟头') && sweep.units.includes('袋'))
    assert.ok(vocabulary.some(({ code, units }) => code === 'blood' && units.includes('毫升')))
    assert.ok(vocabulary.some(({ code, cat }) => code === 'rescue' && cat === 'rescue'))
    assert.ok(vocabulary.every(({ words }) => new Set(words).size === words.length))
  })

  it('names a kind that carries no points, and none that does', () => {
    assert.equal(knownOf(scheme, 'rescue'), '见义勇为')
    assert.equal(knownOf(scheme, 'env_clean'), undefined)
    assert.equal(knownOf(scheme, 'nonsense'), undefined)
    assert.deepEqual(
      itemsOf(scheme, 'waste_sort').map(({ code }) => code),
      ['sort-waste'],
    )
  })
})
