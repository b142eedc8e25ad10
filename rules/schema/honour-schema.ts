import { z } from 'zod'
import { postingLimit } from '../../models/ledger.ts'
import { count, days, percent, points, shape, slug, some, word } from './parts.ts'

const level = shape({ title: word, from: z.int().min(-postingLimit.point).max(postingLimit.point) })

const common = {
  code: slug,
  title: word,
  book: slug.default('main'),
  period: z.enum(['month', 'quarter', 'half-year', 'year']),
  /** points that come with it, in the same book */
  award: points.optional(),
} as const

/** 前几名, of the village or in each section (JY-5, JZ-5, PH-6). */
const top = shape({ kind: z.literal('top'), ...common, places: count, each: z.enum(['village', 'section', 'unit']).default('village') })

/** 前百分之几, floored (PH-7, JZ-3); of all households, or of those who were evaluated in the period. */
const best = shape({ kind: z.literal('percent'), ...common, percent, of: z.enum(['households', 'evaluated']) })

/** 星级: what was newly earned in the period reaches a level (JY-5, JS-L2). */
const stars = shape({ kind: z.literal('stars'), ...common, levels: some(level) })

/** 等次: a proposed grade for a meeting, never a decision (JS-R4); a bad record gives the lowest. */
const grades = shape({ kind: z.literal('grades'), ...common, levels: some(level), lowestByBadRecord: z.boolean() })

/** 档次 with a moving line (JY-7). */
const bands = shape({ kind: z.literal('bands'), ...common, width: count, risesAt: percent, benefits: percent })

/** 荣誉 that the calendar computes and publishes. */
export const honour = z.discriminatedUnion('kind', [top, best, stars, grades, bands])

/** 发放控制 (JZ-2): at most this share of all households is given coupons in a year; the cap defers the coupon, never the honour. */
export const issue = shape({ title: word, book: slug, from: slug.default('main'), percent })

/** 奖金池: divided by points; `above-base` counts only those whose awards lifted them above base (PH-3). */
export const pool = shape({
  code: slug,
  title: word,
  book: slug.default('main'),
  by: z.enum(['points', 'above-base']),
})

/** 帮扶 (JY-6): how many households that earned least a quarter's close tells the cadres of, in private, so that each is given a helper. */
export const helped = shape({ lowest: count })

/** 提醒名单 (JZ-6): days of proven change before a household is evaluated again, and how many reminders count as repeated. */
export const reminders = shape({ days, repeated: count })

/** 不良记录 of party members (JS-R1): kinds that the branch has named. */
export const badRecords = shape({ book: slug, kinds: some(word) })
