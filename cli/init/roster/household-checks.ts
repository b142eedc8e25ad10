import type { HouseholdCategory } from '../../../models/participation.ts'
import { doubtful, wrong, type Fault } from './fault.ts'
import type { GroupName } from './read-cells.ts'
import type { RosterRow } from './read-row.ts'

/** The rows of one household, in the order of the sheet. */
export interface HouseholdRows {
  readonly number: number
  readonly rows: readonly RosterRow[]
}

/** A group's words as they are compared. */
export const groupKey = ({ kind, number, name }: GroupName): string => (number === null ? name : `${String(number)}${kind}`)

/** The rows by household, households by number. */
export function byHousehold(rows: readonly RosterRow[]): readonly HouseholdRows[] {
  const found = new Map<number, RosterRow[]>()
  for (const row of rows) {
    if (row.household === null) continue
    found.set(row.household, [...(found.get(row.household) ?? []), row])
  }
  return [...found].map(([number, members]) => ({ number, rows: members })).toSorted((one, other) => one.number - other.number)
}

const places = (rows: readonly RosterRow[]): string => rows.map(({ row }) => `第${String(row)}行`).join('、')

/** The row of each group in which rows of a household lie; more than one means that two households share a number. */
const groupsOf = (rows: readonly RosterRow[]): readonly RosterRow[] => {
  const groups = new Map<string, RosterRow>()
  for (const row of rows) if (row.group && !groups.has(groupKey(row.group))) groups.set(groupKey(row.group), row)
  return [...groups.values()]
}

const isHead = ({ relation }: RosterRow): boolean => relation === '户主' || relation === '本人'

/** The row of the head, or null with a fault when the household has none or several. */
export function headOf({ number, rows }: HouseholdRows, faults: Fault[]): RosterRow | null {
  const first = rows[0]
  // two households under one number are told as that, and not as one with two heads
  if (!first || groupsOf(rows).length > 1) return null
  const title = `${String(number)}号户`
  const fault = (what: string, remedy: string, row = first.row): null => {
    faults.push(wrong(row, what, remedy))
    return null
  }
  const named = [...new Set(rows.map(({ head }) => head).filter((head) => head !== ''))]
  const marked = rows.filter(isHead)
  if (named.length > 1) {
    const where = named.map((name) => `${name}（${places(rows.filter(({ head }) => head === name))}）`).join('、')
    return fault(`${title}写了${String(named.length)}个户主：${where}`, '一户只有一个户主，请改成一样；要是两户，请给另一户新的户号')
  }
  if (marked.length > 1)
    return fault(`${title}有${String(marked.length)}个人的关系是户主（${places(marked)}）`, '请只留一个户主，其他人写和户主的关系')
  const [name] = named
  const [mark] = marked
  if (name === undefined && !mark) return fault(`${title}没有户主`, '请在“户主”列写上户主的姓名')
  if (name === undefined) return mark ?? null
  const bearer = rows.find(({ written, name: taken }) => written === name || taken === name)
  if (!bearer) return fault(`${title}的户主“${name.slice(0, 20)}”不在本户成员里`, '请给户主也写一行，或改正户主的姓名')
  if (mark && mark !== bearer) return fault(`${title}的户主写的是${name}，关系是户主的却是${mark.written}`, '请改成同一个人', mark.row)
  return bearer
}

/** The category of a household (XY-1), which any of its rows may say; null with a fault when they do not say the same. */
export function categoryOf({ number, rows }: HouseholdRows, faults: Fault[]): HouseholdCategory | null {
  const saying = rows.filter(({ category }) => category !== null)
  const [first] = saying
  const other = saying.find(({ category }) => category !== first?.category)
  if (!other) return first?.category ?? null
  faults.push(
    wrong(other.row, `${String(number)}号户的户类别写得不一样（${places(saying)}）`, '一户只有一个类别，请改成一样，或只在户主那行写'),
  )
  return null
}

/** A household's base follows where its head lives (JY-3): who else of it is said to live in town changes nothing. */
export function townDoubts({ number, rows }: HouseholdRows, head: RosterRow | null): readonly Fault[] {
  const inTown = rows.find(({ ground }) => ground.inTown === true)
  if (!inTown || !head || head.ground.inTown !== undefined) return []
  return [doubtful(inTown.row, `${String(number)}号户的户主没有写住不住镇上`, '以户为单位的基础分看户主住哪里，请在户主那行也填')]
}

/** One household, one group; nobody in it twice. */
export function householdFaults({ number, rows }: HouseholdRows): readonly Fault[] {
  const faults: Fault[] = []
  const groups = groupsOf(rows)
  if (groups.length > 1) {
    const where = groups.map(({ group, row }) => `${group?.name ?? ''}（第${String(row)}行）`).join('、')
    const what = `户号${String(number)}出现在${String(groups.length)}个组：${where}`
    faults.push(wrong(groups.at(1)?.row ?? null, what, '户号全村不能重复，请给其中一户换一个号'))
  }
  const seen = new Map<string, RosterRow>()
  for (const row of rows) {
    const before = row.name === null ? undefined : seen.get(row.name)
    if (before)
      faults.push(wrong(row.row, `${row.written}在${String(number)}号户写了两次（还有第${String(before.row)}行）`, '请删掉重复的一行'))
    else if (row.name !== null) seen.set(row.name, row)
  }
  return faults
}

/** What several households have in common and one should know: one name in one group, one phone, one by-name. */
export function villageDoubts(rows: readonly RosterRow[]): readonly Fault[] {
  return [
    ...shared(
      rows,
      ({ name, group }) => (name === null || group === null ? [] : [`${group.name}${name}`]),
      (key, where) => [`${where}是同一组的同名的人：${key}`, '可以照用，机器人会问是哪一位；最好给其中一位写“称呼”好区分'],
    ),
    ...shared(
      rows,
      ({ phone }) => (phone === null ? [] : [phone]),
      (key, where) => [`${where}的手机一样：尾号${key.slice(-4)}`, '请核对是不是复制错了；手机号只用来核对，不保存'],
    ),
    ...shared(
      rows,
      ({ called }) => called,
      (key, where) => [`${where}的称呼都是“${key}”`, '可以照用，机器人会问是哪一位'],
    ),
  ]
}

function shared(
  rows: readonly RosterRow[],
  keysOf: (row: RosterRow) => readonly string[],
  say: (key: string, where: string) => readonly [string, string],
): readonly Fault[] {
  const found = new Map<string, RosterRow[]>()
  for (const row of rows) for (const key of keysOf(row)) found.set(key, [...(found.get(key) ?? []), row])
  return [...found].flatMap(([key, sharing]) => {
    const households = new Set(sharing.map(({ household }) => household))
    return households.size < 2 ? [] : [doubtful(sharing.at(-1)?.row ?? null, ...say(key, places(sharing)))]
  })
}
