import assert from 'node:assert/strict'
import { head, relativeOf } from '../../rules/people/relatives.ts'

const family = [
  { person: '冯铁柱', relation: head },
  { person: '他妻子', relation: '妻' },
  { person: '冯小兵', relation: '长子' },
  { person: '小兵媳妇', relation: '儿媳' },
  { person: '小兵女儿', relation: '孙女' },
  { person: '老母亲', relation: '母亲' },
]

const rows: readonly (readonly [speaker: string, word: string, meant: string | null])[] = [
  ['冯铁柱', '儿子', '冯小兵'],
  ['冯铁柱', '爱人', '他妻子'],
  ['冯铁柱', '妻子', '他妻子'],
  ['冯铁柱', '母亲', '老母亲'],
  ['冯铁柱', '孙女', '小兵女儿'],
  ['冯铁柱', '女儿', null],
  ['冯铁柱', '父亲', null],
  ['他妻子', '丈夫', '冯铁柱'],
  ['他妻子', '婆婆', '老母亲'],
  ['他妻子', '母亲', null],
  ['冯小兵', '父亲', '冯铁柱'],
  ['冯小兵', '母亲', '他妻子'],
  ['冯小兵', '奶奶', '老母亲'],
  ['冯小兵', '妻子', '小兵媳妇'],
  ['冯小兵', '女儿', '小兵女儿'],
  ['小兵媳妇', '公公', '冯铁柱'],
  ['小兵媳妇', '婆婆', '他妻子'],
  ['小兵媳妇', '爱人', '冯小兵'],
  ['老母亲', '孙子', '冯小兵'],
  ['不在册', '儿子', null],
]

describe('relatives', () => {
  for (const [speaker, word, meant] of rows)
    it(`${speaker}'s ${word} is ${meant ?? 'nobody for sure'}`, () => assert.equal(relativeOf(speaker, word, family), meant))

  it('does not choose between two', () => {
    assert.equal(relativeOf('冯铁柱', '儿子', [...family, { person: '小兵弟弟', relation: '次子' }]), null)
  })

  it('does not tell father from mother where the roster only says 配偶', () => {
    const pair = [
      { person: '甲', relation: head },
      { person: '乙', relation: '配偶' },
      { person: '丙', relation: '儿子' },
    ]
    assert.equal(relativeOf('丙', '母亲', pair), null)
    assert.equal(relativeOf('甲', '爱人', pair), '乙')
  })
})
