import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import type { Scheme } from '../../rules/scheme.ts'

const per = fc.constantFrom('day', 'month', 'quarter', 'year', 'once')
const of = fc.constantFrom('household', 'person')
const points = fc.integer({ min: 1, max: 30 })

const limit = fc
  .tuple(fc.integer({ min: 1, max: 4 }), per, of)
  .map(([times, each, whose]) => `{ times: ${String(times)}, per: ${each}, of: ${whose} }`)
const cap = fc.tuple(points, per, of).map(([most, each, whose]) => `{ points: ${String(most)}, per: ${each}, of: ${whose} }`)
const flow = (parts: readonly string[]) => `[${parts.join(', ')}]`

const rate = fc.oneof(
  points.map((value) => `{ kind: fixed, points: ${String(value)} }`),
  fc
    .tuple(points, points)
    .map(
      ([hour, time]) =>
        `{ kind: per-unit, units: [{ name: 小时, points: ${String(hour)}, max: 8 }, { name: 次, points: ${String(time)}, max: 3 }] } # 本村自定`,
    ),
  points.map((value) => `{ kind: tiered, by: level, tiers: [{ level: 村, points: ${String(value)} }, { level: 县, points: 40 }] }`),
)

const award = fc.record({
  cat: fc.constantFrom('env_clean', 'own_yard', 'volunteer', 'patrol'),
  section: fc.constantFrom('', 'outer', 'inner', 'other'),
  rate,
  limits: fc.array(limit, { maxLength: 2 }),
  caps: fc.array(cap, { maxLength: 2 }),
})

const deduction = fc.record({ limits: fc.array(limit, { maxLength: 2 }), caps: fc.array(cap, { maxLength: 2 }), points })

const groupCap = fc
  .record({
    cats: fc.subarray(['env_clean', 'own_yard', 'volunteer']),
    sections: fc.subarray(['outer', 'inner'], { minLength: 1 }),
    points,
    per,
    of,
  })
  .map(
    (one) => `{ cats: ${flow(one.cats)}, sections: ${flow(one.sections)}, points: ${String(one.points)}, per: ${one.per}, of: ${one.of} }`,
  )

const head = `# 随机的办法
code: suiji
title: 随机村积分办法
law: { text: cn-2018, notice: 默认 }
reportWindowDays: 30
review: { quorum: 1, secondPersonOver: 100, mostByReviewer: 10 }
notice: { kind: running, days: 10, answerDays: 3 }
books:
  main: { title: 积分, holder: household, reset: never, redeemable: true }
sections: { outer: { title: 外栏 }, inner: { title: 内栏, within: outer }, other: { title: 另栏 } }
`

/** The text of a random scheme that is in order: some awards, at most one deduction, caps over categories and headings within headings. */
export const schemeText: fc.Arbitrary<string> = fc
  .tuple(fc.array(award, { minLength: 1, maxLength: 4 }), fc.option(deduction, { nil: null }), fc.array(groupCap, { maxLength: 3 }))
  .map(([awards, taken, caps]) => {
    const items = awards.flatMap((one, index) => [
      `  - code: item-${String(index)}`,
      `    cat: ${one.cat}`,
      `    name: 事项${String(index)}`,
      ...(one.section === '' ? [] : [`    section: ${one.section}`]),
      '    problem: 测试',
      `    rate: ${one.rate}`,
      `    limits: ${flow(one.limits)}`,
      `    caps: ${flow(one.caps)}`,
    ])
    const minus =
      taken === null
        ? []
        : [
            '  - code: taken',
            '    cat: litter',
            '    kind: deduction',
            '    name: 乱扔',
            '    problem: 测试',
            `    rate: { kind: fixed, points: ${String(taken.points)} }`,
            '    evidence: required',
            '    secondPerson: true',
            '    whoMayReport: panel',
            '    rectifyDays: 14',
            `    limits: ${flow(taken.limits)}`,
            `    caps: ${flow(taken.caps)}`,
          ]
    return `${head}caps: ${flow(caps)}\nitems:\n${[...items, ...minus].join('\n')}\n`
  })

/** Reads a scheme that must be in order. */
export function schemeOf(source: string): Scheme {
  const reading = readScheme(source, 'random.yaml')
  assert.ok('scheme' in reading, `${source}\n${JSON.stringify(reading)}`)
  return reading.scheme
}
