import assert from 'node:assert/strict'
import fc from 'fast-check'
import { compileGrammar } from '../../bot/grammar/grammar.ts'
import { NOW, readCorpus, type Gold } from '../corpus/score.ts'
import { trainingVocabulary } from '../../cli/parse/live-vocabulary.ts'
import type { Grammar } from '../../bot/grammar/grammar.ts'

const BEFORE = ['麻烦', '麻烦你，', '谢谢 ', '请问', '麻烦您']
const AFTER = ['，谢谢', '哈', '嘛', '😂', '[抱拳]', ' 谢谢啦', '👍👍', '哈哈']
const APPROVING = new Set(['approve', 'approve_modified', 'approve_all', 'batch'])

/** the words of a quote reply come after its rule */
const around = (text: string, before: string, after: string): string => {
  const cut = text.startsWith('「') ? text.lastIndexOf('\n') + 1 : 0
  return `${text.slice(0, cut)}${before}${text.slice(cut)}${after}`
}

describe('the grammar, whatever is typed', () => {
  let grammar: Grammar
  let lines: readonly Gold[]
  let names: readonly string[]

  before(async () => {
    const vocabulary = await trainingVocabulary()
    grammar = compileGrammar(vocabulary)
    names = [...new Set(vocabulary.people.map(({ name }) => name))]
    lines = [...(await readCorpus('given.tsv')), ...(await readCorpus('blind-third.tsv')), ...(await readCorpus('messages.tsv'))]
  })

  const intent = (line: Pick<Gold, 'text' | 'role'>, text = line.text): string =>
    grammar.parse({ text, role: line.role, now: NOW, strict: true }).intent

  it('gives a reading for any string and throws for none', () => {
    const role = fc.constantFrom('villager', 'reviewer', 'cadre')
    const odd = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          '报',
          '「',
          '」',
          '\n- - -\n',
          '：',
          '#',
          '同意',
          '三百',
          '\ud800',
          '\u0000',
          '𠮷',
          '上礼拜',
          '扫路',
          '王秀英',
          '老',
          '分',
        ),
      ),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(odd, role, (pieces, who) => {
        const reading = grammar.parse({ text: pieces.join(''), role: who, now: NOW })
        assert.equal(typeof reading.intent, 'string')
        grammar.quantity(pieces.join(''))
        grammar.date(pieces.join(''), NOW)
        grammar.choice(pieces.join(''))
      }),
      { numRuns: 200 },
    )
  })

  it('is not moved by politeness before or after a line', () => {
    const moved = lines
      .filter((_, place) => place < 106 || place % 3 === 0)
      .flatMap((line) => {
        const plain = intent(line)
        return [...BEFORE.map((word) => around(line.text, word, '')), ...AFTER.map((word) => around(line.text, '', word))]
          .filter((text) => intent(line, text) !== plain)
          .map((text) => `${line.role} ${text.replaceAll('\n', '\\n')} → ${intent(line, text)}, plain ${plain}`)
      })
    assert.deepEqual(moved, [])
  })

  it('reads a line alike whoever of the register it names', () => {
    const moved = lines.flatMap((line) => {
      const named = names.find((name) => name.length === 3 && !line.text.startsWith('「') && line.text.includes(name))
      if (named === undefined) return []
      return names
        .filter((name) => name.length === 3 && !name.startsWith('黄'))
        .map((name) => line.text.replaceAll(named, name))
        .filter((text) => intent(line, text) !== intent(line))
        .map((text) => `${text} → ${intent(line, text)}`)
    })
    assert.deepEqual(moved, [])
  })

  it('never takes a refused approval for an approval', () => {
    const approvals = lines.filter((line) => line.role === 'reviewer' && APPROVING.has(line.intent) && line.intent !== 'batch')
    assert.ok(approvals.length > 10)
    const wrong = approvals.flatMap((line) =>
      ['不', '没', '别', '莫', '全不', '都没']
        .map((word) => {
          const cut = line.text.startsWith('「') ? line.text.lastIndexOf('\n') + 1 : 0
          const place = /通过|同意|批准|可以|过|中|给|改|要得|没问题|👌|加/u.exec(line.text.slice(cut))
          const at = cut + (place?.index ?? 0)
          return `${line.text.slice(0, at)}${word}${line.text.slice(at)}`
        })
        .filter((text) => intent(line, text) === 'approve' || intent(line, text) === 'approve_all')
        .map((text) => `${text} → ${intent(line, text)}`),
    )
    assert.deepEqual(wrong, [])
  })

  it('never approves whatever stands around a refusal', () => {
    const before = fc.constantFrom('', '这条', '我看', '1042', '王秀英那条', '除了李长顺，其余', '今天的', '嗯，', '全部')
    const no = fc.constantFrom('不', '没', '别', '莫', '未', '全不', '都不', '不能', '不予', '没有')
    const yes = fc.constantFrom('通过', '同意', '批准', '批', '给过')
    const after = fc.constantFrom('', '了', '吧', '，没照片', '，他没去', '这个分数')
    const card = fc.constantFrom('', '「积分管家：待审#1044 谢开元 修电饭煲 3分」\n- - - - - - - - - - - - - - -\n')
    fc.assert(
      fc.property(card, before, no, yes, after, (quote, head, negation, word, tail) => {
        const read = intent({ text: `${quote}${head}${negation}${word}${tail}`, role: 'reviewer' })
        assert.ok(!APPROVING.has(read), `${quote}${head}${negation}${word}${tail} → ${read}`)
      }),
      { numRuns: 600 },
    )
  })

  it('lets nobody without the right approve', () => {
    const wrong = lines
      .filter((line) => APPROVING.has(grammar.parse({ text: line.text, role: 'villager', now: NOW, strict: true }).intent))
      .map(({ text }) => text)
    assert.deepEqual(wrong, [])
  })
})
