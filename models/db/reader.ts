import type { DataSource, QueryRunner } from 'typeorm'

import type { Reader, Stores } from '../stores/stores.ts'
import { createQueue } from './queue.ts'
import { isRow, text, type Row } from './row.ts'
import { storable, WriteOutsideUnit, type Dialect, type Sql, type Value } from './sql.ts'
import { villageColumns, villageOf } from './stores/village-store.ts'

/** The reader with the door that only the data layer uses. */
export interface InnerReader extends Reader {
  /** one consistent view of what is committed */
  statements<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** statements that each see what is committed when they run */
  passing<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** resolves when the readings under way have ended */
  close(): Promise<void>
}

/** A contact or room may be known to several villages; the youngest tie counts, by real time (a training clock runs ahead). */
const youngestTie = (table: 'room' | 'alias', column: 'room' | 'contact') =>
  `SELECT t.village FROM ${table} t JOIN village v ON v.id = t.village
    WHERE t.channel = $1 AND t.account = $2 AND t.${column} = $3
    ORDER BY t.bound_at - v.clock_offset DESC, v.created_at DESC, v.id DESC LIMIT 1`
const roomSql = youngestTie('room', 'room')
const contactSql = youngestTie('alias', 'contact')

/** Reads through `sources`, each one connection (SQLite) or one pool (PostgreSQL); a reading sees one moment of the data. */
export function createReader(
  sources: readonly DataSource[],
  dialect: Dialect,
  storesOf: (sql: Sql, village: string) => Stores,
): InnerReader {
  const seats = sources.map((source) => ({ source, queue: createQueue() }))
  const busy = new Set<Promise<unknown>>()

  async function sit<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const [seat] = seats.toSorted((one, other) => one.queue.size() - other.queue.size())
    if (!seat) throw new Error('a reader needs a source')
    const onRunner = async () => {
      const runner = seat.source.createQueryRunner()
      try {
        return await work(runner)
      } finally {
        await runner.release()
      }
    }
    const turn = dialect === 'sqlite' ? seat.queue.run(onRunner) : onRunner()
    busy.add(turn)
    const forget = () => busy.delete(turn)
    turn.then(forget, forget)
    return turn
  }

  const begin = dialect === 'sqlite' ? 'BEGIN' : 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'
  const statements = <T>(work: (sql: Sql) => Promise<T>) =>
    sit(async (runner) => {
      await runner.query(begin)
      try {
        return await work(readOnly(runner, dialect))
      } finally {
        await runner.query('ROLLBACK')
      }
    })

  const passing = <T>(work: (sql: Sql) => Promise<T>) => sit((runner) => work(readOnly(runner, dialect)))
  const villageBy = (statement: string, values: readonly Value[]) =>
    passing(async (sql) => {
      const row = await sql.one(statement, values)
      return row && text(row, 'village')
    })
  return {
    statements,
    passing,
    villages: () => passing(async (sql) => (await sql.all(`SELECT ${villageColumns} FROM village ORDER BY created_at, id`)).map(villageOf)),
    villageOfRoom: (channel, account, room) => villageBy(roomSql, [channel, account, room]),
    villageOfContact: (channel, account, contact) => villageBy(contactSql, [channel, account, contact]),
    read: (village, work) => statements((sql) => work(storesOf(sql, village))),
    async close() {
      await Promise.allSettled(busy)
    },
  }
}

/** Statements that only read; several at once take turns. */
function readOnly(runner: QueryRunner, dialect: Dialect): Sql {
  const turns = createQueue()
  const all = (statement: string, values: readonly Value[] = []): Promise<readonly Row[]> =>
    turns.run(async () => {
      const { records } = await runner.query(statement, storable(values), true)
      return records.filter(isRow)
    })
  const refuse = () => Promise.reject(new WriteOutsideUnit('a reading cannot write: use a unit of the lane'))
  return {
    dialect,
    all,
    async one(statement, values) {
      const [row] = await all(statement, values)
      return row ?? null
    },
    write: refuse,
    stamp: refuse,
    attempt: (work) => work(),
  }
}
