import { cadreRules } from './cadre.ts'
import { chainRule } from './chain.ts'
import { civicRules } from './civic.ts'
import { disputeRules } from './dispute.ts'
import { commandRule, explicitRules, namedItem } from './explicit.ts'
import { doubtRules } from './mixed.ts'
import { queryRules } from './query.ts'
import { reportRule } from './report.ts'
import { withoutRight } from './review-cards.ts'
import { reviewRules } from './review.ts'
import type { Rule } from './rule.ts'
import { pointsQuestion, rulesQueries } from './rules-query.ts'
import { schemeChange } from './scheme-change.ts'
import { silenceRules } from './silence.ts'
import { storeRules } from './store.ts'
import { denounced, violationRule } from './violation.ts'

/** Every rule of the language in the order in which they are asked; the first that reads a line has it. */
export const rules: readonly Rule[] = [
  ...silenceRules,
  schemeChange,
  namedItem,
  chainRule,
  ...reviewRules,
  ...explicitRules,
  denounced,
  ...cadreRules,
  ...disputeRules,
  withoutRight,
  ...civicRules,
  ...storeRules,
  ...doubtRules,
  ...rulesQueries,
  ...queryRules,
  pointsQuestion,
  violationRule,
  reportRule,
  commandRule,
]

/** Rules before this place win over the reading of a line as several wishes. */
export const BEFORE_MIXED =
  silenceRules.length + 3 + reviewRules.length + explicitRules.length + 1 + cadreRules.length + disputeRules.length + 1
