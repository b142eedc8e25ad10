import assert from 'node:assert/strict'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import type { Item, Scheme } from '../../rules/scheme.ts'

const head = `
code: ceshi
title: 测试村积分办法
law: { text: cn-2018, notice: 默认 }
reportWindowDays: 30
review: { quorum: 1, secondPersonOver: 100, mostByReviewer: 10 }
notice: { kind: running, days: 10, answerDays: 3 }
books:
  main: { title: 积分, holder: household, reset: never, redeemable: true }
categories: {}
`

/** A scheme with the given items (YAML, each a flow map without code, name and problem) and category caps. */
export function schemeWith(items: readonly string[], caps = '[]'): Scheme {
  const lines = items.map((item, index) => `  - { code: item-${String(index)}, name: 项目${String(index)}, problem: 测试, ${item} }`)
  const reading = readScheme(`${head}caps: ${caps}\nitems:\n${lines.join('\n')}\n`, 'sample.yaml')
  assert.ok('scheme' in reading, JSON.stringify(reading))
  return reading.scheme
}

/** An award of category `other` with the given rate (YAML flow map). */
export function itemWith(rate: string, more = ''): Item {
  const [item] = schemeWith([`cat: other, rate: ${rate}${more === '' ? '' : `, ${more}`}`]).items
  assert.ok(item)
  return item
}
