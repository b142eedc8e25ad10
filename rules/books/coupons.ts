import { quotaOf } from '../honours/percent.ts'
import type { Scheme } from '../scheme.ts'

/** 发放控制 of a scheme: which book's points coupons follow, and for how many households of all. */
export type Issue = Scheme['issues'][number]

/** Places of a year for households that are given coupons (JZ-2): 60 % of 265 are 159. */
export interface Places {
  readonly quota: number
  readonly left: number
}

/** How many households more can be given coupons this year; whoever has been given some is counted once. */
export function placesOf({ percent }: Pick<Issue, 'percent'>, households: number, holders: number): Places {
  const quota = quotaOf(percent, households)
  return { quota, left: Math.max(0, quota - holders) }
}

/** Half of the places, rounded up: the panel is warned when as many are taken. */
export const halfOfPlaces = (quota: number): number => Math.ceil(quota / 2)
