import type { MigrationInterface, QueryRunner } from 'typeorm'

const words = { sqlite: { int: 'integer', tail: ' STRICT' }, postgres: { int: 'bigint', tail: '' } } as const

const tables = ({ int, tail }: (typeof words)[keyof typeof words]) => {
  const mark = (column: string) => `${column} ${int} CHECK (${column} BETWEEN 0 AND 100)`
  return [
    `CREATE TABLE appraisal (
      village text NOT NULL REFERENCES village (id), year text NOT NULL, person text NOT NULL, post text NOT NULL,
      subsidised ${int} NOT NULL CHECK (subsidised IN (0, 1)), ${mark('attendance')}, ${mark('competence')}, ${mark('tasks')},
      ${mark('satisfaction')}, ${mark('donation')}, entered_by text NOT NULL, at ${int} NOT NULL,
      PRIMARY KEY (village, year, person), FOREIGN KEY (village, person) REFERENCES person (village, id))${tail}`,
  ]
}

/** The table of cadres' appraisals. */
export class Appraisals1795654380000 implements MigrationInterface {
  readonly name = 'Appraisals1795654380000'

  async up(runner: QueryRunner): Promise<void> {
    const dialect = runner.connection.options.type === 'postgres' ? 'postgres' : 'sqlite'
    for (const statement of tables(words[dialect])) await runner.query(statement)
  }

  down(): Promise<void> {
    return Promise.reject(new Error('appraisals are not taken back: restore a backup instead'))
  }
}
