import { z } from 'zod'
import { amount, percent, points, rounding, shape, some, word, words } from './parts.ts'

/** One unit a deed is counted in: `points` for every `per` units, counted in whole steps, `max` in one report. */
const unit = shape({ name: word, words, points, per: amount.default(1), step: amount.optional(), max: amount, rounding })

/** A unit that is only measured in. */
const measure = shape({ name: word, words, max: amount })

const fixed = shape({ kind: z.literal('fixed'), points })

const perUnit = shape({
  kind: z.literal('per-unit'),
  units: some(unit),
  assumed: shape({ quantity: amount, unit: word }).optional(),
})

const ranged = shape({ kind: z.literal('ranged'), min: points, max: points, default: points.optional() })

const byLevel = shape({
  kind: z.literal('tiered'),
  by: z.literal('level'),
  tiers: some(shape({ level: word, words, points })),
})

const byQuantity = shape({
  kind: z.literal('tiered'),
  by: z.literal('quantity'),
  unit: measure,
  tiers: some(shape({ from: amount, points })),
})

/** 查表: a row by level, in it the points from each quantity on. */
const byTable = shape({
  kind: z.literal('table'),
  unit: measure,
  rows: some(shape({ level: word, words, tiers: some(shape({ from: amount, points })) })),
})

/** 按比例: a share of something that is counted, such as one point for every hundred yuan. */
const byShare = shape({ kind: z.literal('share'), percent, of: measure, rounding })

/** 计分标准: the closed set of ways in which a deed is worth points. */
export const rate = z.discriminatedUnion('kind', [
  fixed,
  perUnit,
  ranged,
  z.discriminatedUnion('by', [byLevel, byQuantity]),
  byTable,
  byShare,
])
