import { z } from 'zod'
import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { privately } from '../../models/reply.ts'
import * as texts from '../../texts/people/household-plan.ts'
import { noSuchCase } from '../../texts/review/review.ts'
import { act } from './act.ts'

const cadres = {
  room: 'cadres',
  mayPropose: ['secretary', 'bookkeeper'],
  mayConfirm: ['secretary', 'bookkeeper', 'township'],
} as const

/** 户计划 (XY-3): from its day on the household's deeds are rated by it; the past keeps the version it was rated by. */
export const planAct = act({
  ...cadres,
  payload: z.object({ household: z.string(), version: z.int() }),
  async carryOut({ household: id, version }, proposal, { stores, speaker }) {
    const plan = (await stores.plans.find(id, version)) ?? refuse(noSuchCase(proposal.number))
    await stores.plans.confirm(id, version, speaker.person.id)
    const text = texts.planForHousehold(plan)
    return (await stores.register.members(id)).map((member) => privately(member.id, text))
  },
})

/** 托管 (XY-4): the custodian reports for the person from now on; an earlier custody of theirs ends. */
export const custodyAct = act({
  ...cadres,
  payload: z.object({ id: z.string() }),
  async carryOut({ id }, proposal, { stores, speaker, now }) {
    const custody = (await stores.custody.find(id)) ?? refuse(noSuchCase(proposal.number))
    const before = await stores.custody.of(custody.person, dateOf(now))
    if (before) await stores.custody.end(before.id, dateOf(now))
    await stores.custody.confirm(id, speaker.person.id)
    const person = await stores.register.person(custody.person)
    return [privately(custody.custodian, texts.custodyForYou(person?.name ?? '', custody.until))]
  },
})
