import assert from 'node:assert/strict'
import { compileGrammar, type Grammar } from '../../bot/grammar/grammar.ts'
import { trainingVocabulary } from '../../cli/parse/live-vocabulary.ts'
import type { IntentName } from '../../models/intent.ts'
import { byGrammar, readCorpus, score, type Gold, type Score } from './score.ts'

/** The naive reading: the first keyword that stands anywhere in the line decides. */
const KEYWORDS: readonly (readonly [string, IntentName])[] = [
  ['通过', 'approve'],
  ['同意', 'approve'],
  ['驳回', 'reject'],
  ['不行', 'reject'],
  ['异议', 'object'],
  ['撤', 'withdraw'],
  ['排名', 'query_rank'],
  ['明细', 'query_history'],
  ['积分', 'query_balance'],
  ['换', 'redeem'],
  ['兑', 'redeem'],
  ['报名', 'signup'],
  ['绑定', 'bind'],
  ['建议', 'suggest'],
  ['代报', 'report_proxy'],
  ['帮', 'report_proxy'],
  ['报', 'report'],
  ['扫', 'report'],
  ['捡', 'report'],
  ['清', 'report'],
  ['分', 'query_balance'],
]

const naive = (line: Gold): { readonly intent: IntentName; readonly slots: Record<string, never> } => ({
  intent: KEYWORDS.find(([word]) => line.text.includes(word))?.[1] ?? 'ignore',
  slots: {},
})

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(8)

const row = (name: string, figures: Score): string =>
  [
    name.padEnd(22),
    String(figures.lines).padStart(5),
    percent(figures.intent),
    figures.f1.toFixed(3).padStart(7),
    String(figures.disturbed).padStart(9),
    String(figures.wrongApprovals).padStart(9),
    String(figures.named).padStart(6),
    percent(figures.falseAnswers),
  ].join(' ')

describe('the corpus', () => {
  let grammar: Grammar

  before(async () => {
    grammar = compileGrammar(await trainingVocabulary())
  })

  const floors: readonly (readonly [string, number, number])[] = [
    ['given.tsv', 0.97, 0.93],
    ['messages.tsv', 0.97, 0.93],
    ['more.tsv', 0.95, 0.93],
    ['rehearsed.tsv', 0.98, 0.9],
    ['near.tsv', 0.98, 0.95],
    ['traps.tsv', 0.99, 0.95],
    ['blind-third.tsv', 0.97, 0.92],
    ['blind-fourth.tsv', 0.97, 0.92],
    ['blind-fifth.tsv', 0.96, 0.92],
    ['blind-sixth.tsv', 0.98, 0.95],
    ['blind-seventh.tsv', 0.98, 0.95],
    ['blind-eighth.tsv', 0.98, 0.95],
    ['blind-ninth.tsv', 0.98, 0.95],
    ['blind-tenth.tsv', 0.96, 0.94],
    ['blind-eleventh.tsv', 0.98, 0.95],
    ['blind-twelfth.tsv', 0.98, 0.95],
  ]

  for (const [file, intent, f1] of floors) {
    it(`${file}: intents, slots, and the three counters that must be zero`, async () => {
      const gold = await readCorpus(file)
      const read = score(gold, byGrammar(grammar))
      console.log(`\n${'      '.padEnd(22)} lines   intent slot F1 disturbed wrong yes named   false`)
      console.log(row(`keywords ${file}`, score(gold, naive)))
      console.log(row(`grammar  ${file}`, read))
      assert.ok(read.intent >= intent, read.misses.join('\n'))
      assert.ok(read.f1 >= f1, read.misses.join('\n'))
      assert.deepEqual([read.disturbed, read.wrongApprovals, read.named], [0, 0, 0], read.misses.join('\n'))
      assert.ok(read.falseAnswers <= 0.015)
    })
  }

  it('holds at least 300 lines of our own, 200 of them chatter', async () => {
    const own = [...(await readCorpus('messages.tsv')), ...(await readCorpus('more.tsv'))]
    assert.ok(own.length >= 300)
    assert.ok(own.filter(({ intent }) => intent === 'ignore').length >= 200)
  })
})
