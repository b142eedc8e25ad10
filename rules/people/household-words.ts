import type { PlanItem } from '../../models/household-plan.ts'
import type { HouseholdCategory } from '../../models/participation.ts'

/** Categories by the words of the offices; the more particular word first. */
const categoryWords: readonly (readonly [RegExp, HouseholdCategory])[] = [
  [/分散供养|特困|五保/u, 'destitute'],
  [/低保/u, 'low-income'],
  [/残疾/u, 'disabled'],
  [/边缘|监测|不稳定|严重困难/u, 'marginal'],
  [/脱贫|贫困/u, 'poor'],
  [/一般|普通/u, 'ordinary'],
]

/** The category that words name (XY-1); undefined when they name none. */
export const categoryIn = (words: string): HouseholdCategory | undefined => categoryWords.find(([said]) => said.test(words))?.[1]

/** The category that a cell of a sheet names; one that says what a household is not names none. */
export const categoryOfCell = (words: string): HouseholdCategory | undefined =>
  /^(?:非|不|未|无|没|否)/u.test(words) ? undefined : categoryIn(words)

/** 「养鸡+10每月1次」 */
const ITEM = /(\p{Script=Han}[\p{Script=Han}\w]{0,19}?)[ :]?([+-]\d{1,7})分?(?:[( ]?每月(\d{1,2})次)?/gu

/** The items of a plan as people write them: a name, signed points, and how often in a month (XY-3). */
export const planItemsIn = (words: string): readonly PlanItem[] =>
  [...words.matchAll(ITEM)].map(([, name = '', points, times]) => ({
    name,
    points: Number(points),
    timesAMonth: times === undefined ? null : Number(times),
  }))
