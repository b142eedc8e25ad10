import { cp, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { buildDataSource } from '../../models/db/data-source.ts'
import { entities } from '../../models/db/entities.ts'
import { openDatabase, type Database } from '../../models/db/open-database.ts'
import { isRow, type Row } from '../../models/db/row.ts'
import { newPostgresUrl } from './postgres.ts'
import { log, withCounters } from './village-data.ts'
import { scratch } from '../scratch.ts'

/** The two databases that every case of the data layer runs on. */
export const dialects = ['sqlite', 'postgres'] as const

/** Settings with counted ids and salts. */
export const settingsOf = (dataDir: string, databaseUrl?: string) => withCounters({ dataDir, databaseUrl, log })

/** A folder of the test's own. */
export const newFolder = () => mkdtemp(join(scratch, 'xiangyue-db-'))

let template: Promise<string> | undefined

/** A migrated, empty SQLite file, made once and copied for each test. */
async function migratedFolder(): Promise<string> {
  const folder = await newFolder()
  const database = await openDatabase(settingsOf(folder))
  await database.close()
  return folder
}

/** A database of the test's own, and what it takes to reach it from outside. */
export interface Own {
  readonly database: Database
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  /** every row of every table, as it lies there */
  rows(): Promise<Readonly<Record<string, readonly Row[]>>>
  close(): Promise<void>
}

async function allRows(dataDir: string, databaseUrl?: string): Promise<Readonly<Record<string, readonly Row[]>>> {
  const source = await buildDataSource({ dataDir, databaseUrl }).initialize()
  try {
    const tables: Record<string, readonly Row[]> = {}
    for (const { options } of entities) {
      const rows: unknown = await source.query(`SELECT * FROM ${options.name}`)
      tables[options.name] = Array.isArray(rows) ? rows.filter(isRow) : []
    }
    return tables
  } finally {
    await source.destroy()
  }
}

/** Opens a new, empty database; every test has its own. */
export async function openOwn(dialect: (typeof dialects)[number]): Promise<Own> {
  const dataDir = await newFolder()
  const databaseUrl = dialect === 'postgres' ? await newPostgresUrl() : undefined
  if (!databaseUrl) {
    template ??= migratedFolder()
    await cp(join(await template, 'xiangyue.sqlite'), join(dataDir, 'xiangyue.sqlite'))
  }
  const database = await openDatabase(settingsOf(dataDir, databaseUrl))
  return {
    database,
    dataDir,
    databaseUrl,
    rows: () => allRows(dataDir, databaseUrl),
    async close() {
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

after(async () => {
  if (template) await rm(await template, { recursive: true, force: true })
})
