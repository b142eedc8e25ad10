import { z } from 'zod'
import { householdCategories } from '../../models/participation.ts'
import { date, list, shape, some } from './parts.ts'

const range = shape({ min: z.int().min(0).max(99), max: z.int().min(1).max(99) })

/** 评议组织: how many score, who is asked in anew each month (XY-5), who watches, and who chose them (GY-6). */
export const panel = shape({
  scorers: range,
  invited: range.optional(),
  supervisors: range.optional(),
  chosenBy: z.enum(['representatives', 'committee']).default('representatives'),
  supervisorsFrom: z.enum(['villagers', 'committee']).default('villagers'),
})

/** 参与: whom the scheme is for, in phases; without any it is for every household that agrees. */
export const participants = shape({
  phases: list(shape({ from: date, categories: some(z.enum(householdCategories)) })).default([]),
  /** who is no villager takes part once this body has recognised it (GY-1, RA-1) */
  recognisedBy: z.enum(['representatives', 'assembly']).default('representatives'),
})
