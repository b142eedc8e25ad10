import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run as scheme } from '../../cli/scheme.ts'
import { Terminal } from '../cli/terminal.ts'
import { closeWhole } from '../close-whole.ts'
import { sunday, TestVillage } from '../village.ts'

describe('试算', () => {
  let terminal: Terminal
  let village: TestVillage
  beforeEach(async () => {
    terminal = await Terminal.open()
    village = await TestVillage.open({ folder: join(terminal.folder, 'data') })
    await village.says('王秀英', '报 看望老人').replies()
    await village.says('赵福贵', '报 扫路 2小时').replies()
  })
  afterEach(async () => {
    await village.stop().catch(() => undefined)
    await terminal.close()
  })

  const approved = async () => {
    for (const number of ['1001', '1002']) await village.says('周大山', `${number}通过`, { to: '评议群' }).replies()
  }

  it('shows cadres winners and losers by group and what to keep ready, and tells each household its own part alone', async () => {
    await village.says('罗秀珍', '试算 看望老人改为每次3分', { to: '干部群' }).expectReply(/试算不了/u, '罗秀珍')
    await approved()
    const tried = village.says('罗秀珍', '试算 看望老人改为每次3分', { to: '干部群' })
    await tried.expectReply(
      /试算（看望老人由每次2分改为每次3分[\s\S]*1组：多1户、少0户、不变0户，合计\+1分[\s\S]*2组：多0户、少0户、不变1户[\s\S]*由6变成7（\+1分）[\s\S]*已私下告诉1户/u,
      '干部群',
    )
    const replies = await tried.replies()
    assert.deepEqual(
      replies.map(({ to }) => to),
      ['干部群', '王秀英'],
    )
    assert.match(replies[1]?.text ?? '', /原来2分，新办法3分（\+1分）。只是试算，没有入账/u)
    assert.ok(replies.every(({ to, text }) => to === '王秀英' || !text.includes('王秀英')))
    await village.says('王秀英', '试算 看望老人改为每次3分').replies()
    assert.equal((await village.port.ledger()).edition, 1)
    assert.deepEqual((await village.port.ledger()).entries, [])
    await closeWhole(village)
  })

  it('tries a whole draft file by command line, and tells the households only when it is asked to', async () => {
    await approved()
    await village.stop()
    const shifan = await readFile(new URL('../../rules/schemes/shifan.yaml', import.meta.url), 'utf8')
    const draft = terminal.path('新办法.yaml')
    await writeFile(draft, shifan.replace('words: [个小时, 钟头, 个钟头, h], points: 2', 'words: [个小时, 钟头, 个钟头, h], points: 1'))
    assert.equal(await scheme(['try', draft], terminal.io()), 0)
    assert.match(terminal.out.join('\n'), /2组：多0户、少1户、不变0户，合计-2分[\s\S]*由6变成4（-2分）/u)
    assert.doesNotMatch(terminal.out.join('\n'), /已私下告诉|赵福贵/u)
    assert.equal(await scheme(['try', draft, '--tell'], terminal.io()), 0)
    assert.match(terminal.out.join('\n'), /已私下告诉1户/u)
    await assert.rejects(scheme(['try', terminal.path('没有.yaml')], terminal.io()), /读不了文件/u)

    village = await TestVillage.open({ folder: join(terminal.folder, 'data'), at: sunday + 3_600_000 })
    await village.passes('1m')
    assert.equal((await village.lines(/试算新办法[\s\S]*原来4分，新办法2分（-2分）/u, '赵福贵')).length, 1)
    assert.deepEqual(await village.lines(/试算/u, '王秀英'), [])
    assert.deepEqual(await village.lines(/试算/u, '村民群'), [])
    await closeWhole(village)
  })
})
