import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort, runToEnd, VillageProcess, type Settings } from './village-process.ts'
import { scratch } from '../scratch.ts'

/** One Chinese sentence, no stack. */
const isSentence = (text: string) => {
  assert.match(text, /^[^\n]*\p{Script=Han}[^\n]*\n$/u)
  assert.doesNotMatch(text, /\n\s+at |Error:/u)
}

describe('start', function () {
  // each start is a real process: seconds on a busy machine
  this.timeout(60_000)
  let folder: string

  before(() => {
    folder = mkdtempSync(join(scratch, 'xiangyue-start-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const refused = async (settings: Settings, words: RegExp) => {
    const { code, stdout, stderr } = await runToEnd({ DATA_DIR: join(folder, 'never'), ...settings })
    assert.equal(stdout, '')
    assert.match(stderr, words)
    isSentence(stderr)
    assert.equal(code, 1)
  }

  describe('a village that runs', () => {
    let village: VillageProcess
    let port: number
    /** what was answered on the port while the village was starting, in order */
    const early: { readonly answer: string; readonly ready: boolean }[] = []

    before(async () => {
      port = await freePort()
      village = new VillageProcess({ DATA_DIR: join(folder, 'runs'), PORT: String(port), LOG_LEVEL: 'info' })
      const ready = village.isReady()
      let open = false
      while (!open) {
        const answer = await fetch(`http://127.0.0.1:${String(port)}/sandbox/api/state`).then(
          ({ status }) => String(status),
          () => 'refused',
        )
        open = answer !== 'refused' && answer !== '503'
        // the answer may overtake the line, which takes another way
        if (open) await wait(100)
        early.push({ answer, ready: village.url !== '' })
        await Promise.race([wait(25), ready])
      }
      await ready
    })
    after(() => village.signal('SIGKILL'))

    it('says one line, where it is, and nothing else on stdout', async () => {
      assert.equal(village.stdout, `ready http://127.0.0.1:${String(port)}\n`)
      await village.say({ id: 'one', from: '王秀英', to: '村民群', text: '报 扫路 2小时' })
      assert.equal(village.stdout, `ready http://127.0.0.1:${String(port)}\n`)
    })

    it('answers nothing before that line', () => {
      assert.ok(early.length > 3, 'the port was tried while the village was starting')
      for (const { answer, ready } of early) assert.ok(ready || answer === 'refused' || answer === '503', answer)
      assert.deepEqual(early.at(-1), { answer: '200', ready: true })
    })

    it('refuses a second start on the same data, and goes on', async () => {
      await refused({ DATA_DIR: join(folder, 'runs') }, /另一个乡约进程/u)
      const { replies } = await village.say({ id: 'two', from: '赵福贵', to: '村民群', text: '报 扫路 1小时' })
      assert.match(replies[0]?.text ?? '', /#\d{4}/u)
    })

    it('ends with code 0 when it is asked to, keeping what it knows', async () => {
      const before = await village.lines('村民群')
      const { code, signal, ms, stdout } = await village.signal('SIGTERM')
      assert.deepEqual({ code, signal }, { code: 0, signal: null })
      assert.ok(ms < 5_000, `it took ${String(ms)} ms`)
      assert.equal(stdout.split('\n').length, 2)
      village = await VillageProcess.ready({ DATA_DIR: join(folder, 'runs') })
      assert.deepEqual(await village.lines('村民群'), before)
    })

    it('ends with code 0 when it is asked to in the moment it is ready', async () => {
      await village.signal('SIGKILL')
      const next = new VillageProcess({ DATA_DIR: join(folder, 'runs') })
      await next.isReady()
      const { code, signal } = await next.signal('SIGTERM')
      assert.deepEqual({ code, signal }, { code: 0, signal: null })
    })
  })

  describe('a busy port', () => {
    let holder: Server
    let port: number
    before(async () => {
      holder = createServer()
      await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
      const address = holder.address()
      port = typeof address === 'object' && address !== null ? address.port : 0
    })
    after(() => holder.close())

    it('is named, with what to do', () =>
      refused({ DATA_DIR: join(folder, 'busy'), PORT: String(port) }, new RegExp(`${String(port)}.*PORT`, 'u')))
  })

  it('names a folder that cannot be made', async () => {
    writeFileSync(join(folder, 'file'), 'a file')
    await refused({ DATA_DIR: join(folder, 'file', 'data') }, /DATA_DIR/u)
  })

  it('names a folder that is a file', async () => {
    writeFileSync(join(folder, 'file'), 'a file')
    await refused({ DATA_DIR: join(folder, 'file') }, /DATA_DIR/u)
  })

  it('names a folder in which nothing can be written', () => refused({ DATA_DIR: '/proc/self' }, /DATA_DIR/u))

  it('names a file that is no database, and leaves it as it is', async () => {
    mkdirSync(join(folder, 'broken'))
    writeFileSync(join(folder, 'broken', 'xiangyue.sqlite'), 'not a database, by no means a database '.repeat(200))
    await refused({ DATA_DIR: join(folder, 'broken') }, /不是数据库.*备份/u)
  })

  it('names a setting that is wrong', async () => {
    const wrong: readonly [Settings, RegExp][] = [
      [{ SANDBOX_CLOCK: '2026-13-01' }, /SANDBOX_CLOCK.*2026/u],
      [{ PORT: 'eighty' }, /PORT.*整数/u],
      [{ PORT: '70000' }, /PORT.*65535/u],
    ]
    await Promise.all(wrong.map(([settings, words]) => refused(settings, words)))
  })

  it('lists what can be done when asked for something else', async () => {
    const { code, stdout, stderr } = await runToEnd({ DATA_DIR: folder }, ['stat'])
    assert.equal(stdout, '')
    assert.match(stderr, /start/u)
    isSentence(stderr)
    assert.equal(code, 2)
  })
})
