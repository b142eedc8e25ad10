/** One row as the database gave it, before its columns have been read as what they are. */
export type Row = Readonly<Record<string, unknown>>

/** True when a result of the driver is a row. */
export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A row that does not hold what its table promises: the database was changed by another hand. */
export class BadRow extends Error {
  override readonly name = 'BadRow'
}

function bad(row: Row, column: string): never {
  throw new BadRow(`column ${column} holds ${typeof row[column]}, in a row with ${Object.keys(row).join(', ')}`)
}

/** A whole number of a column; the one place where PostgreSQL's bigint and SUM strings become numbers. Throws `BadRow`. */
export function int(row: Row, column: string): number {
  const value = row[column]
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value
  if (typeof value !== 'string' || !/^-?\d+$/.test(value)) return bad(row, column)
  const read = Number(value)
  return Number.isSafeInteger(read) ? read : bad(row, column)
}

/** A whole number of a column that may be empty. Throws `BadRow`. */
export const intOrNull = (row: Row, column: string): number | null => (row[column] === null ? null : int(row, column))

/** The words of a column. Throws `BadRow`. */
export function text(row: Row, column: string): string {
  const value = row[column]
  return typeof value === 'string' ? value : bad(row, column)
}

/** The words of a column that may be empty. Throws `BadRow`. */
export const textOrNull = (row: Row, column: string): string | null => (row[column] === null ? null : text(row, column))

/** A yes or no, kept as 1 or 0. Throws `BadRow`. */
export const flag = (row: Row, column: string): boolean => int(row, column) === 1

/** One word of a closed list. Throws `BadRow` for any other. */
export function oneOf<const T extends string>(row: Row, column: string, words: readonly T[]): T {
  return words.find((word) => word === row[column]) ?? bad(row, column)
}

/** One word of a closed list, or empty. Throws `BadRow` for any other. */
export const oneOfOrNull = <const T extends string>(row: Row, column: string, words: readonly T[]): T | null =>
  row[column] === null ? null : oneOf(row, column, words)

/** What a column keeps as JSON, checked by `is`. Throws `BadRow`. */
export function json<T>(row: Row, column: string, is: (value: unknown) => value is T): T {
  const value: unknown = JSON.parse(text(row, column))
  return is(value) ? value : bad(row, column)
}
