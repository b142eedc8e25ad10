import type { MigrationInterface, QueryRunner } from 'typeorm'

const words = { sqlite: { int: 'integer', tail: ' STRICT' }, postgres: { int: 'bigint', tail: '' } } as const

/** Honours, lines of bands, recorded exceptions, bad records, helpers, and the coupons that follow booked points. */
const tables = ({ int, tail }: (typeof words)[keyof typeof words]) => [
  `CREATE TABLE honour (
    village text NOT NULL REFERENCES village (id), code text NOT NULL, period text NOT NULL, part text NOT NULL,
    holder_kind text NOT NULL CHECK (holder_kind IN ('household', 'person')), holder text NOT NULL, place ${int} NOT NULL CHECK (place > 0),
    points ${int} NOT NULL, title text NOT NULL, at ${int} NOT NULL,
    PRIMARY KEY (village, code, period, part, holder_kind, holder))${tail}`,
  'CREATE INDEX honour_of_holder ON honour (village, holder_kind, holder, at)',
  `CREATE TABLE band_line (
    village text NOT NULL REFERENCES village (id), code text NOT NULL, period text NOT NULL, line ${int} NOT NULL,
    PRIMARY KEY (village, code, period))${tail}`,
  `CREATE TABLE grade_exception (
    village text NOT NULL REFERENCES village (id), year text NOT NULL, person text NOT NULL,
    months ${int} CHECK (months BETWEEN 1 AND 11), resolution text NOT NULL, at ${int} NOT NULL,
    PRIMARY KEY (village, year, person), FOREIGN KEY (village, person) REFERENCES person (village, id))${tail}`,
  `CREATE TABLE bad_record (
    village text NOT NULL, number ${int} NOT NULL, person text NOT NULL, kind text NOT NULL, on_day text NOT NULL, at ${int} NOT NULL,
    PRIMARY KEY (village, number), FOREIGN KEY (village, number) REFERENCES case_file (village, number),
    FOREIGN KEY (village, person) REFERENCES person (village, id))${tail}`,
  `CREATE TABLE helper (
    village text NOT NULL, household text NOT NULL, helper text NOT NULL, from_day text NOT NULL, named_by text NOT NULL, at ${int} NOT NULL,
    PRIMARY KEY (village, household), FOREIGN KEY (village, household) REFERENCES household (village, id),
    FOREIGN KEY (village, helper) REFERENCES person (village, id))${tail}`,
  `CREATE TABLE coupon_holder (
    village text NOT NULL, book text NOT NULL, year text NOT NULL, household text NOT NULL,
    PRIMARY KEY (village, book, year, household), FOREIGN KEY (village, household) REFERENCES household (village, id))${tail}`,
  `CREATE TABLE coupon_deferred (
    village text NOT NULL, book text NOT NULL, number ${int} NOT NULL, year text NOT NULL, seq ${int} NOT NULL, household text NOT NULL,
    points ${int} NOT NULL CHECK (points > 0), at ${int} NOT NULL,
    PRIMARY KEY (village, book, number), FOREIGN KEY (village, household) REFERENCES household (village, id))${tail}`,
]

/** Tables of honours and coupons. */
export class Honours1795654200000 implements MigrationInterface {
  readonly name = 'Honours1795654200000'

  async up(runner: QueryRunner): Promise<void> {
    const dialect = runner.connection.options.type === 'postgres' ? 'postgres' : 'sqlite'
    for (const statement of tables(words[dialect])) await runner.query(statement)
  }

  down(): Promise<void> {
    return Promise.reject(new Error('honours are not taken back: restore a backup instead'))
  }
}
