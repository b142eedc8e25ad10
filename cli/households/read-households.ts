import { foldText } from '../../bot/grammar/fold.ts'
import { planKinds, type PlanItem, type PlanKind } from '../../models/household-plan.ts'
import type { HouseholdCategory, StandingKind } from '../../models/participation.ts'
import { isDate, type LocalDate } from '../../models/dates.ts'
import { categoryOfCell, planItemsIn } from '../../rules/people/household-words.ts'
import { wrong, type Fault } from '../init/roster/fault.ts'
import type { Sheet, TableRow } from '../init/roster/table.ts'

/** What a row of the sheet sets for one household; null where it says nothing. */
export interface HouseholdRow {
  readonly row: number
  readonly household: number
  readonly category: HouseholdCategory | null
  readonly standing: StandingKind | null
  readonly plan: {
    readonly kind: PlanKind
    readonly items: readonly PlanItem[]
    readonly from: LocalDate | null
    readonly reason: string | null
  } | null
}

const columns = {
  household: '户号',
  category: '户类别',
  standing: '户籍',
  kind: '计划类型',
  items: '计划项目',
  from: '从哪天',
  reason: '理由',
} as const

type Column = keyof typeof columns

function cellsOf(row: TableRow, places: ReadonlyMap<string, number>): (column: Column) => string {
  return (column) => {
    const place = places.get(columns[column])
    return place === undefined ? '' : foldText(row.cells[place]?.text ?? '').trim()
  }
}

const standings: Readonly<Record<string, StandingKind>> = { 常住: 'resident', 常住户: 'resident', 外村: 'visitor', 外村户: 'visitor' }

/** What a cell may not say is told by its row and column alone: the words themselves are nobody's business in a terminal. */
function readRow(row: TableRow, places: ReadonlyMap<string, number>, faults: Fault[]): HouseholdRow | null {
  const cell = cellsOf(row, places)
  const fault = (what: string, remedy: string): null => {
    faults.push(wrong(row.number, what, remedy))
    return null
  }
  const household = Number(/^\d{1,5}$/u.exec(cell('household'))?.[0] ?? NaN)
  if (!Number.isInteger(household)) return fault('没有写户号', '请填花名册里的户号')
  const category = cell('category') === '' ? null : categoryOfCell(cell('category'))
  if (category === undefined) fault('不认识这一格的户类别', '请照文件上的叫法填')
  const standing = standings[cell('standing')] ?? null
  if (standing === null && !['', '本村', '本村户'].includes(cell('standing'))) fault('不认识这一格的户籍', '请填本村、常住或外村')
  const kind = planKinds.find((one) => one === cell('kind'))
  if (cell('kind') !== '' && kind === undefined) fault('不认识这一格的计划类型', `请填${planKinds.join('、')}里的一个`)
  const items = planItemsIn(cell('items'))
  if (kind !== undefined && items.length === 0) fault('计划没有项目', '请这样写：庭院清洁+6、打零工+10每月2次')
  const from = cell('from') === '' ? null : cell('from')
  if (from !== null && !isDate(from)) fault('“从哪天”不是日子', '请写成 2026-12-01')
  const plan = kind === undefined ? null : { kind, items, from, reason: cell('reason') === '' ? null : cell('reason') }
  return { row: row.number, household, category: category ?? null, standing, plan }
}

/** Reads the first sheet that has the column 户号; what is wrong with it is in `faults`. */
export function readHouseholds(sheets: readonly Sheet[]): { readonly rows: readonly HouseholdRow[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  for (const { rows } of sheets) {
    const head = rows.find(({ cells }) => cells.some(({ text }) => foldText(text).trim() === columns.household))
    if (!head) continue
    const places = new Map(head.cells.map(({ text }, index) => [foldText(text).trim(), index] as const))
    const filled = rows.filter(({ number, cells }) => number > head.number && cells.some(({ text }) => text.trim() !== ''))
    const read = filled.flatMap((row) => readRow(row, places, faults) ?? [])
    return { rows: read, faults }
  }
  return { rows: [], faults: [wrong(null, '找不到“户号”这一列', `请写上列名：${Object.values(columns).join('、')}`)] }
}
