import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { assertGuards, buildDataSource, dialectOf, initialize, type DataSettings } from '../../models/db/data-source.ts'
import { DatabaseProblem, problemOf } from '../../models/db/database-problem.ts'
import { lockFolder } from '../../models/db/process-lock.ts'
import { createReader, type InnerReader } from '../../models/db/reader.ts'
import { storesOf } from '../../models/db/stores-of.ts'
import { broken, heed, well, type Finding } from './finding.ts'

/** The data, opened for reading beside a bot that may be running. */
export interface Reading {
  readonly reader: InnerReader
  close(): Promise<void>
}

const there = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Whether a bot holds the data folder now: 'unknown' on PostgreSQL, where any number may run. */
export async function botRunning({ dataDir, databaseUrl }: DataSettings): Promise<'yes' | 'no' | 'unknown'> {
  if (databaseUrl) return 'unknown'
  if (!(await there(join(dataDir, 'lock.sqlite')))) return 'no'
  try {
    const lock = await lockFolder(dataDir)
    await lock.release()
    return 'no'
  } catch (error) {
    if (error instanceof DatabaseProblem && error.kind === 'second-start') return 'yes'
    throw error
  }
}

const refuseIds = (): never => {
  throw new Error('a reading makes no ids')
}

const nameOf = (row: unknown): unknown => (typeof row === 'object' && row !== null && 'name' in row ? row.name : undefined)

/** Opens what is there without changing it; nothing is migrated. Null when there is no database yet, or it cannot be read. */
export async function openReading(settings: DataSettings): Promise<{ reading: Reading | null; findings: readonly Finding[] }> {
  const dialect = dialectOf(settings)
  if (dialect === 'sqlite' && !(await there(join(settings.dataDir, 'xiangyue.sqlite')))) return { reading: null, findings: [noData] }
  const source = buildDataSource(settings)
  try {
    await initialize(source)
    if (dialect === 'sqlite') await source.query('PRAGMA query_only = ON')
    const rows: unknown = await source.query('SELECT name FROM migrations').catch(() => null)
    if (!Array.isArray(rows)) {
      await source.destroy()
      return { reading: null, findings: [noData] }
    }
    const done = new Set(rows.map(nameOf))
    const ours = source.migrations.map(({ name, constructor }) => name ?? constructor.name)
    const waiting = ours.filter((name) => !done.has(name))
    const unknown = done.size - (ours.length - waiting.length)
    const findings = [
      well(`数据库打得开（${dialect === 'sqlite' ? 'SQLite，安全设置都在' : 'PostgreSQL'}）`),
      ...stepFindings(waiting.length, unknown),
    ]
    if (waiting.length > 0 || unknown > 0) {
      await source.destroy()
      return { reading: null, findings }
    }
    await assertGuards(source)
    const reader = createReader([source], dialect, storesOf({ newId: refuseIds, newSalt: refuseIds }))
    const close = async () => {
      await reader.close()
      await source.destroy()
    }
    return { reading: { reader, close }, findings: [...findings, well('台账的防改触发器都在')] }
  } catch (error) {
    if (source.isInitialized) await source.destroy().catch(() => undefined)
    return { reading: null, findings: [broken(problemOf(error, settings.dataDir).message)] }
  }
}

const noData = heed('还没有数据库：试用请运行 npm start（示范村），正式建村请运行 npm run xiangyue -- init')

function stepFindings(waiting: number, unknown: number): readonly Finding[] {
  if (unknown > 0) return [broken('数据是用更新的版本建的，这个版本读不了；请升级程序')]
  if (waiting > 0)
    return [heed(`数据表还差${String(waiting)}步升级，下次启动会自己做；做之前请先备份数据文件夹。升级后再运行一次 doctor 才能看数据`)]
  return [well('数据表是最新的')]
}
