import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { run } from '../../cli/scheme.ts'

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))

async function check(args: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await run(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    readFile: (file) => readFile(file, 'utf8'),
  })
  return { code, out, err }
}

describe('scheme check', () => {
  it('passes shifan with one line', async () => {
    const { code, out, err } = await check(['check', path('rules/schemes/shifan.yaml')])
    assert.deepEqual([code, err], [0, []])
    assert.deepEqual(out, ['通过 示范村积分办法：积分项目20项（扣分4项），涉及18类，没有提醒'])
  })

  it('names file and line of every problem on stderr and ends 1', async () => {
    const file = path('tests/schemes/deduction-alone.yaml')
    const { code, out, err } = await check(['check', file])
    assert.deepEqual([code, out], [1, []])
    const faulty = (await readFile(file, 'utf8')).split('\n').findIndex((line) => line.includes('✗')) + 1
    assert.equal(err.filter((line) => line.startsWith(`${file}:${String(faulty)} 扣分项“乱扔垃圾”`)).length, 3)
    assert.ok(err.every((line) => /:\d+ /u.test(line)))
  })

  it('knows the bot’s own commands', async () => {
    const { code, err } = await check(['check', path('tests/schemes/command-word.yaml')])
    assert.equal(code, 1)
    assert.ok(err.some((line) => line.includes('“报扫路”以口令“报”开头')))
  })

  const nothing: readonly (readonly [string, readonly string[]])[] = [
    ['no words', []],
    ['no file', ['check']],
    ['another verb', ['burn', 'x.yaml']],
    ['too many words', ['check', 'a', 'b']],
    ['a missing file', ['check', path('no/such/file.yaml')]],
    ['a folder', ['check', path('rules')]],
  ]
  for (const [title, args] of nothing) {
    it(`says one sentence and ends 2 with ${title}`, async () => {
      const { code, out, err } = await check(args)
      assert.deepEqual([code, out, err.length], [2, [], 1])
    })
  }
})
