import { z } from 'zod'
import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { inRoom } from '../../models/reply.ts'
import { itemOf } from '../../rules/catalogue.ts'
import * as texts from '../../texts/scheme.ts'
import { nextScheme } from '../scheme/planned-change.ts'
import { act } from './act.ts'

/**
 * 改办法 (MIN-2): a new edition from a day to come, with one number changed and its resolution noted (MIN-1). What was done before
 * keeps the edition it was made under.
 */
export const changeSchemeAct = act({
  room: 'cadres',
  mayPropose: ['secretary', 'bookkeeper'],
  mayConfirm: ['secretary', 'bookkeeper', 'township'],
  payload: z.object({
    item: z.string(),
    path: z.array(z.union([z.string(), z.int()])),
    points: z.int(),
    from: z.string(),
    /** the edition it was proposed on */
    base: z.int(),
    change: z.string(),
    resolution: z.string(),
  }),
  async carryOut({ from, base, change, resolution, ...planned }, proposal, { stores, speaker, now }) {
    if (from <= dateOf(now)) return refuse(texts.dayTooEarly(from), proposal.number)
    const next = await nextScheme(planned, from, planned.item, stores)
    if (next.base.edition !== base) return refuse(texts.changedMeanwhile, proposal.number)
    const { edition } = await stores.schemes.adopt(
      { code: next.base.code, effectiveFrom: from, source: next.source, resolution },
      speaker.person.id,
      now,
    )
    const problem = itemOf(next.scheme, planned.item)?.problem ?? ''
    return [inRoom('villagers', texts.newEdition(edition, change, from, problem, resolution))]
  },
})
