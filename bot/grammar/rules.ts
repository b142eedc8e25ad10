import { cadreRules } from './cadre/cadre.ts'
import { chainRule } from './deeds/chain.ts'
import { civicRules } from './villager/civic.ts'
import { disputeRules } from './villager/dispute.ts'
import { ownReportRules, takenBack } from './villager/own-report.ts'
import { commandRule, explicitRules, namedItem } from './explicit.ts'
import { doubtRules } from './villager/mixed.ts'
import { queryRules } from './villager/query.ts'
import { reportRule } from './deeds/report.ts'
import { withoutRight } from './review/review-cards.ts'
import { reviewRules } from './review/review.ts'
import type { Rule } from './rule.ts'
import { pointsQuestion, rulesQueries } from './villager/rules-query.ts'
import { schemeChange } from './cadre/scheme-change.ts'
import { silenceRules } from './silence.ts'
import { storeRules } from './villager/store.ts'
import { denounced, violationRule } from './deeds/violation.ts'

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
  takenBack,
  ...disputeRules,
  ...ownReportRules,
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
  silenceRules.length +
  3 +
  reviewRules.length +
  explicitRules.length +
  1 +
  cadreRules.length +
  1 +
  disputeRules.length +
  ownReportRules.length +
  1
