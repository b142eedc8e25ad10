import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { assertGuards, assertPragmas, buildDataSource, initialize } from '../../models/db/data-source.ts'
import { DatabaseProblem, type DatabaseProblemKind } from '../../models/db/database-problem.ts'
import { entities } from '../../models/db/entities.ts'
import { openDatabase } from '../../models/db/open-database.ts'
import { dialects, newFolder, openOwn, settingsOf } from './fixture.ts'
import { onPostgres } from './postgres.ts'
import { award, openReport, settle } from './village-data.ts'

const refusal = (kind: DatabaseProblemKind, words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof DatabaseProblem, String(error))
  assert.equal(error.kind, kind, error.message)
  assert.match(error.message, words)
  assert.match(error.message, /请|应/)
  return true
}

for (const dialect of dialects) {
  describe(`tables on ${dialect}`, () => {
    it('are the ones the entities describe', async () => {
      const own = await openOwn(dialect)
      const source = buildDataSource(own)
      await source.initialize()
      for (const { options } of entities) {
        const runner = source.createQueryRunner()
        const table = await runner.getTable(options.name)
        await runner.release()
        const found = (table?.columns ?? []).map(({ name, type, isNullable, isPrimary }) => [
          name,
          type === 'integer' ? 'bigint' : type,
          isNullable,
          isPrimary,
        ])
        const described = Object.entries(options.columns).map(([name, column]) => [
          name,
          column?.type,
          column?.nullable ?? false,
          column?.primary ?? false,
        ])
        assert.deepEqual(found.toSorted(), described.toSorted(), options.name)
      }
      await source.destroy()
      await own.close()
    })

    it('refuse UPDATE and DELETE of entries and postings, and DELETE of decisions and audit', async () => {
      const own = await openOwn(dialect)
      await settle(own.database)
      await own.database.lane.unit('v1', async (stores) => {
        await award(stores, 'report:1001', 'h1', 4)
        await openReport(stores)
        await stores.cases.decide({ number: 1001, by: '周大山', verdict: 'approve', points: 4, reason: null, at: 1 })
        await stores.audit.write({ at: 1, actor: null, action: 'x', number: 1001, from: null, to: null, detail: null })
      })
      const source = buildDataSource(own)
      await initialize(source)
      await assertGuards(source)
      const refused = [
        'UPDATE ledger_entry SET kind = kind',
        'DELETE FROM ledger_entry',
        'UPDATE posting SET amount = amount + 1',
        'DELETE FROM posting',
        'DELETE FROM decision',
        'DELETE FROM audit',
      ]
      const byDialect = {
        sqlite: ['INSERT OR REPLACE INTO posting SELECT village, seq, line, account, book, unit, amount + 1 FROM posting'],
        postgres: ['TRUNCATE posting', 'TRUNCATE audit'],
      }
      for (const statement of [...refused, ...byDialect[dialect]]) await assert.rejects(source.query(statement), /kept for good/, statement)
      await source.destroy()
      assert.deepEqual((await own.database.verifyLedger('v1', 0)).problems, [])
      await own.close()
    })

    it('are refused at start when a guard is missing or a newer program has been there', async () => {
      const own = await openOwn(dialect)
      await own.database.close()
      const source = buildDataSource(own)
      await initialize(source)
      await source.query(dialect === 'sqlite' ? 'DROP TRIGGER posting_refuses_update' : 'DROP TRIGGER posting_refuses_update ON posting')
      await source.destroy()
      await assert.rejects(openDatabase(settingsOf(own.dataDir, own.databaseUrl)), refusal('unguarded', /posting_refuses_update/))
      const again = buildDataSource(own)
      await initialize(again)
      await again.query("INSERT INTO migrations (timestamp, name) VALUES (9, 'Later9')")
      await again.destroy()
      await assert.rejects(openDatabase(settingsOf(own.dataDir, own.databaseUrl)), refusal('newer', /升级/))
      await rm(own.dataDir, { recursive: true })
    })
  })
}

describe('opening the data', () => {
  let folder: string
  beforeEach(async () => {
    folder = await newFolder()
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('makes the folder, keeps what was acknowledged, and asserts the safe settings', async () => {
    const dataDir = join(folder, 'new', 'data')
    const first = await openDatabase(settingsOf(dataDir))
    await settle(first)
    await first.lane.unit('v1', openReport)
    await first.close()
    const second = await openDatabase(settingsOf(dataDir))
    assert.equal((await second.reader.read('v1', (stores) => stores.cases.report(1001)))?.report.item, 'sweep')
    await second.close()
    const source = buildDataSource({ dataDir })
    await initialize(source)
    await source.query('PRAGMA synchronous = NORMAL')
    await assert.rejects(assertPragmas(source), refusal('unguarded', /synchronous/))
    await source.destroy()
  })

  it('refuses a folder that is a file, a file that is no database, and a strange address', async () => {
    await writeFile(join(folder, 'file'), 'x')
    await assert.rejects(openDatabase(settingsOf(join(folder, 'file'))), refusal('folder', /DATA_DIR/))
    await assert.rejects(openDatabase(settingsOf(join(folder, 'file', 'under'))), refusal('folder', /DATA_DIR/))
    await mkdir(join(folder, 'bad'))
    await writeFile(join(folder, 'bad', 'xiangyue.sqlite'), 'this is not a database, however long it may be. '.repeat(100))
    await assert.rejects(openDatabase(settingsOf(join(folder, 'bad'))), refusal('not-a-database', /备份/))
    await assert.rejects(openDatabase(settingsOf(folder, 'mysql://x')), refusal('settings', /postgres:/))
    await assert.rejects(openDatabase(settingsOf(folder, 'postgres://x:y@127.0.0.1:1/z')), refusal('unreachable', /PostgreSQL/))
  })

  it('is told by PostgreSQL when the password or the database is wrong', async () => {
    const own = await openOwn('postgres')
    const url = own.databaseUrl ?? ''
    await assert.rejects(openDatabase(settingsOf(folder, url.replace(':xiangyue@', ':wrong@'))), refusal('refused', /密码/))
    await assert.rejects(openDatabase(settingsOf(folder, `${url}_none`)), refusal('refused', /数据库名/))
    await onPostgres(url, ['SELECT 1 FROM village'])
    await own.close()
  })

  it('refuses a second start, in this process and in another, and is free again after kill -9', async () => {
    const holder = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'hold-data.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(holder.stdout, 'data')
    await assert.rejects(openDatabase(settingsOf(folder)), refusal('second-start', /另一个乡约进程/))
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    const opened = await openDatabase(settingsOf(folder))
    await assert.rejects(openDatabase(settingsOf(folder)), refusal('second-start', /另一个乡约进程/))
    await assert.rejects(openDatabase(settingsOf(folder)), refusal('second-start', /另一个乡约进程/))
    assert.equal((await opened.reader.read('v1', (stores) => stores.cases.report(1001)))?.number, 1001)
    await opened.close()
    await (await openDatabase(settingsOf(folder))).close()
  })

  it('keeps pictures by their digest, once', async () => {
    const { media, close } = await openDatabase(settingsOf(folder))
    const bytes = new Uint8Array([1, 2, 3])
    const [first, second] = await Promise.all([media.keep(bytes), media.keep(bytes)])
    assert.equal(first, '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81')
    assert.equal(second, first)
    assert.deepEqual(new Uint8Array((await media.read(first)) ?? []), bytes)
    assert.deepEqual(await readdir(join(folder, 'media', '03')), ['9058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81'])
    assert.equal(await media.read('0'.repeat(64)), null)
    assert.equal(await media.read('../../etc/passwd'), null)
    await close()
  })

  it('forgets a picture for good, and takes it again when it is sent again', async () => {
    const { media, close } = await openDatabase(settingsOf(folder))
    const [one, other] = [await media.keep(new Uint8Array([1, 2, 3])), await media.keep(new Uint8Array([4]))]
    await media.forget(one)
    await media.forget(one)
    assert.deepEqual([await media.read(one), await readdir(join(folder, 'media', one.slice(0, 2)))], [null, []])
    // a word that is no digest reaches no file
    await media.forget(`../media/${other.slice(0, 2)}/${other.slice(2)}`)
    assert.deepEqual(new Uint8Array((await media.read(other)) ?? []), new Uint8Array([4]))
    assert.equal(await media.keep(new Uint8Array([1, 2, 3])), one)
    assert.deepEqual(new Uint8Array((await media.read(one)) ?? []), new Uint8Array([1, 2, 3]))
    await close()
  })
})
