import assert from 'node:assert/strict'
import { run, type ParseIo } from '../../cli/parse.ts'
import { trainingVocabulary } from '../../cli/parse/live-vocabulary.ts'
import { shifanVocabulary } from '../../cli/parse/shifan-vocabulary.ts'

const NOW = '2026-11-22T10:00:00+08:00'

/** Runs the command with one file at hand, and tells how it ended and what it said on both streams. */
async function parse(
  args: readonly string[],
  file = '',
): Promise<{ readonly code: number; readonly out: readonly string[]; readonly err: readonly string[] }> {
  const out: string[] = []
  const err: string[] = []
  const io: ParseIo = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    readFile: () => Promise.resolve(file),
    clock: { now: () => Date.parse(NOW) },
  }
  return { code: await run(args, io), out, err }
}

describe('xiangyue parse', () => {
  it('reads one line, given in one word or several', async () => {
    const { code, out } = await parse(['报', '扫路', '2小时'])
    assert.equal(code, 0)
    assert.deepEqual(out, ['{"intent":"report","slots":{"who":["self"],"cat":"env_clean","date":null,"hours":2}}'])
  })

  it('reads the columns role and text of a corpus in order, whatever the others say, and keeps quotation marks', async () => {
    const file =
      '\ufeffrole\ttext\tintent\tslots\tnote\r\nreviewer\t1042通过\tignore\t{"x":1}\t\r\nvillager\t"收到"\treport\t\t\nvillager\t1042通过\n'
    const { code, out } = await parse(['--corpus', 'any.tsv', '--now', NOW], file)
    assert.equal(code, 0)
    assert.deepEqual(out, [
      '{"intent":"approve","slots":{"target":"#1042"}}',
      '{"intent":"ignore","slots":{}}',
      '{"intent":"ignore","slots":{}}',
    ])
  })

  it('reads the columns by their names, and \\n as a new line', async () => {
    const file = 'text\trole\n「积分管家：待审#1044 谢开元 修电饭煲 3分」\\n- - -\\n改成5分\treviewer\n'
    const { out } = await parse(['--corpus', 'any.tsv'], file)
    assert.deepEqual(out, ['{"intent":"approve_modified","slots":{"target":"#1044","points":5}}'])
  })

  it('sees days from the instant it is told', async () => {
    const { out } = await parse(['--now', '2026-03-02T00:30:00+08:00', '今天扫路2小时'])
    assert.match(out[0] ?? '', /"date":"2026-03-02"/u)
  })

  it('takes the role of the speaker', async () => {
    assert.match((await parse(['--role', 'reviewer', '1042通过'])).out[0] ?? '', /"approve"/u)
    assert.match((await parse(['1042通过'])).out[0] ?? '', /"ignore"/u)
  })

  it('explains on the error stream alone', async () => {
    const { out, err } = await parse(['-v', '昨儿个扫了路，两个钟头'])
    assert.equal(out.length, 1)
    assert.ok(err.some((line) => line.includes('report of a deed')))
  })

  for (const args of [[], ['--corpus'], ['--now', 'yesterday', '报'], ['--role', 'king', '报'], ['--what', '报'], ['-v']]) {
    it(`says how it is used when called with [${args.join(' ')}]`, async () => {
      const { code, out, err } = await parse(args)
      assert.deepEqual([code, out.length], [2, 0])
      assert.match(err[0] ?? '', /用法/u)
    })
  }

  it('starts with the language that roster, scheme and commands have (else: node --import tsx cli/parse/make-vocabulary.ts)', async () => {
    assert.deepEqual(shifanVocabulary, await trainingVocabulary())
  })
})
