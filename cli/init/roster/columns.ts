import { foldText } from '../../../bot/grammar/fold.ts'
import { extraColumns, type ExtraColumn } from './extra-columns.ts'
import { doubtful, wrong, type Fault } from './fault.ts'
import type { Sheet, TableRow } from './table.ts'

/** The columns of a roster: what each is called in the sheet, and the other names it may have. */
const headings = {
  group: ['组', '组别', '组名', '小组', '村民组', '村民小组', '所在组', '屯', '自然村', '自然屯'],
  household: ['户号', '户编号', '户序号', '户编码', '家庭编号', '户'],
  head: ['户主', '户主姓名', '户主名字'],
  name: ['姓名', '成员', '成员姓名', '家庭成员', '名字'],
  relation: ['关系', '与户主关系', '与户主的关系', '和户主关系', '家庭关系'],
  phone: ['手机', '手机号', '手机号码', '电话', '电话号码', '联系电话', '联系方式'],
  called: ['称呼', '小名', '别名', '别称', '绰号', '外号'],
  minor: ['十四岁以下', '十四周岁以下', '14岁以下', '14周岁以下', '未满十四岁', '未满14岁', '不满14岁', '不满十四岁'],
  birth: ['生日', '出生', '出生日期', '出生年月', '出生年月日', '出生年', '出生年份'],
  category: ['户类别', '对象类别', '农户类别'],
  inTown: ['住镇上', '住在镇上', '住集镇'],
  moved: ['户口迁出', '户口已迁出', '户籍迁出'],
  contracted: ['承包人口', '承包地人口'],
} as const

/** A column the program reads. */
export type Column = keyof typeof headings

/** Where each column stands in the sheet, counted from 0; a column the sheet lacks is absent. */
export type Columns = Readonly<Partial<Record<Column, number>>>

/** The header row of a sheet, with what is wrong in it. */
export interface Header {
  readonly row: number
  readonly columns: Columns
  readonly width: number
  readonly faults: readonly Fault[]
}

/** The columns, in the order in which a row's complaints are told. */
export const columnNames = [
  'group',
  'household',
  'head',
  'name',
  'relation',
  'phone',
  'called',
  'minor',
  'birth',
  ...extraColumns,
] as const satisfies Column[]

const known = new Map<string, Column>(columnNames.flatMap((column) => headings[column].map((name) => [name, column] as const)))

/** Columns that people's sheets have and a points system has no use for. */
const unread = ['序号', '编号', '备注', '性别', '民族', '年龄', '文化程度', '学历', '政治面貌', '职业', '住址', '地址']

/** What must not lie in this program at all: nobody needs it to count points. */
const sensitive = /身份证|证件|银行|卡号|账号|帐号|社保|医保|残疾|低保|贫困|脱贫|五保|疾病|健康|宗教/u

/** A heading without spaces, brackets and marks: `手机（选填）` and `手机 *` are `手机`. */
const bare = (text: string): string =>
  foldText(text)
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/gu, '')
    .replaceAll(/[\s*:?!、。,]/gu, '')

function columnOf(heading: string): Column | undefined {
  const whole = known.get(heading)
  if (whole) return whole
  const parts = heading.split(/[/或]/u).map((part) => known.get(part))
  return parts.every((part) => part !== undefined && part === parts[0]) ? parts[0] : undefined
}

const headingOf = (column: Column): string => headings[column][0]

/** How many of the program's columns a row names. */
function namedIn(row: TableRow): number {
  return new Set(row.cells.map(({ text }) => columnOf(bare(text))).filter((column) => column !== undefined)).size
}

/** True for a row that names columns again in the middle of a sheet, as printed pages do. */
export const isHeader = (row: TableRow): boolean => namedIn(row) >= 3

const searched = 10

const isExtra = (column: Column): column is ExtraColumn => extraColumns.some((one) => one === column)

/**
 * The header row: the first of the sheet's first rows that names at least two known columns; null when there is none. Of the columns
 * that only some schemes have a use for it takes those in `uses`.
 */
export function headerOf({ rows }: Sheet, uses: ReadonlySet<ExtraColumn>): Header | null {
  const row = rows.slice(0, searched).find((candidate) => namedIn(candidate) >= 2)
  if (!row) return null
  const columns: Partial<Record<Column, number>> = {}
  const faults: Fault[] = []
  for (const [index, { text, merged }] of row.cells.entries()) {
    const heading = bare(text)
    if (heading === '' || merged) continue
    const column = columnOf(heading)
    if (column === undefined) faults.push(...unknown(row.number, heading))
    else if (isExtra(column) && !uses.has(column)) faults.push(needless(row.number, heading))
    else if (columns[column] === undefined) columns[column] = index
    else faults.push(wrong(row.number, `“${headingOf(column)}”有两列（又写作“${heading}”）`, '请删掉多余的一列'))
  }
  return { row: row.number, columns, width: row.cells.length, faults: [...missing(row.number, columns), ...faults] }
}

const needless = (row: number, heading: string): Fault =>
  doubtful(row, `这套办法用不着“${heading}”，这一列没有读`, '请把这列从花名册里删掉')

/** Base points are given by the scheme's rule; a column of numbers would be a second book. */
const basePoints = ['底分', '基础分', '基本分', '基础积分']

function unknown(row: number, heading: string): readonly Fault[] {
  if (unread.includes(heading)) return []
  const what = `“${heading}”这一列没有读`
  if (basePoints.includes(heading)) {
    const titles = (['inTown', 'moved', 'contracted'] as const).map((column) => `“${headingOf(column)}”`).join('')
    return [doubtful(row, what, `基础分由办法按规则给，不用填；办法要看依据的，请加列${titles}，填是或否`)]
  }
  if (sensitive.test(heading)) return [doubtful(row, what, '积分用不着这样的信息，请把这列从花名册里删掉')]
  return [
    doubtful(
      row,
      `不认识“${heading}”这一列，没有读`,
      `要用的话请把列名改成其中一个：${Object.values(headings)
        .map(([name]) => name)
        .join('、')}`,
    ),
  ]
}

function missing(row: number, columns: Columns): readonly Fault[] {
  const needed = ['group', 'household', 'name'] as const
  const faults = needed
    .filter((column) => columns[column] === undefined)
    .map((column) => wrong(row, `缺“${headingOf(column)}”这一列`, `请在表头加一列“${headingOf(column)}”，每人都填`))
  if (columns.head !== undefined || columns.relation !== undefined) return faults
  return [...faults, wrong(row, '缺“户主”这一列', '请加一列“户主”，填户主的姓名；或加一列“关系”，户主那行填“户主”')]
}
