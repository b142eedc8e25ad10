import { z } from 'zod'
import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import { itemOf } from '../../rules/catalogue.ts'
import { limitDeed } from '../../rules/rates/limits.ts'
import * as batchTexts from '../../texts/review/batch-award.ts'
import * as texts from '../../texts/review/inspection.ts'
import type { Context } from '../command.ts'
import { act } from './act.ts'
import { giveBatch } from './award-batch-act.ts'

const household = z.object({ household: z.string(), doer: z.string() })

const round = z.object({ group: z.string(), item: z.string(), points: z.int(), clean: z.array(household), poor: z.array(household) })

type Round = z.infer<typeof round>

/** How far back a household's reports are read to see whether it has had this month's points. */
const HISTORY = 200

const nothing = ['rejected', 'withdrawn', 'reversed', 'expired']

/** Households of the round to which the scheme's limits leave the points: going round twice a month brings nothing. */
async function stillDue({ clean, item: code, points }: Round, { stores, scheme, now }: Context): Promise<Round['clean']> {
  const item = itemOf(scheme, code) ?? refuse(texts.noHygieneItem)
  const due: Round['clean'] = []
  for (const one of clean) {
    const history = (await stores.cases.reportsOf(one.household, HISTORY))
      .filter(({ state }) => !nothing.includes(state))
      .map(({ report }) => ({ ...report, person: report.doer, points: report.points ?? report.proposed }))
    if (limitDeed(scheme, item, { person: one.doer, deedOn: dateOf(now), points }, history).points === points) due.push(one)
  }
  return due
}

/** 入户卫生检查 (GY-12): clean households get the scheme's points as one batch; a poor one is told alone, and no room hears of it. */
export const inspectionAct = act({
  room: 'panel',
  mayPropose: ['reviewer', 'secretary', 'bookkeeper'],
  mayConfirm: ['reviewer'],
  payload: round,
  async carryOut(inspected, proposal, context): Promise<readonly Reply[]> {
    const { stores, scheme, speaker } = context
    const own = [...inspected.clean, ...inspected.poor].some((one) => one.household === speaker.household?.id)
    if (own) return refuse(batchTexts.ownInBatchToAgree(proposal.number), proposal.number)
    const due = await stillDue(inspected, context)
    const { item, points, group } = inspected
    const cat = itemOf(scheme, item)?.cat ?? 'own_yard'
    const rows = due.map(({ doer }) => ({ doer, item, cat, points, text: `${group}入户卫生检查` }))
    const reminded: Reply[] = []
    for (const { household: id } of inspected.poor) {
      const adults = (await stores.register.members(id)).filter(({ minor }) => !minor)
      reminded.push(...adults.map((person) => privately(person.id, texts.toBeCleaned(group))))
    }
    const had = inspected.clean.length - due.length
    return [...(await giveBatch(rows, proposal, context)), ...(had > 0 ? [here(texts.hadAlready(had))] : []), ...reminded]
  },
})
