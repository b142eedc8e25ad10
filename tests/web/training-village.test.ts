import assert from 'node:assert/strict'
import { grow } from '../../web/sandbox/grow.ts'
import { trainingVillage } from '../../web/sandbox/training-village.ts'

describe('training village', () => {
  const village = trainingVillage()
  const holders = (role: string) => village.people.filter(({ roles }) => roles.some((held) => held === role)).map(({ id }) => id)

  it('has the people and offices of the design', () => {
    assert.deepEqual(holders('reviewer'), ['周大山', '陈玉莲', '谢开元'])
    assert.deepEqual(holders('supervisor'), ['孙建国', '吴翠花'])
    assert.deepEqual(holders('secretary'), ['陈国栋'])
    assert.deepEqual([...holders('bookkeeper'), ...holders('operator')], ['罗秀珍', '罗秀珍'])
    assert.deepEqual([...holders('shopkeeper'), ...holders('township')], ['刘春梅', '覃丽'])
    const groups = village.people.map(({ id, group }) => `${id}${group ?? '-'}`).join(' ')
    assert.equal(
      groups,
      '陈国栋1 罗秀珍1 周大山1 陈玉莲2 谢开元3 孙建国2 吴翠花4 刘春梅3 覃丽- 王秀英1 赵福贵2 张桂兰22 马玉芬3 冯铁柱3 冯小兵3 李长顺4 何金水4 张桂兰44 郑小军5 罗满仔5 黄阿婆5 杨帆-',
    )
    assert.deepEqual(
      village.people.flatMap(({ called }) => called),
      ['陈支书', '罗会计', '老周'],
    )
  })

  it('has one household for each but the Fengs, who share theirs', () => {
    const households = village.people.map(({ household }) => household).filter((number) => number !== null)
    assert.equal(households.length, 20)
    assert.equal(new Set(households).size, 19)
    const of = (id: string) => village.people.find((person) => person.id === id)?.household
    assert.equal(of('冯小兵'), of('冯铁柱'))
    for (const { number, group, head } of village.households) {
      assert.deepEqual([of(head), village.people.find(({ id }) => id === head)?.group], [number, group])
    }
  })

  it('keeps who has no phone out of the rooms, and who is not bound in', () => {
    const [villagers, panel, cadres] = village.rooms
    assert.deepEqual(
      ['黄阿婆', '杨帆'].map((id) => villagers?.members.includes(id)),
      [false, true],
    )
    assert.deepEqual(panel?.members, ['罗秀珍', '周大山', '陈玉莲', '谢开元', '孙建国', '吴翠花'])
    assert.deepEqual(cadres?.members, ['陈国栋', '罗秀珍', '覃丽'])
    assert.deepEqual(
      village.people.filter(({ bound }) => !bound).map(({ id }) => id),
      ['杨帆'],
    )
  })

  it('grows by people with names of their own, the same each time', () => {
    const grown = grow(village, 5000)
    assert.equal(grown.households.length, 5000)
    assert.deepEqual(
      grown.households.map(({ number }) => number),
      Array.from({ length: 5000 }, (_, index) => index + 1),
    )
    assert.equal(new Set(grown.people.map(({ id }) => id)).size, village.people.length + 5000 - 19)
    assert.deepEqual(grown.people.slice(0, village.people.length), village.people)
    assert.deepEqual(grow(village, 265).people, grown.people.slice(0, village.people.length + 265 - 19))
    assert.ok(grown.people.every(({ id }) => /^\p{Script=Han}{2,4}[24]?$/u.test(id)))
    assert.equal(grow(village, 265).rooms[0]?.members.length, 21 + 246)
    assert.deepEqual(grow(village, 19), village)
  })
})
