import { z } from 'zod'
import { postingLimit } from '../../models/ledger.ts'
import { shape, word } from './parts.ts'

const basePoints = z.int().min(0).max(postingLimit.point)

/** The same for all, or less for those who live in town. */
const equal = { points: basePoints, inTown: basePoints.optional() } as const

/**
 * 基础分 by a rule: the same for all (less for those who live in town, JY-3), or by the register (YX-1). `withoutBands` is the other
 * reading of one text: it holds when the scheme has no 档次.
 */
const baseRule = z.discriminatedUnion('kind', [
  shape({ kind: z.literal('equal'), ...equal, withoutBands: shape(equal).optional() }),
  shape({ kind: z.literal('contracted'), perPerson: basePoints, movedAway: basePoints }),
])

/** 账本: whose points it holds, what they begin with, what becomes of them at year's end, and whether they buy anything. */
export const book = shape({
  title: word,
  holder: z.enum(['household', 'person', 'group']),
  unit: z.enum(['point', 'fen']).default('point'),
  /** counts for rank, is not redeemable; a bare number is the same for all */
  base: z.union([basePoints, baseRule]).default(0),
  reset: z.enum(['never', 'yearly', 'carry-over']),
  redeemable: z.boolean(),
  /** whether a deduction may take a holder below zero; without it, it takes at most what is there (ADR 0003) */
  mayOwe: z.boolean().default(false),
  /** the room in which its rankings and notices may stand: party members' points never stand before all (JS-R1) */
  audience: z.enum(['villagers', 'cadres']).default('villagers'),
  /** when verified deeds are booked: as their notice ends, or all at month-end (JS-R2) */
  deposit: z.enum(['running', 'month-end']).default('running'),
  /** the unit of an item in which the book is told instead of points (YX-11: 天) */
  shownIn: word.optional(),
})
