import type { IntentName, Reading } from '../../../models/intent.ts'
import type { Speech } from '../line.ts'
import type { Read } from '../rule.ts'
import { NOTHING_AGAINST } from './review-words.ts'

const REVIEW: ReadonlySet<IntentName> = new Set<IntentName>([
  'approve',
  'approve_modified',
  'reject',
  'defer',
  'request_evidence',
  'recuse',
  'revoke',
  'delegate',
  'approve_all',
  'batch',
  'next_pending',
  'resolve_objection',
])

const APPROVALS: ReadonlySet<IntentName> = new Set<IntentName>(['approve', 'approve_all'])
const DECISIONS: ReadonlySet<IntentName> = new Set<IntentName>(['approve', 'approve_modified', 'approve_all', 'reject', 'batch'])
/** a no before the words of agreement, whatever stands between them */
const REFUSED =
  /(?:不|没|别(?!的)|莫|未|勿|甭|冇)(?!问题|得问题|有问题|意见|毛病|异议|错|是不)[^,.;:!、]{0,5}(?:通过|同意|批|准|过|可以|行|除)/u

/** the words of a reviewer's no; under a card that waits for review they are no objection of a villager's */
const VERDICT = /^(?:不行|不通过|不同意|驳回)/u

/**
 * Who may decide: reviewers; cadres on bindings. A decision without the right and without a number of its own is nobody's business
 * (`ignore`); one that names its case is kept for a private refusal, unless the line is read strictly.
 */
export function applyRights(read: Read, speech: Speech, trace: (rule: string, what: string) => void): Reading {
  const { named, leftOut, ...reading } = read
  if (APPROVALS.has(reading.intent) && leftOut !== true && REFUSED.test(speech.mask.replace(NOTHING_AGAINST, ''))) {
    trace('refused', 'a no stands before the approval: ignore')
    return { intent: 'ignore', slots: {} }
  }
  if (DECISIONS.has(reading.intent) && speech.card?.byBot === false) {
    trace('rights', 'a quote of a person is no review: ignore')
    return { intent: 'ignore', slots: {} }
  }
  if (reading.intent === 'object' && speech.role !== 'reviewer' && speech.card?.kind === 'report' && VERDICT.test(speech.mask)) {
    trace('rights', `a ${speech.role} says a reviewer's no under a card: ignore`)
    return { intent: 'ignore', slots: {} }
  }
  if (!REVIEW.has(reading.intent) || speech.role === 'reviewer') return reading
  if (speech.role === 'cadre' && speech.card?.kind === 'binding') return reading
  if (named === true && !speech.strict) return reading
  trace('rights', `${speech.role} may not decide: ignore`)
  return { intent: 'ignore', slots: {} }
}
