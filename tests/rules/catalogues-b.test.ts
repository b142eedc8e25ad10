import assert from 'node:assert/strict'
import { compileGrammar } from '../../bot/grammar/grammar.ts'
import { commands } from '../../handlers/index.ts'
import { instantOf } from '../../models/dates.ts'
import { loadScheme } from '../../rules/load-scheme.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import type { Scheme } from '../../rules/scheme.ts'
import { vocabularyItems } from '../../rules/vocabulary.ts'
import { vocabulary } from '../grammar/vocabulary.ts'

const now = instantOf('2026-11-22', '10:00')
const reserved = commands.flatMap(({ words }) => words)

function grammarOf(scheme: Scheme) {
  const words = commands.map(({ intent, words }) => ({ intent, words, examples: [], role: 'villager' as const }))
  return compileGrammar({ ...vocabulary, items: vocabularyItems(scheme), commands: words })
}

/** Keys of an item whose value is a number that has to say where it comes from. */
const numbered = /^ {4}(?:rate|limits|caps|quorum|rectifyDays):/u

for (const code of ['zhicheng', 'pinghu', 'youxiqiao', 'rongan', 'changjiang']) {
  describe(`the catalogue of ${code}`, () => {
    let scheme: Scheme
    let source: string

    before(async () => {
      ;({ scheme, source } = await loadScheme(code))
    })

    it('is in order, with nothing to think about', () => {
      const reading = readScheme(source, `${code}.yaml`, reserved)
      assert.deepEqual('scheme' in reading ? reading.warnings : reading.problems, [])
    })

    it('reads every word it offers as its own item', () => {
      const grammar = grammarOf(scheme)
      const kindOf = (item: string) => scheme.items.find((one) => one.code === item)?.kind
      const misread = scheme.items.flatMap((item) =>
        [item.name, ...item.words].filter((word) => {
          const deducted = item.kind === 'deduction'
          const text = deducted ? `给马玉芬扣2分 ${word}` : `报 ${word}`
          const { intent, matched = [] } = grammar.parse({ text, role: deducted ? 'reviewer' : 'villager', now, atBot: false })
          if (deducted) return intent !== 'deduct'
          return intent !== 'report' || matched.find((one) => kindOf(one) === 'award') !== item.code
        }),
      )
      assert.deepEqual(misread, [])
    })

    it('says of every number where it comes from', () => {
      const [, items = ''] = source.split(/^items:$/mu)
      const silent = items.split('\n').filter((line) => numbered.test(line) && !line.includes('#') && line.trim() !== 'rate:')
      assert.deepEqual(silent, [])
    })

    it('leaves to everybody the usual words of every kind of conduct', () => {
      for (const { code: item, cat, words } of vocabularyItems(scheme)) {
        const found = scheme.items.find((one) => one.code === item)
        if (words.length > (found?.words.length ?? 0) && found) {
          assert.ok(found.tiers === undefined || found.tiers.includes('villager'), `${cat}: ${item}`)
          assert.equal(found.engine, undefined)
        }
      }
    })
  })
}
