import assert from 'node:assert/strict'
import fc from 'fast-check'
import { editText } from '../../rules/changing/edit-text.ts'
import { planNewItem } from '../../rules/changing/new-item.ts'
import { type ItemChange, planChange, type Unplanned } from '../../rules/changing/plan-change.ts'
import { loadScheme, shippedSchemes } from '../../rules/load-scheme.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import type { Scheme } from '../../rules/scheme.ts'
import { alreadySo, changeText, newItemText, notPlanned, whichMeasure } from '../../texts/scheme/scheme-change.ts'
import { settings } from '../properties/settings.ts'
import { schemeWith } from './sample-scheme.ts'

const lastDay = '2026-12-31'

const fixed = '{ kind: fixed, points: 2 }'
const perUnit = '{ kind: per-unit, units: [{ name: 小时, points: 2, max: 8 }, { name: 袋, points: 1, max: 8 }] }'
const ranged = '{ kind: ranged, min: 2, max: 5, default: 3 }'
const byLevel = '{ kind: tiered, by: level, tiers: [{ level: 村, words: [村级], points: 5 }, { level: 县, words: [县级], points: 10 }] }'
const byQuantity = '{ kind: tiered, by: quantity, unit: { name: 棵, max: 500 }, tiers: [{ from: 5, points: 1 }, { from: 50, points: 4 }] }'
const table =
  '{ kind: table, unit: { name: 次, max: 9 }, rows: [{ level: 村, words: [村级], tiers: [{ from: 1, points: 2 }, { from: 3, points: 5 }] }, { level: 县, words: [县级], tiers: [{ from: 1, points: 8 }] }] }'
const share = '{ kind: share, percent: 1, of: { name: 元, max: 10000 } }'

const noTo = (item: string, found: Unplanned): string => {
  if ('already' in found) return alreadySo(item, found.already)
  return 'why' in found ? notPlanned[found.why](item) : whichMeasure(item, found.choose)
}

const points = (value: number, from: number | null = null): ItemChange => ({ kind: 'points', points: value, from })
const range = (min: number | null, max: number | null, usual: number | null = null): ItemChange => ({ kind: 'range', min, max, usual })
const times = (most: number | null, per: 'day' | 'month' | 'once', of: 'household' | 'person' | null = null): ItemChange => ({
  kind: 'times',
  most,
  per,
  of,
})

/** an item, the line and its change, and what people are told of it */
const planned: readonly (readonly [string, string, ItemChange, string])[] = [
  [fixed, '', points(3), '项目0由2分改为3分'],
  [fixed, '', range(2, 5), '项目0由2分，改为2到5分，评议员看轻重定'],
  [perUnit, '每袋', points(2), '项目0由每袋1分改为每袋2分'],
  [perUnit, '', range(1, 4), '项目0由每小时2分，每袋1分，改为1到4分，评议员看轻重定'],
  [ranged, '', range(null, 8), '项目0由2到5分，评议员看轻重定，常见3分，改为2到8分，评议员看轻重定，常见3分'],
  [ranged, '', range(4, null), '项目0由2到5分，评议员看轻重定，常见3分，改为4到5分，评议员看轻重定，常见4分'],
  [ranged, '', range(null, null, 5), '项目0由2到5分，评议员看轻重定，常见3分，改为2到5分，评议员看轻重定，常见5分'],
  [byLevel, '县级', points(20), '项目0由县10分改为县20分'],
  [byQuantity, '', points(6, 50), '项目0由满50棵4分改为满50棵6分'],
  [table, '村级', points(7, 3), '项目0由村满3次5分改为村满3次7分'],
  [table, '县级', points(9), '项目0由县满1次8分改为县满1次9分'],
  [share, '', { kind: 'percent', percent: 5 }, '项目0由百分之1改为百分之5'],
  [`${fixed}, limits: [{ times: 2, per: day }]`, '', times(1, 'day'), '项目0由“每户一天最多2次”改为“每户一天最多1次”'],
  [`${fixed}, limits: [{ times: 2, per: day }]`, '', times(9, 'month'), '项目0加一条“每户一个月最多9次”'],
  [`${fixed}, limits: [{ times: 2, per: day }]`, '', times(1, 'day', 'person'), '项目0加一条“每人一天最多1次”'],
  [
    `${fixed}, limits: [{ times: 2, per: day }, { times: 1, per: day, of: person }]`,
    '',
    times(3, 'day', 'person'),
    '项目0由“每人一天最多1次”改为“每人一天最多3次”',
  ],
  [`${fixed}, limits: [{ times: 2, per: day }]`, '', times(null, 'day'), '项目0不再限“每户一天最多2次”'],
  [fixed, '', times(1, 'once'), '项目0加一条“每户一共最多1次”'],
  [fixed, '', { kind: 'cap', most: 30, per: 'year', of: null }, '项目0加一条“每户一年最多30分”'],
  [fixed, '', { kind: 'end' }, '项目0停止计分，12月31日和以前做的照算'],
  [`${fixed}, endsOn: '2027-06-30'`, '', { kind: 'end' }, '项目0停止计分，12月31日和以前做的照算'],
  [`${fixed}, endsOn: '2026-06-30'`, '', { kind: 'reopen' }, '项目0恢复计分'],
  [fixed, '', { kind: 'evidence', evidence: 'required' }, '项目0由“不用照片”改为“要照片或原件”'],
]

const unplanned: readonly (readonly [string, string, ItemChange, RegExp])[] = [
  [fixed, '', points(2), /现在就是2分/u],
  [fixed, '', points(0), /最少是1.*“取消项目 项目0”/u],
  [fixed, '', range(2, null), /现在不是区间。请把最低和最高一起写/u],
  [fixed, '', { kind: 'percent', percent: 5 }, /不是按比例计分的/u],
  [fixed, '', { kind: 'reopen' }, /没有停/u],
  [`${fixed}, endsOn: '2026-06-30'`, '', { kind: 'end' }, /到6月30日为止已经停了/u],
  [fixed, '', { kind: 'evidence', evidence: 'none' }, /现在就是这样/u],
  [fixed, '', times(null, 'day'), /本来就没有这条上限/u],
  [`${fixed}, limits: [{ times: 2, per: day }, { times: 1, per: day, of: person }]`, '', times(3, 'day'), /请写明“每户”还是“每人”/u],
  [perUnit, '', points(3), /有几种算法：小时、袋。.*“项目0 改成每小时3分”/u],
  [ranged, '', points(3), /是一个区间/u],
  [ranged, '', range(2, 5, 3), /现在就是这样/u],
  [byLevel, '', range(2, 5), /是一张表/u],
  [byQuantity, '', points(6), /有几种算法：满5棵、满50棵/u],
  [table, '', points(6), /有几种算法：村、县/u],
  [table, '村级', points(6), /有几种算法：村满1次、村满3次。.*“项目0 村满1次 改成 3分”/u],
  [table, '村级', points(6, 2), /有几种算法：村满1次、村满3次/u],
  [share, '', points(6), /按比例计分。请写百分之几/u],
]

const whole = (rate: string): Scheme => schemeWith([`cat: other, rate: ${rate}`])

const plan = (scheme: Scheme, change: ItemChange, line: string) => {
  const item = scheme.items[0] ?? assert.fail()
  return { item, plan: planChange(scheme, item, change, { line, lastDay }) }
}

describe('planning a change', () => {
  for (const [rate, line, change, told] of planned) {
    it(told, () => {
      const { item, plan: found } = plan(whole(rate), change, line)
      assert.ok('told' in found, JSON.stringify(found))
      assert.equal(changeText(item.name, found.told), told)
    })
  }

  for (const [rate, line, change, why] of unplanned) {
    it(`has nothing to write: ${why.source}`, () => {
      const { item, plan: found } = plan(whole(rate), change, line)
      assert.ok(!('edits' in found), JSON.stringify(found))
      assert.match(noTo(item.name, found), why)
    })
  }

  const most = fc.integer({ min: 1, max: 2_000_000 })
  const per = fc.constantFrom('day', 'month', 'quarter', 'year', 'once')
  const of = fc.constantFrom('household', 'person', null)
  const arbitrary: fc.Arbitrary<ItemChange> = fc.oneof(
    fc.record({ kind: fc.constant('points' as const), points: most, from: fc.constantFrom(null, 1, 3) }),
    fc.record({ kind: fc.constant('percent' as const), percent: fc.integer({ min: 0, max: 120 }) }),
    fc.record({
      kind: fc.constant('range' as const),
      min: fc.constantFrom(null, 1, 4, 60),
      max: fc.constantFrom(null, 5, 3000),
      usual: fc.constantFrom(null, 2),
    }),
    fc.record({ kind: fc.constantFrom('times' as const, 'cap' as const), most: fc.oneof(most, fc.constant(null)), per, of }),
    fc.constantFrom<ItemChange[]>({ kind: 'end' }, { kind: 'reopen' }),
    fc.record({ kind: fc.constant('evidence' as const), evidence: fc.constantFrom('none', 'wanted', 'required') }),
  )

  it('MIN-2 leaves, whatever is changed, a scheme that is in order or reasons in words, and every other item as it was', async () => {
    const all = await Promise.all(shippedSchemes().map((code) => loadScheme(code)))
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.nat(),
        arbitrary,
        fc.constantFrom('每小时', '每次 县级', '村级'),
        ({ scheme, source }, at, change, line) => {
          const item = scheme.items[at % scheme.items.length] ?? assert.fail()
          const found = planChange(scheme, item, change, { line, lastDay })
          if (!('edits' in found)) {
            assert.match(noTo(item.name, found), /[一-龥]{4}/u)
            return
          }
          assert.match(changeText(item.name, found.told), /[一-龥]{4}/u)
          const text = editText(source, found.edits) ?? assert.fail('no such place')
          const reading = readScheme(text, 'next.yaml')
          if ('problems' in reading) {
            assert.ok(reading.problems.some(({ message }) => /[一-龥]/u.test(message)))
            return
          }
          const others = ({ items, ...rest }: Scheme) => ({ ...rest, items: items.filter(({ code }) => code !== item.code) })
          assert.deepEqual(others(reading.scheme), others(scheme))
          const after = reading.scheme.items.find(({ code }) => code === item.code)
          assert.notDeepEqual(after, item)
          assert.equal(after?.name, item.name)
        },
      ),
      { numRuns: settings.runs(80), ...settings.replay() },
    )
  })
})

describe('planning a new item', () => {
  const meal = { name: '送餐', rate: { kind: 'fixed', points: 2 }, heading: '邻里', limits: [], problem: '为了 老人吃得上热饭' } as const

  it('finds its class by heading, by the village’s name of the conduct, by an item of it, or by one of its words', async () => {
    const shifan = (await loadScheme('shifan')).scheme
    const jinzhai = (await loadScheme('jinzhai')).scheme
    const classOf = (scheme: Scheme, heading: string) => {
      const found = planNewItem(scheme, { ...meal, heading })
      return 'edits' in found ? [found.heading, found.edits[0]?.value] : found
    }
    const written = { code: 'song-can', name: '送餐', problem: '老人吃得上热饭', rate: { kind: 'fixed', points: 2 } }
    for (const word of ['帮助邻居', '邻居', '邻里'])
      assert.deepEqual(classOf(shifan, word), ['帮助邻居', { ...written, cat: 'neighbor_help' }])
    assert.deepEqual(classOf(jinzhai, '热心公益'), ['热心公益', { ...written, cat: 'other', section: 'public' }])
    assert.deepEqual(classOf(jinzhai, '邻里'), ['热心公益', { ...written, cat: 'neighbor_help', section: 'public' }])
    assert.deepEqual(classOf(jinzhai, '打牌'), {
      choose: ['勤劳致富', '孝老爱亲', '移风易俗', '环保卫生', '遵纪守法', '热心公益', '本村自定'],
    })
  })

  it('gives it a code of its own, and says its limits', async () => {
    const { scheme, source } = await loadScheme('shifan')
    const item = { ...meal, limits: [{ kind: 'times', most: 4, per: 'month', of: null }] } as const
    const first = planNewItem(scheme, item)
    assert.ok('edits' in first)
    assert.equal(newItemText(item, first.heading), '新增送餐：每次2分，每户一个月最多4次，归帮助邻居')
    const once = readScheme(editText(source, first.edits) ?? '', 'next.yaml')
    assert.ok('scheme' in once)
    assert.equal(once.scheme.items.at(-1)?.code, 'song-can')
    const alike = planNewItem(once.scheme, { ...meal, name: '松餐' })
    assert.ok('edits' in alike)
    assert.match(JSON.stringify(alike.edits), /"code":"song-can-2"/u)
  })
})
