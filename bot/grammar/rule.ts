import type { IntentName, Reading, Slots } from '../../models/intent.ts'
import type { ParserRole } from '../../models/role.ts'
import type { Deed, DeedReader } from './deeds/deeds.ts'
import type { Speech } from './line.ts'
import { pattern } from './pattern.ts'

/** What rules may ask of the village's vocabulary. */
export interface Tools {
  readonly deed: DeedReader
  /** the bad conduct a clause speaks of, whatever else it says */
  readonly conduct: DeedReader
  readonly goods: readonly string[]
  /** the item whose name or word begins a text */
  readonly itemAt: (text: string) => { readonly code: string; readonly word: string } | null
  readonly commandAt: (text: string) => { readonly intent: IntentName; readonly word: string } | null
}

/** A reading before rights are applied; `silent` marks decisions that carry no case and stay unanswered without the right. */
export type Read = Reading & {
  readonly named?: boolean
  /** the only no of the line stands by what is left out */ readonly leftOut?: boolean
}

/** One rule of the language: looks at a prepared line and reads it, or passes. */
export interface Rule {
  readonly name: string
  readonly roles?: readonly ParserRole[]
  readonly read: (speech: Speech, tools: Tools) => Read | null
}

/** so far a line is read for an intent; a longer one is a forwarded text */
const REACH = 160

/** A rule by a pattern over the mask: `slots` gets the match and may still pass with null. */
export function rule(
  name: string,
  intent: IntentName,
  source: string,
  slots: (match: RegExpExecArray, speech: Speech, tools: Tools) => Slots | null = () => ({}),
  limits: { readonly unless?: string; readonly roles?: readonly ParserRole[] } = {},
): Rule {
  const test = pattern(source)
  const unless = limits.unless === undefined ? null : pattern(limits.unless)
  return {
    name,
    ...(limits.roles === undefined ? {} : { roles: limits.roles }),
    read: (speech, tools) => {
      const mask = speech.mask.slice(0, REACH)
      const match = test.exec(mask)
      if (!match || unless?.test(mask)) return null
      const read = slots(match, speech, tools)
      return read && { intent, slots: read }
    },
  }
}

/** Slots without what was not said. */
export function said(slots: { readonly [Key in keyof Slots]?: Slots[Key] | undefined }): Slots {
  return Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined))
}

/** The best deed over the whole line, when there is one. */
export const deedOf = (speech: Speech, tools: Tools): Deed | null => tools.deed(speech.text.slice(0, 160))
