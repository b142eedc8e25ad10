import { DatabaseProblem } from '../models/db/database-problem.ts'
import { openDatabase, type Database } from '../models/db/open-database.ts'
import type { Log } from '../models/log.ts'
import { CannotRun, type Io } from './io.ts'
import type { Settings } from './settings.ts'

/** Opens the data the settings name; what is wrong with it becomes a sentence for the operator. */
export async function openData({ dataDir, databaseUrl }: Settings, log: Log, io: Io): Promise<Database> {
  return openDatabase({ dataDir, databaseUrl, newId: io.newId, newSalt: () => io.newId(''), log }).catch((error: unknown) => {
    throw error instanceof DatabaseProblem ? new CannotRun(error.message) : error
  })
}
