import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { notTakingPart } from '../../rules/people/participation.ts'
import * as texts from '../../texts/people/participation.ts'
import type { Context } from '../command.ts'

/** Refuses what would give or take points of a household that takes no part now; its own people hear why, others do not. */
export async function takesPart(
  household: string,
  { stores, scheme, speaker, now }: Pick<Context, 'stores' | 'scheme' | 'speaker' | 'now'>,
): Promise<void> {
  const why = await notTakingPart(household, stores, scheme, dateOf(now))
  if (why !== null) refuse(household === speaker.household?.id ? texts.notYet[why] : texts.notThem)
}

/** True when somebody of the household is bound, and so has agreed to take part (MIN-7). */
export async function anybodyBound(household: string, { stores }: Pick<Context, 'stores'>): Promise<boolean> {
  for (const { id } of await stores.register.members(household)) if ((await stores.contacts.aliasesOf(id)).length > 0) return true
  return false
}
