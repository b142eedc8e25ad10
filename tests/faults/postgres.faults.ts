import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '../../models/db/open-database.ts'
import { newPostgresUrl, onPostgres } from '../db/postgres.ts'
import type { Sent } from './conversation.ts'
import { randomFrom, seedOf } from './random.ts'
import { openTroubled, settle, talk, type TroubledVillage } from './talk.ts'

const newId = (prefix: string) => `${prefix}${randomBytes(12).toString('hex')}`
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Ends every connection that the village holds, in whatever it is doing. */
const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'xiangyue'`

describe('PostgreSQL that ends connections in mid-unit', () => {
  const random = randomFrom(seedOf('PG_SEED'))
  let folder: string
  let url: string
  let village: TroubledVillage

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'xiangyue-pgcut-'))
    url = await newPostgresUrl()
    const database = await openDatabase({ dataDir: folder, databaseUrl: url, newId, newSalt: () => newId('salt'), log: silent })
    village = await openTroubled(database, newId)
  })
  afterEach(async () => {
    await village.training.stop()
    await village.database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('keeps what was acknowledged, and goes on by itself', async () => {
    const messages: Sent[] = []
    let over = false
    let cuts = 0
    const cutting = async () => {
      while (!over) {
        await wait(random() * 400)
        await onPostgres(url, [cut])
        cuts += 1
      }
    }
    const ended = cutting()
    await talk(village, messages, 12, random)
    over = true
    await ended
    const waiting = messages.filter(({ kind, answer }) => kind !== 'chatter' && answer === null).length
    assert.ok(waiting > 0, 'something was cut off')
    const { cases } = await settle(village, messages)
    console.log(
      `      ${String(cuts)} cuts, ${String(waiting)} of ${String(messages.length)} messages had no answer, ${String(cases)} cases`,
    )
  })
})
