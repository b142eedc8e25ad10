import { dateOf } from '../../models/dates.ts'
import type { HouseholdPlan } from '../../models/household-plan.ts'
import { planItemIn, withPlan } from '../../rules/people/household-plan.ts'
import type { Scheme } from '../../rules/scheme.ts'
import type { Context } from '../command.ts'

/** The plan by which a household's deeds are rated today; null = the common scheme (XY-3). */
export const planOf = (household: string | undefined, { stores, now }: Pick<Context, 'stores' | 'now'>): Promise<HouseholdPlan | null> =>
  household === undefined ? Promise.resolve(null) : stores.plans.inForce(household, dateOf(now))

/** The context in which a household's deeds are read: with its plan's items when it has one. */
export function underPlan(context: Context, plan: HouseholdPlan | null): Context {
  if (plan === null) return context
  const { reading, line } = context
  const scheme = withPlan(context.scheme, plan)
  const said = planItemIn(plan, line)?.name
  const item = said === undefined ? undefined : scheme.items.find(({ name, words }) => name === said || words.includes(said))
  if (item === undefined || reading.settled?.item !== undefined || reading.slots.items !== undefined) return { ...context, scheme }
  // the village's vocabulary does not know a plan's own words
  return { ...context, scheme, reading: { ...reading, settled: { ...reading.settled, item: item.code } } }
}

/** The scheme a case was made under, with the version of the plan it was rated by. */
export async function schemeOfCase(
  { number, edition, subject }: { readonly number: number; readonly edition: number; readonly subject: string | null },
  { stores, schemeOf }: Pick<Context, 'stores' | 'schemeOf'>,
): Promise<Scheme> {
  const scheme = await schemeOf(edition)
  const version = (await stores.origins.of(number))?.plan ?? null
  const plan = version === null || subject === null ? null : await stores.plans.find(subject, version)
  return plan === null ? scheme : withPlan(scheme, plan)
}
