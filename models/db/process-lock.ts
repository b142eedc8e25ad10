import { join } from 'node:path'

import sqlite3 from 'sqlite3'

import { codeOf, DatabaseProblem } from './database-problem.ts'

/** The data folder held by this process; the system frees it when the process ends, however it ends. */
export interface ProcessLock {
  release(): Promise<void>
}

/**
 * Holds the data folder for one process: an exclusive transaction on `lock.sqlite`, which nothing else opens.
 * Throws `DatabaseProblem` when another process holds it. A pid file would go on refusing after a power cut.
 */
export async function lockFolder(dataDir: string): Promise<ProcessLock> {
  const file = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened: sqlite3.Database = new sqlite3.Database(join(dataDir, 'lock.sqlite'), (error) => {
      if (error) reject(error)
      else resolve(opened)
    })
  })
  const close = () =>
    new Promise<void>((resolve) => {
      file.close(() => {
        resolve()
      })
    })
  try {
    for (const sql of ['PRAGMA busy_timeout = 0', 'PRAGMA journal_mode = DELETE', 'BEGIN EXCLUSIVE']) await run(file, sql)
  } catch (error) {
    await close()
    if (codeOf(error) !== 'SQLITE_BUSY') throw error
    throw new DatabaseProblem(
      'second-start',
      `数据文件夹「${dataDir}」正由另一个乡约进程使用。请先停止那个进程，或用 DATA_DIR 指定另一个文件夹。`,
      error,
    )
  }
  return { release: close }
}

const run = (file: sqlite3.Database, sql: string) =>
  new Promise<void>((resolve, reject) => {
    file.run(sql, (error: Error | null) => {
      if (error) reject(error)
      else resolve()
    })
  })
