import { env } from 'node:process'

import { buildDataSource } from './models/db/data-source.ts'

/** The village's data for TypeORM's own command line: the SQLite file under DATA_DIR, or PostgreSQL by DATABASE_URL. */
export const dataSource = buildDataSource({ dataDir: env['DATA_DIR'] ?? './data', databaseUrl: env['DATABASE_URL'] })
