import type { ProposalAct } from '../../models/case.ts'
import type { Act } from './act.ts'
import { awardAct } from './award-act.ts'
import { dividendAct } from './dividend-act.ts'
import { eraseAct } from './erase-act.ts'
import { badRecordAct, gradeExceptionAct } from './party-acts.ts'
import { custodyAct, planAct } from './plan-acts.ts'
import { awardBatchAct } from './award-batch-act.ts'
import { changeSchemeAct } from './change-scheme-act.ts'
import { inspectionAct } from './inspection-act.ts'
import { reverseAct } from './reverse-act.ts'
import { endAct, grantAct } from './role-acts.ts'

/** Every act that needs two persons of different households: who proposes it, who agrees, and what happens then (design §3.6). */
export const acts: Readonly<Record<ProposalAct, Act>> = {
  reverse: reverseAct,
  'grant-role': grantAct,
  'end-role': endAct,
  erase: eraseAct,
  award: awardAct,
  'household-plan': planAct,
  custody: custodyAct,
  dividend: dividendAct,
  'bad-record': badRecordAct,
  'grade-exception': gradeExceptionAct,
  'change-scheme': changeSchemeAct,
  'award-batch': awardBatchAct,
  inspection: inspectionAct,
}
