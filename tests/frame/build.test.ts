import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

describe('the build', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'build-'))
    cpSync(join(root, '.ci'), join(folder, '.ci'), { recursive: true })
    mkdirSync(join(folder, 'bin'))
  })

  afterEach(() => rmSync(folder, { recursive: true }))

  /** Runs .ci/run with an npm that does what `check` says. */
  const build = (check: string) => {
    writeFileSync(join(folder, 'bin/npm'), `#!/usr/bin/env bash\n[ "$1" = ci ] && exit 0\n${check}\n`, { mode: 0o755 })
    const { status, stdout } = spawnSync(join(folder, '.ci/run'), {
      cwd: tmpdir(),
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH ?? ''}` },
    })
    return { status, last: stdout.trimEnd().split('\n').at(-1) }
  }

  const counted = (passed: number, failed: number) => `echo '${JSON.stringify({ passed, failed })}' > "$TEST_COUNTS"`

  it('says last how many tests passed', () => {
    assert.deepEqual(build(`echo checking; ${counted(12, 0)}`), { status: 0, last: '12 passed, 0 failed' })
  })

  it('fails with the counts when a test fails', () => {
    assert.deepEqual(build(`${counted(11, 1)}; exit 1`), { status: 1, last: '11 passed, 1 failed' })
  })

  it('fails even if the runner forgot to', () => {
    assert.equal(build(counted(11, 1)).status, 1)
    assert.equal(build(counted(0, 0)).status, 1)
    assert.equal(build('true').status, 1)
  })

  it('counts nothing when the check stops before the tests', () => {
    assert.deepEqual(build('echo a type is wrong; exit 2'), { status: 2, last: 'a type is wrong' })
  })

  it('takes its counts from the real test runner', () => {
    writeFileSync(join(folder, 'a.test.ts'), "describe('a', () => { it('b', () => {}); it('c', () => { throw new Error() }) })\n")
    const counts = join(folder, 'counts.json')
    const { status, stdout } = spawnSync(process.execPath, ['node_modules/mocha/bin/mocha.js', join(folder, 'a.test.ts')], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, TEST_COUNTS: counts },
    })
    assert.equal(status, 1)
    assert.equal(stdout.trimEnd().split('\n').at(-1), '1 passed, 1 failed')
    assert.deepEqual(JSON.parse(readFileSync(counts, 'utf8')), { passed: 1, failed: 1 })
  })
})
