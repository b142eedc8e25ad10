import type { Quote } from '../../models/utterance.ts'
import { foldText } from './fold.ts'

/** A quoted line: the bot's, with the case and figures printed on it, or a person's. */
export interface Card {
  readonly byBot: boolean
  readonly kind: 'report' | 'objection' | 'binding' | 'deduction' | 'other'
  /** `#1042` as printed */
  readonly target: string | null
  readonly points: number | null
  /** whose report or entry it prints */
  readonly subject: string | null
  readonly text: string
  readonly speaker: string
}

const KINDS: readonly (readonly [RegExp, Card['kind']])[] = [
  [/异议\s?#/, 'objection'],
  [/绑定\s?#/, 'binding'],
  [/(?:扣分|整改)[^#]{0,6}#/, 'deduction'],
  [/待审\s?#|已收到\s?#|#\d/, 'report'],
]

const SUBJECT = /^(?:公示|待审|已收到|异议)[ :]?(?:#\d{1,6})? ?([一-龥]{2,4})(?= )/

/**
 * Reads a quoted line. It is the bot's when the bot's name stands before it, or when a case form stands in it and the name is nobody's
 * of the register.
 */
export function readCard(quote: Quote, botName: string, isPerson: (name: string) => boolean): Card {
  const text = foldText(quote.text)
  const speaker = foldText(quote.name)
  const form = /(?:待审|异议|绑定|已收到|扣分|申诉|整改|兑换)\s?#\d{1,6}/.test(text) || /^#\d{1,6}/.test(text)
  const byBot = speaker === botName || (form && !isPerson(speaker))
  const number = /#\s?(\d{1,6})/.exec(text)
  const points = /([+-]?\d{1,7}(?:\.\d)?)\s?分/.exec(number ? text.slice(number.index + number[0].length) : text)
  return {
    byBot,
    kind: byBot ? (KINDS.find(([form_]) => form_.test(text))?.[1] ?? 'other') : 'other',
    target: number && byBot ? `#${number[1] ?? ''}` : null,
    points: points && byBot ? Number(points[1]) : null,
    subject: (byBot ? SUBJECT.exec(text)?.[1] : undefined) ?? null,
    text,
    speaker,
  }
}
