import type { NewItem, SimpleRate } from '../../models/scheme-change.ts'
import type { Told, Unplanned } from '../../rules/changing/plan-change.ts'
import type { PointsPlace } from '../../rules/changing/place-of-points.ts'
import type { Rate } from '../../rules/scheme.ts'
import { dayText } from '../format.ts'
import { periodWord } from '../period.ts'
import { ofWord, rateText } from '../query/rules.ts'

const perText = (per: PointsPlace['per']): string => {
  if (per === null) return ''
  return per.kind === 'unit' ? `每${per.name}` : per.name
}

const evidenceWord = { none: '不用照片', wanted: '最好有照片', required: '要照片或原件' } as const

/** 「2到5分」; with what is usual where the scheme says so. */
const wholeRate = (rate: Rate): string =>
  rate.kind === 'ranged' && rate.default !== undefined ? `${rateText(rate)}，常见${String(rate.default)}分` : rateText(rate)

type Limited = Extract<Told, { kind: 'times' | 'cap' }>

const limitWord = ({ kind, per, of }: Pick<Limited, 'kind' | 'per' | 'of'>, most: number): string =>
  `${ofWord[of]}${periodWord[per]}最多${String(most)}${kind === 'times' ? '次' : '分'}`

function limitText(told: Limited): string {
  const { most, before } = told
  if (most === null) return before === null ? '不限' : `不再限“${limitWord(told, before)}”`
  return before === null ? `加一条“${limitWord(told, most)}”` : `由“${limitWord(told, before)}”改为“${limitWord(told, most)}”`
}

/** One change in one sentence: 「看望老人由每次2分改为每次3分」「扫路停止计分，12月31日和以前做的照算」; `always`: as if it had never been otherwise. */
export function changeText(item: string, told: Told, always = false): string {
  switch (told.kind) {
    case 'points': {
      const per = perText(told.place.per)
      return `${item}由${per}${String(told.place.points)}分改为${per}${String(told.to)}分`
    }
    case 'percent':
      return `${item}由百分之${String(told.from)}改为百分之${String(told.to)}`
    case 'rate':
      return `${item}由${wholeRate(told.before)}，改为${wholeRate(told.after)}`
    case 'times':
    case 'cap':
      return `${item}${limitText(told)}`
    case 'end':
      return `${item}停止计分${always ? '' : `，${dayText(told.lastDay)}和以前做的照算`}`
    case 'reopen':
      return `${item}恢复计分`
    case 'evidence':
      return `${item}由“${evidenceWord[told.before]}”改为“${evidenceWord[told.after]}”`
  }
}

const simpleRate = (rate: SimpleRate): string => {
  if (rate.kind === 'fixed') return `每次${String(rate.points)}分`
  if (rate.kind === 'ranged') return `每次${String(rate.min)}到${String(rate.max)}分，评议员看轻重定`
  return `每${rate.unit}${String(rate.points)}分，一次最多${String(rate.max ?? 0)}${rate.unit}`
}

/** 「新增送餐：每次2分，归帮助邻居」. */
export function newItemText({ name, rate, limits }: NewItem, heading: string): string {
  const most = limits.flatMap(({ kind, most: times, per, of }) =>
    times === null ? [] : [`，${limitWord({ kind, per, of: of ?? 'household' }, times)}`],
  )
  return `新增${name}：${simpleRate(rate)}${most.join('')}，归${heading}`
}

/** It is so already. */
export const alreadySo = (item: string, told: Told): string => {
  switch (told.kind) {
    case 'points':
      return `“${item}”现在就是${String(told.to)}分，不用改。`
    case 'end':
      return `“${item}”到${dayText(told.lastDay)}为止已经停了，不用再停。`
    case 'percent':
    case 'rate':
    case 'times':
    case 'cap':
    case 'reopen':
    case 'evidence':
      return `“${item}”现在就是这样，不用改。`
  }
}

/** Why a change cannot be put forward as it was said, and how to say it. */
export const notPlanned = {
  ranged: (item: string): string => `“${item}”是一个区间，由评议员看轻重定。请写最低和最高，比如“${item} 改成 2到5分”。`,
  share: (item: string): string => `“${item}”按比例计分。请写百分之几，比如“${item} 改成 百分之5”。`,
  'not-share': (item: string): string => `“${item}”不是按比例计分的。请写几分，比如“${item} 改成 3分”。`,
  'not-ranged': (item: string): string => `“${item}”现在不是区间。请把最低和最高一起写，比如“${item} 改成 2到5分”。`,
  'several-numbers': (item: string): string => `“${item}”的分值是一张表，不能变成一个区间。请一行一行改，或改办法文件。`,
  whose: (item: string): string => `“${item}”每户、每人各有一条上限。请写明“每户”还是“每人”。`,
  'no-limit': (item: string): string => `“${item}”本来就没有这条上限，不用改。`,
  'not-ended': (item: string): string => `“${item}”没有停，不用恢复。`,
  nothing: (item: string): string => `最少是1。“${item}”不想再计分，发“取消项目 ${item}”。`,
} as const satisfies Record<Extract<Unplanned, { why: string }>['why'], (item: string) => string>

/** An item that is counted in several ways: which of them shall change has to be said. */
export function whichMeasure(item: string, measures: readonly string[]): string {
  const [first = '次'] = measures
  const example = /^[一-龥]$|^小时$|^分钟$/u.test(first) ? `改成每${first}3分` : `${first} 改成 3分`
  return `“${item}”有几种算法：${measures.join('、')}。请写明是哪一种，比如“${item} ${example}”。`
}

/** The class was not said, or is none of the scheme's. */
export const whichHeading = (name: string, headings: readonly string[]): string =>
  `“${name}”归哪一类？请在后面加上“类别 …”，有：${headings.join('、')}。`

/** How many units one deed can have at most. */
export const howManyAtMost = (name: string, unit: string): string =>
  `“${name}”一次最多几${unit}？请写全，比如“新增项目 ${name} 每${unit}2分 最多8${unit} 类别 …”。`

/** Every item says which trouble it is for (MIN-2). */
export const whichProblem = (name: string): string => `“${name}”为的是什么？回一句“为了 …”，比如“为了 独居老人吃得上热饭”。`
