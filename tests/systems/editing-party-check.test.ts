import assert from 'node:assert/strict'
import { access, writeFile } from 'node:fs/promises'
import { run } from '../../cli/init.ts'
import { within } from '../cli/data.ts'
import { csvOf, soundRoster, Terminal } from '../cli/terminal.ts'
import { TestVillage } from '../village.ts'

const record = '党支部陈国栋11月18日把关,支委会会议记录第12号'
const without = ['--scheme', 'shifan', '--name', '幸福村', '--bookkeeper', '罗秀珍', '--reviewers', '周大山,谢开元'] as const

describe('采用办法之前的党组织把关', () => {
  let terminal: Terminal
  beforeEach(async () => {
    terminal = await Terminal.open()
  })
  afterEach(() => terminal.close())

  async function init(args: readonly string[], answers?: readonly string[]): Promise<number> {
    const path = terminal.path('花名册.csv')
    await writeFile(path, csvOf(soundRoster))
    return run(['--roster', path, ...without, ...args], terminal.io(answers ? { answers } : {}))
  }

  const firstEdition = () =>
    within(terminal.dataDir, async ({ reader }) => {
      const [village] = await reader.villages()
      return reader.read(village?.id ?? assert.fail(), ({ schemes }) => schemes.edition(1))
    })

  const nothingWritten = () => assert.rejects(access(terminal.dataDir), { code: 'ENOENT' })

  it('MIN-1 adopts no scheme by init without the party organisation’s check, and says what to write', async () => {
    assert.equal(await init(['--yes']), 2)
    assert.equal(
      terminal.err.at(-1),
      '还缺党组织谁在哪天把的关、记在哪份文件里，比如“党支部陈国栋11月18日把关，支委会会议记录第12号”，请加 --party。',
    )
    await nothingWritten()
  })

  const incomplete = [
    ['党支部陈国栋把关', '哪月哪日、记在哪份文件里'],
    ['党支部11月18日把关', '记在哪份文件里'],
    ['11月18日，会议记录第12号', '党组织谁把关的'],
    ['大家都同意', '党组织谁把关的、哪月哪日、记在哪份文件里'],
  ] as const
  for (const [words, lacking] of incomplete) {
    it(`MIN-1 adopts no scheme when the record lacks something: 「${words}」`, async () => {
      assert.equal(await init(['--party', words, '--yes']), 1)
      const told = terminal.err.find((line) => line.includes('党组织把关记录')) ?? assert.fail(terminal.err.join('\n'))
      assert.match(told, new RegExp(`^错误 .*还差：${lacking}。请写全，比如 --party "党支部陈国栋`, 'u'))
      await nothingWritten()
    })
  }

  it('MIN-1 keeps the check that init was told as the record of the first edition', async () => {
    assert.equal(await init(['--party', '党支部陈国栋11月18日把关，支委会会议记录第12号。', '--yes']), 0, terminal.err.join('\n'))
    assert.ok(terminal.out.includes(`党组织把关：${record}`), terminal.out.join('\n'))
    assert.equal((await firstEdition())?.resolution, record)
  })

  it('MIN-1 asks at the terminal until who, when and the document are said', async () => {
    const optional = ['', '', '']
    assert.equal(await init(['--yes'], [...optional, '党支部陈国栋把关', '', record]), 0, terminal.err.join('\n'))
    assert.deepEqual(
      terminal.asked.slice(-3).map((question) => question.split('，')[0]),
      [
        '党组织谁在哪天把的关、记在哪份文件里',
        '还差：哪月哪日、记在哪份文件里。请连前面说的一起写全',
        '还差：党组织谁把关的、哪月哪日、记在哪份文件里。请连前面说的一起写全',
      ],
    )
    assert.equal((await firstEdition())?.resolution, record)
  })

  it('MIN-1 founds nothing when the terminal is left before the check is said', async () => {
    assert.equal(await init(['--yes'], ['', '', '', '党支部陈国栋把关']), 2)
    assert.match(terminal.err.at(-1) ?? '', /没有说完，没有建村/u)
    await nothingWritten()
  })

  it('MIN-1 gives the training village a record of its own', async () => {
    const village = await TestVillage.open()
    try {
      const { id } = await village.current()
      const edition = await village.database.reader.read(id, ({ schemes }) => schemes.edition(1))
      assert.equal(edition?.resolution, '党支部陈国栋11月18日把关，支委会会议记录第11号')
    } finally {
      await village.close()
    }
  })
})
