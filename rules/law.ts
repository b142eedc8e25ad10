import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { isDate } from '../models/dates.ts'

const status = z.enum(['confirmed', 'unconfirmed'])
const number = z.strictObject({ value: z.int().positive(), status }).readonly()
const share = z
  .strictObject({
    share: z.string().regex(/^[1-9]\d*\/[1-9]\d*$/),
    bound: z.enum(['at-least', 'more-than']),
    of: z.enum(['villagers', 'adult-villagers', 'household-representatives', 'representatives', 'members', 'present']),
    status,
  })
  .readonly()

const body = z
  .strictObject({
    name: z.string(),
    source: z.string(),
    convenedBy: z.array(share).readonly().default([]),
    noticeDays: number.optional(),
    leastMembers: number.optional(),
    quorum: z.array(share).readonly().default([]),
    passes: share,
  })
  .readonly()

const notice = z
  .strictObject({
    source: z.string(),
    postDays: number.optional(),
    objectDays: number.optional(),
    answerDays: number,
    townshipAnswerDays: number.optional(),
    monthlyBy: number.optional(),
    quarterlyBy: number.optional(),
  })
  .readonly()

const date = z.string().refine(isDate)

const lawSchema = z
  .strictObject({
    code: z.string(),
    title: z.string(),
    inForceFrom: date,
    replacedFrom: date.optional(),
    caution: z.string(),
    bodies: z.record(z.string(), body).readonly(),
    notices: z.record(z.string(), notice).readonly(),
  })
  .readonly()

/** One version of the law's numbers: meetings with quorum and majority, and the notice rules of provinces by name. */
export type Law = z.infer<typeof lawSchema>

/** A share of people the law asks for; `more-than` does not include the number itself. */
export type LegalShare = z.infer<typeof share>

const folder = new URL('./law/', import.meta.url)

/** Codes of the versions of the law that come with the product. */
export const lawCodes = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort()

/** The numbers of a version of the law; throws when there is no such version. */
export function loadLaw(code: string): Law {
  if (!lawCodes().includes(code)) throw new Error(`没有“${code}”这个法律版本，现有：${lawCodes().join('、')}`)
  return lawSchema.parse(parse(readFileSync(new URL(`${code}.yaml`, folder), 'utf8')))
}

/** How many of `total` the law asks for: the least whole number that satisfies the share. */
export function peopleNeeded({ share: text, bound }: Pick<LegalShare, 'share' | 'bound'>, total: number): number {
  const [part = 0, whole = 1] = text.split('/').map(Number)
  const exact = (total * part) / whole
  return bound === 'at-least' ? Math.ceil(exact) : Math.floor(exact) + 1
}

/** True when no number of this version waits for a person's confirmation. */
export const lawConfirmed = (law: Law): boolean => !JSON.stringify(law).includes('"unconfirmed"')
