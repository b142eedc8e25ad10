import type { CaseFile } from '../../models/case.ts'
import type { Slots } from '../../models/intent.ts'
import { refuse } from '../../models/outcome.ts'
import type { Reply } from '../../models/reply.ts'
import type { Role } from '../../models/role.ts'
import * as texts from '../../texts/review/review.ts'
import { confirmBar, dropBar } from '../bar/decide-bar.ts'
import { decideBinding } from '../binding/decide-binding.ts'
import { command, type Context } from '../command.ts'
import { confirmDeduction, dropDeduction } from '../deduction/decide-deduction.ts'
import { notDecidedBefore } from '../objection/appeal-report.ts'
import { resolve } from '../objection/resolve-objection.ts'
import { firstCheck, onlyChecks } from '../panel/first-check.ts'
import { decideProposal } from '../proposal/decide-proposal.ts'
import { approveReport } from './approve-report.ts'
import { rejectReport } from './reject-report.ts'
import { decideMeant } from './decide-cases.ts'

/** Who has something to decide by 同意 and 不行: reports and deductions are the reviewers' alone, bindings and proposals also the cadres'. */
const deciders = ['reviewer', 'bookkeeper', 'secretary', 'township', 'teller', 'unit-head'] as const satisfies readonly Role[]

type Verdict = (file: CaseFile, slots: Slots, context: Context) => Promise<readonly Reply[]>

/** Says yes to a case of any kind that waits for one. */
export const approveCase: Verdict = async (file, slots, context) => {
  if (file.kind === 'binding') return decideBinding(file, true, context)
  if (file.kind === 'proposal') return decideProposal(file, true, slots.reason ?? null, context)
  if (file.kind === 'deduction') return confirmDeduction(file, slots.reason ?? null, context)
  if (file.kind === 'bar') return confirmBar(file, slots.reason ?? null, context)
  if (file.kind === 'objection') return refuse(texts.howToAnswer(file.number), file.number)
  const report = (await context.stores.cases.report(file.number)) ?? refuse(texts.notForReview(file.number))
  if (onlyChecks(context)) return firstCheck(report, true, slots.reason, context)
  await notDecidedBefore(report, context)
  return approveReport(report, slots.points, slots.reason ?? null, context)
}

/** Says no to a case of any kind, with the reason. */
export const rejectCase: Verdict = async (file, slots, context) => {
  if (file.kind === 'binding') return decideBinding(file, false, context)
  if (file.kind === 'proposal') return decideProposal(file, false, slots.reason ?? null, context)
  if (file.kind === 'deduction') return dropDeduction(file, slots.reason ?? null, context)
  if (file.kind === 'bar') return dropBar(file, slots.reason ?? null, context)
  if (file.kind === 'objection') return resolve(file, 'maintain', slots, context)
  const report = (await context.stores.cases.report(file.number)) ?? refuse(texts.notForReview(file.number))
  if (onlyChecks(context)) return firstCheck(report, false, slots.reason, context)
  await notDecidedBefore(report, context)
  return rejectReport(report, slots.reason, context)
}

/** Says yes with other points. */
export const modifyCase: Verdict = async (file, slots, context) => {
  if (file.kind === 'objection') return resolve(file, 'correct', slots, context)
  return approveCase(file, slots, context)
}

/** 通过: a reviewer says yes by number, by quoting the card, or by nothing when exactly one case waits for them. */
export const approve = command({
  intent: 'approve',
  words: ['通过', '同意', '批准'],
  examples: ['1001通过', '通过 1001', '同意'],
  role: deciders,
  refusal: texts.reviewersOnly,
  help: '1001通过（或引用卡片回“同意”）',
  handle: (slots, context) => decideMeant(slots, context, approveCase),
})

/** 驳回: a reviewer says no, with a reason. */
export const reject = command({
  intent: 'reject',
  words: ['驳回', '不通过', '不行'],
  examples: ['1001驳回 没有做完', '驳回 1001 路段不是公共的'],
  role: deciders,
  refusal: texts.reviewersOnly,
  help: '1001驳回 理由',
  handle: (slots, context) => decideMeant(slots, context, rejectCase),
})

/** 改分通过: approve with other points. */
export const approveModified = command({
  intent: 'approve_modified',
  words: ['改'],
  examples: ['1001改3分', '#1001 改成2分'],
  role: ['reviewer', 'teller'],
  refusal: texts.reviewersOnly,
  help: '1001改3分',
  handle: (slots, context) => decideMeant(slots, context, modifyCase),
})
