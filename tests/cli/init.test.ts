import assert from 'node:assert/strict'
import { access, writeFile } from 'node:fs/promises'
import { foundRealVillage } from '../../cli/init/found-village.ts'
import { everyExtra } from '../../cli/init/roster/extra-columns.ts'
import { appoint } from '../../cli/init/officers.ts'
import { readFileOf } from '../../cli/init/roster/read-file.ts'
import { readRoster } from '../../cli/init/roster/read-roster.ts'
import { run } from '../../cli/init.ts'
import { CannotRun } from '../../cli/io.ts'
import { loadScheme } from '../../rules/load-scheme.ts'
import { newId, openFolder, within } from './data.ts'
import { csvOf, partyCheck, soundRoster, sunday, Terminal, xlsxOf } from './terminal.ts'

const officers = [
  '--secretary',
  '陈国栋',
  '--bookkeeper',
  '罗会计',
  '--reviewers',
  '周大山，谢开元',
  '--supervisors',
  '孙建国',
  ...partyCheck,
]

const [, record] = partyCheck

/** Characters of GB18030 that take two bytes, by the decoder's own table. */
function inGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  }
  return Uint8Array.from([...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (codes.get(char) ?? assert.fail(char)))))
}

/** What of a village can be read back. */
const registerOf = (terminal: Terminal) =>
  within(terminal.dataDir, async ({ reader }) => {
    const villages = await reader.villages()
    const [village] = villages
    if (!village) return { villages, related: [], units: [], households: [], people: [], offices: {}, scheme: null, codes: null }
    return reader.read(village.id, async ({ register, schemes, kinship, village: own }) => {
      const people = await register.people()
      const related: (readonly [string | undefined, string])[] = []
      for (const { id } of await register.households())
        for (const [person, relation] of await kinship.of(id)) related.push([people.find((one) => one.id === person)?.name, relation])
      const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name
      const units = await register.units()
      const holders = async (role: 'secretary' | 'bookkeeper' | 'operator' | 'reviewer' | 'supervisor') =>
        (await register.holders(role, '2026-11-22')).map(({ name }) => name).toSorted()
      return {
        villages,
        related,
        units: units.map(({ kind, number, name }) => [kind, number, name]),
        households: (await register.households()).map(({ number, unit, head }) => [
          number,
          units.find(({ id }) => id === unit)?.name,
          nameOf(head),
        ]),
        people: people.map(({ name, called, minor, namePublic }) => ({ name, called, minor, namePublic })),
        offices: {
          secretary: await holders('secretary'),
          bookkeeper: await holders('bookkeeper'),
          operator: await holders('operator'),
          reviewer: await holders('reviewer'),
          supervisor: await holders('supervisor'),
        },
        scheme: await schemes.inForce('2026-11-22'),
        codes: await own.setting('tie-codes'),
      }
    })
  })

describe('init', () => {
  let terminal: Terminal

  beforeEach(async () => {
    terminal = await Terminal.open()
  })

  afterEach(() => terminal.close())

  async function init(bytes: Uint8Array | string, args: readonly string[] = [...officers, '--yes'], answers?: readonly string[]) {
    const path = terminal.path('花名册')
    await writeFile(path, bytes)
    return run(['--roster', path, '--scheme', 'shifan', '--name', '幸福村', ...args], terminal.io(answers ? { answers } : {}))
  }

  it('founds a real village: groups, households with heads, people, offices, scheme, codes', async () => {
    assert.equal(await init(csvOf(soundRoster)), 0, terminal.err.join('\n'))
    const { villages, related, units, households, people, offices, scheme, codes } = await registerOf(terminal)
    assert.deepEqual(
      related.filter(([, relation]) => relation !== '户主').toSorted(),
      [
        ['刘芳', '妻子'],
        ['陈小宝', '孙子'],
      ].toSorted(),
    )
    assert.deepEqual(
      villages.map(({ name, training }) => [name, training]),
      [['幸福村', false]],
    )
    assert.deepEqual(units, [
      ['组', 1, '1组'],
      ['组', 2, '2组'],
      ['组', 3, '3组'],
    ])
    assert.deepEqual(households, [
      [1, '1组', '陈国栋'],
      [2, '2组', '罗秀珍'],
      [3, '2组', '周大山'],
      [4, '3组', '谢开元'],
      [5, '3组', '孙建国'],
    ])
    assert.equal(people.length, 7)
    assert.deepEqual(people.find(({ name }) => name === '周大山')?.called, ['老周', '大山'])
    assert.deepEqual(
      people.filter(({ minor }) => minor).map(({ name }) => name),
      ['陈小宝'],
    )
    assert.deepEqual(
      people.filter(({ namePublic }) => namePublic),
      [],
      'nobody has agreed yet',
    )
    assert.deepEqual(offices, {
      secretary: ['陈国栋'],
      bookkeeper: ['罗秀珍'],
      operator: ['罗秀珍'],
      reviewer: ['周大山', '谢开元'].toSorted(),
      supervisor: ['孙建国'],
    })
    assert.equal(scheme?.code, 'shifan')
    assert.equal(scheme.edition, 1)
    const said = terminal.out.join('\n')
    const digits = [...said.matchAll(/(?:开通 (?:村民群|评议群|干部群)|认领 罗秀珍) (\d{6})$/gmu)].map(([, code]) => code ?? '')
    assert.equal(digits.length, 4, said)
    for (const code of digits) assert.ok(!codes?.includes(`"${code}"`), 'codes are kept as digests only')
    assert.match(said, /3个组（1组、2组、3组），5户，7人，其中不满14岁的1人/u)
    assert.doesNotMatch(said + terminal.err.join('\n'), /1380013800/u, 'phones are not repeated')
  })

  it('reads what Chinese Excel saves: GB18030, UTF-16 with tabs, UTF-8 with its mark', async () => {
    const csv = csvOf(soundRoster)
    const files = [inGb18030(csv), Buffer.from(`\ufeff${csv.replaceAll(',', '\t')}`, 'utf16le'), Buffer.from(`\ufeff${csv}`)]
    const expected = await readFileOf(Buffer.from(csv))
    assert.ok('sheets' in expected)
    for (const file of files) assert.deepEqual(await readFileOf(file), expected)
    assert.equal(await init(files[0] ?? csv), 0, terminal.err.join('\n'))
  })

  it('reads a workbook with a title, merged cells, numbers, dates, links and other sheets', async () => {
    const rows = [
      ['幸福村花名册（2026年）'],
      ['组别', '户编号', '户主姓名', '家庭成员', '与户主关系（选填）', '联系电话', '出生日期', '备注'],
      ['一组', 1, '陈国栋', '陈国栋', '户主', 13800138001, null, '在外'],
      [null, null, null, '刘芳', '妻', null, '1970年5月', ''],
      ['2组', 2, '罗秀珍', '罗秀珍', '本人', null, null, ''],
      [],
      ['上屯', 3, '周大山', '周大山', '户主', null, null, ''],
      ['3组', 4, '谢开元', '谢开元', '户主', null, null, ''],
      ['3组', 5, '孙建国', '孙建国', '户主', null, null, ''],
    ]
    const file = await xlsxOf(rows, (sheet, book) => {
      for (const column of [1, 2, 3]) sheet.mergeCells(3, column, 4, column)
      sheet.getCell(3, 7).value = new Date('1968-03-02')
      sheet.getCell(5, 4).value = { text: '罗秀珍', hyperlink: 'https://example.org' }
      sheet.getCell(7, 4).value = { richText: [{ text: '周' }, { text: '大山', font: { bold: true } }] }
      book.addWorksheet('说明').addRow(['填表说明'])
      book.addWorksheet('旧表', { state: 'hidden' }).addRow(['组', '户号', '户主', '姓名'])
    })
    const args = ['--bookkeeper', '罗秀珍', '--reviewers', '上屯周大山,谢开元', ...partyCheck, '--yes']
    assert.equal(await init(file, args), 0, terminal.err.join('\n'))
    assert.deepEqual(terminal.err, [])
    const { units, households } = await registerOf(terminal)
    assert.deepEqual(units, [
      ['组', 1, '1组'],
      ['组', 2, '2组'],
      ['组', 3, '3组'],
      ['屯', 4, '上屯'],
    ])
    assert.deepEqual(households[0], [1, '1组', '陈国栋'])
  })

  it('takes the sheet it is told, and says which sheets it left', async () => {
    const file = await xlsxOf(soundRoster, (_, book) => {
      const other = book.addWorksheet('新表')
      for (const row of [...soundRoster, ['3组', '6', '韩庚', '韩庚', '户主']]) other.addRow([...row])
    })
    assert.equal(await init(file, [...officers]), 2)
    assert.match(terminal.err.join('\n'), /提醒 有几张像花名册的工作表，读的是“花名册”，“新表”没有读。要读别的请加 --sheet/u)
    assert.equal(await init(file, [...officers, '--yes', '--sheet', '没有']), 1)
    assert.match(terminal.err.join('\n'), /错误 没有叫“没有”的工作表。现有：花名册、新表/u)
    assert.equal(await init(file, [...officers, '--yes', '--sheet', '新表']), 0)
    assert.equal((await registerOf(terminal)).households.length, 6)
  })

  it('asks for what was not said, with the usual answer on a bare return', async () => {
    const path = terminal.path('花名册.csv')
    await writeFile(path, csvOf(soundRoster))
    const answers = [path, '', '幸福村', '罗秀珍', '周大山、谢开元', '', '孙建国', '', '党支部陈国栋把关', record, '是']
    assert.equal(await run([], terminal.io({ answers })), 0, terminal.err.join('\n'))
    assert.equal(terminal.asked.length, answers.length, terminal.asked.join('\n'))
    const { offices, scheme } = await registerOf(terminal)
    assert.equal(scheme?.code, 'shifan')
    assert.deepEqual(offices, {
      secretary: [],
      bookkeeper: ['罗秀珍'],
      operator: ['罗秀珍'],
      reviewer: ['周大山', '谢开元'].toSorted(),
      supervisor: ['孙建国'],
    })
  })

  it('founds nothing when the answer is no, or the terminal is left', async () => {
    assert.equal(await init(csvOf(soundRoster), [...officers, '--operator', '罗秀珍'], ['不']), 1)
    assert.match(terminal.err.at(-1) ?? '', /没有建村/u)
    assert.equal(await init(csvOf(soundRoster), [], []), 2)
    await assert.rejects(access(terminal.dataDir), { code: 'ENOENT' })
  })

  it('names the option when nobody can be asked', async () => {
    const roster = terminal.path('花名册')
    await writeFile(roster, csvOf(soundRoster))
    const given: readonly (readonly [string, string])[] = [
      ['--roster', roster],
      ['--scheme', 'shifan'],
      ['--name', '幸福村'],
      ['--bookkeeper', '罗秀珍'],
      ['--reviewers', '周大山,谢开元'],
      partyCheck,
    ]
    for (const [left] of given) {
      const args = given.filter(([option]) => option !== left).flat()
      assert.equal(await run([...args, '--yes'], terminal.io()), 2)
      assert.match(terminal.err.at(-1) ?? '', new RegExp(`请加 ${left}。$`, 'u'))
    }
    assert.equal(await run(given.flat(), terminal.io()), 2)
    assert.match(terminal.err.at(-1) ?? '', /请加 --yes/u)
    assert.equal(await run(['--rooster', 'x'], terminal.io()), 2)
    assert.match(terminal.err.at(-1) ?? '', /^用法：init /u)
    await assert.rejects(access(terminal.dataDir), { code: 'ENOENT' })
  })

  it('does not found the same village twice, nor beside a bot that runs', async () => {
    assert.equal(await init(csvOf(soundRoster)), 0)
    await assert.rejects(init(csvOf(soundRoster)), (error) => error instanceof CannotRun && /已经有一个“幸福村”/u.test(error.message))
    assert.equal((await registerOf(terminal)).villages.length, 1)
    const database = await openFolder(terminal.dataDir)
    try {
      await assert.rejects(init(csvOf(soundRoster)), (error) => error instanceof CannotRun && /正由另一个乡约进程使用/u.test(error.message))
    } finally {
      await database.close()
    }
  })

  it('leaves nothing when it is broken off in the middle', async () => {
    const file = await readFileOf(Buffer.from(csvOf(soundRoster)))
    assert.ok('sheets' in file)
    const { roster } = readRoster(file.sheets, undefined, sunday, everyExtra)
    assert.ok(roster)
    const { officers: held } = appoint(roster, { bookkeeper: '罗秀珍', reviewers: ['周大山', '谢开元'], supervisors: [] }, 1)
    const scheme = { code: 'shifan', source: (await loadScheme('shifan')).source, resolution: record }
    await within(terminal.dataDir, async ({ lane, reader }) => {
      const cut = (written: number) => {
        if (written === 4) throw new Error('power cut')
      }
      await assert.rejects(foundRealVillage(lane, { name: '幸福村', roster, officers: held, scheme }, sunday, newId, cut), /power cut/u)
      assert.deepEqual(await reader.villages(), [])
    })
  })

  it('warns of what may be and goes on', async () => {
    const thin = ['--bookkeeper', '罗秀珍', '--reviewers', '周大山', '--supervisors', '罗秀珍', ...partyCheck, '--yes']
    assert.equal(await init(csvOf(soundRoster), thin), 0)
    const said = terminal.err.join('\n')
    assert.match(said, /提醒 评议员只来自1户，他们自己家的申报没有人能审。请再选一户的评议员/u)
    assert.match(said, /提醒 监督员罗秀珍也是会计，只能算内部监督/u)
  })

  it('tells two people of one name apart by group or household', async () => {
    const rows = [
      ...soundRoster,
      ['3组', '6', '罗秀珍', '罗秀珍', '户主', '', '', ''],
      ['3组', '7', '罗秀珍', '罗秀珍', '户主', '', '', ''],
    ]
    const reviewers = ['--reviewers', '周大山,谢开元', ...partyCheck, '--yes']
    assert.equal(await init(csvOf(rows), ['--bookkeeper', '3组罗秀珍', ...reviewers]), 1)
    assert.match(terminal.err.join('\n'), /会计“3组罗秀珍”有2个人：3组6号户罗秀珍、3组7号户罗秀珍。请写明是哪一位，比如“6号户罗秀珍”/u)
    assert.equal(await init(csvOf(rows), ['--bookkeeper', '7号户罗秀珍', ...reviewers]), 0)
  })
})
