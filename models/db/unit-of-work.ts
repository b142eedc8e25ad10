import type { QueryRunner } from 'typeorm'

import { isRow, type Row } from './row.ts'
import { OverlappingUse, StatementFailed, storable, UnitEnded, type Dialect, type Sql, type Value } from './sql.ts'
import { stamps } from './stamps.ts'

/** The statements of one unit of work, watched: one at a time, none after the end, none after a failure outside `attempt`. */
export interface UnitOfWork {
  readonly sql: Sql
  /** throws when the unit may not be committed */
  finish(): Promise<void>
  /** refuses everything from now on; resolves when the last statement is through */
  shut(): Promise<void>
}

/** Watches the statements of a unit of work that has begun on `runner`. */
export function watchUnit(runner: QueryRunner, dialect: Dialect, village: string): UnitOfWork {
  let running: Promise<unknown> | undefined
  let ended = false
  let depth = 0
  // a failed statement spoils the innermost savepoint, an overlap the whole unit
  let failed = false
  let spoilt: Error | undefined

  async function execute(statement: string, values: readonly Value[]) {
    if (ended) throw new UnitEnded(`after the end of the unit: ${statement}`)
    if (running) {
      spoilt ??= new OverlappingUse(`while another statement was running: ${statement}`)
      throw spoilt
    }
    if (spoilt) throw spoilt
    if (failed) throw new StatementFailed(`after a failed statement: ${statement}`)
    const bound = storable(values)
    const turn = runner.query(statement, bound, true)
    running = turn
    try {
      return await turn
    } catch (error) {
      failed = true
      throw error
    } finally {
      running = undefined
    }
  }

  const settled = async () => {
    await running?.catch(() => undefined)
  }

  async function undoTo(savepoint: string) {
    await settled()
    failed = false
    try {
      await execute(`ROLLBACK TO SAVEPOINT ${savepoint}`, [])
      await execute(`RELEASE SAVEPOINT ${savepoint}`, [])
    } catch (error) {
      spoilt ??= new StatementFailed('the savepoint could not be undone', { cause: error })
    }
  }

  async function all(statement: string, values: readonly Value[] = []): Promise<readonly Row[]> {
    const { records } = await execute(statement, values)
    return records.filter(isRow)
  }

  const sql: Sql = {
    dialect,
    all,
    async one(statement, values) {
      const [row] = await all(statement, values)
      return row ?? null
    },
    async write(statement, values = []) {
      const { affected } = await execute(statement, values)
      return affected ?? 0
    },
    stamp: stamps((statement, values) => all(statement, values), village),
    async attempt(work) {
      const savepoint = `s${String(depth)}`
      await execute(`SAVEPOINT ${savepoint}`, [])
      depth += 1
      try {
        const value = await work()
        if (running) spoilt ??= new OverlappingUse('an attempt ended while a statement was running')
        await execute(`RELEASE SAVEPOINT ${savepoint}`, [])
        return value
      } catch (error) {
        await undoTo(savepoint)
        throw error
      } finally {
        depth -= 1
      }
    },
  }

  return {
    sql,
    async finish() {
      if (running) spoilt ??= new OverlappingUse('the unit ended while a statement was running')
      ended = true
      await settled()
      if (spoilt) throw spoilt
      if (failed) throw new StatementFailed('the unit went on after a failed statement')
    },
    async shut() {
      ended = true
      await settled()
    },
  }
}
