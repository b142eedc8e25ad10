import { z } from 'zod'
import { isDate } from '../models/dates.ts'
import { postingLimit } from '../models/ledger.ts'
import { cats } from './categories.ts'

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly()
const some = <T extends z.ZodType>(of: T) => z.array(of).min(1).readonly()
const shape = <T extends z.core.$ZodLooseShape>(of: T) => z.strictObject(of).readonly()

const word = z.string().trim().min(1).max(20)
const words = list(word).default([])
const sentence = z.string().trim().min(2).max(200)
const slug = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]*([-_][a-zA-Z0-9]+)*$/)
const points = z.int().min(1).max(postingLimit.point)
const days = z.int().min(1).max(366)
const count = z.int().min(1).max(10_000)
/** The largest quantity, in whole units, that one report of any kind can name. */
export const mostQuantity = 1_000_000

/** a quantity as people write it; kept in thousandths when it is used */
const amount = z
  .number()
  .positive()
  .max(mostQuantity)
  .refine((value) => Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6, { error: 'thousandths' })
const date = z.string().refine(isDate, { error: 'date' })

const per = z.enum(['day', 'month', 'quarter', 'year', 'once'])
const of = z.enum(['household', 'person'])
const rounding = z.enum(['down', 'nearest', 'up']).default('down')

/** One unit a deed is counted in: `points` for every `per` units, counted in whole steps, `max` in one report. */
const unit = shape({ name: word, words, points, per: amount.default(1), step: amount.optional(), max: amount, rounding })

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
  unit: shape({ name: word, words, max: amount }),
  tiers: some(shape({ from: amount, points })),
})
const rate = z.discriminatedUnion('kind', [fixed, perUnit, ranged, z.discriminatedUnion('by', [byLevel, byQuantity])])

const limit = shape({ times: count, per, of: of.default('household') })
const cap = shape({ points, per, of: of.default('household') })

const item = shape({
  code: slug,
  cat: z.enum(cats),
  kind: z.enum(['award', 'deduction']).default('award'),
  name: word,
  words,
  problem: sentence,
  endsOn: date.optional(),
  book: slug.default('main'),
  rate,
  limits: list(limit).default([]),
  caps: list(cap).default([]),
  evidence: z.enum(['none', 'wanted', 'required']).default('none'),
  quorum: z.int().min(1).max(20).optional(),
  secondPerson: z.boolean().default(false),
  whoMayReport: z.enum(['anyone', 'household', 'panel', 'official']).default('anyone'),
  basis: z.enum(['panel', 'admission', 'decision']).default('panel'),
  rectifyDays: days.optional(),
})

const book = shape({
  title: word,
  holder: z.enum(['household', 'person', 'group']),
  unit: z.enum(['point', 'fen']).default('point'),
  base: z.int().min(0).max(postingLimit.point).default(0),
  reset: z.enum(['never', 'yearly', 'carry-over']),
  redeemable: z.boolean(),
  /** whether a deduction may take a holder below zero; without it, it takes at most what is there (ADR 0003) */
  mayOwe: z.boolean().default(false),
})

const category = shape({ name: word, words, units: words })

/** A village's 积分办法 as it may be written: strict, so that a slip of the pen is found and not ignored. */
export const schemeSchema = shape({
  code: slug,
  title: z.string().trim().min(2).max(60),
  law: shape({ text: slug, notice: word }),
  reportWindowDays: days,
  review: shape({ quorum: z.int().min(1).max(20), secondPersonOver: points, mostByReviewer: points, appealDays: days.optional() }),
  notice: shape({ kind: z.enum(['running', 'monthly', 'quarterly']), days, answerDays: days }),
  books: z.object({ main: book }).catchall(book).readonly(),
  uses: list(sentence).default([]),
  categories: z.partialRecord(z.enum(cats), category).readonly(),
  caps: list(shape({ cats: some(z.enum(cats)), points, per, of: of.default('household') })).default([]),
  items: some(item),
})
