import type { ObjectionCase } from '../../models/case.ts'
import type { Slots } from '../../models/intent.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { reasonMinutes } from '../../rules/dialogue.ts'
import { hasDecided } from '../../rules/waiting.ts'
import { answeredBefore } from '../../texts/objection/appeal.ts'
import { excerpt } from '../../texts/format.ts'
import { objectionClosed, whyAnswer } from '../../texts/objection/objection.ts'
import type { Context } from '../command.ts'

/** A verdict and nothing else. */
const BARE = /^(?:异议)?[#\d号\s，,：:]*(?:核实)?(?:维持|维持原[判分样]|撤销|不成立|成立|不行|驳回|不通过|属实)?[。！!\s]*$/u

/** Refuses an answer to what is answered already, and to an appeal by whoever answered the objection before it. */
export async function mayAnswer({ number, state }: ObjectionCase, { stores, speaker }: Context): Promise<void> {
  if (state !== 'open' && state !== 'appealed') refuse(objectionClosed(number), number)
  if (state === 'appealed' && hasDecided(await stores.cases.decisions(number), speaker.person.id)) refuse(answeredBefore(number), number)
}

/** Why it stands or is taken back: the reason given, else the reviewer's own words; a bare verdict is asked for its reason. */
export function reasonFor(number: number, { reason }: Slots, { line }: Context): string {
  if (reason !== undefined) return reason
  if (!BARE.test(line)) return excerpt(line)
  return ask({ about: 'reason', text: whyAnswer(number), options: [], free: 'text', minutes: reasonMinutes })
}
