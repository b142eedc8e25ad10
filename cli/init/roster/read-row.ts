import { foldText } from '../../../bot/grammar/fold.ts'
import { dateOf, type LocalDate } from '../../../models/dates.ts'
import type { HouseholdCategory } from '../../../models/participation.ts'
import type { Ground } from '../../../rules/books/base-points.ts'
import { columnNames, type Column, type Columns } from './columns.ts'
import { doubtful, wrong, type Fault } from './fault.ts'
import type { Read } from './read.ts'
import {
  readBirth,
  readCategory,
  readContracted,
  readGroup,
  readHousehold,
  readInTown,
  readMinor,
  readMoved,
  readPhone,
  readRelation,
  underFourteen,
  type GroupName,
} from './read-cells.ts'
import { foldName, readCalled, readName } from './read-name.ts'
import { noCell, type Cell, type TableRow } from './table.ts'

/** What one row of the roster says; null where the row says nothing that can be read. */
export interface RosterRow {
  readonly row: number
  readonly group: GroupName | null
  readonly household: number | null
  /** the head's name as written, folded; empty when the row names none */
  readonly head: string
  /** the name as written, folded, also when it cannot be taken */
  readonly written: string
  readonly name: string | null
  readonly relation: string | null
  readonly phone: string | null
  readonly called: readonly string[]
  readonly minor: boolean
  /** 户类别, which one row of the household says for all (XY-1) */
  readonly category: HouseholdCategory | null
  /** what the person's base points depend on, as far as the sheet says it */
  readonly ground: Partial<Ground>
}

const columnTitles: Readonly<Record<Column, string>> = {
  group: '组',
  household: '户号',
  head: '户主',
  name: '姓名',
  relation: '关系',
  phone: '手机',
  called: '称呼',
  minor: '十四岁以下',
  birth: '生日',
  category: '户类别',
  inTown: '住镇上',
  moved: '户口迁出',
  contracted: '承包人口',
}

const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]|\p{Surrogate}/u
const formulaLike = /^\s*[=+\-@\t\r＝＋－＠]\s*\S/u

/** Merged blocks say the same for each of their rows only in the columns of the household. */
const mayBeMerged: readonly Column[] = ['group', 'household', 'head', 'category']

function complaintAbout(column: Column, cell: Cell): Fault['what'] | null {
  const title = columnTitles[column]
  if (cell.flaw === 'error') return `${title}是出错的公式（${cell.text.slice(0, 12)}）`
  if (cell.flaw === 'formula') return `${title}是公式`
  if (cell.merged && !mayBeMerged.includes(column)) return `${title}是合并单元格`
  if (hidden.test(cell.text)) return `${title}里有控制字符或乱码`
  if (column !== 'phone' && column !== 'household' && formulaLike.test(cell.text)) {
    // what stands in the restricted column is nobody's business in a terminal
    return column === 'category' ? `${title}以公式符号开头` : `${title}“${foldText(cell.text).slice(0, 12)}”以公式符号开头`
  }
  return null
}

const remedyFor = (cell: Cell): string => {
  if (cell.flaw !== null) return '请选中后复制，再“选择性粘贴→数值”，核对后保存'
  if (cell.merged) return '请取消合并，每人一行各填各的'
  return '请清空这一格，重新打字'
}

/** Reads one row; what is wrong with each cell goes to `faults`. */
export function readRow(row: TableRow, columns: Columns, now: number, faults: Fault[]): RosterRow {
  const cellOf = (column: Column): Cell => {
    const index = columns[column]
    return index === undefined ? noCell : (row.cells[index] ?? noCell)
  }
  const sound = new Set<Column>()
  for (const column of columnNames) {
    const what = complaintAbout(column, cellOf(column))
    if (what === null) sound.add(column)
    else faults.push(wrong(row.number, what, remedyFor(cellOf(column))))
  }
  const take = <T>(column: Column, reader: (text: string) => Read<T>): T | null => {
    if (!sound.has(column)) return null
    const result = reader(cellOf(column).text)
    if ('complaint' in result) {
      faults.push(wrong(row.number, result.complaint.what, result.complaint.remedy))
      return null
    }
    if (result.doubt) faults.push(doubtful(row.number, result.doubt.what, result.doubt.remedy))
    return result.value
  }
  if (row.hidden) faults.push(wrong(row.number, '这一行是隐藏的', '请取消隐藏（或清除筛选）后核对，不要的行请删掉'))
  const group = take('group', readGroup)
  const household = take('household', readHousehold)
  const name = take('name', readName)
  const relation = take('relation', readRelation)
  const phone = take('phone', readPhone)
  const called = take('called', readCalled) ?? []
  const said = take('minor', readMinor)
  const birth = take('birth', (text) => readBirth(text, now))
  const category = take('category', readCategory)
  const [inTown, moved, contracted] = [take('inTown', readInTown), take('moved', readMoved), take('contracted', readContracted)]
  return {
    row: row.number,
    group,
    household,
    head: foldName(cellOf('head').text),
    written: foldName(cellOf('name').text),
    name,
    relation,
    phone,
    called,
    minor: minorOf(row.number, said, birth, dateOf(now), faults),
    category,
    ground: {
      ...(inTown === null ? {} : { inTown }),
      ...(moved === null ? {} : { moved }),
      ...(contracted === null ? {} : { contracted }),
    },
  }
}

function minorOf(row: number, said: boolean | null, birth: LocalDate | null, today: LocalDate, faults: Fault[]): boolean {
  if (birth === null) return said ?? false
  const young = underFourteen(birth, today)
  if (said !== null && said !== young) {
    faults.push(wrong(row, `“十四岁以下”填的“${said ? '是' : '否'}”和生日对不上`, '请核对生日，再改其中一格'))
  }
  return young
}
