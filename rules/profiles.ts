import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { cats } from './categories.ts'
import { percent, shape, slug, word } from './schema/parts.ts'

const profile = shape({
  code: slug,
  title: word,
  /** times a month a household of this kind can do something of a kind */
  can: z.partialRecord(z.enum(cats), z.number().positive().max(31)).readonly(),
  /** items that would bring points within its reach */
  helps: z.array(word).readonly(),
  /** how many adults and at least how many children such a household has, where a roster shows it */
  roster: shape({ adults: z.int().min(1), children: z.int().min(0) }).optional(),
})

const file = shape({ warnBelowPercent: percent, profiles: z.array(profile).min(1).readonly() })

/** 户型: a kind of household, and what it can do. */
export type Profile = z.infer<typeof profile>

/** The kinds of household a scheme is held against, read once; throws when the file is broken. */
export const householdProfiles: z.infer<typeof file> = file.parse(parse(readFileSync(new URL('./profiles.yaml', import.meta.url), 'utf8')))
