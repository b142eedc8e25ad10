import assert from 'node:assert/strict'
import fc from 'fast-check'
import { loadScheme } from '../../rules/load-scheme.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'

const { source } = await loadScheme('shifan')
const lines = source.split('\n')

function warned(change: (text: string) => string): readonly (readonly [number, string])[] {
  const text = change(source)
  assert.notEqual(text, source)
  const reading = readScheme(text, 'x.yaml')
  assert.ok('scheme' in reading, JSON.stringify(reading))
  return reading.warnings.map(({ line, message }) => [line, message] as const)
}

const lineWith = (part: string) => lines.findIndex((line) => line.includes(part)) + 1

describe('scheme warnings', () => {
  it('a shorter notice than the law’s default', () => {
    const [[line, message] = [0, '']] = warned((text) => text.replace('days: 10 #', 'days: 5 #'))
    assert.equal(line, lineWith('days: 10 #'))
    assert.match(message, /公示5天，少于“默认”公示规定的10天/u)
  })

  it('a later answer than the law’s default', () => {
    assert.match(warned((text) => text.replace('answerDays: 3', 'answerDays: 9'))[0]?.[1] ?? '', /答复9天/u)
  })

  it('MIN-4 possible deductions that outweigh awards', () => {
    const found = warned((text) => text.replace(/(name: 乱扔垃圾\n.*\n.*\n.*points: )2/u, '$1900'))
    assert.ok(
      found.some(([line, message]) => line === lineWith('items:') && message.includes('积分制要正向为主')),
      JSON.stringify(found),
    )
  })

  it('an award that one household could take without end', () => {
    const [[line, message] = [0, '']] = warned((text) => text.replace(/(name: 献血\n(?:.*\n){3})\s+limits:\n.*\n/u, '$1'))
    assert.equal(line, lineWith('- code: blood'))
    assert.match(message, /没有次数上限也没有封顶/u)
  })

  it('points that need a second person', () => {
    assert.match(warned((text) => text.replace('secondPersonOver: 20', 'secondPersonOver: 15'))[0]?.[1] ?? '', /超过15分的要两人审核/u)
  })
})

describe('reading a scheme', () => {
  const nothing: readonly (readonly [string, string])[] = [
    ['an empty file', ''],
    ['a sentence', '大家好'],
    ['a list', '- 1\n- 2\n'],
    ['a number', '42'],
    ['only comments', '# 空\n'],
    ['broken brackets', 'items: [ {'],
    ['NUL', 'code: \u0000'],
    ['a lone surrogate', 'code: \ud800'],
  ]
  for (const [title, text] of nothing) {
    it(`says what is wrong with ${title}`, () => {
      const reading = readScheme(text, 'x.yaml')
      assert.ok('problems' in reading && reading.problems.length > 0)
      assert.ok(reading.problems.every(({ line, message }) => line >= 1 && message !== ''))
    })
  }

  it('never throws, and points into the file, whatever is done to a good one', () => {
    const at = fc.nat({ max: lines.length - 1 })
    fc.assert(
      fc.property(at, at, fc.string({ maxLength: 20 }), (drop, put, text) => {
        const changed = lines
          .filter((_, index) => index !== drop)
          .toSpliced(put, 0, text)
          .join('\n')
        const reading = readScheme(changed, 'x.yaml')
        const found = 'scheme' in reading ? reading.warnings : reading.problems
        return found.every(({ line }) => line >= 1 && line <= lines.length + 1)
      }),
      { numRuns: 15 },
    )
  })
})

describe('red lines', () => {
  it('leave alone what only sounds like one', () => {
    const innocent = source
      .replace('problem: 垃圾入河入沟', 'problem: 群众意见大，反映问题多')
      .replace('在积分超市换生活用品', '积分高的优先参加外出学习')
    assert.notEqual(innocent, source)
    assert.ok('scheme' in readScheme(innocent, 'x.yaml'))
  })
})
