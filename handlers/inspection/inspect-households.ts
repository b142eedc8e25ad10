import { dateOf } from '../../models/dates.ts'
import type { Slots } from '../../models/intent.ts'
import { refuse } from '../../models/outcome.ts'
import type { Household } from '../../models/village.ts'
import { onDay } from '../../rules/catalogue.ts'
import { hygieneItem, standingOf, type Standing } from '../../rules/inspection.ts'
import { noHousehold } from '../../texts/report/report.ts'
import * as texts from '../../texts/review/inspection.ts'
import { notYourOffice } from '../../texts/scheme/proposal.ts'
import { command, type Context } from '../command.ts'
import { propose } from '../proposal/open-proposal.ts'

interface Inspected {
  /** the household's place in its group, from 1 */
  readonly place: number
  readonly household: string
  readonly doer: string
  readonly standing: Standing
}

/** The households of a group that take part, in the order of their numbers, and what the group is called. */
async function groupMeant(number: number, { stores }: Context) {
  const unit = (await stores.register.units()).find((one) => one.number === number) ?? refuse(texts.noSuchGroup(number))
  const households = (await stores.register.households()).filter((one) => one.unit === unit.id && one.leftOn === null)
  return { unit, households: households.toSorted((one, other) => one.number - other.number) }
}

async function personOf({ id, head, number }: Household, { stores }: Context): Promise<string> {
  const members = await stores.register.members(id)
  const found = members.find((person) => person.id === head) ?? members.find(({ minor }) => !minor) ?? members[0]
  return (found ?? refuse(noHousehold(`${String(number)}号户`))).id
}

async function inspected(results: Readonly<Record<string, string>>, group: number, context: Context) {
  const { unit, households } = await groupMeant(group, context)
  const found: Inspected[] = []
  for (const [said, result] of Object.entries(results)) {
    const place = Number(said)
    const household = households[place - 1] ?? refuse(texts.noSuchNumber(unit.name, place, households.length))
    if (household.id === context.speaker.household?.id) refuse(texts.ownInRound(place))
    found.push({ place, household: household.id, doer: await personOf(household, context), standing: standingOf(result) })
  }
  return { group: unit.name, found }
}

async function proposeRound(slots: Slots, context: Context) {
  const { results, group_no } = slots
  if (results === undefined || group_no === undefined) return refuse(texts.inspectHow)
  const { item, points } = hygieneItem(onDay(context.scheme, dateOf(context.now))) ?? refuse(texts.noHygieneItem)
  const { group, found } = await inspected(results, group_no, context)
  const of = (standing: Standing) => found.filter((one) => one.standing === standing)
  const [clean, poor] = [of('clean'), of('poor')]
  if (clean.length + poor.length === 0) return refuse(texts.nothingToRecord)
  const kept = (all: readonly Inspected[]) => all.map(({ household, doer }) => ({ household, doer }))
  const text = texts.roundText(
    group,
    clean.length,
    points,
    clean.map(({ place }) => place),
  )
  const payload = { group, item: item.code, points, clean: kept(clean), poor: kept(poor) }
  return propose('inspection', payload, { subject: null, text }, context)
}

/** 入户检查 (GY-12): the month's door-to-door round of a group in one line; a second reviewer, of none of these households, agrees. */
export const inspectHouseholds = command({
  intent: 'inspect',
  words: [],
  examples: ['2组检查：1清洁 2清洁 3差', '3组检查：1清洁 2差'],
  role: ['reviewer', 'secretary', 'bookkeeper'],
  refusal: notYourOffice('评议员、支书或会计'),
  help: '2组检查：1清洁 2清洁 3差',
  handle: (slots, context) => proposeRound(slots, context),
})
