import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../../cli/rules.ts'
import { idsIn } from '../../cli/rules/rule-index.ts'
import { CannotRun } from '../../cli/io.ts'
import { scratch } from '../scratch.ts'

const planted = `describe('planted', () => {
  specify('GY-8 and JS-R4: two rules in one title', () => {})
  specify('GY-8 once more', () => {})
  specify('YX-4 fails', () => { throw new Error('不对') })
  specify('YX-1 passes here', () => {})
  specify('YX-12 is another rule', () => { throw new Error('别的') })
  specify('no rule at all', () => { throw new Error('must not run') })
  describe('with a hook', () => {
    beforeEach(() => { throw new Error('钩子坏了') })
    specify('PH-2 cannot begin', () => {})
  })
})
`
const row = (id: string, finished: 'yes' | 'no') => `${id}\t5\t${finished}\t说的是什么`

describe('the command rules', function () {
  this.timeout(30_000)

  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(scratch, 'rules-'))
    await writeFile(join(folder, 'planted.mjs'), planted)
  })

  afterEach(() => rm(folder, { recursive: true }))

  async function rules(table: string, ...more: readonly string[]) {
    const index = join(folder, 'index.tsv')
    await writeFile(index, `id\tissue\tfinished\ttext\n${table}\n`)
    const out: string[] = []
    const err: string[] = []
    const io = {
      out: (line: string) => out.push(line),
      err: (line: string) => err.push(line),
      readFile: (path: string) => readFile(path, 'utf8'),
    }
    const code = await run(['--index', index, '--tests', join(folder, '*.mjs'), ...more], io)
    return { code, out, err }
  }

  it('prints a line for each rule, in the order of the table, and ends 1 when a finished one does not pass', async () => {
    const ids = ['GY-8', 'JS-R4', 'YX-4', 'YX-1', 'PH-2', 'CJ-4'] as const
    const { code, out, err } = await rules(ids.map((id) => row(id, id === 'YX-4' ? 'yes' : 'no')).join('\n'))
    assert.deepEqual(out, ['GY-8\tpass\t2', 'JS-R4\tpass\t1', 'YX-4\tfail\t1', 'YX-1\tpass\t1', 'PH-2\tfail\t1', 'CJ-4\tmissing\t0'])
    assert.equal(code, 1)
    assert.ok(err.some((line) => line.includes('YX-4 fails：不对')))
    assert.ok(!err.some((line) => line.includes('no rule at all')))
  })

  it('ends 0 when only unfinished rules are missing, and takes a few IDs alone', async () => {
    const { code, out } = await rules([row('GY-8', 'yes'), row('CJ-4', 'no'), row('YX-4', 'yes')].join('\n'), 'GY-8', 'CJ-4')
    assert.deepEqual([code, out], [0, ['GY-8\tpass\t2', 'CJ-4\tmissing\t0']])
  })

  it('ends 1 when a finished rule has no test', async () => {
    const { code, out } = await rules(row('CJ-4', 'yes'))
    assert.deepEqual([code, out], [1, ['CJ-4\tmissing\t0']])
  })

  it('says what is wrong with the table, or with what was asked for', async () => {
    await assert.rejects(
      rules('GY-8\t5\tmaybe\t说的是什么'),
      (error) => error instanceof CannotRun && error.message.startsWith('规则表第2行读不懂'),
    )
    await assert.rejects(rules(row('GY-8', 'no'), 'GY-88'), (error) => error instanceof CannotRun && error.message.includes('GY-88'))
  })
})

describe('IDs in titles', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['GY-8 books points', ['GY-8']],
    ['YX-4/YX-5 the 28th', ['YX-4', 'YX-5']],
    ['JS-R1、JS-L2', ['JS-R1', 'JS-L2']],
    ['MIN-2, GY-12', ['MIN-2', 'GY-12']],
    ['reads UTF-16 and #1001 and cn-2018', []],
  ]

  it('are found, several in one, and nothing that only looks like one', () => {
    for (const [title, ids] of cases)
      assert.deepEqual(
        idsIn(title).filter((id) => !id.startsWith('UTF')),
        ids,
        title,
      )
  })
})
