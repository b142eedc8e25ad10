import assert from 'node:assert/strict'
import { namesTyped } from '../../handlers/proposal/grant-batch.ts'

describe('the names of a batch', () => {
  const table: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['给王秀英、赵福贵、马玉芬3户各加5分 清河道', ['王秀英', '赵福贵', '马玉芬'], ['王秀英', '赵福贵', '马玉芬']],
    ['给王秀英,赵福贵 马玉芬等3户每户奖10分', ['王秀英', '赵福贵'], ['王秀英', '赵福贵', '马玉芬']],
    ['给王秀英家和赵福贵家各加五分', ['王秀英', '赵福贵'], ['王秀英', '赵福贵']],
    ['给张和平加5分 救火', ['张和平'], ['张和平']],
    ['给张和平、李及时各加5分', ['张和平', '李及时'], ['张和平', '李及时']],
    ['给王秀英加30分 抗洪抢险', ['王秀英'], ['王秀英']],
  ]
  for (const [line, known, names] of table)
    it(`are ${names.join(', ')} in 「${line}」`, () => assert.deepEqual(namesTyped(line, known), names))
})
