import { z } from 'zod'
import { cats } from '../categories.ts'
import { count, date, days, list, of, per, points, sentence, shape, slug, some, word, words } from './parts.ts'
import { rate } from './rate-schema.ts'

/** `child`: one for each child of the household, who may not be named; a parent is asked whether it is another one (GY-3) */
const limit = shape({ times: count, per, of: z.enum([...of.options, 'child']).default('household') })
const cap = shape({ points, per, of: of.default('household') })

/** Who an item is for (YX-2): cadres of the village, party members, everybody else. */
export const tiers = ['cadre', 'party', 'villager'] as const

/** Parts of the product that a scheme may speak of before they are there; such an item is checked and answers 「还没有开通」. */
export const engines = ['groups', 'duty-list', 'passbook', 'store', 'orders', 'activities'] as const

/** 重点、一般 (FX-1): failing a standard that is `key` fails the whole group, one that is `general` costs only its own points. */
export const standards = ['key', 'general'] as const

/** 积分项目. */
export const item = shape({
  code: slug,
  cat: z.enum(cats),
  kind: z.enum(['award', 'deduction']).default('award'),
  name: word,
  words,
  problem: sentence,
  endsOn: date.optional(),
  book: slug.default('main'),
  section: slug.optional(),
  tiers: some(z.enum(tiers)).optional(),
  engine: z.enum(engines).optional(),
  standard: z.enum(standards).optional(),
  rate,
  limits: list(limit).default([]),
  caps: list(cap).default([]),
  evidence: z.enum(['none', 'wanted', 'required']).default('none'),
  needs: list(z.enum(['time', 'place', 'reason'])).default([]),
  quorum: z.int().min(1).max(20).optional(),
  secondPerson: z.boolean().default(false),
  whoMayReport: z.enum(['anyone', 'household', 'panel', 'official']).default('anyone'),
  basis: z.enum(['panel', 'admission', 'decision']).default('panel'),
  rectifyDays: days.optional(),
})

/**
 * 栏目: a heading of the catalogue (基础积分, 积孝, 人居环境); one may stand within another. What one report of an item under it
 * is worth lies between `least` and `most` points (GY-3, GY-4).
 */
export const section = shape({ title: word, within: slug.optional(), least: points.optional(), most: points.optional() })

/** 封顶 of several categories or sections together. */
export const groupCap = shape({
  cats: list(z.enum(cats)).default([]),
  sections: list(slug).default([]),
  points,
  per,
  of: of.default('household'),
})

/** 一票否决 (RA-3): what bars honours and new awards for a period after hearing and appeal; the reason is never published. */
export const veto = shape({
  code: slug,
  cat: z.enum(cats),
  name: word,
  words,
  problem: sentence,
  basis: z.enum(['panel', 'decision']),
  bars: z.enum(['quarter', 'year']),
})
