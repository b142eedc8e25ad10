import type { MigrationInterface, QueryRunner } from 'typeorm'

import type { Dialect } from '../sql.ts'
import { guardStatements } from '../triggers.ts'
import { tables } from './tables.ts'

/** The states of 2026-11; a migration is history and does not follow the model. */
const states = {
  report: ['pending', 'returned', 'approved', 'in-notice', 'objected', 'booked', 'rejected', 'withdrawn', 'expired', 'reversed'],
  objection: ['open', 'maintained', 'corrected', 'reversed', 'appealed', 'closed', 'withdrawn'],
  deduction: ['proposed', 'rectifying', 'decided', 'appealed', 'booked', 'dropped', 'withdrawn', 'reversed'],
  binding: ['pending', 'confirmed', 'declined', 'withdrawn'],
  suggestion: ['kept', 'discussed', 'withdrawn'],
  clue: ['kept', 'discussed', 'withdrawn'],
  proposal: ['proposed', 'confirmed', 'declined', 'withdrawn', 'expired'],
} as const

/** The village's first tables, their legal states and the guards of what is kept for good. */
export class Foundation1795316400000 implements MigrationInterface {
  readonly name = 'Foundation1795316400000'

  async up(runner: QueryRunner): Promise<void> {
    const dialect: Dialect = runner.connection.options.type === 'postgres' ? 'postgres' : 'sqlite'
    for (const statement of tables(dialect)) await runner.query(statement)
    for (const [kind, names] of Object.entries(states)) {
      for (const state of names) await runner.query('INSERT INTO case_state (kind, state) VALUES ($1, $2)', [kind, state])
    }
    for (const statement of guardStatements(dialect)) await runner.query(statement)
  }

  down(): Promise<void> {
    return Promise.reject(new Error('the first tables are not taken back: restore a backup instead'))
  }
}
