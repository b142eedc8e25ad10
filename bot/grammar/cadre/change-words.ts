import type { LimitChange, LimitPeriod } from '../../../models/scheme-change.ts'
import { readNumber } from '../numerals.ts'

/** A whole number in figures or in words. */
export const NUMBER = '(\\d{1,7}|[零一二两三四五六七八九十百千]{1,6})'
/** From one number to another. */
export const TO = '(?:到|至|-|~|—)'
/** The verbs of a change. */
export const CHANGE = '(?:改成|改为|改到|调成|调到|调为|调整为|调整到|调整成|定为|定成|设为|设成|提到|提高到|涨到|降到|降为|减到|减为|换成)'

const MOST = '(?:最多|至多|不超过|不得超过|限)'
const OF = '(每户|每家|一户|一家|每人|每个人|一人)?'
const PER = '(每天|每日|一天|每个?月|一个?月|每个?季度|每季|一个?季度|每年|一年|总共|一共|终身|一辈子|累计)'
const UNIT = '(次|回|趟|遍|分|积分)'

const periods: readonly (readonly [RegExp, LimitPeriod])[] = [
  [/天|日/u, 'day'],
  [/月/u, 'month'],
  [/季/u, 'quarter'],
  [/年/u, 'year'],
  [/./u, 'once'],
]

/** The value of a number that was matched. */
export const numberIn = (word: string): number => readNumber(word, 0)?.value ?? 0

const ofWhom = (word: string) => (word.endsWith('人') ? 'person' : 'household')

/** 不限分, 不封顶 lift a cap of points, 不限次数 and 不限 alone one of times. */
const unitLifted = (words: string): string => (/(?:分|分数|积分|不封顶)$/u.test(words) ? '分' : '次')

/** A limit as its parts were matched: before or behind the period stands whom it holds. */
function limit(before: string | undefined, per: string, behind: string | undefined, most: string | null, unit: string): LimitChange {
  const whose = before ?? behind
  return {
    kind: unit.endsWith('分') ? 'cap' : 'times',
    most: most === null ? null : numberIn(most),
    per: periods.find(([word]) => word.test(per))?.[1] ?? 'once',
    of: whose === undefined ? null : ofWhom(whose),
  }
}

interface Wording {
  readonly test: RegExp
  readonly read: (match: RegExpExecArray) => LimitChange | null
}

const wording = (source: string, read: Wording['read']): Wording => ({ test: new RegExp(`^${source}$`, 'u'), read })

/** How a limit is worded: who, how long, how much at most. */
const wordings: readonly Wording[] = [
  wording(`${OF}${PER}${OF} ?${CHANGE}? ?${MOST}(?:报|记|得|给|算|加)?${NUMBER}${UNIT}`, ([, one, per = '', other, most = '', unit = '']) =>
    limit(one, per, other, most, unit),
  ),
  wording(
    `${OF}${PER}${OF}的?(?:次数|分数|积分)?(?:上限|限额|封顶|最多|至多) ?${CHANGE} ?${NUMBER}${UNIT}`,
    ([, one, per = '', other, most = '', unit = '']) => limit(one, per, other, most, unit),
  ),
  wording(
    `(?:上限|限额|封顶|次数) ?${CHANGE} ?${OF}${PER}${OF}${MOST}?${NUMBER}${UNIT}`,
    ([, one, per = '', other, most = '', unit = '']) => limit(one, per, other, most, unit),
  ),
  // 改成每天3分 is the worth of a day, no limit
  wording(`${CHANGE} ?${OF}${PER}${OF}(${MOST})?${NUMBER}${UNIT}`, ([, one, per = '', other, atMost, most = '', unit = '']) =>
    unit.endsWith('分') && atMost === undefined ? null : limit(one, per, other, most, unit),
  ),
  wording(`${OF}${PER}${OF} ?${CHANGE}? ?(?:不限|不再限|不设上限|不封顶)(?:次数|次|分数|分|积分)?`, ([words, one, per = '', other]) =>
    limit(one, per, other, null, unitLifted(words)),
  ),
]

/** Words of a limit: what stands with them is never the worth of a deed. */
export const LIMITING = /最多|至多|上限|限额|封顶|不超过|不得超过|不限/u

const TOLD = new RegExp(`^${OF}${PER}${OF} ?${MOST}(?:报|记|得|给|算|加)?${NUMBER}${UNIT}`, 'u')

/** Words that begin with a limit and go on: 「每月最多4次就行了」 tells a rule. */
export const tellsLimit = (words: string): boolean => TOLD.test(words)

/** 「每户每年最多30分」「每月上限改成4次」「每天不限次数」; null when the words are no limit. */
export function limitIn(words: string): LimitChange | null {
  for (const { test, read } of wordings) {
    const match = test.exec(words)
    const found = match && read(match)
    if (found) return found
  }
  return null
}
