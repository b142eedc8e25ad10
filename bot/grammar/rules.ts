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

/** what wins over the reading of a line as several wishes */
const first: readonly Rule[] = [
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
]

const then: readonly Rule[] = [
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

/**
 * Every rule of the language in the order in which they are asked, the first that reads a line has it; `mixed` are those that take a line
 * apart into several wishes.
 */
export const rulesWith = (mixed: readonly Rule[]): readonly Rule[] => [...first, ...mixed, ...then]
