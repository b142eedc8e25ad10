import assert from 'node:assert/strict'
import { compileGrammar } from '../../bot/grammar/grammar.ts'
import { commands } from '../../handlers/index.ts'
import { instantOf } from '../../models/dates.ts'
import { parserRole } from '../../models/role.ts'
import { itemOf } from '../../rules/catalogue.ts'
import { loadScheme, shippedSchemes } from '../../rules/load-scheme.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import type { Scheme } from '../../rules/scheme.ts'
import { vocabularyItems } from '../../rules/vocabulary.ts'

const reserved = commands.flatMap(({ words }) => words)
const now = instantOf('2026-11-22', '10:00')

const grammarOf = (scheme: Scheme) =>
  compileGrammar({
    botName: '积分管家',
    items: vocabularyItems(scheme),
    people: [{ name: '马玉芬', called: [], group: 3 }],
    commands: commands.map(({ intent, words, examples }) => ({ intent, words, examples, role: parserRole([]) })),
    goods: [],
  })

/** the item a line is read as, as the report's handler takes it */
function itemRead(scheme: Scheme, grammar: ReturnType<typeof grammarOf>, text: string, as: 'report' | 'report_proxy'): string | undefined {
  const { intent, slots, matched } = grammar.parse({ text, role: 'villager', now })
  if (intent !== as) return `read as ${intent}`
  if (as === 'report_proxy' && slots.who?.join() !== '马玉芬') return `for ${slots.who?.join() ?? 'nobody'}`
  return matched?.find((code) => slots.cat === undefined || itemOf(scheme, code)?.cat === slots.cat)
}

for (const code of shippedSchemes()) {
  describe(`the shipped scheme ${code}`, () => {
    it('is in order beside the bot’s own commands, with nothing to think about', async () => {
      const { source } = await loadScheme(code)
      const reading = readScheme(source, `${code}.yaml`, reserved)
      assert.ok('scheme' in reading, JSON.stringify(reading))
      assert.deepEqual(reading.warnings, [])
      assert.equal(reading.scheme.code, code)
    })

    it('says after every number of points, times and days where it comes from, and keeps every unsafe practice off', async () => {
      const { scheme, source } = await loadScheme(code)
      const numbers =
        /\b(?:points|min|times|days|answerDays|rectifyDays|quorum|reportWindowDays|secondPersonOver|mostByReviewer|base|least): \d/u
      const silent = source
        .split('\n')
        .filter((line) => numbers.test(line) && !line.includes('#') && !/\{ (?:level|from|title|name): /u.test(line))
      assert.deepEqual(silent, [])
      assert.ok(Object.values(scheme.practices).every(({ on, why }) => !on && why.length > 4))
    })

    it('has every award reported by its name and by each of its words', async () => {
      const { scheme } = await loadScheme(code)
      const grammar = grammarOf(scheme)
      const lost = scheme.items
        .filter(({ kind }) => kind === 'award')
        .flatMap((item) =>
          [item.name, ...item.words].flatMap((word) => {
            const read = itemRead(scheme, grammar, `报 ${word}`, 'report')
            return read === item.code ? [] : [`${item.code}: 报 ${word} → ${read ?? 'nothing'}`]
          }),
        )
      assert.deepEqual(lost, [])
    })

    it('has every award reported for another by its name', async () => {
      const { scheme } = await loadScheme(code)
      const grammar = grammarOf(scheme)
      const lost = scheme.items
        .filter(({ kind }) => kind === 'award')
        .flatMap(({ code: own, name }) => {
          const read = itemRead(scheme, grammar, `代报 马玉芬 ${name}`, 'report_proxy')
          return read === own ? [] : [`${own}: 代报 马玉芬 ${name} → ${read ?? 'nothing'}`]
        })
      assert.deepEqual(lost, [])
    })

    it('has every deduction put forward by its name', async () => {
      const { scheme } = await loadScheme(code)
      const deductions = scheme.items.filter(({ kind }) => kind === 'deduction')
      const grammar = grammarOf(scheme)
      const lost = deductions.flatMap((item) => {
        const line = `给马玉芬扣${String(item.rate.kind === 'fixed' ? item.rate.points : 1)}分 ${item.name}`
        const { intent } = grammar.parse({ text: line, role: 'reviewer', now })
        const meant = deductions.find(({ name, words }) => [name, ...words].some((word) => line.includes(word)))
        return intent === 'deduct' && meant === item ? [] : [`${item.name} → ${intent} ${meant?.name ?? 'nothing'}`]
      })
      assert.deepEqual(lost, [])
    })
  })
}
