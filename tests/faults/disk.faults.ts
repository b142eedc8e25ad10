import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Sent } from './conversation.ts'
import { openFailingDatabase, type Disk } from './failing-database.ts'
import { pick, randomFrom, seedOf } from './random.ts'
import { openTroubled, settle, talk, type TroubledVillage } from './talk.ts'

const newId = (prefix: string) => `${prefix}${randomBytes(12).toString('hex')}`

describe('a disk that fails', () => {
  const random = randomFrom(seedOf('DISK_SEED'))
  let folder: string
  let disk: Disk
  let village: TroubledVillage
  let messages: Sent[]

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'xiangyue-disk-'))
    messages = []
    const opened = await openFailingDatabase(folder, newId)
    disk = opened.disk
    village = await openTroubled(opened.database, newId)
  })
  afterEach(async () => {
    await village.training.stop()
    await village.database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const unanswered = () => messages.filter(({ kind, answer }) => kind !== 'chatter' && answer === null).length

  it('keeps what was acknowledged when any statement may fail, and loses no message that is said again', async () => {
    // a commit that was done after all keeps its lines taken until their lease runs out: half a minute of waiting belongs to it
    disk.fails = () => (random() < 0.01 ? pick(random, ['refused', 'rolled back', 'done after all'] as const) : null)
    await talk(village, messages, 8, random)
    disk.fails = () => null
    assert.ok(disk.failures > 0, `${String(disk.failures)} statements failed`)
    const waiting = unanswered()
    const { cases } = await settle(village, messages)
    console.log(
      `      ${String(disk.failures)} statements failed, ${String(waiting)} of ${String(messages.length)} messages had no answer, ${String(cases)} cases`,
    )
  })

  it('gives no receipt for what could not be committed', async () => {
    for (const failure of ['refused', 'rolled back', 'done after all'] as const) {
      disk.fails = (sql) => (sql === 'COMMIT' ? failure : null)
      await talk(village, messages, 2, random)
    }
    assert.deepEqual(
      messages.filter(({ answer }) => answer !== null),
      [],
    )
    disk.fails = () => null
    await settle(village, messages)
  })

  it('acknowledges nothing on a full disk, and goes on when there is room again', async () => {
    await talk(village, messages, 3, random)
    await disk.full(true)
    // whose line is committed but cannot be marked as sent waits for its answer until there is room
    const talking = talk(village, messages, 12, random)
    await Promise.race([talking, wait(5_000)])
    const waiting = unanswered()
    await disk.full(false)
    await talking
    assert.ok(waiting > 0, 'the disk was full')
    const { cases } = await settle(village, messages)
    console.log(`      ${String(waiting)} of ${String(messages.length)} messages had no answer, ${String(cases)} cases`)
  })
})
