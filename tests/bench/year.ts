import { join } from 'node:path'
import sqlite3 from 'sqlite3'
import { TestVillage } from '../village.ts'
import { liveYear, yearBegins } from '../year/year.ts'

const numberIn = (row: unknown): number => (typeof row === 'object' && row !== null && 'n' in row ? Number(row.n) : Number.NaN)

/** All rows of all tables of a closed database. */
async function rowsOf(file: string): Promise<number> {
  const database = new sqlite3.Database(file, sqlite3.OPEN_READONLY)
  const all = (sql: string): Promise<readonly unknown[]> =>
    new Promise((resolve, reject) => {
      database.all(sql, (error: Error | null, rows: readonly unknown[]) => {
        if (error) reject(error)
        else resolve(rows)
      })
    })
  let rows = 0
  for (const table of await all("SELECT name AS n FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
    const name = typeof table === 'object' && table !== null && 'n' in table ? String(table.n) : ''
    for (const row of await all(`SELECT COUNT(*) AS n FROM "${name}"`)) rows += numberIn(row)
  }
  return rows
}

/** A year under a scheme, lived as fast as it goes: `year.ts SCHEME HOUSEHOLDS REPORTS`; one line of JSON at the end, progress on stderr. */
const [scheme = 'shifan', households = '265', reports = '20000'] = process.argv.slice(2)

const started = performance.now()
const seconds = () => (performance.now() - started) / 1000
const village = await TestVillage.open({ at: yearBegins })
const figures = await liveYear(village, {
  scheme,
  households: Number(households),
  reports: Number(reports),
  seed: 1,
  reviewEvery: 1,
  month: (month) => process.stderr.write(`${scheme} ${month} ${seconds().toFixed(0)} s\n`),
})
const lived = seconds()
await village.stop()
const rows = await rowsOf(join(village.folder, 'xiangyue.sqlite'))
await village.close()
process.stdout.write(`${JSON.stringify({ ...figures, seconds: lived, rows })}\n`)
