import assert from 'node:assert/strict'
import fc from 'fast-check'
import { inForce, itemOf, nearestItems } from '../../rules/catalogue.ts'
import { loadScheme } from '../../rules/load-scheme.ts'
import { itemWith } from './sample-scheme.ts'

const { scheme } = await loadScheme('shifan')

describe('nearest items', () => {
  const rows: readonly (readonly [words: string, first: string])[] = [
    ['扫撸', 'sweep-road'],
    ['扫村里的路', 'sweep-road'],
    ['献雪', 'blood'],
    ['垃圾分累', 'sort-waste'],
    ['照顾老太太', 'visit-elder'],
    ['亿务出工', 'duty-labor'],
    ['护林子', 'patrol'],
    ['修电脑', 'help-neighbor'],
    ['清河到', 'clean-river'],
    ['丧事剪办', 'simple-ceremony'],
  ]
  for (const [words, first] of rows) it(`${words} → ${first}`, () => assert.equal(nearestItems(scheme, words, 3)[0]?.code, first))

  it('are always as many as asked, different, and never a deduction', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('乱扔垃圾', '散养', '𠮷\ud800', '\u202e扫路\u0000')), (words) => {
        const nearest = nearestItems(scheme, words, 3)
        return new Set(nearest).size === 3 && nearest.every(({ kind }) => kind === 'award')
      }),
      { numRuns: 25 },
    )
  })
})

describe('catalogue', () => {
  it('finds an item by its code', () => {
    assert.equal(itemOf(scheme, 'sweep-road')?.name, '扫路')
    assert.equal(itemOf(scheme, 'nothing'), undefined)
  })

  it('MIN-2 ends an item after its last day', () => {
    const item = itemWith('{ kind: fixed, points: 2 }', "endsOn: '2026-12-31'")
    assert.ok(inForce(item, '2026-12-31'))
    assert.ok(!inForce(item, '2027-01-01'))
    assert.ok(inForce(itemWith('{ kind: fixed, points: 2 }'), '2099-01-01'))
  })
})
