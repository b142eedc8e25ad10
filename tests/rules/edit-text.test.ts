import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parse, parseDocument } from 'yaml'
import { z } from 'zod'
import { editText, type Edit, type Json } from '../../rules/changing/edit-text.ts'
import { loadScheme, shippedSchemes } from '../../rules/load-scheme.ts'
import { settings } from '../properties/settings.ts'

/** the lines that are not in both, as 「- gone」 and 「+ new」 */
function difference(before: string, after: string): readonly string[] {
  const [one, other] = [before.split('\n'), after.split('\n')]
  let head = 0
  while (head < one.length && one[head] === other[head]) head += 1
  let tail = 0
  while (tail < one.length - head && tail < other.length - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1
  return [
    ...one.slice(head, one.length - tail).map((line) => `- ${line.trim()}`),
    ...other.slice(head, other.length - tail).map((line) => `+ ${line.trim()}`),
  ]
}

const village = `# 本村的办法
items:
  # 路
  - code: sweep # 编号
    rate: # 怎么算
      kind: per-unit
      units:
        - { name: 小时, points: 2 } # 每小时2分
    limits:
      - { times: 4, per: day } # 一天4回
      - { times: 9, per: month } # 一月9回
    evidence: wanted # 最好有照片
  # 老人
  - { code: visit, rate: { kind: fixed, points: 2 }, limits: [{ times: 1, per: day }] } # 常去
# 完
`

describe('changing the text of a scheme', () => {
  const table: readonly (readonly [string, Edit, readonly string[]])[] = [
    [
      'a number in place',
      { path: ['items', 0, 'rate', 'units', 0, 'points'], value: 3 },
      ['- - { name: 小时, points: 2 } # 每小时2分', '+ - { name: 小时, points: 3 } # 每小时2分'],
    ],
    [
      'a line behind a list',
      { path: ['items', 0, 'limits', 2], value: { times: 30, per: 'year', of: 'person' } },
      ['+ - { times: 30, per: year, of: person }'],
    ],
    ['a line out of a list', { path: ['items', 0, 'limits', 0], value: null }, ['- - { times: 4, per: day } # 一天4回']],
    [
      'a whole list out',
      { path: ['items', 0, 'limits'], value: null },
      ['- limits:', '- - { times: 4, per: day } # 一天4回', '- - { times: 9, per: month } # 一月9回'],
    ],
    ['a key behind the others', { path: ['items', 0, 'endsOn'], value: '2026-12-31' }, ["+ endsOn: '2026-12-31'"]],
    ['a key behind the others in one line', { path: ['items', 1, 'name'], value: '看老人' }, []],
    [
      'a block by one line',
      { path: ['items', 0, 'rate'], value: { kind: 'ranged', min: 2, max: 5 } },
      [
        '- rate: # 怎么算',
        '- kind: per-unit',
        '- units:',
        '- - { name: 小时, points: 2 } # 每小时2分',
        '+ rate: { kind: ranged, min: 2, max: 5 } # 每小时2分',
      ],
    ],
    [
      'a new item behind the last one',
      { path: ['items', 2], value: { code: 'meal', name: '送餐', problem: '老人吃不上热饭，没人送' } },
      ["+ - { code: meal, name: 送餐, problem: '老人吃不上热饭，没人送' }"],
    ],
  ]

  for (const [what, edit, lines] of table) {
    it(`puts ${what}, and touches no other line`, () => {
      const text = editText(village, [edit]) ?? assert.fail('no such place')
      if (lines.length > 0) assert.deepEqual(difference(village, text), lines)
      const wanted = parseDocument(village)
      if (edit.value === null) wanted.deleteIn(edit.path)
      else wanted.setIn(edit.path, wanted.createNode(edit.value))
      assert.deepEqual(parse(text), wanted.toJS())
      for (const comment of ['# 本村的办法', '# 路', '# 编号', '# 老人', '# 常去', '# 完']) assert.ok(text.includes(comment), comment)
    })
  }

  it('has nothing to say of a place that is not there', () => {
    assert.equal(editText(village, [{ path: ['items', 7, 'rate', 'points'], value: 3 }]), null)
    assert.equal(editText(village, [{ path: ['items', 0, 'endsOn'], value: null }]), null)
    assert.equal(editText('items: [', [{ path: ['items', 0], value: 3 }]), null)
  })

  it('keeps words and order of a file that is written too oddly to change by the line', () => {
    const odd = 'items:\n  -   code:   a   # 一\n      limits: []   # 二\n  - ? code\n    : b # 三\n'
    const text = editText(odd, [
      { path: ['items', 1, 'endsOn'], value: '2026-12-31' },
      { path: ['items', 0, 'limits', 0], value: { times: 1, per: 'day' } },
    ])
    assert.deepEqual(parse(text ?? ''), {
      items: [
        { code: 'a', limits: [{ times: 1, per: 'day' }] },
        { code: 'b', endsOn: '2026-12-31' },
      ],
    })
    for (const comment of ['# 一', '# 二', '# 三']) assert.ok(text?.includes(comment), `${comment} in ${text ?? ''}`)
  })

  it('says what was meant, and leaves every other line, wherever it is put into a shipped scheme', async () => {
    const sources = await Promise.all(shippedSchemes().map(async (code) => (await loadScheme(code)).source))
    const value = fc.oneof<fc.Arbitrary<Json>[]>(
      fc.integer({ min: 1, max: 99 }),
      fc.constantFrom('2026-12-31', '为了：大家', "it's", 'true', '#1'),
      fc.constant([{ times: 1, per: 'day' }]),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.nat(),
        fc.constantFrom('endsOn', 'limits', 'evidence', 'rate'),
        value,
        (source, at, key, words) => {
          const { items } = z.object({ items: z.array(z.unknown()) }).parse(parse(source))
          const path = ['items', at % items.length, key]
          const text = editText(source, [{ path, value: words }]) ?? assert.fail('no such place')
          const wanted = parseDocument(source)
          wanted.setIn(path, wanted.createNode(words))
          assert.deepEqual(parse(text), wanted.toJS())
          // a rate of units or a table takes its own lines with it, and nothing else
          const gone = difference(source, text).filter((line) => line.startsWith('- '))
          assert.ok(gone.length <= (key === 'rate' ? 25 : 4), gone.join('\n'))
        },
      ),
      { numRuns: settings.runs(60), ...settings.replay() },
    )
  })
})
