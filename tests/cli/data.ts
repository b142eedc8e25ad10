import { randomBytes } from 'node:crypto'
import { openDatabase, type Database } from '../../models/db/open-database.ts'

const silent = () => undefined

/** Unguessable ids, as the program makes them. */
export const newId = (prefix: string): string => `${prefix}${randomBytes(8).toString('hex')}`

/** The data of a folder, opened as a bot opens it. */
export const openFolder = (dataDir: string): Promise<Database> =>
  openDatabase({ dataDir, newId, newSalt: () => newId(''), log: { info: silent, warn: silent, error: silent } })

/** Opens the data of a folder for one look or change. */
export async function within<T>(dataDir: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openFolder(dataDir)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
