import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { idsIn, readRuleIndex } from '../../cli/rules/rule-index.ts'

/** How many rules each source has; JS has three passbooks. */
const counts = { MIN: 7, FX: 10, XY: 13, GY: 12, JZ: 10, 'JS-R': 5, 'JS-G': 3, 'JS-L': 3, JY: 8, PH: 9, YX: 12, RA: 12, CJ: 10 } as const

const known = Object.entries(counts).flatMap(([source, count]) =>
  Array.from({ length: count }, (_, index) => `${source}${source.includes('-') ? '' : '-'}${String(index + 1)}`),
)

const root = join(import.meta.dirname, '..')
const rules = readRuleIndex(readFileSync(join(root, 'rules/index.tsv'), 'utf8'))

/** Titles of tests as they stand in the source: the first string after `it(`. */
const titlesIn = (source: string): readonly string[] => [...source.matchAll(/\bit\(\s*(['"`])(.*?)\1/gu)].map(([, , title = '']) => title)

const sources = new Set(known.map((id) => id.split('-')[0]))

describe('the table of rules', () => {
  it('holds every rule of the systems once, and no stranger', () => {
    assert.deepEqual(
      rules.map(({ id }) => id),
      known,
    )
  })

  it('gives every rule to the fifth issue or the sixth', () => {
    assert.deepEqual([...new Set(rules.map(({ issue }) => issue))].sort(), [5, 6])
    assert.equal(rules.filter(({ issue }) => issue === 5).length, 64)
  })

  const titles = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) => titlesIn(readFileSync(join(root, file), 'utf8')))
  const proved = new Set(titles.flatMap(idsIn).filter((id) => sources.has(id.split('-')[0])))

  it('knows every rule that a test says it proves', () => {
    assert.deepEqual(
      [...proved].filter((id) => !known.includes(id)),
      [],
    )
    assert.ok(proved.has('GY-8') && proved.has('YX-4'))
  })

  it('calls nothing finished that no test proves', () => {
    assert.deepEqual(
      rules.filter(({ id, finished }) => finished && !proved.has(id)).map(({ id }) => id),
      [],
    )
  })
})
