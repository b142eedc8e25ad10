import { z } from 'zod'
import { isDate } from '../../models/dates.ts'
import { postingLimit } from '../../models/ledger.ts'

/** A list that may be empty. */
export const list = <T extends z.ZodType>(of: T) => z.array(of).readonly()

/** A list of at least one. */
export const some = <T extends z.ZodType>(of: T) => z.array(of).min(1).readonly()

/** Named things, none of them unknown: a slip of the pen is found and not ignored. */
export const shape = <T extends z.core.$ZodLooseShape>(of: T) => z.strictObject(of).readonly()

/** What a villager types: a name, a unit, a synonym. */
export const word = z.string().trim().min(1).max(20)

/** Synonyms. */
export const words = list(word).default([])

/** One plain sentence. */
export const sentence = z.string().trim().min(2).max(200)

/** A code: letters, digits, dashes. */
export const slug = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]*([-_][a-zA-Z0-9]+)*$/)

/** Points of one step, unsigned: whether they are given or taken is said elsewhere. */
export const points = z.int().min(1).max(postingLimit.point)

/** Whole days, up to a year. */
export const days = z.int().min(1).max(366)

/** How many: times, people, places. */
export const count = z.int().min(1).max(10_000)

/** Whole hundredths of something. */
export const percent = z.int().min(1).max(100)

/** The largest quantity, in whole units, that one report of any kind can name. */
export const mostQuantity = 1_000_000

/** a quantity as people write it; kept in thousandths when it is used */
export const amount = z
  .number()
  .positive()
  .max(mostQuantity)
  .refine((value) => Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6, { error: 'thousandths' })

/** A day of the calendar. */
export const date = z.string().refine(isDate, { error: 'date' })

/** What a limit or cap is counted over. */
export const per = z.enum(['day', 'month', 'quarter', 'year', 'once'])

/** Whom a limit or cap holds. */
export const of = z.enum(['household', 'person'])

/** What becomes of a fraction of a point. */
export const rounding = z.enum(['down', 'nearest', 'up']).default('down')
