import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { VillageProcess } from './village-process.ts'
import { scratch } from '../scratch.ts'

describe('a village without power at the end of the quarter', function () {
  this.timeout(60_000)
  // a year ahead of the real clock, which may not be turned back
  const year = new Date().getUTCFullYear() + 1
  const autumn = `${String(year)}-12-10T10:00:00+08:00`
  const winter = `${String(year + 1)}-01-16T10:00:00+08:00`
  let folder: string
  let village: VillageProcess
  /** how many lines the villagers' room held before the power went */
  let held: number

  const opened = (clock: string) => VillageProcess.ready({ DATA_DIR: folder, SANDBOX_CLOCK: clock })

  before(async () => {
    folder = mkdtempSync(join(scratch, 'xiangyue-downtime-'))
    village = await opened(autumn)
    await village.say({ id: 'a', from: '王秀英', to: '村民群', text: '报 扫路 2小时' })
    await village.say({ id: 'b', from: '周大山', to: '评议群', text: '1001通过' })
    await village.post('/sandbox/api/clock', { to: `${String(year)}-12-28T10:00:00+08:00` })
    held = (await village.lines('村民群')).length
    await village.signal('SIGKILL')
    village = await opened(winter)
  })
  after(async () => {
    await village.signal('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  const missed = async () => (await village.lines('村民群')).slice(held).map(({ text }) => text)
  const count = (lines: readonly string[], words: RegExp) => lines.filter((line) => words.test(line)).length
  const months = /12月.*积分榜/u
  const quarters = /(?:4|四)季度.*公示/u

  it('posts one ranking and one quarterly notice when it is back', async () => {
    const lines = await missed()
    assert.equal(count(lines, months), 1, lines.join('\n\n'))
    assert.equal(count(lines, quarters), 1, lines.join('\n\n'))
    assert.match(lines.find((line) => months.test(line)) ?? '', /王秀英\D+4分/u)
    assert.match(lines.find((line) => quarters.test(line)) ?? '', /#1001.*已入账/u)
  })

  it('posts none more when it is started again, and never turns the clock back', async () => {
    const before = await missed()
    await village.signal('SIGTERM')
    village = await opened(autumn)
    assert.deepEqual(await missed(), before)
    assert.ok((await village.now()) >= new Date(winter).toISOString())
    const { entries } = await village.ledger()
    assert.equal(entries.length, 1)
    assert.match(entries[0]?.cause ?? '', /^report:1001\//u)
  })
})
