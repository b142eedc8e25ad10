import type { LocalDate } from '../../models/dates.ts'
import { dayText } from '../format.ts'

/** What thanks for land are, wherever they are spoken of (CJ-7). */
const thanks = '这是感谢，不是价钱，不换东西；不让、不拆一分不扣'

/** What a batch would do: each household's points, and all that are meant by name. */
export const batchText = (deed: string, points: number, names: readonly string[], reason: string, forLand: boolean): string =>
  `给${String(names.length)}户各记“${deed}”${String(points)}分${reason === '' ? '' : `，${reason}`}：${names.join('、')}${forLand ? `（${thanks}）` : ''}`

/** What an imported batch would do. */
export const importText = (households: number, points: number, deeds: readonly string[], estate: string): string =>
  `${estate}${String(households)}户的积分，共${String(points)}分（${deeds.join('、')}），一批审`

/** The count that was said is not the number of names. */
export const otherCount = (said: number, named: number): string => `说的是${String(said)}户，写了${String(named)}个名字，请对一对再发。`

/** Two names of one household. */
export const oneHouseholdTwice = (one: string, other: string): string => `${one}和${other}是一户，一户只写一个人。`

/** The proposer's household is in the list. */
export const ownInBatch = '您家也在名单里，自己家的不能自己提。请别的评议员来提，或把您家拿出来。'

/** The second person's household is in the list. */
export const ownInBatchToAgree = (number: number): string => `提议#${String(number)}里有您家，请名单以外的评议员来同意。`

/** Land, walls and demolition have no price in points. */
export const onlyThanks = '让地、拆墙的事，积分不能当价钱。办法里要有一项放在不能换东西的账本里，表示感谢，才能记。'

/** Echo of a batch in the panel's room. */
export function batchGiven(given: number, first: number, last: number, lastDay: LocalDate | null, missing: number): string {
  const numbers = first === last ? `#${String(first)}` : `#${String(first)}至#${String(last)}`
  if (missing > 0) return `${String(given)}户记好了（${numbers}），还差${String(missing)}位别户的评议员，回“都同意”。`
  return lastDay === null
    ? `${String(given)}户记好了（${numbers}），下一期一起公示，没有异议就入账。`
    : `${String(given)}户记好了（${numbers}），一起公示到${dayText(lastDay)}，没有异议就入账。`
}

/** Told to a household with its own line, when it was for land. */
export const thanksForYou = (line: string): string => `${line}\n${thanks}。`

/** Told to an invited observer (PH-9). */
export const observerCard = (number: number, text: string): string =>
  `请您来看看提议#${String(number)}：${text}。有意见发“补充说明 #${String(number)} 意见…”，评议员审的时候看得到；定还是由评议员定。`

/** What an observer has said, for those who decide. */
export const observed = (number: number, who: string, words: string): string => `提议#${String(number)} 观察员${who}：${words}`

/** Receipt to the observer. */
export const observedReceipt = (number: number): string => `意见已转给评议员（提议#${String(number)}），记录在案。`

/** Nobody but those invited comments on a batch. */
export const notObserver = (number: number): string => `提议#${String(number)}请的观察员里没有您。有话发“建议 …”。`
