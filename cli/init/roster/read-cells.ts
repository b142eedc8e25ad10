import { foldText } from '../../../bot/grammar/fold.ts'
import { readNumber } from '../../../bot/grammar/numerals.ts'
import { dateOf, isDate, type LocalDate } from '../../../models/dates.ts'
import type { HouseholdCategory } from '../../../models/participation.ts'
import type { UnitKind } from '../../../models/village.ts'
import { categoryOfCell } from '../../../rules/people/household-words.ts'
import { read, unread, type Read } from './read.ts'

const squeezed = (text: string): string => foldText(text).replaceAll(/\s/gu, '')

/** A group as the sheet names it: by number (2组), or by its own name (上屯). */
export interface GroupName {
  readonly kind: UnitKind
  readonly number: number | null
  readonly name: string
}

const mostGroups = 200

function wholeNumber(text: string): number | null {
  const found = readNumber(text, 0)
  return found?.length === text.length && !found.rough && Number.isInteger(found.value) ? found.value : null
}

/** 「2」「2组」「二组」「第二村民小组」, or 「3屯」「上屯」「东院」「巴音嘎查」. */
export function readGroup(text: string): Read<GroupName> {
  const word = squeezed(text)
  if (word === '') return unread('没有写组', '请写上几组，比如“2组”')
  const how = '请写成“2组”；屯、院、嘎查写“上屯”这样的名字'
  const kind = /嘎查$|[屯院]$/u.exec(word)?.[0] ?? '组'
  const unit = kind === '屯' || kind === '院' || kind === '嘎查' ? kind : '组'
  const stem = word.replace(/^第/u, '').replace(/(?:村民)?小?组$|村民组$|嘎查$|[屯院]$/u, '')
  const number = wholeNumber(stem)
  if (number !== null) {
    if (number < 1 || number > mostGroups) return unread(`组“${word}”的数不对`, `组号从1到${String(mostGroups)}，${how}`)
    return read({ kind: unit, number, name: `${String(number)}${unit}` })
  }
  const named = unit !== '组' && /^\p{Script=Han}{1,10}$/u.test(stem)
  return named ? read({ kind: unit, number: null, name: word }) : unread(`看不懂组“${word.slice(0, 20)}”`, how)
}

const mostHouseholdNumber = 99_999

/** The household's number in the village: a whole number that no other household has. */
export function readHousehold(text: string): Read<number> {
  const word = squeezed(text)
    .replace(/号?户?$/u, '')
    .replace(/^第/u, '')
  if (word === '') return unread('没有写户号', '请给每户一个号，全村不重复，本户每人都写同一个号')
  if (/^-/u.test(word)) return unread(`户号“${word}”是负数`, '户号从1写起')
  if (/^\d+\.0*[1-9]/u.test(word)) return unread(`户号“${word}”带小数`, '户号要是整数')
  if (!/^\d+(?:\.0+)?$/u.test(word)) return unread(`户号“${word.slice(0, 20)}”不是数字`, '请写成数字，比如“12”')
  const number = Number(word)
  if (number === 0) return unread('户号是0', '户号从1写起')
  if (number > mostHouseholdNumber)
    return unread(`户号“${word.slice(0, 20)}”太大`, `户号最大${String(mostHouseholdNumber)}，请检查是不是填成了证件号`)
  return read(number)
}

/** A phone number; only compared, never kept. */
export function readPhone(text: string): Read<string | null> {
  const word = squeezed(text)
    .replaceAll(/[-()]/gu, '')
    .replace(/^(?:\+|00)86/u, '')
  if (word === '') return read(null)
  if (/e\+?\d+$/iu.test(word)) return unread(`手机“${word}”被表格改成了科学计数`, '请把这一列设成“文本”格式再填')
  if (!/^\d+$/u.test(word)) return unread(`手机“${word.slice(0, 20)}”里有不是数字的字`, '请只写11位手机号；不知道就空着')
  if (/^0\d{9,11}$/u.test(word)) return read(word)
  if (word.length !== 11) return unread(`手机“${word.slice(0, 20)}”是${String(word.length)}位`, '手机号要11位；不知道就空着')
  return /^1[3-9]/u.test(word) ? read(word) : unread(`手机“${word}”不像手机号`, '手机号以13到19开头；不知道就空着')
}

const relations = new Set(
  `户主 本人 妻子 妻 丈夫 夫 配偶 爱人 儿子 子 长子 次子 三子 四子 独生子 女儿 女 长女 次女 三女 四女 独生女 父亲 父 母亲 母 父母 岳父 岳母 公公 婆婆
  爷爷 奶奶 祖父 祖母 外公 外婆 外祖父 外祖母 姥爷 姥姥 孙子 孙女 孙 外孙 外孙女 外孙子 曾孙 曾孙子 曾孙女 重孙 重孙女 儿媳 媳妇 儿媳妇 女婿 孙媳 孙媳妇 孙女婿
  哥哥 弟弟 姐姐 妹妹 哥 弟 姐 妹 兄 兄弟 姐妹 嫂子 嫂 弟媳 弟妹 姐夫 妹夫 侄子 侄女 侄儿 侄 外甥 外甥女 叔叔 叔父 伯父 伯母 姑姑 姑妈 舅舅 姨妈
  养子 养女 继子 继女 养父 养母 继父 继母 曾祖父 曾祖母 太爷爷 太奶奶 其他 其它 亲属 其他亲属 非亲属`.split(/\s+/u),
)

/** How somebody is related to the head; an unknown word is kept and doubted. */
export function readRelation(text: string): Read<string | null> {
  const word = squeezed(text).replace(/^(?:户主(?:的|之)|之)/u, '')
  if (word === '') return read(null)
  if (relations.has(word)) return read(word)
  return { value: word, doubt: { what: `不认识关系“${word.slice(0, 20)}”`, remedy: '可以照用；请看看是不是写错了' } }
}

const yes = new Set(['是', '有', '√', '✓', '✔', '对', 'y', 'yes', '1', '十四岁以下', '14岁以下', '未成年'])
const no = new Set(['', '否', '不是', '无', '没有', '×', 'x', 'n', 'no', '0', '-', '成年'])

/** Reads a column of yes and no; null when the sheet says nothing. */
const readYes =
  (title: string, remedy: string) =>
  (text: string): Read<boolean | null> => {
    const word = squeezed(text).toLowerCase()
    if (word === '') return read(null)
    if (yes.has(word)) return read(true)
    return no.has(word) ? read(false) : unread(`“${title}”里写的“${word.slice(0, 20)}”看不懂`, remedy)
  }

/** Whether somebody is under fourteen; null when the sheet says nothing. */
export const readMinor = readYes('十四岁以下', '请填“是”，不是就空着')

/** Whether somebody lives in town (JY-3). */
export const readInTown = readYes('住镇上', '请填“是”，不是就空着')

/** Whether somebody's hukou has moved away (YX-1). */
export const readMoved = readYes('户口迁出', '请填“是”，不是就空着')

/** Whether somebody belongs to the contracted population (YX-1). */
export const readContracted = readYes('承包人口', '请填“是”或“否”，空着就当是')

/** 户类别 (XY-1); null when the sheet says nothing. What the cell says is repeated nowhere. */
export function readCategory(text: string): Read<HouseholdCategory | null> {
  const word = squeezed(text)
  if (word === '') return read(null)
  const category = categoryOfCell(word)
  return category === undefined
    ? unread('不认识这一格的户类别', '请填脱贫户、低保户、特困户、残疾人户、边缘户、一般户里的一个，不清楚就空着')
    : read(category)
}

const BIRTH = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月?)?|年)?$/u
const oldest = 120

const two = (part: string): string => part.padStart(2, '0')

/** A birthday or year of birth, as the latest day it can mean; null when the sheet says nothing. */
export function readBirth(text: string, now: number): Read<LocalDate | null> {
  const word = squeezed(text).replace(/T?0{1,2}:00(?::00)?$/u, '')
  if (word === '') return read(null)
  const how = '请写成“1985-03-02”，或只写年份“1985”'
  const parts = BIRTH.exec(/^\d{8}$/u.test(word) ? `${word.slice(0, 4)}-${word.slice(4, 6)}-${word.slice(6)}` : word)
  if (!parts) return unread(`生日“${word.slice(0, 20)}”看不懂`, how)
  const [, year = '', month, day] = parts
  const latest = latestOf(year, month, day)
  const today = dateOf(now)
  if (latest === null) return unread(`没有“${word}”这一天`, how)
  if (
    [year, month, day]
      .filter((part) => part !== undefined)
      .map(two)
      .join('-') > today
  )
    return unread(`生日“${word}”还没有到`, how)
  if (Number(today.slice(0, 4)) - Number(year) > oldest) return unread(`生日“${word}”太早`, how)
  return read(latest)
}

function latestOf(year: string, month: string | undefined, day: string | undefined): LocalDate | null {
  if (month === undefined) return `${year}-12-31`
  if (day !== undefined) return existing(`${year}-${two(month)}-${two(day)}`)
  const days = ['31', '30', '29', '28'].map((last) => existing(`${year}-${two(month)}-${last}`))
  return days.find((found) => found !== null) ?? null
}

const existing = (date: string): LocalDate | null => (isDate(date) ? date : null)

/** True when somebody born on a day is under fourteen on another. */
export const underFourteen = (birth: LocalDate, today: LocalDate): boolean =>
  `${String(Number(birth.slice(0, 4)) + 14)}${birth.slice(4)}` > today
