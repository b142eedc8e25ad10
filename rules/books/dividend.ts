import type { Claim } from './share-out.ts'
import type { Scheme } from '../scheme.ts'

/** 奖金池 of a scheme. */
export type Pool = Scheme['pools'][number]

/** Where a household stood in the pool's book at the year's end: its base, and what it newly earned (or lost). */
export interface Yield {
  readonly household: string
  readonly number: number
  readonly base: number
  readonly earned: number
}

/** The months of a year in which a dividend is still meant for the year before. */
const lookingBack = '03'

/** The year whose points a dividend is divided by: the past one until the end of March. */
export const dividendYear = (today: string): string =>
  today.slice(5, 7) <= lookingBack ? String(Number(today.slice(0, 4)) - 1) : today.slice(0, 4)

/**
 * The claims on a pool (PH-3, YX-8): the points of a household are its base and what it earned; where a pool is for those above base
 * only, whoever's awards did not lift them is left out; below zero there is none of the reward pool.
 */
export const claimsOf = ({ by }: Pick<Pool, 'by'>, yields: readonly Yield[]): readonly Claim[] =>
  yields
    .filter(({ earned }) => by === 'points' || earned > 0)
    .map(({ household, number, base, earned }) => ({ household, number, points: base + earned }))
    .filter(({ points }) => points > 0)

/** The book in fen that households' money of reward pools stands in. */
export const dividendBook = 'dividend'
