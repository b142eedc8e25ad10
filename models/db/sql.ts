import type { Row } from './row.ts'

/** The databases a village can be kept in. */
export type Dialect = 'sqlite' | 'postgres'

/** What can stand for a placeholder: only whole numbers and words are ever stored. */
export type Value = string | number | null

/**
 * The village's hand on the database, inside one unit of work or one reading. Placeholders are `$1…$n` in order of first
 * appearance: anything else binds differently on the two databases.
 */
export interface Sql {
  readonly dialect: Dialect
  all(sql: string, values?: readonly Value[]): Promise<readonly Row[]>
  one(sql: string, values?: readonly Value[]): Promise<Row | null>
  /** number of rows written; throws `WriteOutsideUnit` in a reading */
  write(sql: string, values?: readonly Value[]): Promise<number>
  /** a number larger than every one given before in this village: the order in which things were written */
  stamp(): Promise<number>
  /** runs `work` in a savepoint: what it wrote is undone when it throws */
  attempt<T>(work: () => Promise<T>): Promise<T>
}

/** Something tried to write where only reading is allowed. */
export class WriteOutsideUnit extends Error {
  override readonly name = 'WriteOutsideUnit'
}

/** Something used the stores of a unit of work after the unit had ended: a forgotten await. */
export class UnitEnded extends Error {
  override readonly name = 'UnitEnded'
}

/** Two statements of one unit at the same time, or a unit inside a unit: order would be lost. */
export class OverlappingUse extends Error {
  override readonly name = 'OverlappingUse'
}

/** A unit went on after one of its statements had failed, outside `attempt`; nothing of it is kept. */
export class StatementFailed extends Error {
  override readonly name = 'StatementFailed'
}

/** Words that cannot be stored alike on both databases: NUL or half a surrogate pair. */
export class UnstorableText extends Error {
  override readonly name = 'UnstorableText'
}

/** `$from, $from+1, …`: placeholders of a list of `count` values. */
export const placeholders = (count: number, from: number): string =>
  Array.from({ length: count }, (_, index) => `$${String(from + index)}`).join(', ')

/** Placeholders of `rows` rows of `columns` values each, for an INSERT of many rows. */
export const rowPlaceholders = (rows: number, columns: number, from = 1): string =>
  Array.from({ length: rows }, (_, row) => `(${placeholders(columns, from + row * columns)})`).join(', ')

/** The values as they may be stored. Throws `UnstorableText`. */
export function storable(values: readonly Value[]): Value[] {
  for (const value of values) {
    if (typeof value === 'string' && /\0|\p{Surrogate}/u.test(value)) throw new UnstorableText('text with NUL or a lone surrogate')
  }
  return [...values]
}
