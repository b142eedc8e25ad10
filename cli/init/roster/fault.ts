/** Something in the roster, or in what `init` was told, that is wrong or doubtful; `row` is the sheet's own row number. */
export interface Fault {
  readonly row: number | null
  /** an error keeps the village from being founded; a warning is for the operator to think about */
  readonly level: 'error' | 'warning'
  readonly what: string
  /** what to do about it */
  readonly remedy: string
}

/** A fault that keeps the village from being founded. */
export const wrong = (row: number | null, what: string, remedy: string): Fault => ({ row, level: 'error', what, remedy })

/** Something the operator should think about before going on. */
export const doubtful = (row: number | null, what: string, remedy: string): Fault => ({ row, level: 'warning', what, remedy })

/** True when nothing may be founded. */
export const anyWrong = (faults: readonly Fault[]): boolean => faults.some(({ level }) => level === 'error')

/** The fault as one line: 「第12行：没有写户号。请补上。」 */
export function faultLine({ row, level, what, remedy }: Fault): string {
  const where = row === null ? '' : `第${String(row)}行：`
  return `${level === 'warning' ? '提醒 ' : '错误 '}${where}${what}。${remedy}。`
}

/** Errors before warnings, each in the order of the rows. */
export const inOrder = (faults: readonly Fault[]): readonly Fault[] =>
  faults.toSorted((one, other) => one.level.localeCompare(other.level) || (one.row ?? 0) - (other.row ?? 0))
