import { z } from 'zod'
import { refuse } from '../../models/outcome.ts'
import { here, privately } from '../../models/reply.ts'
import * as texts from '../../texts/scheme/proposal.ts'
import { approvedOnce, noSuchCase } from '../../texts/review/review.ts'
import { caseLine, noHousehold } from '../../texts/report/report.ts'
import { viewReport } from '../case-view.ts'
import { act } from './act.ts'
import { giveAward } from './give-award.ts'

/** 奖励: what no report brought up, put in notice by two reviewers of two households; both stand behind it by name. */
export const awardAct = act({
  room: 'panel',
  mayPropose: ['reviewer'],
  mayConfirm: ['reviewer'],
  payload: z.object({ doer: z.string(), item: z.string(), cat: z.string(), points: z.int(), text: z.string() }),
  async carryOut(award, proposal, context) {
    const person = (await context.stores.register.person(award.doer)) ?? refuse(noSuchCase(proposal.number))
    const household = person.household ?? refuse(noHousehold(person.name))
    const { file, missing, lastDay } = await giveAward(award, household, proposal, context)
    if (missing > 0) return [here(approvedOnce(await viewReport(file, 'panel', context), missing), file.number)]
    const line = caseLine(await viewReport(file, 'private', context))
    return [privately(award.doer, texts.awardedForYou(line, lastDay), file.number)]
  },
})
