import type { Deed } from './deeds.ts'
import type { Speech } from '../line.ts'
import { type Mark, marksIn, wordsIn } from '../marks.ts'
import type { Tools } from '../rule.ts'

/** A stretch of a line between punctuation marks, with what it names. */
export interface Clause {
  readonly from: number
  readonly to: number
  readonly mask: string
  readonly text: string
  readonly marks: readonly Mark[]
  readonly deed: Deed | null
}

/** A deed of a line with what belongs to it. */
export interface ReadDeed {
  readonly cat: string | undefined
  readonly clause: Clause
  readonly items: readonly string[]
  readonly date: Mark | undefined
  readonly amount: Mark | undefined
  readonly hours: Mark | undefined
}

const BREAK = /[,.。!！?？;:\n ]/u
/** so much of a line is looked at for deeds; a longer line is a forwarded text */
const REACH = 240

/** Cuts a line, from a place of its mask, into clauses and finds the deed of each. */
export function clausesOf(speech: Speech, tools: Tools, start = 0): readonly Clause[] {
  const end = Math.min(speech.mask.length, start + REACH)
  const clauses: Clause[] = []
  let from = start
  for (let at = start; at <= end; at += 1) {
    if (at < end && !BREAK.test(speech.mask[at] ?? '')) continue
    if (at > from) clauses.push(clause(speech, tools, from, at))
    from = at + 1
  }
  return clauses
}

function clause(speech: Speech, tools: Tools, from: number, to: number): Clause {
  const mask = speech.mask.slice(from, to)
  // who stands first is the doer: a name like 黄阿婆 must not speak for a deed done to an old woman
  const doer = /^(?:[DT]|那天|就是|的)*[PRF]/u.exec(mask)?.[0].length ?? 0
  return {
    from,
    to,
    mask,
    text: wordsIn(speech, from, to),
    marks: marksIn(speech, from, to),
    deed: tools.deed(wordsIn(speech, from + doer, to)) ?? (doer > 0 ? tools.deed(wordsIn(speech, from, to)) : null),
  }
}
