import { AsyncLocalStorage } from 'node:async_hooks'

import type { DataSource, QueryRunner } from 'typeorm'

import { firstNumber } from '../case.ts'
import { genesis } from '../ledger.ts'
import type { Lane, Stores } from '../stores/stores.ts'
import type { Village } from '../village.ts'
import { createQueue, type Queue } from './queue.ts'
import { OverlappingUse, UnitEnded, type Dialect, type Sql, type Value } from './sql.ts'
import { watchUnit } from './unit-of-work.ts'

/** The village is not in the database. */
export class UnknownVillage extends Error {
  override readonly name = 'UnknownVillage'
}

/** A village of that id is there already. */
export class VillageExists extends Error {
  override readonly name = 'VillageExists'
}

/** The lane with the doors that only the data layer uses. */
export interface InnerLane extends Lane {
  /** a unit of work on bare statements */
  statements<T>(village: string, work: (sql: Sql) => Promise<T>): Promise<T>
  /** true within a unit of work: nothing may be queued behind it and waited for */
  inside(): boolean
  /** refuses new units and resolves when the last has ended */
  close(): Promise<void>
}

interface Statement {
  readonly sql: string
  readonly values: readonly Value[]
  readonly otherwise: () => Error
}

const tickOf = (village: string): Statement => ({
  // takes the write lock on SQLite, the village's row lock on PostgreSQL
  sql: 'UPDATE village SET tick = tick + 1 WHERE id = $1',
  values: [village],
  otherwise: () => new UnknownVillage(village),
})

const foundationOf = (village: Village): Statement => ({
  sql: `INSERT INTO village (id, name, training, clock_offset, revision, created_at, tick, next_number, ledger_seq, ledger_head)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
  values: [
    village.id,
    village.name,
    village.training ? 1 : 0,
    village.clockOffset,
    village.revision,
    village.createdAt,
    1,
    firstNumber,
    0,
    genesis,
  ],
  otherwise: () => new VillageExists(village.id),
})

/** One file is one queue, since its one connection is shared; on PostgreSQL each village has its own and holds one connection. */
function queues(dialect: Dialect): (village: string) => Queue {
  const file = createQueue()
  if (dialect === 'sqlite') return () => file
  const villages = new Map<string, Queue>()
  return (village) => {
    const queue = villages.get(village) ?? createQueue()
    villages.set(village, queue)
    return queue
  }
}

/** The lane of a process: `storesOf` binds the stores to a unit's statements and village. */
export function createLane(source: DataSource, dialect: Dialect, storesOf: (sql: Sql, village: string) => Stores): InnerLane {
  const queueOf = queues(dialect)
  const inside = new AsyncLocalStorage<{ open: boolean }>()
  const busy = new Set<Promise<unknown>>()
  const isInside = () => inside.getStore()?.open ?? false
  let closed = false

  function enter<T>(village: string, first: Statement, work: (sql: Sql) => Promise<T>): Promise<T> {
    if (closed) return Promise.reject(new UnitEnded('the lane is closed'))
    if (isInside()) return Promise.reject(new OverlappingUse('a unit of work inside a unit of work'))
    const mark = { open: true }
    const turn = queueOf(village).run(() =>
      inside.run(mark, () =>
        commit(source.createQueryRunner(), dialect, village, first, work).finally(() => {
          mark.open = false
        }),
      ),
    )
    busy.add(turn)
    const forget = () => busy.delete(turn)
    turn.then(forget, forget)
    return turn
  }

  const statements = <T>(village: string, work: (sql: Sql) => Promise<T>) => enter(village, tickOf(village), work)
  return {
    statements,
    inside: isInside,
    unit: (village, work) => statements(village, (sql) => work(storesOf(sql, village))),
    found: (village, work) => enter(village.id, foundationOf(village), (sql) => work(storesOf(sql, village.id))),
    async close() {
      closed = true
      await Promise.allSettled(busy)
      // else every promise of the process goes on asking after this lane
      inside.disable()
    },
  }
}

async function commit<T>(
  runner: QueryRunner,
  dialect: Dialect,
  village: string,
  first: Statement,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  try {
    await runner.query('BEGIN')
    const unit = watchUnit(runner, dialect, village)
    try {
      if ((await unit.sql.write(first.sql, first.values)) !== 1) throw first.otherwise()
      const value = await work(unit.sql)
      await unit.finish()
      await runner.query('COMMIT')
      return value
    } catch (error) {
      await unit.shut()
      // SQLite ends the transaction by itself when the disk is full: then there is nothing left to undo
      await runner.query('ROLLBACK').catch(() => undefined)
      throw error
    }
  } finally {
    await runner.release()
  }
}
