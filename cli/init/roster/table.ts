import type { Fault } from './fault.ts'

/** One cell of a roster sheet: its words as shown. */
export interface Cell {
  readonly text: string
  /** what keeps the cell from being read: a formula, or an error like #REF! */
  readonly flaw: 'formula' | 'error' | null
  /** part of a merged block, and not its first cell; `text` is then the block's */
  readonly merged: boolean
}

/** One row of a sheet, numbered as the sheet numbers it. */
export interface TableRow {
  readonly number: number
  readonly hidden: boolean
  readonly cells: readonly Cell[]
}

/** One sheet of a file; a csv file has one without a name. */
export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly TableRow[]
  /** what is wrong with the sheet's own form */
  readonly faults: readonly Fault[]
}

/** A plain cell of these words. */
export const plainCell = (text: string): Cell => ({ text, flaw: null, merged: false })

/** An empty cell. */
export const noCell: Cell = plainCell('')

/** Most columns that are looked at; what stands further right is nobody's roster. */
export const mostColumns = 60
