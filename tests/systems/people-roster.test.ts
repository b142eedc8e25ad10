import assert from 'node:assert/strict'
import { access, writeFile } from 'node:fs/promises'
import { schemeFrom } from '../../bot/snapshot.ts'
import { run } from '../../cli/init.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { mainBook } from '../../rules/books/books.ts'
import { basesOf } from '../../rules/books/give-base.ts'
import { loadScheme } from '../../rules/load-scheme.ts'
import { notTakingPart } from '../../rules/people/participation.ts'
import { within } from '../cli/data.ts'
import { csvOf, partyCheck, Terminal, xlsxOf } from '../cli/terminal.ts'

const officers = ['--bookkeeper', '罗秀珍', '--reviewers', '周大山,谢开元', ...partyCheck, '--yes'] as const

const people = [
  ['1组', '1', '陈国栋', '陈国栋', '户主'],
  ['1组', '1', '陈国栋', '刘芳', '妻子'],
  ['2组', '2', '罗秀珍', '罗秀珍', '户主'],
  ['2组', '3', '周大山', '周大山', '户主'],
  ['3组', '4', '谢开元', '谢开元', '户主'],
] as const

/** The roster with more columns: what each of the five rows says in them. */
const rosterWith = (headings: readonly string[], cells: readonly (readonly string[])[]): string[][] => [
  ['组', '户号', '户主', '姓名', '关系', ...headings],
  ...people.map((row, index) => [...row, ...(cells[index] ?? headings.map(() => ''))]),
]

describe('一张花名册', () => {
  let terminal: Terminal
  beforeEach(async () => {
    terminal = await Terminal.open()
  })
  afterEach(() => terminal.close())

  async function init(bytes: Uint8Array | string, scheme: string): Promise<number> {
    const path = terminal.path('花名册')
    await writeFile(path, bytes)
    return run(['--roster', path, '--scheme', scheme, '--name', '幸福村', ...officers], terminal.io())
  }

  const read = <T>(work: (stores: Stores) => Promise<T>): Promise<T> =>
    within(terminal.dataDir, async ({ reader }) => {
      const [village] = await reader.villages()
      return reader.read(village?.id ?? assert.fail(terminal.err.join('\n')), work)
    })

  const told = () => [...terminal.out, ...terminal.err].join('\n')
  const nothingWritten = () => assert.rejects(access(terminal.dataDir), { code: 'ENOENT' })

  /** whether each household may earn on a day */
  const turns = (on: string) =>
    read(async (stores) => {
      const { source, code } = await stores.schemes.inForce(on)
      const found = []
      for (const { number, id } of await stores.register.households())
        found.push([number, await notTakingPart(id, stores, schemeFrom(source, code), on)])
      return found
    })

  it('XY-1 carries 户类别 in a column, on any row of the household, and says none of its words', async () => {
    const rows = rosterWith(['户类别'], [[''], ['低保户'], ['边缘易致贫户'], [''], ['一般户']])
    assert.equal(await init(await xlsxOf(rows), 'xinyu'), 0, terminal.err.join('\n'))
    const later = 'later-phase'
    assert.deepEqual(await turns('2026-02-01'), [[1, null], [2, later], [3, later], [4, later]]) // prettier-ignore
    assert.deepEqual(await turns('2026-06-01'), [[1, null], [2, null], [3, later], [4, later]]) // prettier-ignore
    assert.deepEqual(await turns('2026-10-01'), [[1, null], [2, null], [3, null], [4, null]]) // prettier-ignore
    assert.match(told(), /^户类别：写了3户，只用来排哪一批开始，不公开、不导出$/mu)
    assert.doesNotMatch(told(), /低保|边缘|一般户/u)
  })

  it('XY-1 takes a merged block as what it is: one word for the whole household', async () => {
    const rows = rosterWith(['户类别'], [['低保户']])
    const file = await xlsxOf(rows, (sheet) => {
      sheet.mergeCells(2, 6, 3, 6)
    })
    assert.equal(await init(file, 'xinyu'), 0, terminal.err.join('\n'))
    assert.deepEqual(terminal.err, [])
    assert.deepEqual((await turns('2026-02-01'))[0], [1, null])
  })

  it('XY-1 names rows whose 户类别 is wrong, with the remedy and without the word, and writes nothing', async () => {
    const rows = rosterWith(['对象类别'], [['低保户'], ['脱贫户'], ['非低保户'], ['富裕户'], ['=低保户']])
    assert.equal(await init(csvOf(rows), 'xinyu'), 1)
    const faults = terminal.err.filter((line) => line.startsWith('错误 '))
    assert.deepEqual(faults, [
      '错误 第3行：1号户的户类别写得不一样（第2行、第3行）。一户只有一个类别，请改成一样，或只在户主那行写。',
      '错误 第4行：不认识这一格的户类别。请填脱贫户、低保户、特困户、残疾人户、边缘户、一般户里的一个，不清楚就空着。',
      '错误 第5行：不认识这一格的户类别。请填脱贫户、低保户、特困户、残疾人户、边缘户、一般户里的一个，不清楚就空着。',
      '错误 第6行：户类别以公式符号开头。请清空这一格，重新打字。',
    ])
    assert.doesNotMatch(told(), /非低保|富裕|=低保/u)
    await nothingWritten()
  })

  it('XY-1 neither reads nor keeps 户类别 where the scheme has no phases, and says so', async () => {
    const rows = rosterWith(
      ['户类别', '住镇上'],
      [
        ['低保户', '是'],
        ['脱贫户', '看不懂'],
      ],
    )
    assert.equal(await init(csvOf(rows), 'shifan'), 0, terminal.err.join('\n'))
    assert.match(told(), /提醒 第1行：这套办法用不着“户类别”，这一列没有读。请把这列从花名册里删掉/u)
    assert.match(told(), /提醒 第1行：这套办法用不着“住镇上”，这一列没有读/u)
    assert.doesNotMatch(told(), /低保|脱贫/u)
    const kept = await read(async ({ register, participation, ground }) => {
      const categories = []
      for (const { id } of await register.households()) categories.push(await participation.category(id))
      return { categories, ground: await ground.all() }
    })
    assert.deepEqual(kept, { categories: ['ordinary', 'ordinary', 'ordinary', 'ordinary'], ground: [] })
  })

  it('YX-1 gives the base of the register’s columns at once: contracted population, and whether the hukou has moved', async () => {
    const rows = rosterWith(
      ['户口迁出', '承包人口'],
      [
        ['是', ''],
        ['', '否'],
        ['', '是'],
        ['否', ''],
      ],
    )
    assert.equal(await init(csvOf(rows), 'youxiqiao'), 0, terminal.err.join('\n'))
    assert.match(told(), /^基础分依据：写了4人$/mu)
    const bases = await read(async ({ register, ledger }) => {
      const given = await basesOf(ledger, mainBook, { reset: 'yearly' }, 'person', '2026')
      return (await register.people()).map(({ id, name }) => [name, given.get(id) ?? 0])
    })
    assert.deepEqual(new Map(bases.map(([name, base]) => [name, base])), new Map<string | number, string | number>([['陈国栋', 5], ['刘芳', 0], ['罗秀珍', 10], ['周大山', 10], ['谢开元', 10]])) // prettier-ignore
  })

  it('JY-3 gives 1 to a household whose head lives in town and 100 to the others where the village has no bands', async () => {
    const { source } = await loadScheme('zhicheng')
    const withoutBands = source.replace(/^ {2}- \{ kind: bands,.*\n/mu, '')
    assert.notEqual(withoutBands, source)
    await writeFile(terminal.path('本村.yaml'), withoutBands)
    const rows = rosterWith(['住镇上'], [[''], ['是'], ['是']])
    assert.equal(await init(csvOf(rows), terminal.path('本村.yaml')), 0, terminal.err.join('\n'))
    assert.match(told(), /提醒 第3行：1号户的户主没有写住不住镇上。以户为单位的基础分看户主住哪里，请在户主那行也填/u)
    const bases = await read(async ({ register, ledger }) => {
      const given = await basesOf(ledger, mainBook, { reset: 'never' }, 'household', '2026')
      return (await register.households()).map(({ id, number }) => [number, given.get(id) ?? 0])
    })
    assert.deepEqual(bases, [[1, 100], [2, 1], [3, 100], [4, 100]]) // prettier-ignore
  })

  it('YX-1 names the row of a yes or no that cannot be read, and takes no numbers of base points from a sheet', async () => {
    const rows = rosterWith(
      ['户口迁出', '底分'],
      [
        ['', '100'],
        ['好像迁了', '100'],
      ],
    )
    assert.equal(await init(csvOf(rows), 'youxiqiao'), 1)
    assert.match(told(), /错误 第3行：“户口迁出”里写的“好像迁了”看不懂。请填“是”，不是就空着/u)
    assert.match(
      told(),
      /提醒 第1行：“底分”这一列没有读。基础分由办法按规则给，不用填；办法要看依据的，请加列“住镇上”“户口迁出”“承包人口”/u,
    )
    await nothingWritten()
  })
})
