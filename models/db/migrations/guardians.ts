import type { MigrationInterface, QueryRunner } from 'typeorm'

const words = { sqlite: { int: 'integer', tail: ' STRICT' }, postgres: { int: 'bigint', tail: '' } } as const

const tables = ({ int, tail }: (typeof words)[keyof typeof words]) => [
  `CREATE TABLE guardian_consent (
    village text NOT NULL, child text NOT NULL, seq ${int} NOT NULL, guardian text NOT NULL, at ${int} NOT NULL,
    withdrawn_at ${int}, withdrawn_by text,
    PRIMARY KEY (village, child, seq), FOREIGN KEY (village, child) REFERENCES person (village, id),
    FOREIGN KEY (village, guardian) REFERENCES person (village, id), CHECK (child <> guardian),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))${tail}`,
]

/** The table of guardians' consents. */
export class Guardians1795654440000 implements MigrationInterface {
  readonly name = 'Guardians1795654440000'

  async up(runner: QueryRunner): Promise<void> {
    const dialect = runner.connection.options.type === 'postgres' ? 'postgres' : 'sqlite'
    for (const statement of tables(words[dialect])) await runner.query(statement)
  }

  down(): Promise<void> {
    return Promise.reject(new Error('consents are not taken back by the program: restore a backup instead'))
  }
}
