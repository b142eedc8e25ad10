import { ask, refuse } from '../../models/outcome.ts'
import { reasonMinutes } from '../../rules/dialogue.ts'
import * as texts from '../../texts/scheme/proposal.ts'
import { ownHousehold } from '../../texts/review/review.ts'
import { command } from '../command.ts'
import { numbersOf } from '../review/target.ts'
import { propose } from './open-proposal.ts'
import { reversible, reversibleLine } from './reverse-act.ts'

/** The words behind 冲正 #1001, when the line gives any. */
const reasonIn = (line: string): string | undefined =>
  /#?\d{1,6}(?:号)?\s*[,，:：]?\s*(?:作废|冲正|冲销)?\s*[,，:：]?\s*(.*)$/u.exec(line)?.[1]?.trim() || undefined

/** 冲正: proposes to take a case in notice or a booked one back; a second person of another household must agree. */
export const reverseCase = command({
  intent: 'void',
  words: ['冲正', '作废'],
  examples: ['冲正 #1001 记错了户', '作废 #1001 重复了'],
  role: ['bookkeeper', 'secretary', 'reviewer'],
  refusal: texts.notYourOffice('评议员或会计'),
  help: '冲正 #1001 原因',
  async handle(slots, context) {
    const [number] = numbersOf(slots.target)
    if (number === undefined) return refuse(texts.reverseWhat)
    const file = await reversible(number, context)
    if (file.subject !== null && file.subject === context.speaker.household?.id) return refuse(ownHousehold(number), number)
    const reason =
      slots.reason ??
      reasonIn(context.line) ??
      ask({ about: 'reason', text: texts.whyReverse(number), options: [], free: 'text', minutes: reasonMinutes })
    const text = texts.reverseText(await reversibleLine(file, context), reason)
    return propose('reverse', { number, reason }, { subject: file.subject, text }, context)
  },
})
