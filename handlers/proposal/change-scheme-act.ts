import { z } from 'zod'
import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { inRoom } from '../../models/reply.ts'
import type { Json } from '../../rules/changing/edit-text.ts'
import * as texts from '../../texts/scheme/scheme.ts'
import { baseOn, withEdits } from '../scheme/planned-change.ts'
import { act } from './act.ts'

const json: z.ZodType<Json> = z.lazy(() => z.union([z.string(), z.number(), z.boolean(), z.array(json), z.record(z.string(), json)]))

/**
 * 改办法 (MIN-2): a new edition from a day to come, with one thing changed and its resolution noted (MIN-1). What was done before
 * keeps the edition it was made under.
 */
export const changeSchemeAct = act({
  room: 'cadres',
  mayPropose: ['secretary', 'bookkeeper'],
  mayConfirm: ['secretary', 'bookkeeper', 'township'],
  payload: z.object({
    /** none in a proposal that an earlier version of the bot has written: that one is made anew */
    edits: z.array(z.object({ path: z.array(z.union([z.string(), z.int()])), value: json.nullable() })).default([]),
    /** the trouble the item is for */
    problem: z.string().nullable().default(null),
    from: z.string(),
    /** the edition it was proposed on */
    base: z.int(),
    change: z.string(),
    resolution: z.string(),
  }),
  async carryOut({ edits, problem, from, base, change, resolution }, proposal, { stores, speaker, now }) {
    if (from <= dateOf(now)) return refuse(texts.dayTooEarly(from), proposal.number)
    const next = await baseOn(from, stores)
    if (next.edition !== base || edits.length === 0) return refuse(texts.changedMeanwhile, proposal.number)
    const { source } = withEdits(next, edits, [])
    const { edition } = await stores.schemes.adopt({ code: next.code, effectiveFrom: from, source, resolution }, speaker.person.id, now)
    return [inRoom('villagers', texts.newEdition(edition, change, from, problem, resolution))]
  },
})
