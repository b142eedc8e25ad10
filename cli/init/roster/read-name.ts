import { foldText } from '../../../bot/grammar/fold.ts'
import { read, unread, type Read } from './read.ts'

/** Longest name of a person, in characters: names of the northwest are long. */
const longest = 20

const dots = /[・•‧∙⋅．.]/gu

/** The words of a name cell as they are compared: folded, without the spaces at its ends, one form of the middle dot. */
export const foldName = (text: string): string => foldText(text).replaceAll('\n', ' ').replaceAll(dots, '·')

/** True when a cell holds characters that nobody sees: the same name twice would look like one. */
export const hasInvisible = (text: string): boolean => /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/u.test(text)

const withoutInvisible = (text: string): string => text.replaceAll(/[\u200d\ufe00-\ufe0f]/gu, '')

/** A person's name: Chinese characters, for some with a middle dot. */
export function readName(text: string): Read<string> {
  const name = withoutInvisible(foldName(text))
  if (name === '') return unread('没有写姓名', '请补上身份证上的姓名；没有人的话删掉这一行')
  if (/[、,;/&+]/u.test(name)) return unread(`姓名“${cut(name)}”像是几个人`, '请一人一行')
  if (/[（(【[]/u.test(name)) return unread(`姓名“${cut(name)}”带了括号`, '请只写姓名，备注写到别的列')
  if (/\d/u.test(name)) return unread(`姓名“${cut(name)}”里有数字`, '请改成身份证上的姓名')
  if (/\p{Script=Latin}/u.test(name)) return unread(`姓名“${cut(name)}”里有字母`, '请改成身份证上的汉字姓名')
  if (/\s/u.test(name)) return unread(`姓名“${cut(name)}”中间有空格`, `请改成“${name.replaceAll(/\s/gu, '')}”`)
  if ([...name].length > longest) return unread(`姓名“${cut(name)}”太长`, `姓名最多${String(longest)}个字，请检查是不是填错了列`)
  if (!/^\p{Script=Han}+(?:·\p{Script=Han}+)*$/u.test(name)) return unread(`姓名“${cut(name)}”里有不是汉字的符号`, '请改成身份证上的姓名')
  if ([...name].length < 2) return unread(`姓名“${name}”只有一个字`, '请写全姓名')
  return hasInvisible(text)
    ? { value: name, doubt: { what: `姓名“${name}”里有看不见的字符`, remedy: '已经去掉；最好在表里重新打一遍' } }
    : read(name)
}

const cut = (name: string): string => ([...name].length > 24 ? `${[...name].slice(0, 24).join('')}…` : name)

/** By-names, any number in one cell. */
export function readCalled(text: string): Read<readonly string[]> {
  const called = foldText(text)
    .split(/[、,，;；/\s]+/u)
    .map((name) => withoutInvisible(name))
    .filter((name) => name !== '')
  const long = called.find((name) => [...name].length > 10)
  if (long !== undefined) return unread(`称呼“${cut(long)}”太长`, '一个称呼最多10个字，几个称呼用顿号隔开')
  const odd = called.find((name) => !/^[\p{Script=Han}·]+$/u.test(name))
  if (odd !== undefined) return unread(`称呼“${cut(odd)}”里有不是汉字的符号`, '称呼只用汉字，几个称呼用顿号隔开')
  return read([...new Set(called)])
}
