import assert from 'node:assert/strict'
import fc from 'fast-check'
import { addDays } from '../../models/dates.ts'
import { editText } from '../../rules/changing/edit-text.ts'
import { placeOfPoints } from '../../rules/changing/place-of-points.ts'
import { limitDeed, limitPeriod, type PastDeed } from '../../rules/rates/limits.ts'
import type { Item, Limit, Per, Scheme } from '../../rules/scheme.ts'
import { sectionsOf } from '../../rules/rates/sections.ts'
import { schemeOf, schemeText } from './random-scheme.ts'

interface Counting {
  readonly per: Per
  readonly of: Limit['of']
}

/** the most that any holder has in any period, by plain addition */
function mostIn(rule: Counting, deeds: readonly PastDeed[], value: (deed: PastDeed) => number): number {
  const sums = new Map<string, number>()
  for (const deed of deeds) {
    const key = `${limitPeriod(rule.per, deed.deedOn)} ${rule.of === 'household' ? '' : deed.person}`
    sums.set(key, (sums.get(key) ?? 0) + value(deed))
  }
  return Math.max(0, ...sums.values())
}

const itemOf = ({ items }: Scheme, code: string): Item => items.find((one) => one.code === code) ?? assert.fail(code)

/** every limit and cap of a scheme holds over a household's deeds */
function allHold(scheme: Scheme, deeds: readonly PastDeed[]): boolean {
  const size = ({ points }: PastDeed) => Math.abs(points)
  const byItem = scheme.items.every((item) => {
    const own = deeds.filter((deed) => deed.item === item.code)
    return (
      item.limits.every((rule) => mostIn(rule, own, () => 1) <= rule.times) &&
      item.caps.every((rule) => mostIn(rule, own, size) <= rule.points)
    )
  })
  const together = scheme.caps.every((cap) => {
    const under = deeds.filter(({ item: code, cat, points }) => {
      const cats: readonly string[] = cap.cats
      return points > 0 && (cats.includes(cat) || sectionsOf(scheme, itemOf(scheme, code)).some((one) => cap.sections.includes(one)))
    })
    return mostIn(cap, under, size) <= cap.points
  })
  return byItem && together
}

/** the most of a deed's points that breaks nothing, found by trying all */
function byTrial(scheme: Scheme, deed: PastDeed, earlier: readonly PastDeed[]): number {
  const sign = Math.sign(deed.points)
  for (let size = Math.abs(deed.points); size > 0; size -= 1)
    if (allHold(scheme, [...earlier, { ...deed, points: size * sign }])) return size * sign
  return 0
}

const year = fc.array(
  fc.record({
    item: fc.nat(),
    person: fc.constantFrom('甲', '乙', '丙'),
    // close together, so that many fall into the same period
    day: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 364 })),
    size: fc.integer({ min: 1, max: 40 }),
  }),
  { maxLength: 40 },
)

describe('random schemes over random years', () => {
  it('give exactly the most that breaks no limit and no cap of item, category or heading', () => {
    fc.assert(
      fc.property(schemeText, year, (source, deeds) => {
        const scheme = schemeOf(source)
        const given: PastDeed[] = []
        for (const { item: place, person, day, size } of deeds) {
          const item = scheme.items[place % scheme.items.length] ?? assert.fail()
          const points = item.kind === 'award' ? size : -size
          const deed = { item: item.code, cat: item.cat, person, deedOn: addDays('2026-01-01', day), points }
          const left = limitDeed(scheme, item, deed, given).points
          assert.equal(left, byTrial(scheme, deed, given))
          if (left !== 0) given.push({ ...deed, points: left })
        }
        assert.ok(allHold(scheme, given))
      }),
      { numRuns: 150 },
    )
  })

  it('MIN-2 change by one number: the text differs there alone, and reads as the same scheme but for it', () => {
    fc.assert(
      fc.property(schemeText, fc.nat(), fc.integer({ min: 1, max: 39 }), (source, place, points) => {
        const scheme = schemeOf(source)
        const item = scheme.items[place % scheme.items.length] ?? assert.fail()
        const said = { line: '每小时 村', from: null }
        const found = placeOfPoints(item, said)
        assert.ok('path' in found)
        const path = ['items', scheme.items.indexOf(item), ...found.path]
        const changed = editText(source, [{ path, value: points }]) ?? assert.fail('no such number')
        assert.equal(editText(changed, [{ path, value: found.points }]), source, 'the way back leads to the same bytes')
        assert.equal(changed.length - source.length, String(points).length - String(found.points).length)
        const after = schemeOf(changed)
        const there = placeOfPoints(itemOf(after, item.code), said)
        assert.ok('points' in there)
        assert.equal(there.points, points)
        const others = ({ items, ...rest }: Scheme) => ({ ...rest, items: items.filter(({ code }) => code !== item.code) })
        assert.deepEqual(others(after), others(scheme))
      }),
      { numRuns: 100 },
    )
  })
})
