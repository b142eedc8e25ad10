import { firstNumber, type CaseFile } from '../../models/case.ts'
import type { IntentName, SlotItem, Slots } from '../../models/intent.ts'
import { refuse } from '../../models/outcome.ts'
import type { Reply } from '../../models/reply.ts'
import * as texts from '../../texts/review/batch.ts'
import { noSuchCase, reviewersOnly } from '../../texts/review/review.ts'
import { command, type Context } from '../command.ts'
import { approveCase, modifyCase, rejectCase } from './approve.ts'
import { decideEach, foundCase } from './decide-cases.ts'
import { deferCase } from './defer.ts'
import { lastList } from './last-list.ts'
import { recuseCase } from './recuse.ts'
import { requestEvidenceFor } from './request-evidence.ts'

type Verdict = (file: CaseFile, slots: Slots, context: Context) => Promise<readonly Reply[]>

const verdicts = {
  approve: approveCase,
  approve_modified: modifyCase,
  reject: rejectCase,
  defer: deferCase,
  recuse: recuseCase,
  request_evidence: requestEvidenceFor,
} as const satisfies Partial<Record<IntentName, Verdict>>

const verdictOf = (op: IntentName | undefined): Verdict | undefined => Object.entries(verdicts).find(([name]) => name === op)?.[1]

function slotsOf({ reason, points }: SlotItem): Slots {
  return { ...(reason === undefined ? {} : { reason }), ...(points === undefined ? {} : { points }) }
}

function numberOf(said: number, list: readonly number[]): number {
  if (said >= firstNumber) return said
  if (list.length === 0) return refuse(texts.noList)
  return list[said - 1] ?? refuse(texts.notInList(said, list.length))
}

/** 按清单审: several decisions in one line, by the numbers of the last list sent to this reviewer or by case numbers. */
export const decideBatch = command({
  intent: 'batch',
  words: [],
  examples: ['1通过 2驳回没证据 3改3分'],
  role: 'reviewer',
  refusal: reviewersOnly,
  help: '1通过 2驳回没证据 3改3分（按“待审”的序号）',
  async handle(slots, context) {
    const list = await lastList(context)
    const decidings = (slots.items ?? []).map((item) => ({
      number: item.n ?? 0,
      async carryOut(own: Context) {
        const number = numberOf(item.n ?? 0, list)
        const verdict = verdictOf(item.op) ?? refuse(noSuchCase(number))
        return verdict(await foundCase(number, own), slotsOf(item), own)
      },
    }))
    return decidings.length === 0 ? refuse(texts.noList) : decideEach(decidings, context)
  },
})
