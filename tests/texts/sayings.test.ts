import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSnapshots, type Snapshot } from '../../bot/snapshot.ts'
import { commands } from '../../handlers/index.ts'
import type { ParserRole } from '../../models/role.ts'
import { sunday, TestVillage } from '../village.ts'

const folder = join(import.meta.dirname, '..', '..', 'texts')
const said = /(?:发|回|比如|说)(?:“[^“”\n]*”[、或，]?)+/gu
const roles: readonly ParserRole[] = ['villager', 'reviewer', 'cadre']

/** Answers to a question that stands open; alone they say nothing. */
const answers = ['发大水', '2次', '11月20日', '除了2、5', '是', '昨天', '村口到学校那段', '渠堵了，下不了水']

/** What the texts tell people to type, with what stands in for names, numbers and words. */
function sayings(): readonly string[] {
  const found = new Set<string>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))) {
    for (const [together] of readFileSync(join(folder, name), 'utf8').matchAll(said)) {
      for (const [, saying = ''] of together.matchAll(/“([^“”]*)”/gu)) {
        const typed = saying
          .replaceAll(/\$\{String\((?:view\.)?(?:number|target|numbers)\b[^}]*\)\}|(?<=#)编号|编号(?=通过|同意)/gu, '1001')
          .replaceAll(/\$\{String\((?:points|max)\)\}/gu, '5')
          .replaceAll(/\$\{units[^}]*\}/gu, '次')
          .replaceAll(/\$\{(?:deed|item\.name)\}/gu, '扫路')
          .replaceAll(/\$\{(?:name|who)\}/gu, '王秀英')
          .replaceAll(/\$\{period\}年?/gu, '2026年')
          .replaceAll(/…$/gu, '那天没扫')
          .replaceAll(/(?<=[组 绑])(?:您的)?姓名/gu, '王秀英')
          .replaceAll('几组', '2组')
          .replaceAll('某某', '王秀英')
          .replaceAll('户主 帮助人', '何金水 李长顺')
        if (!/\$|…/u.test(typed) && typed !== '') found.add(typed)
      }
    }
  }
  return [...found]
}

describe('机器人教人打的话', () => {
  let village: TestVillage
  let snapshot: Snapshot
  before(async () => {
    village = await TestVillage.open()
    const { id } = await village.current()
    snapshot = await village.database.reader.read(id, (stores) => createSnapshots(commands, '积分管家').snapshotOf(stores, sunday))
  })
  after(() => village.close())

  const cards = ['待审#1001 王秀英 扫路 4分', '异议#1002 李长顺 针对#1001 王秀英 扫路 4分', '扣分#1003 马玉芬 乱扔垃圾 -2分']
  const understood = (text: string): boolean =>
    roles.some((role) =>
      [null, ...cards].some((quoted) => {
        const quote = quoted === null ? {} : { quote: { name: '积分管家', text: quoted } }
        const { intent } = snapshot.grammar.parse({ text, role, now: sunday, ...quote })
        return intent !== 'ignore' && intent !== 'ambiguous'
      }),
    )

  it('are found in the texts', () => {
    assert.ok(sayings().length > 60, sayings().join('、'))
  })

  for (const saying of sayings().filter((one) => !answers.includes(one))) {
    it(`understands 「${saying}」 as it tells people to type it`, () => {
      assert.ok(understood(saying))
    })
  }
})
