import assert from 'node:assert/strict'
import { rm, writeFile } from 'node:fs/promises'
import { run } from '../../cli/households.ts'
import { Terminal, csvOf } from '../cli/terminal.ts'
import { TestVillage } from '../village.ts'
import { resetWith } from './adopt.ts'

const HEAD = ['户号', '户类别', '户籍', '计划类型', '计划项目', '从哪天', '理由'] as const

describe('户表', () => {
  let terminal: Terminal
  let village: TestVillage
  beforeEach(async () => {
    terminal = await Terminal.open()
    village = await TestVillage.open()
    await resetWith(village, 'xinyu', [
      [/'2026-05-01'/u, "'2026-12-01'"],
      [/'2026-09-01'/u, "'2027-01-01'"],
    ])
  })
  afterEach(async () => {
    await village.stop()
    await rm(village.folder, { recursive: true, force: true })
    await terminal.close()
  })

  /** Runs the subcommand on the village's data while the bot rests, and opens the village again. */
  async function sheet(rows: readonly (readonly string[])[], ...args: readonly string[]): Promise<number> {
    const { folder } = village
    const at = village.port.now()
    await village.stop()
    const file = terminal.path('户表.csv')
    await writeFile(file, csvOf([HEAD, ...rows]))
    const code = await run([file, '--by', '罗秀珍', ...args], terminal.io({ env: { DATA_DIR: folder }, now: at }))
    village = await TestVillage.open({ folder, at })
    return code
  }

  it('XY-1 XY-3 sets phases and proposes plans by a sheet, and prints none of its words', async () => {
    const code = await sheet([
      ['7', '低保户', '', '兼顾型', '庭院清洁+6、打零工+10每月2次', '2026-11-22', '家里缺劳力'],
      ['11', '边缘户', '', '', '', '', ''],
      ['15', '', '常住', '', '', '', ''],
    ])
    assert.deepEqual([code, terminal.err], [0, []])
    assert.deepEqual(terminal.out, ['已读3户；户计划1份，等另一户的干部在群里同意。'])
    await village.line(/提议#1001 罗秀珍：给赵福贵家定户计划第1版（兼顾型，2项，内容已私信）/u, '干部群')
    await village.says('赵福贵', '报 庭院清洁').expectReply(/按办法2分/u)
    await village.says('陈国栋', '1001同意', { to: '干部群' }).expectReply(/兼顾型，第1版/u, '赵福贵')
    await village.says('赵福贵', '报 庭院清洁').expectReply(/按办法6分/u)
    await village.says('马玉芬', '报 庭院清洁').expectOnlyPrivate(/还没轮到您家/u, '马玉芬')
    await village.says('何金水', '报 庭院清洁').expectOnlyPrivate(/认可以后才能记分/u, '何金水')
  })

  it('writes the sheet whole or not at all, and names row and remedy without the words', async () => {
    const code = await sheet([
      ['7', '低保户', '', '鼓励型', '酗酒-6', '', ''],
      ['99', '', '', '', '', '', ''],
    ])
    assert.equal(code, 1)
    assert.match(terminal.err.join('\n'), /第2行：这份户计划不行：不能只有扣分项/u)
    assert.match(terminal.err.join('\n'), /第3行：没有99号户/u)
    assert.doesNotMatch([...terminal.err, ...terminal.out].join('\n'), /低保/u)
    await village.says('赵福贵', '报 庭院清洁').expectOnlyPrivate(/还没轮到您家/u, '赵福贵')
  })

  it('refuses what it cannot read, and a name that is no bookkeeper’s', async () => {
    assert.equal(await sheet([['7', '富户', '火星', '懒人型', '', '', '']]), 1)
    assert.equal(terminal.err.filter((line) => /^错误 第2行/u.test(line)).length, 3)
    await assert.rejects(sheet([['7', '', '', '', '', '', '']], '--by', '王秀英'), /不是会计/u)
    village = await TestVillage.open({ folder: village.folder })
  })
})
