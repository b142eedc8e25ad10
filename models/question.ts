import type { Reading, Settled, Slots } from './intent.ts'

/** One numbered answer of a question, and what choosing it settles. */
export interface Option {
  readonly label: string
  /** other words that choose it */
  readonly words?: readonly string[]
  readonly settles?: Settled
  readonly slots?: Slots
}

/** What the bot has to know before it can go on with a line: answered by number, word or quote within `minutes`. */
export interface Question {
  /** the slot or settled field that is missing: `quantity`, `people`, `date`, `confirmed`, `item`, `reason`, … */
  readonly about: string
  readonly text: string
  readonly options: readonly Option[]
  /** the answer may also be a free text of this slot */
  readonly free: 'quantity' | 'date' | 'text' | null
  readonly minutes: number
  /** what any answer goes on from: a list as it was shown */
  readonly settles?: Settled
}

/** A question put to one person in one place, waiting for its answer. */
export interface OpenQuestion extends Question {
  readonly id: string
  readonly person: string
  /** the channel's room id, null in private */
  readonly room: string | null
  /** the line that is on hold until the answer comes */
  readonly reading: Reading
  /** what the villager first typed; kept as the text of the case */
  readonly line: string
  readonly askedAt: number
  readonly expiresAt: number
}
