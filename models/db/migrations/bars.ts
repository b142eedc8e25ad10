import type { MigrationInterface, QueryRunner } from 'typeorm'

const words = { sqlite: { int: 'integer', tail: ' STRICT' }, postgres: { int: 'bigint', tail: '' } } as const

/** The states of 2026-11; a migration is history and does not follow the model. */
const states = ['hearing', 'decided', 'appealed', 'in-force', 'lifted', 'dropped', 'withdrawn'] as const

const tables = ({ int, tail }: (typeof words)[keyof typeof words]) => [
  `CREATE TABLE bar (
    village text NOT NULL, number ${int} NOT NULL, ground text NOT NULL CHECK (ground IN ('veto', 'reminder')), code text NOT NULL,
    doer text NOT NULL, text text NOT NULL, proposed_by text NOT NULL, confirmed_by text, reason text, from_day text, until_day text,
    PRIMARY KEY (village, number), FOREIGN KEY (village, number) REFERENCES case_file (village, number),
    CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by))${tail}`,
]

/** The table of bars, and the states of their cases. */
export class Bars1795654320000 implements MigrationInterface {
  readonly name = 'Bars1795654320000'

  async up(runner: QueryRunner): Promise<void> {
    const dialect = runner.connection.options.type === 'postgres' ? 'postgres' : 'sqlite'
    for (const statement of tables(words[dialect])) await runner.query(statement)
    for (const state of states) await runner.query('INSERT INTO case_state (kind, state) VALUES ($1, $2)', ['bar', state])
  }

  down(): Promise<void> {
    return Promise.reject(new Error('bars are not taken back: restore a backup instead'))
  }
}
