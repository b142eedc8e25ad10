import { join } from 'node:path'

import { DataSource } from 'typeorm'

import { DatabaseProblem } from './database-problem.ts'
import { entities } from './entities.ts'
import { Appraisals1795654380000 } from './migrations/appraisals.ts'
import { Guardians1795654440000 } from './migrations/guardians.ts'
import { Bars1795654320000 } from './migrations/bars.ts'
import { Foundation1795316400000 } from './migrations/foundation.ts'
import { Periods1795650000000 } from './migrations/periods.ts'
import { Kinship1795660000000 } from './migrations/kinship.ts'
import { People1795651200000 } from './migrations/people.ts'
import { Honours1795654200000 } from './migrations/honours.ts'
import { Shares1795654260000 } from './migrations/shares.ts'
import type { Dialect } from './sql.ts'
import { cachedDriver } from './statement-cache.ts'
import { guardNames, guardsInForce } from './triggers.ts'

/** Where the village's data lies: a folder, and a PostgreSQL address when the tables lie there. */
export interface DataSettings {
  readonly dataDir: string
  readonly databaseUrl?: string | undefined
}

/** Connections a process may hold to PostgreSQL for its units of work; as many again for readings. */
export const poolSize = 10

/** The database that the settings ask for. */
export const dialectOf = (settings: DataSettings): Dialect => (settings.databaseUrl ? 'postgres' : 'sqlite')

const migrations = [
  Foundation1795316400000,
  Periods1795650000000,
  People1795651200000,
  Honours1795654200000,
  Shares1795654260000,
  Bars1795654320000,
  Appraisals1795654380000,
  Guardians1795654440000,
  Kinship1795660000000,
]

/** TypeORM's view of the village's data: one SQLite file by default, PostgreSQL by its address. Never synchronized. */
export function buildDataSource(settings: DataSettings, driver: unknown = cachedDriver): DataSource {
  const shared = { entities: [...entities], migrations, synchronize: false, migrationsRun: false, logging: false }
  if (!settings.databaseUrl) {
    return new DataSource({ ...shared, type: 'sqlite', database: join(settings.dataDir, 'xiangyue.sqlite'), driver })
  }
  if (!/^postgres(?:ql)?:\/\//.test(settings.databaseUrl)) {
    throw new DatabaseProblem('settings', 'DATABASE_URL 应以 postgres:// 开头，例如 postgres://用户:密码@127.0.0.1:5432/xiangyue。')
  }
  return new DataSource({
    ...shared,
    type: 'postgres',
    url: settings.databaseUrl,
    applicationName: 'xiangyue',
    connectTimeoutMS: 5000,
    extra: { max: poolSize },
  })
}

/** The SQLite settings without which acknowledged rows or guards could be lost; asserted after they are made. */
const pragmas = [
  { name: 'journal_mode', value: 'WAL', reads: 'wal' },
  { name: 'synchronous', value: 'FULL', reads: 2 },
  { name: 'foreign_keys', value: 'ON', reads: 1 },
  { name: 'busy_timeout', value: '5000', reads: 5000 },
  // without it INSERT OR REPLACE would delete ledger rows past the guards
  { name: 'recursive_triggers', value: 'ON', reads: 1 },
] as const

/** Opens the connection and makes sure that it keeps what it acknowledges. Throws when a setting does not hold. */
export async function initialize(source: DataSource): Promise<void> {
  await source.initialize()
  if (source.options.type !== 'sqlite') return
  for (const { name, value } of pragmas) await source.query(`PRAGMA ${name} = ${value}`)
  await assertPragmas(source)
}

/** Throws `DatabaseProblem` when SQLite did not take one of the settings. */
export async function assertPragmas(source: DataSource): Promise<void> {
  for (const { name, reads } of pragmas) {
    const rows: unknown = await source.query(`PRAGMA ${name}`)
    if (!JSON.stringify(rows).endsWith(`:${JSON.stringify(reads)}}]`)) {
      throw new DatabaseProblem('unguarded', `数据库没有接受安全设置 ${name}。请把数据文件夹放在本机磁盘上（不要用网络盘），再启动。`)
    }
  }
}

/** One lock for all processes that may start at the same time on one PostgreSQL. */
const migrationLock = 727_401

/** Brings the tables up to this program's. Throws `DatabaseProblem` when a newer program has been here. */
export async function migrate(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner()
  const locked = source.options.type === 'postgres'
  try {
    if (locked) await runner.query('SELECT pg_advisory_lock($1)', [migrationLock])
    await source.runMigrations({ transaction: 'all' })
    await assertKnown(source)
  } finally {
    if (locked) await runner.query('SELECT pg_advisory_unlock($1)', [migrationLock])
    await runner.release()
  }
}

const namesIn = async (source: DataSource, sql: string): Promise<ReadonlySet<unknown>> => {
  const rows: unknown = await source.query(sql)
  if (!Array.isArray(rows)) return new Set()
  return new Set(rows.map((row: unknown) => (typeof row === 'object' && row !== null && 'name' in row ? row.name : null)))
}

async function assertKnown(source: DataSource): Promise<void> {
  const ours = new Set<unknown>(migrations.map((migration) => migration.name))
  const done = await namesIn(source, 'SELECT name FROM migrations')
  if ([...done].every((name) => ours.has(name))) return
  throw new DatabaseProblem('newer', '数据是用更新的版本建的，这个版本读不了。请升级程序后再启动。')
}

/** Throws `DatabaseProblem` when a guard of the ledger is missing. */
export async function assertGuards(source: DataSource): Promise<void> {
  const dialect: Dialect = source.options.type === 'postgres' ? 'postgres' : 'sqlite'
  const found = await namesIn(source, guardsInForce[dialect])
  const missing = guardNames(dialect).filter((name) => !found.has(name))
  if (missing.length === 0) return
  throw new DatabaseProblem(
    'unguarded',
    `台账的防改触发器缺失（${missing.join('、')}），数据可能被人动过。请从备份恢复，或请技术员检查后再启动。`,
  )
}
