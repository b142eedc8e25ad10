import { z } from 'zod'
import { privately } from '../../models/reply.ts'
import * as texts from '../../texts/people/party.ts'
import { act } from './act.ts'

const cadres = { room: 'cadres', mayPropose: ['secretary', 'bookkeeper'], mayConfirm: ['secretary', 'bookkeeper', 'township'] } as const

/** 不良记录 (JS-R1): kept under the proposal's number. */
export const badRecordAct = act({
  ...cadres,
  payload: z.object({ person: z.string(), kind: z.string(), on: z.string() }),
  async carryOut({ person, kind, on }, { number }, { stores, now }) {
    await stores.honours.addBadRecord({ number, person, kind, on }, now)
    return [privately(person, texts.badRecordForYou(number, kind, on), number)]
  },
})

/** 免评、折算 (JS-R4). */
export const gradeExceptionAct = act({
  ...cadres,
  payload: z.object({ person: z.string(), year: z.string(), months: z.int().min(1).max(11).nullable(), resolution: z.string() }),
  async carryOut({ person, year, months, resolution }, { number }, { stores, now }) {
    await stores.honours.addException({ year, person, months, resolution }, now)
    return [privately(person, texts.exceptionForYou(year, months), number)]
  },
})
