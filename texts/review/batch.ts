import { dayText } from '../format.ts'
import type { LocalDate } from '../../models/dates.ts'
import { caseLine, type ReportView } from '../report/report.ts'

/** Where an echo's case ends and what happened to it begins. */
const joint = / (?=已通过|已审结|没有通过|已撤回)/u

/** Several lines for one place as one: cases of which the same is said share it. */
export function merged(lines: readonly string[]): string {
  const heads = new Map<string, readonly string[]>()
  for (const line of new Set(lines)) {
    const [head = line, ...tail] = line.split(joint)
    const said = tail.join(' ')
    heads.set(said, [...(heads.get(said) ?? []), head])
  }
  return [...heads].map(([said, cases]) => (said === '' ? cases.join('\n') : `${cases.join('；')} ${said}`)).join('\n')
}

/** This one cannot be decided along with others: something has to be asked first. */
export const decideAlone = (number: number, question: string): string => `#${String(number)}请单独审：${question.split('\n')[0] ?? ''}`

/** Asks before everything that waits is approved; only what is listed will be. */
export const approveAllSure = (views: readonly ReportView[], leftOut: readonly string[]): string =>
  [`要通过这${String(views.length)}件：`, ...views.map(caseLine), ...leftOut, '1 全部通过　2 先不'].join('\n')

/** Cases that 全部通过 leaves out because somebody has to see proof first. */
export const leftForProof = (numbers: readonly number[]): string =>
  `要凭证的单独审：${numbers.map((number) => `#${String(number)}`).join('、')}。`

/** Cases that 全部通过 leaves out because the reviewer put them aside. */
export const leftAside = (numbers: readonly number[]): string =>
  `您先放着的不在内：${numbers.map((number) => `#${String(number)}`).join('、')}。`

/** More is waiting than one list holds. */
export const leftOver = (count: number): string => `还有${String(count)}件，下一次再列。`

/** The two answers. */
export const allYes = '全部通过'

/** The two answers. */
export const allNo = '先不'

/** Nothing is left to be approved at once. */
export const nothingToApprove = '没有可以一起通过的。发“待审”看还有哪些。'

/** The exception names nobody. */
export const exceptWhom = (name: string): string => `“${name}”是哪一件？写编号更清楚，比如“除了1001，其他都通过”。`

/** The numbers of a batch belong to no list. */
export const noList = '先发“待审”看清单，再按上面的序号回，比如“1通过 2驳回 没证据”。'

/** A place that the last list does not have. */
export const notInList = (place: number, length: number): string => `刚才的清单只有${String(length)}件，没有第${String(place)}件。`

/** Nothing more waits for this reviewer. */
export const noneLeft = '没有等您审的了，辛苦了。'

/** Until when somebody looks after another's reviews, told to the one who leaves. */
export const delegated = (to: string, until: LocalDate): string => `好，到${dayText(until)}，您的待审请${to}看着。回来早了发“取消委托”。`

/** The same, told to the delegate. */
export const delegatedToYou = (from: string, until: LocalDate): string =>
  `${from}外出，到${dayText(until)}待审的请您替看。发“待审”看清单；您自家的照样要回避。`

/** The delegation is over. */
export const delegationEnded = '委托已取消，待审还是您自己看。'

/** There was none. */
export const noDelegation = '您没有委托过别人。'

/** Only a reviewer can stand in. */
export const delegateToReviewer = (name: string): string => `${name}不是评议员，不能替您审。请写一位评议员的名字。`

/** Nobody was named. */
export const delegateToWhom = '委托给哪位评议员？比如“这周我外出，待审的让陈玉莲替我”。'

/** Asks how long. */
export const delegateUntil = (options: readonly LocalDate[]): string =>
  `委托到哪天？${options.map((day, index) => `${String(index + 1)} ${dayText(day)}`).join('　')}`

/** Heads the list of a delegate. */
export const lookedAfter = (from: readonly string[]): string => `（${from.join('、')}外出，请您替看）`
