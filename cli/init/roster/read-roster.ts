import { foldText } from '../../../bot/grammar/fold.ts'
import type { HouseholdCategory } from '../../../models/participation.ts'
import { headerOf, isHeader, type Header } from './columns.ts'
import type { ExtraColumn } from './extra-columns.ts'
import { anyWrong, doubtful, wrong, type Fault } from './fault.ts'
import {
  byHousehold,
  categoryOf,
  groupKey,
  headOf,
  householdFaults,
  townDoubts,
  villageDoubts,
  type HouseholdRows,
} from './household-checks.ts'
import type { GroupName } from './read-cells.ts'
import { mostRows } from './read-file.ts'
import { readRow, type RosterRow } from './read-row.ts'
import type { Roster, RosterHousehold, RosterPerson } from './roster.ts'
import type { Sheet, TableRow } from './table.ts'

/** The roster as far as it can be read (null without a sheet to read) and all that was found in it, warnings too. */
export interface RosterReading {
  /** whole only when no fault is an error */
  readonly roster: Roster | null
  readonly faults: readonly Fault[]
}

const refused = (...faults: readonly Fault[]): RosterReading => ({ roster: null, faults })

interface Chosen {
  readonly sheet: Sheet
  readonly header: Header
  readonly faults: readonly Fault[]
}

function named(sheets: readonly Sheet[], name: string): readonly Sheet[] | Fault {
  const found = sheets.filter((sheet) => sheet.name === name)
  if (found.length > 0) return found
  return wrong(null, `没有叫“${name}”的工作表`, `现有：${sheets.map((sheet) => sheet.name).join('、')}`)
}

/** The sheet of that name, or the first visible one with the columns of a roster. */
function choose(sheets: readonly Sheet[], name: string | undefined, uses: ReadonlySet<ExtraColumn>): Chosen | Fault {
  const wanted = name === undefined ? sheets.filter(({ hidden }) => !hidden) : named(sheets, name)
  if ('what' in wanted) return wanted
  const fitting = wanted.flatMap((sheet) => {
    const header = headerOf(sheet, uses)
    return header ? [{ sheet, header }] : []
  })
  const [first, ...others] = fitting
  if (!first) return wrong(null, '找不到表头', '请在表的前几行写上列名：组、户号、户主、姓名、关系')
  if (others.length === 0) return { ...first, faults: [] }
  const left = others.map(({ sheet }) => `“${sheet.name}”`).join('、')
  const doubt = doubtful(null, `有几张像花名册的工作表，读的是“${first.sheet.name}”，${left}没有读`, '要读别的请加 --sheet 表名')
  return { ...first, faults: [doubt] }
}

const isEmpty = ({ cells }: TableRow): boolean =>
  cells.every(({ text, flaw, merged }) => merged || (flaw === null && foldText(text) === ''))

const totals = /^(?:合计|总计|小计|共计|总数|总人数|总户数)/u

function isTotal({ cells }: TableRow): boolean {
  const words = cells.map(({ text }) => foldText(text).replaceAll(/\s/gu, '')).filter((text) => text !== '')
  return words.slice(0, 3).some((word) => totals.test(word))
}

function readRows(sheet: Sheet, header: Header, now: number, faults: Fault[]): readonly RosterRow[] {
  const rows: RosterRow[] = []
  for (const row of sheet.rows) {
    if (row.number <= header.row || isEmpty(row)) continue
    if (isTotal(row)) faults.push(doubtful(row.number, '像是合计行，没有读', '请把合计行从花名册里删掉'))
    else if (isHeader(row)) faults.push(doubtful(row.number, '又是一行表头，没有读', '请删掉中间的表头'))
    else {
      const beyond = row.cells.slice(header.width).some(({ text }) => foldText(text) !== '')
      if (beyond) faults.push(wrong(row.number, '格数比表头多', '请检查有没有多出来的逗号，或没有列名的内容'))
      rows.push(readRow(row, header.columns, now, faults))
    }
  }
  return rows
}

/**
 * Reads the roster out of the sheets of a file, naming all that is wrong; `now` tells who is under fourteen, `uses` which of the columns
 * are read that only some schemes have a use for.
 */
export function readRoster(
  sheets: readonly Sheet[],
  sheetName: string | undefined,
  now: number,
  uses: ReadonlySet<ExtraColumn>,
): RosterReading {
  const chosen = choose(sheets, sheetName, uses)
  if ('what' in chosen) return refused(...sheets.flatMap((sheet) => sheet.faults), chosen)
  const { sheet, header } = chosen
  const faults: Fault[] = [...chosen.faults, ...sheet.faults, ...header.faults]
  if (sheet.rows.length > mostRows) {
    return refused(...faults, wrong(null, `花名册超过${String(mostRows)}行`, '请检查是不是选错了表；一个村一份花名册'))
  }
  if (anyWrong(header.faults)) return refused(...faults)
  const rows = readRows(sheet, header, now, faults)
  if (rows.length === 0) return refused(...faults, wrong(null, '花名册里没有人', '请在表头下面一人一行填上'))
  const households = byHousehold(rows).map((household) => ({
    ...household,
    head: headOf(household, faults),
    category: categoryOf(household, faults),
  }))
  faults.push(...households.flatMap(householdFaults), ...villageDoubts(rows))
  faults.push(...households.flatMap((household) => townDoubts(household, household.head)))
  for (const { number, head } of households) {
    if (head?.minor) faults.push(doubtful(head.row, `${String(number)}号户的户主不满14岁`, '请核对；公示里他只写“几组一户”'))
  }
  return { roster: rosterOf(rows, households), faults }
}

function rosterOf(
  rows: readonly RosterRow[],
  found: readonly (HouseholdRows & { readonly head: RosterRow | null; readonly category: HouseholdCategory | null })[],
): Roster {
  const groups = new Map<string, GroupName>()
  const households: RosterHousehold[] = []
  for (const { number, rows: members, head, category } of found) {
    const group = members[0]?.group
    if (!group || !head) continue
    if (!groups.has(groupKey(group))) groups.set(groupKey(group), group)
    households.push({ number, group, head: head.row, category })
  }
  const people = rows.flatMap(({ row, name, called, household, minor, ground, relation }): readonly RosterPerson[] =>
    name === null || household === null ? [] : [{ row, name, called, household, minor, ground, relation }],
  )
  const ordered = [...groups.values()].toSorted((one, other) => (one.number ?? Infinity) - (other.number ?? Infinity) || 0)
  return { groups: ordered, households, people }
}
