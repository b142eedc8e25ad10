import { performance } from 'node:perf_hooks'

/** Measures the parser in a fresh process and prints one line: start (ms), a corpus line at the median and hostile lines at worst (µs). */
const began = performance.now()
const { compileGrammar } = await import('../../bot/grammar/grammar.ts')
const { shifanVocabulary } = await import('../../cli/parse/shifan-vocabulary.ts')
const grammar = compileGrammar(shifanVocabulary)
const start = performance.now() - began

const { NOW, readCorpus } = await import('../corpus/score.ts')

const hostile =
  '扫路 昨天 同意 三百块 1042通过 1 「 老李家 上礼拜三 我 我要 分 ( 一二三 谢谢 家分 十月初八 积分全换成米 不是不 清 前十名 王秀英、 烧…不是烧'.split(
    ' ',
  )

const took = (text: string, runs: number): number => {
  const times = Array.from({ length: runs }, () => {
    const from = performance.now()
    grammar.parse({ text, role: 'reviewer', now: NOW })
    return (performance.now() - from) * 1000
  })
  return Math.min(...times)
}

const lines = (await readCorpus('messages.tsv')).map(({ text }) => took(text, 3)).toSorted((one, other) => one - other)
const worst = Math.max(...hostile.map((piece) => took(piece.repeat(Math.ceil(2000 / piece.length)).slice(0, 2000), 5)))
process.stdout.write(`${JSON.stringify({ start, median: lines[Math.floor(lines.length / 2)] ?? 0, worst })}\n`)
