import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { invitedOn, panelComplete } from '../../rules/people/panel.ts'
import { inviteFirst } from '../../texts/review/panel.ts'
import type { Context } from '../command.ts'

/** Refuses a review in a month for which none, or too many, of the villagers were asked in (XY-5); the sentence says what cadres do. */
export async function panelSits(number: number, { stores, scheme, now }: Pick<Context, 'stores' | 'scheme' | 'now'>): Promise<void> {
  const wanted = scheme.panel?.invited
  if (wanted === undefined) return
  const there = (await invitedOn(stores, dateOf(now))).length
  if (!panelComplete(there, wanted)) refuse(inviteFirst(there, wanted.min, wanted.max), number)
}
