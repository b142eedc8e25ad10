import type { z } from 'zod'
import type { Cat } from './categories.ts'
import type { schemeSchema } from './scheme-schema.ts'

/** A scheme as it is written: what it leaves to the usual words is not there yet. */
export type WrittenScheme = z.infer<typeof schemeSchema>

/** 类别: a kind of conduct, as the village speaks of it. */
export interface Category {
  readonly name: string
  readonly words: readonly string[]
  readonly units: readonly string[]
}

/** 积分办法: the village's agreement on what earns points, how much, how often, and how it is reviewed and noticed. */
export interface Scheme extends Omit<WrittenScheme, 'categories'> {
  readonly categories: Readonly<Record<Cat, Category>>
}

/** 积分项目: one deed of the catalogue; `kind: deduction` takes the points of its rate away. */
export type Item = Scheme['items'][number]

/** 计分标准: how many points a deed is worth; the closed set of kinds a scheme can use. */
export type Rate = Item['rate']

/** One unit of a per-unit rate, with `per`, `step` and `max` as people write them (0.5 = half). */
export type RateUnit = Extract<Rate, { kind: 'per-unit' }>['units'][number]

/** 次数上限: how often a person or household can be given an item in a period. */
export type Limit = Item['limits'][number]

/** 积分上限 of one item for a person or household in a period. */
export type ItemCap = Item['caps'][number]

/** 账本 of a scheme. */
export type Book = Scheme['books']['main']

/** 荣誉 that a scheme has computed and published. */
export type Honour = Scheme['honours'][number]

/** One kind of honour. */
export type HonourOf<K extends Honour['kind']> = Extract<Honour, { kind: K }>

/** 积分上限 of several categories for a person or household in a period. */
export type CategoryCap = Scheme['caps'][number]

/** The period a limit or cap is counted over; `once` is for good. */
export type Per = Limit['per']
