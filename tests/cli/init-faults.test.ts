import assert from 'node:assert/strict'
import { access, writeFile } from 'node:fs/promises'
import { run } from '../../cli/init.ts'
import { planted, plantedRoster } from './planted-roster.ts'
import { csvOf, partyCheck, soundRoster, Terminal, xlsxOf } from './terminal.ts'

const officers = ['--bookkeeper', '罗秀珍', '--reviewers', '周大山,谢开元']

const lineOf = (level: string, row: number | null) => `${level === 'error' ? '错误' : '提醒'} ${row === null ? '' : `第${String(row)}行：`}`

describe('init on a roster that is not in order', () => {
  let terminal: Terminal

  beforeEach(async () => {
    terminal = await Terminal.open()
  })

  afterEach(() => terminal.close())

  const nothingWritten = () => assert.rejects(access(terminal.dataDir), { code: 'ENOENT' })

  async function init(bytes: Uint8Array | string, args: readonly string[] = officers): Promise<number> {
    const path = terminal.path('花名册')
    await writeFile(path, bytes)
    return run(['--roster', path, '--scheme', 'shifan', '--name', '幸福村', '--yes', ...partyCheck, ...args], terminal.io())
  }

  /** exactly one line says this of this row */
  function expectFault(level: string, row: number | null, what: RegExp, remedy: RegExp): void {
    const found = terminal.err.filter((line) => line.startsWith(lineOf(level, row)) && what.test(line) && remedy.test(line))
    assert.equal(found.length, 1, `${lineOf(level, row)}${String(what)} ${String(remedy)} in\n${terminal.err.join('\n')}`)
  }

  it('names each of the planted faults with row and remedy, and writes nothing', async () => {
    assert.ok(planted.length >= 45, String(planted.length))
    assert.equal(await init(await plantedRoster(), ['--bookkeeper', '鲁韦', '--reviewers', '苏戊,葛庚']), 1)
    for (const { row, what, remedy, level } of planted) expectFault(level, row, what, remedy)
    const told = terminal.err.filter((line) => /^(?:错误|提醒) 第/u.test(line))
    const unplanned = told.filter((line) => !planted.some(({ row, what, level }) => line.startsWith(lineOf(level, row)) && what.test(line)))
    assert.deepEqual(unplanned, [], 'nothing is told of what is sound')
    assert.match(terminal.err.at(-1) ?? '', /没有建村，什么也没有写/u)
    await nothingWritten()
  })

  it('names officers of the roster that are not in order together with its rows', async () => {
    const rows = [...soundRoster, ['3组', '6', '', '新1', '户主', '', '', '']]
    assert.equal(await init(csvOf(rows), ['--bookkeeper', '罗秀针', '--reviewers', '周大山']), 1)
    expectFault('error', 9, /里有数字/u, /身份证/u)
    expectFault('error', null, /花名册里没有会计“罗秀针”/u, /花名册上的姓名/u)
    await nothingWritten()
  })

  const sheetFaults: readonly (readonly [string, readonly (readonly string[])[], number | null, RegExp, RegExp])[] = [
    [
      'a missing column',
      [
        ['组', '户主', '姓名'],
        ['1组', '周大山', '周大山'],
      ],
      1,
      /缺“户号”这一列/u,
      /加一列“户号”/u,
    ],
    [
      'neither head nor relation',
      [
        ['组', '户号', '姓名'],
        ['1组', '1', '周大山'],
      ],
      1,
      /缺“户主”这一列/u,
      /加一列“户主”/u,
    ],
    [
      'a doubled column',
      [
        ['组', '户号', '户主', '姓名', '成员姓名'],
        ['1组', '1', '周大山', '周大山', '周大山'],
      ],
      1,
      /“姓名”有两列/u,
      /删掉/u,
    ],
    [
      'no header at all',
      [
        ['周大山', '罗秀珍'],
        ['甲', '乙'],
      ],
      null,
      /找不到表头/u,
      /前几行写上列名/u,
    ],
    ['nobody in it', [['组', '户号', '户主', '姓名']], null, /花名册里没有人/u, /一人一行/u],
  ]
  for (const [name, rows, row, what, remedy] of sheetFaults) {
    it(`refuses ${name}`, async () => {
      assert.equal(await init(csvOf(rows)), 1)
      expectFault('error', row, what, remedy)
      await nothingWritten()
    })
  }

  const compound = (word: string) =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from(word, 'utf16le')])
  const files: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array | string, RegExp, RegExp])[] = [
    ['an empty file', () => '', /文件是空的/u, /选错了文件/u],
    ['a file of blanks', () => ' \r\n\r\n', /文件是空的/u, /选错了文件/u],
    ['a password', () => compound('EncryptedPackage'), /设了密码/u, /去掉密码/u],
    ['an old xls', () => compound('Workbook'), /旧的 xls/u, /另存为 xlsx/u],
    ['a damaged xlsx', async () => (await xlsxOf(soundRoster)).subarray(0, 2000), /文件坏了/u, /另存为 xlsx/u],
    ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /不是表格文件/u, /xlsx/u],
    ['an open quote', () => `${csvOf(soundRoster)}\r\n3组,9,"韩庚,韩庚,户主`, /双引号没有配对/u, /补上另一半/u],
    ['words behind a quote', () => `${csvOf(soundRoster)}\r\n3组,9,"韩庚"x,韩庚,户主,,,`, /引号后面还有字/u, /双引号/u],
    ['too many rows', () => `${csvOf(soundRoster)}${'\r\n3组,9,韩庚,韩庚,户主,,,'.repeat(20_001)}`, /超过20000行/u, /选错了表/u],
    ['a file over 20 MiB', () => new Uint8Array(20 * 1024 * 1024 + 1).fill(0x41), /超过20兆/u, /去掉图片/u],
  ]
  for (const [name, bytes, what, remedy] of files) {
    it(`refuses ${name}`, async () => {
      assert.equal(await init(await bytes()), 1)
      const found = terminal.err.filter((line) => line.startsWith('错误 ') && what.test(line) && remedy.test(line))
      assert.equal(found.length, 1, terminal.err.join('\n'))
      await nothingWritten()
    })
  }

  it('says that the file is not there', async () => {
    assert.equal(
      await run(['--roster', terminal.path('没有.xlsx'), '--scheme', 'shifan', '--name', '幸福村', '--yes', ...officers], terminal.io()),
      1,
    )
    assert.match(terminal.err.join('\n'), /读不了花名册.*检查路径/u)
  })

  const panels: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an officer who is not in the roster', ['--bookkeeper', '没有人', '--reviewers', '周大山,谢开元'], /花名册里没有会计“没有人”/u],
    [
      'an officer of whom there are two',
      ['--bookkeeper', '刘芳', '--reviewers', '周大山,谢开元'],
      /会计“刘芳”有2个人：1组1号户刘芳、3组6号户刘芳/u,
    ],
    ['reviewers of one household', ['--bookkeeper', '罗秀珍', '--reviewers', '陈国栋,1组刘芳'], /评议员都是一户的人/u],
    ['a reviewer named twice', ['--bookkeeper', '罗秀珍', '--reviewers', '周大山,谢开元,老周'], /评议员周大山写了两次/u],
    ['a reviewer who supervises (GY-6)', [...officers, '--supervisors', '周大山'], /周大山又当评议员又当监督员/u],
    ['a child in office', ['--bookkeeper', '陈小宝', '--reviewers', '周大山,谢开元'], /会计陈小宝不满14岁/u],
  ]
  for (const [name, args, what] of panels) {
    it(`refuses ${name}`, async () => {
      const twoOfOneName = [...soundRoster, ['3组', '6', '刘芳', '刘芳', '户主', '', '', '']]
      assert.equal(await init(csvOf(twoOfOneName), args), 1)
      assert.equal(terminal.err.filter((line) => line.startsWith('错误 ') && what.test(line)).length, 1, terminal.err.join('\n'))
      await nothingWritten()
    })
  }

  it('names the faults of the scheme by line', async () => {
    const scheme = terminal.path('我村.yaml')
    await writeFile(scheme, 'code: wo\ntitle: 我村\nitems: []\n')
    const roster = terminal.path('花名册')
    await writeFile(roster, csvOf(soundRoster))
    assert.equal(await run(['--roster', roster, '--scheme', scheme, '--name', '幸福村', '--yes', ...officers], terminal.io()), 1)
    assert.match(terminal.err.join('\n'), /错误 办法 我村\.yaml:3 /u)
    assert.equal(await run(['--roster', roster, '--scheme', '没有', '--name', '幸福村', '--yes', ...officers], terminal.io()), 1)
    assert.match(terminal.err.join('\n'), /没有“没有”这套办法，也没有这个文件.*shifan/u)
    await nothingWritten()
  })

  it('refuses a name that is no village’s', async () => {
    const roster = terminal.path('花名册')
    await writeFile(roster, csvOf(soundRoster))
    assert.equal(await run(['--roster', roster, '--scheme', 'shifan', '--name', '<b>x</b>', '--yes', ...officers], terminal.io()), 1)
    assert.match(terminal.err.join('\n'), /村名“<b>x<\/b>”不对.*汉字/u)
    await nothingWritten()
  })
})
