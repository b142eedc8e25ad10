import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { chooseScheme } from '../../cli/init/chosen-scheme.ts'
import { run } from '../../cli/scheme.ts'
import { itemOf } from '../../rules/catalogue.ts'
import { loadScheme } from '../../rules/load-scheme.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import { readVillageScheme } from '../../rules/reading/village-scheme.ts'

const folder = new URL('../schemes/overlays/', import.meta.url)

function taken(source: string) {
  const reading = readVillageScheme(source, 'own.yaml')
  assert.ok('scheme' in reading, JSON.stringify(reading))
  return reading
}

const problemsOf = (source: string) => {
  const reading = readVillageScheme(source, 'own.yaml')
  assert.ok('problems' in reading, 'the scheme was taken')
  return reading.problems.map(({ file, line, message }) => `${file}:${String(line)} ${message}`)
}

const few = `extends: shifan
code: xingfu
title: 幸福村积分办法
removed: [blood, mix-waste] # 本村不设
notice: { days: 15 }
books:
  main: { mayOwe: true }
items:
  - code: sweep-road
    rate: { kind: fixed, points: 3 } # 不再按小时
    words: [扫茶园路]
  - code: pick-tea
    cat: volunteer
    name: 帮采茶
    problem: 采茶时节缺人手
    rate: { kind: fixed, points: 4 }
    limits: [{ times: 1, per: day }]
honours:
  - { kind: top, code: best, title: 采茶能手, period: year, places: 3 }
`

describe('a few lines over a shipped scheme', () => {
  it('change what they name and leave the rest', async () => {
    const { scheme: base } = await loadScheme('shifan')
    const { scheme } = taken(few)
    assert.deepEqual([scheme.code, scheme.title], ['xingfu', '幸福村积分办法'])
    assert.deepEqual(scheme.notice, { ...base.notice, days: 15 })
    assert.deepEqual(scheme.books, { ...base.books, main: { ...base.books.main, mayOwe: true } })
    assert.deepEqual(itemOf(scheme, 'sweep-road')?.rate, { kind: 'fixed', points: 3 })
    assert.deepEqual(itemOf(scheme, 'sweep-road')?.words, ['扫茶园路'])
    assert.equal(itemOf(scheme, 'sweep-road')?.name, '扫路')
    const codes = base.items.map(({ code }) => code).filter((code) => code !== 'blood' && code !== 'mix-waste')
    assert.deepEqual(
      scheme.items.map(({ code }) => code),
      [...codes, 'pick-tea'],
    )
    assert.deepEqual(scheme.items.filter(({ code }) => code !== 'sweep-road' && code !== 'pick-tea').slice(0, 3), base.items.slice(1, 4))
    assert.deepEqual(
      scheme.honours.map(({ title }) => title),
      ['采茶能手'],
    )
  })

  it('are adopted written out: the text needs no shipped scheme any more', () => {
    const { scheme, source } = taken(few)
    assert.doesNotMatch(source, /^(?:extends|removed):/mu)
    const again = readScheme(source, 'adopted.yaml')
    assert.ok('scheme' in again)
    assert.deepEqual(again.scheme, scheme)
    assert.match(source, /points: 3 \} # 不再按小时/u)
  })

  it('JZ-1 keep in mind which scheme they were made from: what that one does not let go of holds after they were written out', () => {
    const { scheme, source } = taken('extends: jinzhai\ncode: shanwan\ntitle: 山湾村积分办法\nmandatory: []\n')
    assert.deepEqual([scheme.code, scheme.base], ['shanwan', 'jinzhai'])
    const emptied = readScheme(source.replaceAll('section: lawful', 'section: local'), 'adopted.yaml')
    assert.ok('problems' in emptied)
    const line = source.split('\n').indexOf('base: jinzhai') + 1
    assert.deepEqual(
      emptied.problems.map((problem) => [problem.line, problem.message]),
      [[line, '必评的栏目“遵纪守法”下面没有加分项，请至少写一项']],
    )
  })

  it('are read by scheme check, and written out by init', async () => {
    const out: string[] = []
    const io = { out: (line: string) => out.push(line), err: (line: string) => out.push(line), readFile: () => Promise.resolve(few) }
    assert.equal(await run(['check', 'own.yaml'], io), 0)
    assert.deepEqual(out, ['通过 幸福村积分办法：积分项目19项（扣分3项），涉及17类，没有提醒'])
    const choice = await chooseScheme('own.yaml', () => Promise.resolve(few))
    assert.deepEqual([choice.scheme?.code, choice.faults], ['xingfu', []])
    assert.ok('scheme' in readScheme(choice.source, 'adopted.yaml'))
  })

  it('may change one level of a rate of the same kind, and replace a rate of another kind whole', () => {
    const { scheme } = taken(
      'extends: shifan\nitems:\n  - { code: help-neighbor, rate: { max: 6 } }\n  - { code: patrol, rate: { kind: ranged, min: 1, max: 2 } }\n',
    )
    assert.deepEqual(itemOf(scheme, 'help-neighbor')?.rate, { kind: 'ranged', min: 2, max: 6, default: 3 })
    assert.deepEqual(itemOf(scheme, 'patrol')?.rate, { kind: 'ranged', min: 1, max: 2 })
  })

  it('may take an item out and write it anew', () => {
    const { scheme } = taken(
      'extends: shifan\nremoved: [patrol]\nitems:\n  - { code: patrol, cat: patrol, name: 夜巡护村, problem: 夜里没人, rate: { kind: fixed, points: 1 }, limits: [{ times: 1, per: day }] }\n',
    )
    assert.deepEqual(itemOf(scheme, 'patrol')?.words, [])
  })

  it('are written out so that the text says the same, whatever is changed', async () => {
    const { scheme: base } = await loadScheme('shifan')
    const codes = base.items.map(({ code }) => code)
    const changes = fc.record({
      removed: fc.subarray(codes, { maxLength: 6 }),
      changed: fc.subarray(codes),
      days: fc.integer({ min: 10, max: 60 }),
      points: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(changes, ({ removed, changed, days, points }) => {
        const left = changed.filter((code) => !removed.includes(code))
        const items = left.map((code) => `  - { code: ${code}, rate: { kind: fixed, points: ${String(points)} }, caps: [] }\n`)
        const few = `extends: shifan\nremoved: [${removed.join(', ')}]\nnotice: { days: ${String(days)} }\n${left.length === 0 ? '' : 'items:\n'}${items.join('')}`
        const reading = readVillageScheme(few, 'own.yaml')
        // a donation without a cap is refused, whoever takes it away
        if (!('scheme' in reading)) {
          assert.ok(left.includes('donate'), JSON.stringify(reading))
          return
        }
        const again = readScheme(reading.source, 'adopted.yaml')
        assert.ok('scheme' in again)
        assert.deepEqual(again.scheme, reading.scheme)
        assert.equal(reading.scheme.items.length, codes.length - removed.length)
        for (const code of left) assert.deepEqual(itemOf(reading.scheme, code)?.rate, { kind: 'fixed', points })
      }),
      { numRuns: 25 },
    )
  })

  it('leave a file written whole as it is', async () => {
    const { scheme, source } = await loadScheme('shifan')
    assert.deepEqual(readVillageScheme(source, 'own.yaml'), { scheme, warnings: [], source })
  })
})

describe('broken lines over a shipped scheme', () => {
  for (const file of readdirSync(folder)) {
    const source = readFileSync(new URL(file, folder), 'utf8')
    it(`${file}: ${source.split('\n')[0]?.slice(2) ?? ''}`, () => {
      const reading = readVillageScheme(source, file)
      assert.ok('problems' in reading, 'the scheme was taken')
      const expected = source.split('\n').flatMap((text, index) =>
        text
          .split('✗')
          .slice(1)
          .map((part) => ({ line: index + 1, part: part.trim() })),
      )
      const told = reading.problems.map((problem) => `${problem.file}:${String(problem.line)} ${problem.message}`)
      for (const { line, part } of expected)
        assert.ok(
          told.some((one) => one.startsWith(`${file}:${String(line)} `) && one.includes(part)),
          `line ${String(line)} should say “${part}”, but:\n${told.join('\n')}`,
        )
      assert.equal(told.length, expected.length, told.join('\n'))
    })
  }

  it('tell a problem at the line of the shipped file when it stands there', async () => {
    const { source } = await loadScheme('shifan')
    const line = source.split('\n').findIndex((text) => text.includes('code: donate')) + 1
    const told = problemsOf('extends: shifan\nitems:\n  - { code: donate, book: main }\n')
    assert.deepEqual(
      told.map((one) => one.split('：')[0]),
      [`shifan.yaml:${String(line)} “捐款捐物”`],
    )
  })

  it('refuse one layer over another', () => {
    const chain = (code: string) => (code === 'ours' ? 'extends: shifan\n' : null)
    const reading = readVillageScheme('extends: ours\n', 'own.yaml', [], chain)
    assert.ok('problems' in reading)
    assert.deepEqual(
      reading.problems.map(({ line, message }) => [line, message]),
      [[1, '“ours”自己也是在别的办法上改的，不能一层套一层；请直接写最底下的那一套']],
    )
  })
})
