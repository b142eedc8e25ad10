import type { LocalDate } from '../../models/dates.ts'
import type { Problem } from '../../rules/checks/problem.ts'
import type { ResolutionPart } from '../../rules/resolution.ts'
import { dayText } from '../format.ts'

/** What a change of the scheme must name. */
export const changeHow = [
  '改哪一项、怎么改？一行一样，比如：',
  '“看望老人改为每次3分”“邻里互助 改成 2到6分”“扫路 每月最多4次”“扫路 改成 要照片”',
  '“从1月1日起 取消 扫路”“从3月1日起 恢复 扫路”“新增项目 送餐 每次2分 类别 邻里”。',
  '要定日子就加上“从明年1月1日起”。',
].join('\n')

/** The line names no item, or several. */
export const whichItem = (names: readonly string[]): string =>
  names.length === 0 ? changeHow : `改哪一项？请写项目的全名：${names.join('、')}。`

/** The changed scheme would not be in order: what is wrong, and that nothing was changed. */
export const wouldBeWrong = (problems: readonly Problem[]): string =>
  ['这样改了办法就不对了，没有改：', ...problems.slice(0, 3).map(({ message }) => message)].join('\n')

/** What the village should think about besides, before the second cadre agrees. */
export const thinkAbout = (warnings: readonly Problem[]): string =>
  ['办法检查提醒（不挡着改）：', ...warnings.slice(0, 3).map(({ message }) => message)].join('\n')

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
  `还差：${partsText(parts)}。请连前面说的一起回一句完整的，比如“12月1日代表会议通过，党支部陈国栋11月28日把关，纪要第12号”。`

/** A meeting that has not been held yet has resolved nothing. */
export const resolutionToCome = (day: LocalDate): string =>
  `${day.slice(0, 4)}年${dayText(day)}还没到。开过会、把过关再回一句完整的；往年的请写上年份。`

/** What the proposal would do. */
export const changeProposal = (change: string, from: LocalDate, resolution: string): string =>
  `改积分办法，从${from.slice(0, 4)}年${dayText(from)}起，${change}，依据：${resolution}`

/** Tells the village what will be different, for what trouble of its own, and that nothing already done is touched (MIN-2). */
export const newEdition = (edition: number, change: string, from: LocalDate, problem: string | null, resolution: string): string =>
  [
    `积分办法第${String(edition)}版：从${from.slice(0, 4)}年${dayText(from)}起，${change}。`,
    `${problem === null ? '' : `为的是：${problem}。`}依据：${resolution}。`,
    '以前做的、报的照旧办法算，一分不变。',
  ].join('\n')
