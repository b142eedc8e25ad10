import { access, constants, mkdir } from 'node:fs/promises'

import type { DataSource } from 'typeorm'

import type { Transcript } from '../chat.ts'
import type { Log } from '../log.ts'
import type { Lane, MediaStore, Reader } from '../stores/stores.ts'
import { assertGuards, buildDataSource, dialectOf, initialize, migrate, type DataSettings } from './data-source.ts'
import { problemOf } from './database-problem.ts'
import { createLane } from './lane.ts'
import { rebuildPages } from './ledger/ledger-fold.ts'
import type { LedgerNeeds } from './ledger/ledger-store.ts'
import { createMediaStore } from './stores/media-store.ts'
import { lockFolder, type ProcessLock } from './process-lock.ts'
import { createReader } from './reader.ts'
import { storesOf } from './stores-of.ts'
import { createTranscript } from './transcript.ts'
import type { CaseProblem } from './checks/verify-case-rows.ts'
import { verifyCases } from './checks/verify-cases.ts'
import type { QuorumOf } from './checks/verify-decisions.ts'
import { verifyLedger, type LedgerCheck } from './checks/verify-ledger.ts'

/** Where the data lies and what it takes from outside: `newId('case')` and `newSalt()` give unguessable words. */
export interface DatabaseSettings extends DataSettings, LedgerNeeds {
  readonly log: Log
}

/** The village's data, open: one lane to write, a reader beside it, pictures, and the checks of the ledger. */
export interface Database {
  readonly lane: Lane
  readonly reader: Reader
  readonly media: MediaStore
  transcriptOf(village: string): Transcript
  /** the chain after `fromSeq`, and all sums, balances and rollups */
  verifyLedger(village: string, fromSeq: number): Promise<LedgerCheck>
  /** numbers, moves, decisions, notices, objections and entries of all cases; one household's consent unless `quorumOf` asks for more */
  verifyCases(village: string, quorumOf?: QuorumOf): Promise<readonly CaseProblem[]>
  /** makes balances and rollups anew from the postings */
  rebuildPages(village: string): Promise<void>
  /** waits for the units under way, then frees file and folder */
  close(): Promise<void>
}

/** Readings that may go on at the same time on one SQLite file; on PostgreSQL one pool serves them all. */
const readingSeats = 3

/**
 * Opens the village's data, bringing its tables up to date. Throws `DatabaseProblem`: folder not writable, not a database, in
 * use by another process, PostgreSQL not to be reached, made by a newer version, guards missing.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const opened: DataSource[] = []
  let lock: ProcessLock | undefined
  const release = async () => {
    for (const source of opened.splice(0)) await source.destroy()
    await lock?.release()
  }
  const open = async () => {
    const source = buildDataSource(settings)
    await initialize(source)
    opened.push(source)
    return source
  }
  try {
    const dialect = dialectOf(settings)
    await mkdir(settings.dataDir, { recursive: true })
    await access(settings.dataDir, constants.W_OK)
    if (dialect === 'sqlite') lock = await lockFolder(settings.dataDir)
    const writing = await open()
    await migrate(writing)
    await assertGuards(writing)
    const reading = []
    for (let seat = 0; seat < (dialect === 'sqlite' ? readingSeats : 1); seat += 1) reading.push(await open())
    if (dialect === 'sqlite') for (const source of reading) await source.query('PRAGMA query_only = ON')
    settings.log.info({ dialect }, 'database open')
    return databaseOf(settings, writing, reading, release)
  } catch (error) {
    await release().catch(() => undefined)
    throw problemOf(error, settings.dataDir)
  }
}

function databaseOf(
  settings: DatabaseSettings,
  writing: DataSource,
  reading: readonly DataSource[],
  release: () => Promise<void>,
): Database {
  const dialect = dialectOf(settings)
  const stores = storesOf(settings)
  const lane = createLane(writing, dialect, stores)
  const reader = createReader(reading, dialect, stores)
  return {
    lane,
    reader,
    media: createMediaStore(settings.dataDir, settings.newId),
    transcriptOf: (village) => createTranscript(lane, reader, village),
    verifyLedger: (village, fromSeq) => reader.statements((sql) => verifyLedger(sql, village, fromSeq)),
    verifyCases: (village, quorumOf) => reader.statements((sql) => verifyCases(sql, village, quorumOf)),
    rebuildPages: (village) => lane.statements(village, (sql) => rebuildPages(sql, village)),
    async close() {
      await lane.close()
      await reader.close()
      await release()
    },
  }
}
