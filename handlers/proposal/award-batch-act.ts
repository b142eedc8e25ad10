import { z } from 'zod'
import type { ProposalCase } from '../../models/case.ts'
import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import { notTakingPart } from '../../rules/people/participation.ts'
import { isForLand } from '../../rules/rates/thanks.ts'
import * as texts from '../../texts/review/batch-award.ts'
import { awardedForYou } from '../../texts/scheme/proposal.ts'
import { caseLine } from '../../texts/report/report.ts'
import { viewReport } from '../case-view.ts'
import type { Context } from '../command.ts'
import { act } from './act.ts'
import { giveAward, type Award, type Given } from './give-award.ts'

const row = z.object({ doer: z.string(), item: z.string(), cat: z.string(), points: z.int(), text: z.string() })

/** What a batch holds: the awards, and who was invited to look on and comment (person ids, PH-9). */
export const awardBatch = z.object({ rows: z.array(row).min(1), observers: z.array(z.string()).default([]) })

type Batch = z.infer<typeof awardBatch>

/** The awards of people who live here and whose households take part and are not barred; refuses a second person whose own is among them. */
async function living(rows: readonly Award[], number: number, { stores, scheme, speaker, now }: Context) {
  const barred = await stores.bars.barred(dateOf(now))
  const found: { readonly award: Award; readonly household: string }[] = []
  for (const award of rows) {
    const household = (await stores.register.person(award.doer))?.household
    if (household === null || household === undefined) continue
    if (household === speaker.household?.id) return refuse(texts.ownInBatchToAgree(number), number)
    if (barred.has(household) || (await notTakingPart(household, stores, scheme, dateOf(now))) !== null) continue
    found.push({ award, household })
  }
  return found
}

/** Gives every award of a batch: a case for each household, so that each can be objected to, and one line for all. */
export async function giveBatch(rows: readonly Award[], proposal: ProposalCase, context: Context): Promise<readonly Reply[]> {
  const given: Given[] = []
  for (const { award, household } of await living(rows, proposal.number, context))
    given.push(await giveAward(award, household, proposal, context))
  const [first, last] = [given[0], given.at(-1)]
  if (!first || !last) return []
  const told: Reply[] = []
  for (const { file, missing, lastDay } of given) {
    if (missing > 0) continue
    const line = awardedForYou(caseLine(await viewReport(file, 'private', context)), lastDay)
    told.push(privately(file.report.doer, isForLand(file.report.cat, file.report.text) ? texts.thanksForYou(line) : line, file.number))
  }
  const missing = Math.max(...given.map((one) => one.missing))
  return [here(texts.batchGiven(given.length, first.file.number, last.file.number, last.lastDay, missing)), ...told]
}

/** 批量奖励 (CJ-7, PH-9): many households' points, put forward, reviewed and noticed together. */
export const awardBatchAct = act({
  room: 'panel',
  mayPropose: ['reviewer', 'bookkeeper', 'secretary'],
  mayConfirm: ['reviewer'],
  payload: awardBatch,
  carryOut: ({ rows }: Batch, proposal, context) => giveBatch(rows, proposal, context),
})
