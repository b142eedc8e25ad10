import sqlite3 from 'sqlite3'

type Done = (this: sqlite3.RunResult, error: Error | null, rows?: readonly unknown[]) => void

/** Statements that change the schema or the connection are used once; keeping them prepared would hold their locks. */
const keeps = /^(?:SELECT|WITH|INSERT|UPDATE|DELETE|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b/
const room = 500

/** The SQLite connection with its statements kept prepared: twice the speed of preparing each anew. */
class CachedDatabase {
  readonly #file: sqlite3.Database
  readonly #kept = new Map<string, sqlite3.Statement>()

  constructor(path: string, opened: (error: Error | null) => void) {
    this.#file = new sqlite3.Database(path, opened)
  }

  run(sql: string, values: unknown, done?: Done): void {
    // TypeORM also calls run(sql, done), for its pragmas; a third argument would hide that callback
    if (!done) this.#file.run(sql, values)
    else if (!keeps.test(sql)) this.#file.run(sql, values, done)
    else this.#prepared(sql, done, (statement) => statement.run(values, done))
  }

  all(sql: string, values: unknown, done?: Done): void {
    if (!done) this.#file.all(sql, values)
    else if (!keeps.test(sql)) this.#file.all(sql, values, done)
    else this.#prepared(sql, done, (statement) => statement.all(values, done))
  }

  close(done: (error: Error | null) => void): void {
    for (const statement of this.#kept.values()) statement.finalize()
    this.#kept.clear()
    this.#file.close(done)
  }

  #prepared(sql: string, done: Done, use: (statement: sqlite3.Statement) => void): void {
    const kept = this.#kept.get(sql)
    if (kept) {
      use(kept)
      return
    }
    const fresh = this.#file.prepare(sql, (error: Error | null) => {
      if (!error) {
        use(fresh)
        return
      }
      this.#kept.delete(sql)
      done.call(Object.assign(fresh, { lastID: 0, changes: 0 }), error)
    })
    this.#keep(sql, fresh)
  }

  #keep(sql: string, statement: sqlite3.Statement): void {
    this.#kept.set(sql, statement)
    const [oldest] = this.#kept
    if (this.#kept.size <= room || !oldest) return
    this.#kept.delete(oldest[0])
    oldest[1].finalize()
  }
}

/** What TypeORM takes for the sqlite3 package (its `driver` option); also the place where tests plant failing connections. */
export const cachedDriver = {
  verbose: () => ({ Database: CachedDatabase }),
}
