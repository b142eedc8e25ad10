import { foldText } from '../../bot/grammar/fold.ts'
import { wrong, type Fault } from '../init/roster/fault.ts'
import type { Sheet, TableRow } from '../init/roster/table.ts'

/** One line of a sheet of points: whose household, for which item, how many. */
export interface PointsRow {
  readonly row: number
  /** the household's number */
  readonly household: number
  readonly item: string
  readonly points: number
  readonly note: string
}

/** What was read of a sheet of points, with all that is wrong in it. */
export interface PointsReading {
  readonly rows: readonly PointsRow[]
  readonly faults: readonly Fault[]
}

const headings = {
  household: ['户号', '户编号', '户'],
  item: ['项目', '积分项目', '事项'],
  points: ['分', '分值', '积分', '得分'],
  note: ['说明', '备注', '事由'],
} as const

type Column = keyof typeof headings
type Columns = Readonly<Partial<Record<Column, number>>>

const columnNames = ['household', 'item', 'points', 'note'] as const satisfies readonly Column[]
const needed = ['household', 'item', 'points'] as const satisfies readonly Column[]

function columnsOf({ cells }: TableRow): Columns {
  const columns: Partial<Record<Column, number>> = {}
  for (const [index, { text }] of cells.entries()) {
    const heading = foldText(text).replaceAll(/\s/gu, '')
    const column = columnNames.find((name) => headings[name].some((one) => one === heading))
    if (column !== undefined) columns[column] ??= index
  }
  return columns
}

const isWhole = (text: string): boolean => /^\d{1,7}$/u.test(text)

function readLine({ number, cells }: TableRow, columns: Columns): PointsRow | Fault {
  const at = (column: Column): string => foldText(cells[columns[column] ?? -1]?.text ?? '').trim()
  const [household, points] = [at('household'), at('points')]
  if (!isWhole(household)) return wrong(number, `户号“${household}”不是数字`, '请填花名册里的户号')
  if (!isWhole(points) || Number(points) === 0) return wrong(number, `分“${points}”不是大于0的整数`, '请填整数，扣分不能批量导入')
  if (at('item') === '') return wrong(number, '没有写项目', '请填办法里的项目名')
  return { row: number, household: Number(household), item: at('item'), points: Number(points), note: at('note') }
}

/** Reads the first sheet of a file of points; every line that is wrong is named. */
export function readPoints([sheet]: readonly Sheet[]): PointsReading {
  const place = sheet?.rows.findIndex((row) => columnsOf(row).household !== undefined) ?? -1
  const header = sheet?.rows[place]
  if (!sheet || !header) return { rows: [], faults: [wrong(null, '找不到表头', '第一行请写：户号、项目、分、说明')] }
  const columns = columnsOf(header)
  const lacking = needed.filter((column) => columns[column] === undefined)
  if (lacking.length > 0) {
    const names = lacking.map((column) => headings[column][0]).join('、')
    return { rows: [], faults: [wrong(header.number, `缺“${names}”这一列`, '请在表头加上')] }
  }
  const read = sheet.rows
    .slice(place + 1)
    .filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''))
    .map((row) => readLine(row, columns))
  const rows = read.flatMap((one) => ('household' in one ? [one] : []))
  const faults = [...sheet.faults, ...read.flatMap((one) => ('what' in one ? [one] : []))]
  return rows.length + faults.length === 0
    ? { rows, faults: [wrong(null, '表里没有一行分', '请在表头下面一户一行填上')] }
    : { rows, faults }
}
