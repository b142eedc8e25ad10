import type { ReportCase } from '../../models/case.ts'
import { dateOf } from '../../models/dates.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { here, inRoom, privately, type Reply } from '../../models/reply.ts'
import type { Household, Person } from '../../models/village.ts'
import { reasonMinutes } from '../../rules/dialogue.ts'
import * as texts from '../../texts/review/panel.ts'
import { alreadyDecided, stateText, whyReject } from '../../texts/review/review.ts'
import { holdsRole, type Context } from '../command.ts'

/** The 院长 who look first at a household's report: never at their own, nor at what they report themselves (YX-12). */
export async function headsOf(
  { id, unit }: Household,
  { stores, speaker, now }: Pick<Context, 'stores' | 'speaker' | 'now'>,
): Promise<readonly Person[]> {
  const heads = await stores.register.holders('unit-head', dateOf(now), unit)
  return heads.filter((head) => head.household !== id && head.id !== speaker.person.id)
}

/** True for a 院长 who reviews nothing: their yes and no are a first check. */
export const onlyChecks = ({ speaker }: Pick<Context, 'speaker'>): boolean =>
  holdsRole(speaker.roles, 'unit-head') && !holdsRole(speaker.roles, 'reviewer')

/** 初核 (YX-12): the word of the 院长 stands on the card from then on; it approves nothing and rejects nothing. */
export async function firstCheck(file: ReportCase, good: boolean, reason: string | undefined, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, room, now } = context
  const { number, subject } = file
  if (file.state !== 'pending') return refuse(alreadyDecided(number, stateText[file.state] ?? file.state), number)
  if (subject !== null && subject === speaker.household?.id) return refuse(texts.ownCheck(number), number)
  const household = subject === null ? null : await stores.register.household(subject)
  const heads = household ? await stores.register.holders('unit-head', dateOf(now), household.unit) : []
  if (!heads.some(({ id }) => id === speaker.person.id)) return refuse(texts.notYourUnit(number), number)
  const why = good ? null : (reason ?? ask({ about: 'reason', text: whyReject(number), options: [], free: 'text', minutes: reasonMinutes }))
  await stores.origins.check({ number, by: speaker.person.id, good, reason: why, at: now })
  const told = inRoom('panel', texts.checkedInPanel(number, speaker.person.name, good), number)
  const receipt = texts.checkKept(number)
  return room === null ? [here(receipt, number), told] : [privately(speaker.person.id, receipt, number), told]
}
