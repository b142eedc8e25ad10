import { assertGuards, buildDataSource, initialize, migrate } from '../../models/db/data-source.ts'
import { rebuildPages } from '../../models/db/ledger/ledger-fold.ts'
import { createLane } from '../../models/db/lane.ts'
import { createMediaStore } from '../../models/db/stores/media-store.ts'
import type { Database } from '../../models/db/open-database.ts'
import { createReader } from '../../models/db/reader.ts'
import { cachedDriver } from '../../models/db/statement-cache.ts'
import { storesOf } from '../../models/db/stores-of.ts'
import { createTranscript } from '../../models/db/transcript.ts'
import { verifyCases } from '../../models/db/checks/verify-cases.ts'
import { verifyLedger } from '../../models/db/checks/verify-ledger.ts'

/** How a statement fails: not carried out, not carried out and the transaction is gone, or carried out though it is said to have failed. */
export type Failure = 'refused' | 'rolled back' | 'done after all'

/** A disk that fails when told. */
export interface Disk {
  /** asked before each statement of the writing connection */
  fails: (sql: string) => Failure | null
  /** lets the file grow no more, or again; SQLite itself then says SQLITE_FULL */
  full(isFull: boolean): Promise<void>
  failures: number
}

const { Database: Cached } = cachedDriver.verbose()
type Done = NonNullable<Parameters<InstanceType<typeof Cached>['run']>[2]>

const ioError = () => Object.assign(new Error('SQLITE_IOERR: disk I/O error'), { code: 'SQLITE_IOERR', errno: 10 })

/** TypeORM's driver for a connection to a failing disk; it must be the only connection that is opened with it. */
function failingDriver() {
  const connections: FailingDatabase[] = []
  const disk: Disk = {
    fails: () => null,
    failures: 0,
    async full(isFull) {
      const pages = isFull ? 1 : 1_073_741_823
      for (const connection of connections) {
        await new Promise<void>((resolve) => connection.healthy(`PRAGMA max_page_count = ${String(pages)}`, [], () => resolve()))
      }
    },
  }

  class FailingDatabase extends Cached {
    constructor(path: string, opened: (error: Error | null) => void) {
      super(path, opened)
      connections.push(this)
    }

    healthy(sql: string, values: unknown, done: Done): void {
      super.all(sql, values, done)
    }

    override run(sql: string, values: unknown, done?: Done): void {
      if (!done || !this.#failed(sql, values, done)) super.run(sql, values, done)
    }

    override all(sql: string, values: unknown, done?: Done): void {
      if (!done || !this.#failed(sql, values, done)) super.all(sql, values, done)
    }

    #failed(sql: string, values: unknown, done: Done): boolean {
      // SQLite's own ROLLBACK ends the transaction whatever the disk does
      const failure = sql === 'ROLLBACK' ? null : disk.fails(sql)
      if (failure === null) return false
      disk.failures += 1
      const fail: Done = function () {
        done.call(this, ioError())
      }
      if (failure === 'refused') super.run('SELECT 1', [], fail)
      else if (failure === 'rolled back') super.run('ROLLBACK', [], fail)
      else super.run(sql, values, fail)
      return true
    }
  }
  return { disk, driver: { verbose: () => ({ Database: FailingDatabase }) } }
}

/** A village's data on a disk that fails when told; readings go through a connection of their own, which does not fail. */
export async function openFailingDatabase(
  dataDir: string,
  newId: (prefix: string) => string,
): Promise<{ readonly disk: Disk; readonly database: Database }> {
  const { disk, driver } = failingDriver()
  const writing = buildDataSource({ dataDir }, driver)
  await initialize(writing)
  await migrate(writing)
  await assertGuards(writing)
  const reading = buildDataSource({ dataDir })
  await initialize(reading)
  const stores = storesOf({ newId, newSalt: () => newId('salt') })
  const lane = createLane(writing, 'sqlite', stores)
  const reader = createReader([reading], 'sqlite', stores)
  const database: Database = {
    lane,
    reader,
    media: createMediaStore(dataDir, newId),
    transcriptOf: (village) => createTranscript(lane, reader, village),
    verifyLedger: (village, fromSeq) => reader.statements((sql) => verifyLedger(sql, village, fromSeq)),
    verifyCases: (village, quorumOf) => reader.statements((sql) => verifyCases(sql, village, quorumOf)),
    rebuildPages: (village) => lane.statements(village, (sql) => rebuildPages(sql, village)),
    async close() {
      await lane.close()
      await reader.close()
      await writing.destroy()
      await reading.destroy()
    },
  }
  return { disk, database }
}
