import assert from 'node:assert/strict'
import { cats } from '../../rules/categories.ts'
import { commonConduct, conductOf } from '../../rules/conduct.ts'
import { schemeWith } from './sample-scheme.ts'

describe('kinds of conduct', () => {
  const { items } = schemeWith(['cat: env_clean, rate: { kind: fixed, points: 2 }, words: [大扫除]'])

  it('are all known by their usual words', () => {
    const conduct = conductOf({ categories: {}, items: [] })
    assert.deepEqual(Object.keys(conduct).sort(), [...cats].sort())
    assert.deepEqual(conduct.military, commonConduct().military)
  })

  it('leave an item the words that are its own', () => {
    const { words } = conductOf({ categories: {}, items }).env_clean
    assert.ok(commonConduct().env_clean.words.includes('大扫除'))
    assert.ok(!words.includes('大扫除'))
    assert.ok(words.includes('搞卫生'))
  })

  it('take the village’s own name and words first', () => {
    const own = { env_clean: { name: '村容', words: ['扫晒谷坪', '搞卫生'], units: ['担'] } }
    const { name, words, units } = conductOf({ categories: own, items: [] }).env_clean
    assert.equal(name, '村容')
    assert.deepEqual(words.slice(0, 2), ['扫晒谷坪', '搞卫生'])
    assert.equal(words.filter((word) => word === '搞卫生').length, 1)
    assert.deepEqual(units, ['担', '回', '趟'])
  })
})
