import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { VillageProcess } from '../process/village-process.ts'
import { within } from './data.ts'
import { planted, plantedRoster } from './planted-roster.ts'
import { csvOf, partyCheck, soundRoster, Terminal } from './terminal.ts'

describe('the commands of the operator, as processes', function () {
  this.timeout(30_000)

  let terminal: Terminal

  beforeEach(async () => {
    terminal = await Terminal.open()
  })

  afterEach(() => terminal.close())

  const started = (...args: readonly string[]) => new VillageProcess({ DATA_DIR: terminal.dataDir }, args).ended()
  const initArgs = (roster: string) => [
    'init',
    '--roster',
    roster,
    '--scheme',
    'shifan',
    '--name',
    '幸福村',
    '--bookkeeper',
    '鲁韦',
    '--reviewers',
    '苏戊,葛庚',
    ...partyCheck,
    '--yes',
  ]

  it('init names the planted faults and ends with 1', async () => {
    const roster = terminal.path('花名册.xlsx')
    await writeFile(roster, await plantedRoster())
    const { code, stdout, stderr } = await started(...initArgs(roster))
    assert.equal(code, 1)
    assert.equal(stdout, '')
    for (const { row, what } of planted)
      assert.ok(
        stderr.split('\n').some((line) => line.includes(`第${String(row)}行`) && what.test(line)),
        String(what),
      )
  })

  it('init founds and prints the codes', async () => {
    const roster = terminal.path('花名册.csv')
    await writeFile(roster, csvOf(soundRoster))
    const done = await started(
      'init',
      '--roster',
      roster,
      '--scheme',
      'shifan',
      '--name',
      '幸福村',
      '--bookkeeper',
      '罗秀珍',
      '--reviewers',
      '周大山,谢开元',
      ...partyCheck,
      '--yes',
    )
    assert.equal(done.code, 0, done.stderr)
    assert.match(done.stdout, /开通 村民群 \d{6}\n/u)
    assert.deepEqual(await within(terminal.dataDir, async ({ reader }) => (await reader.villages()).map(({ name }) => name)), ['幸福村'])
  })

  it('doctor looks beside a running bot without disturbing it', async () => {
    const village = await VillageProcess.ready({ DATA_DIR: terminal.dataDir })
    try {
      const { code, stdout, stderr } = await started('doctor')
      assert.equal(code, 0, stdout + stderr)
      assert.match(stdout, /^好\t机器人正在运行/mu)
      assert.match(stdout, /^—— 示范村（示范村）$/mu)
      assert.doesNotMatch(stdout, /^坏/mu)
      assert.deepEqual(typeof (await village.get('/health')), 'object')
    } finally {
      await village.signal('SIGTERM')
    }
  })
})
