import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Closed periods, what base points depend on, and each household's year. */
const tables = (int: string, tail: string): readonly string[] => [
  `CREATE TABLE period (
    village text NOT NULL REFERENCES village (id), period text NOT NULL,
    state text NOT NULL CHECK (state IN ('cut-off', 'notice', 'locked')),
    last_seq ${int} NOT NULL CHECK (last_seq >= 0), totals text NOT NULL CHECK (length(totals) = 64), notice_until text,
    cut_off_at ${int} NOT NULL, posted_at ${int}, locked_at ${int},
    PRIMARY KEY (village, period), CHECK (state = 'cut-off' OR notice_until IS NOT NULL))${tail}`,
  `CREATE TABLE base_ground (
    village text NOT NULL, person text NOT NULL,
    in_town ${int} NOT NULL CHECK (in_town IN (0, 1)), contracted ${int} NOT NULL CHECK (contracted IN (0, 1)),
    moved ${int} NOT NULL CHECK (moved IN (0, 1)), set_by text NOT NULL, set_at ${int} NOT NULL,
    PRIMARY KEY (village, person), FOREIGN KEY (village, person) REFERENCES person (village, id))${tail}`,
  `CREATE TABLE year_archive (
    village text NOT NULL, household text NOT NULL, year text NOT NULL CHECK (length(year) = 4), text text NOT NULL,
    sha256 text NOT NULL CHECK (length(sha256) = 64), kept_at ${int} NOT NULL, signed_by text, signed_at ${int},
    PRIMARY KEY (village, household, year), FOREIGN KEY (village, household) REFERENCES household (village, id))${tail}`,
]

/** 周期、基础分依据、档案袋. */
export class Periods1795650000000 implements MigrationInterface {
  readonly name = 'Periods1795650000000'

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.connection.options.type === 'postgres'
    for (const statement of tables(postgres ? 'bigint' : 'integer', postgres ? '' : ' STRICT')) await runner.query(statement)
  }

  down(): Promise<void> {
    return Promise.reject(new Error('closed periods are not opened again: restore a backup instead'))
  }
}
