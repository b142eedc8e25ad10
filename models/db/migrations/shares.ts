import type { MigrationInterface, QueryRunner } from 'typeorm'

const words = { sqlite: { int: 'integer', tail: ' STRICT' }, postgres: { int: 'bigint', tail: '' } } as const

/** The share column, and dividends of reward pools with every household's part. */
const tables = ({ int, tail }: (typeof words)[keyof typeof words]) => [
  `CREATE TABLE share (
    village text NOT NULL REFERENCES village (id), household text NOT NULL, thousandths ${int} NOT NULL CHECK (thousandths >= 0),
    at ${int} NOT NULL, PRIMARY KEY (village, household), FOREIGN KEY (village, household) REFERENCES household (village, id))${tail}`,
  `CREATE TABLE dividend (
    village text NOT NULL, number ${int} NOT NULL, pool text NOT NULL, title text NOT NULL, year text NOT NULL,
    fen ${int} NOT NULL CHECK (fen > 0), points ${int} NOT NULL CHECK (points > 0),
    state text NOT NULL CHECK (state IN ('notice', 'booked', 'stopped')), last_day text NOT NULL, ends_at ${int} NOT NULL,
    PRIMARY KEY (village, number), FOREIGN KEY (village, number) REFERENCES case_file (village, number))${tail}`,
  `CREATE TABLE dividend_part (
    village text NOT NULL, number ${int} NOT NULL, household text NOT NULL, points ${int} NOT NULL CHECK (points > 0),
    fen ${int} NOT NULL CHECK (fen >= 0),
    PRIMARY KEY (village, number, household), FOREIGN KEY (village, number) REFERENCES dividend (village, number),
    FOREIGN KEY (village, household) REFERENCES household (village, id))${tail}`,
  'CREATE INDEX dividend_part_of ON dividend_part (village, household)',
]

/** Tables of shares and dividends. */
export class Shares1795654260000 implements MigrationInterface {
  readonly name = 'Shares1795654260000'

  async up(runner: QueryRunner): Promise<void> {
    const dialect = runner.connection.options.type === 'postgres' ? 'postgres' : 'sqlite'
    for (const statement of tables(words[dialect])) await runner.query(statement)
  }

  down(): Promise<void> {
    return Promise.reject(new Error('shares are not taken back: restore a backup instead'))
  }
}
