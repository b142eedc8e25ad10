import { CADRE } from './cadre-slots.ts'
import { type Rule } from '../rule.ts'

/** Words that begin a line about one household, and what it sets. */
const HOUSEHOLD = [
  [/^(?:户计划|一户一策)(?=[ :,]|$)/u, 'household_plan'],
  [/^(?:结束|停止|取消)?托管(?=[ :,]|$)/u, 'custody'],
  [/^户类别(?=[ :,]|$)/u, 'household_category'],
  [/^登记(?:常住户|外村户)(?=[ :,]|$)/u, 'household_standing'],
] as const

/** What a cadre sets for one household: its plan, who acts for it, where it is from. The handler reads the rest of the line. */
export const householdRules: readonly Rule[] = [
  {
    name: 'household',
    roles: CADRE,
    read({ text }) {
      const [, kind] = HOUSEHOLD.find(([words]) => words.test(text)) ?? []
      // named: 低保 or 残疾 behind such a word is the household's affair and no forwarded news
      return kind === undefined ? null : { intent: 'set_config', slots: { kind }, named: true }
    },
  },
]
