import type { MigrationInterface, QueryRunner } from 'typeorm'
import type { Dialect } from '../sql.ts'

const tables = (int: string, tail: string) => [
  `CREATE TABLE record (
    village text NOT NULL REFERENCES village (id), id text NOT NULL, seq ${int} NOT NULL, kind text NOT NULL, day text NOT NULL, body text,
    unit text, what text NOT NULL, figures text NOT NULL, valid ${int} NOT NULL CHECK (valid IN (0, 1)), about text NOT NULL, document text,
    recorded_by text NOT NULL, at ${int} NOT NULL, PRIMARY KEY (village, id))${tail}`,
  'CREATE INDEX record_by_kind ON record (village, kind, seq)',
  `CREATE TABLE household_standing (
    village text NOT NULL, household text NOT NULL, kind text NOT NULL CHECK (kind IN ('resident', 'visitor')), record text,
    PRIMARY KEY (village, household), FOREIGN KEY (village, household) REFERENCES household (village, id),
    FOREIGN KEY (village, record) REFERENCES record (village, id))${tail}`,
  `CREATE TABLE household_leave (
    village text NOT NULL, household text NOT NULL, seq ${int} NOT NULL, left_on text NOT NULL, left_by text NOT NULL, left_at ${int} NOT NULL,
    back_on text, back_by text, back_at ${int},
    PRIMARY KEY (village, household, seq), FOREIGN KEY (village, household) REFERENCES household (village, id))${tail}`,
  `CREATE TABLE household_category (
    village text NOT NULL, household text NOT NULL,
    category text NOT NULL CHECK (category IN ('poor', 'low-income', 'destitute', 'disabled', 'marginal', 'ordinary')),
    set_by text NOT NULL, set_at ${int} NOT NULL,
    PRIMARY KEY (village, household), FOREIGN KEY (village, household) REFERENCES household (village, id))${tail}`,
  `CREATE TABLE household_plan (
    village text NOT NULL, household text NOT NULL, version ${int} NOT NULL CHECK (version > 0),
    kind text NOT NULL CHECK (kind IN ('发展型', '兼顾型', '文明型', '鼓励型', '托管型')), from_day text NOT NULL, items text NOT NULL,
    reason text, proposed_by text NOT NULL, confirmed_by text, at ${int} NOT NULL,
    PRIMARY KEY (village, household, version), FOREIGN KEY (village, household) REFERENCES household (village, id),
    CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by))${tail}`,
  `CREATE TABLE custody (
    village text NOT NULL, id text NOT NULL, seq ${int} NOT NULL, person text NOT NULL, custodian text NOT NULL, from_day text NOT NULL,
    until_day text, reason text, proposed_by text NOT NULL, confirmed_by text,
    PRIMARY KEY (village, id), FOREIGN KEY (village, person) REFERENCES person (village, id),
    FOREIGN KEY (village, custodian) REFERENCES person (village, id), CHECK (person <> custodian),
    CHECK (until_day IS NULL OR until_day >= from_day), CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by))${tail}`,
  'CREATE INDEX custody_of_person ON custody (village, person, seq)',
  'CREATE INDEX custody_by_custodian ON custody (village, custodian, seq)',
  `CREATE TABLE report_origin (
    village text NOT NULL, number ${int} NOT NULL, source text NOT NULL, plan ${int}, custody text,
    PRIMARY KEY (village, number), FOREIGN KEY (village, number) REFERENCES case_file (village, number),
    FOREIGN KEY (village, custody) REFERENCES custody (village, id))${tail}`,
  `CREATE TABLE first_check (
    village text NOT NULL, number ${int} NOT NULL, checker text NOT NULL, good ${int} NOT NULL CHECK (good IN (0, 1)), reason text,
    at ${int} NOT NULL, PRIMARY KEY (village, number), FOREIGN KEY (village, number) REFERENCES case_file (village, number))${tail}`,
]

/** Who takes part, household plans and custody, records of meetings, and where a report came from. */
export class People1795651200000 implements MigrationInterface {
  readonly name = 'People1795651200000'

  async up(runner: QueryRunner): Promise<void> {
    const dialect: Dialect = runner.connection.options.type === 'postgres' ? 'postgres' : 'sqlite'
    const [int, tail] = dialect === 'postgres' ? ['bigint', ''] : ['integer', ' STRICT']
    for (const statement of tables(int, tail)) await runner.query(statement)
  }

  down(): Promise<void> {
    return Promise.reject(new Error('records and plans are not taken back: restore a backup instead'))
  }
}
