import { dateOf } from '../../models/dates.ts'
import { planKinds, type HouseholdPlan, type PlanKind } from '../../models/household-plan.ts'
import { refuse } from '../../models/outcome.ts'
import { privately, type Reply } from '../../models/reply.ts'
import type { Household } from '../../models/village.ts'
import { planFaults } from '../../rules/people/household-plan.ts'
import { planItemsIn } from '../../rules/people/household-words.ts'
import { privateOnly } from '../../texts/people/participation.ts'
import * as texts from '../../texts/people/household-plan.ts'
import type { Context } from '../command.ts'
import { propose } from '../proposal/open-proposal.ts'
import { planAct } from '../proposal/plan-acts.ts'
import { nameOfHousehold } from '../query/show-balance.ts'
import { householdsIn } from '../records/named.ts'
import { comingDay } from './coming-day.ts'

const kindIn = (line: string): PlanKind | undefined => planKinds.find((kind) => line.includes(kind))

async function viewPlan(plan: HouseholdPlan, household: Household, context: Pick<Context, 'stores'>): Promise<texts.PlanView> {
  return { ...plan, household: await nameOfHousehold(household, context) }
}

async function show(household: Household, context: Context): Promise<readonly Reply[]> {
  const { stores, speaker, now } = context
  const plan = await stores.plans.inForce(household.id, dateOf(now))
  const text = plan
    ? texts.planInForce(await viewPlan(plan, household, context), plan.reason)
    : texts.noPlan(await nameOfHousehold(household, context))
  return [privately(speaker.person.id, text)]
}

/** Who proposes, and by what: a cadre in chat, or the bookkeeper by a sheet. */
export type Proposing = Pick<Context, 'stores' | 'scheme' | 'edition' | 'speaker' | 'room' | 'now'>

/** Keeps a plan as a draft and proposes it to a second person, who reads the whole of it in private; the room hears only that there is one. */
export async function proposePlan(
  household: Household,
  { kind, items, from, reason }: Pick<HouseholdPlan, 'kind' | 'items' | 'from' | 'reason'>,
  context: Proposing,
): Promise<readonly Reply[]> {
  const { stores, scheme, speaker, now } = context
  if (household.id === speaker.household?.id) return refuse(texts.ownPlan)
  if (from < dateOf(now)) return refuse(texts.planFromPast)
  const faults = planFaults(items, scheme)
  if (faults.length > 0) return refuse(texts.planWrong(faults))
  const plan = await stores.plans.draft({ household: household.id, kind, from, items, reason, proposedBy: speaker.person.id, at: now })
  const view = await viewPlan(plan, household, context)
  const text = texts.planText(view.household, plan.version, kind, items.length)
  const proposed = await propose(
    'household-plan',
    { household: household.id, version: plan.version },
    { subject: household.id, text },
    context,
  )
  const number = proposed.find(({ about }) => about !== undefined)?.about ?? 0
  const whole: Reply[] = []
  for (const role of planAct.mayConfirm) {
    for (const { id } of await stores.register.holders(role, dateOf(now)))
      if (id !== speaker.person.id) whole.push(privately(id, texts.planForCadre(number, view, reason), number))
  }
  return [...proposed, ...whole]
}

/** 户计划 (XY-3): a cadre sets a household's own items and values in private; a second person of another household agrees. */
export async function setPlan(context: Context): Promise<readonly Reply[]> {
  const { line, room, now } = context
  if (room !== null) return refuse(privateOnly)
  const [body = '', reason] = line.split(/理由[ :]*/u)
  const [household] = await householdsIn({ ...context, line: body })
  if (!household) return refuse(texts.planHow)
  const kind = kindIn(body)
  const items = planItemsIn(body.replace(/^.*?(?:发展型|兼顾型|文明型|鼓励型|托管型)/u, ''))
  if (kind === undefined && items.length === 0) return show(household, context)
  if (kind === undefined || items.length === 0) return refuse(texts.planHow)
  const from = comingDay(body, '从', now) ?? dateOf(now)
  return proposePlan(household, { kind, items, from, reason: reason?.trim() ?? null }, context)
}
