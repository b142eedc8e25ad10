import type { LocalDate } from '../models/dates.ts'
import type { PointsPlace } from '../rules/reading/change-points.ts'
import type { Problem } from '../rules/checks/problem.ts'
import type { ResolutionPart } from '../rules/resolution.ts'
import { dayText } from './format.ts'

/** What a change of the scheme must name. */
export const changeHow = '改哪一项、改成几分？比如“看望老人改为每次3分”“扫路改成每小时3分”，要定日子就加上“从明年1月1日起”。'

/** The line names no item, or several. */
export const whichItem = (names: readonly string[]): string =>
  names.length === 0 ? changeHow : `改哪一项？请写项目的全名：${names.join('、')}。`

/** The item counts in several units or levels. */
export const whichNumber = (item: string, names: readonly string[]): string =>
  `“${item}”有几种算法：${names.join('、')}。请写明是哪一种，比如“${item}改成每${names[0] ?? '次'}3分”。`

/** The item's points are no single number. */
export const notByWord = {
  ranged: (item: string): string => `“${item}”是一个区间，由评议员看轻重定。要改区间，请改办法文件，用 xiangyue scheme check 查过再换。`,
  'several-numbers': (item: string): string => `“${item}”的分值是一张表，一句话说不清。请改办法文件，用 xiangyue scheme check 查过再换。`,
} as const

/** The number is already so. */
export const sameNumber = (item: string, points: number): string => `“${item}”现在就是${String(points)}分，不用改。`

/** The scheme's own text has no such number. */
export const notInText = (item: string): string => `“${item}”的分值不在本村的办法文件里写着，一句话改不了。请改办法文件。`

/** The changed scheme would not be in order: what is wrong, and that nothing was changed. */
export const wouldBeWrong = (problems: readonly Problem[]): string =>
  ['这样改了办法就不对了，没有改：', ...problems.slice(0, 3).map(({ message }) => message)].join('\n')

/** The day has come or gone. */
export const dayTooEarly = (date: LocalDate): string => `${dayText(date)}已经到了，做过的事按当时的办法算。请换一个以后的日子。`

/** Another edition is to come. */
export const laterEdition = (from: LocalDate): string =>
  `${dayText(from)}起已有一版新办法在等。请把日子定在${dayText(from)}或以后，在那一版上改。`

/** The scheme has changed since it was proposed. */
export const changedMeanwhile = '提议以后办法已经改过了，这条不作数。请按现在的办法重新提。'

const partText = {
  party: '党组织谁把关的',
  day: '哪月哪日',
  document: '记在哪份文件里',
} as const satisfies Record<ResolutionPart, string>

/** The one question before a change is proposed (MIN-1). */
export const whichResolution = '凭什么改？回一句：哪天哪个会定的、党组织谁在哪天把的关、记在哪份文件里。要记录在案。'

/** What a record of a resolution does not say yet, in words. */
export const partsText = (parts: readonly ResolutionPart[]): string => parts.map((part) => partText[part]).join('、')

/** What the answer left out. */
export const resolutionLacks = (parts: readonly ResolutionPart[]): string =>
  `还差：${partsText(parts)}。请连前面说的一起回一句完整的，比如“12月1日代表会议通过，党支部张明11月28日把关，纪要第12号”。`

const perText = (per: PointsPlace['per']): string => {
  if (per === null) return ''
  return per.kind === 'unit' ? `每${per.name}` : per.name
}

/** One change in one sentence: 「看望老人由每次2分改为每次3分」. */
export const changeText = (item: string, { per, points }: PointsPlace, to: number): string =>
  `${item}由${perText(per)}${String(points)}分改为${perText(per)}${String(to)}分`

/** What the proposal would do. */
export const changeProposal = (change: string, from: LocalDate, resolution: string): string =>
  `改积分办法，从${from.slice(0, 4)}年${dayText(from)}起，${change}，依据：${resolution}`

/** Tells the village what will be different, and that nothing already done is touched (MIN-2). */
export const newEdition = (edition: number, change: string, from: LocalDate, problem: string, resolution: string): string =>
  [
    `积分办法第${String(edition)}版：从${from.slice(0, 4)}年${dayText(from)}起，${change}。`,
    `为的是：${problem}。依据：${resolution}。`,
    '以前做的、报的照旧办法算，一分不变。',
  ].join('\n')
