import { dateOf } from '../../models/dates.ts'
import { postingLimit } from '../../models/ledger.ts'
import { refuse } from '../../models/outcome.ts'
import { itemsOf, onDay } from '../../rules/catalogue.ts'
import type { Item, Scheme } from '../../rules/scheme.ts'
import { boundsOf } from '../../rules/rates/sections.ts'
import { isForLand, thanksItem } from '../../rules/rates/thanks.ts'
import { personName } from '../../texts/name.ts'
import * as texts from '../../texts/scheme/proposal.ts'
import { makeUpDeed } from '../../texts/objection/objection.ts'
import { noHousehold } from '../../texts/report/report.ts'
import { reviewersOnly } from '../../texts/review/review.ts'
import { onlyThanks } from '../../texts/review/batch-award.ts'
import { command } from '../command.ts'
import { takesPart } from '../household/takes-part.ts'
import { personNamed } from '../people.ts'
import { namesTyped, proposeBatch } from './grant-batch.ts'
import { propose } from './open-proposal.ts'

/** GY-4: an award that stands under a heading with bounds keeps to them, however it came about. */
function withinBounds(item: Item, points: number, scheme: Scheme): void {
  const { least = 1, most = postingLimit.point } = boundsOf(scheme, item)
  if (points < least || points > most) refuse(texts.awardOutOfBounds(item.name, least, most))
}

/** 奖励: a reviewer puts points forward that nobody reported; a second reviewer of another household must agree. */
export const grantAward = command({
  intent: 'grant',
  words: [],
  examples: ['给王秀英加30分 抗洪抢险', '给王秀英、赵福贵、马玉芬3户各加5分 清河道'],
  role: 'reviewer',
  refusal: reviewersOnly,
  help: '给王秀英加30分 原因（要两户评议员）',
  async handle(slots, context) {
    const { stores, scheme, speaker, line, reading, now } = context
    const [name] = slots.who?.filter((one) => one !== null && one !== 'self') ?? []
    if (name === undefined || name === null || slots.points === undefined) return refuse(texts.awardHow)
    const { points, reason = '' } = slots
    if (!Number.isInteger(points) || points < 1 || points > postingLimit.point) return refuse(texts.awardOutOfRange(postingLimit.point))
    const forLand = isForLand(slots.cat, line)
    const cat = forLand ? 'land_support' : (slots.cat ?? 'other')
    const item = forLand ? (thanksItem(scheme) ?? refuse(onlyThanks)) : itemsOf(onDay(scheme, dateOf(now)), cat)[0]
    const names = namesTyped(line, slots.who ?? [])
    if (names.length > 1) return proposeBatch(names, { item, cat, points, reason, forLand }, context)
    const { person, household, unit } = await personNamed(stores, name, reading.settled)
    if (!household) return refuse(noHousehold(person.name))
    if (household.id === speaker.household?.id) return refuse(texts.ownHouseholdAward)
    await takesPart(household.id, context)
    if (item) withinBounds(item, points, scheme)
    const payload = { doer: person.id, item: item?.code ?? makeUpDeed, cat, points, text: line }
    const text = texts.awardText(personName(person, unit, 'panel'), item?.name ?? makeUpDeed, points, reason)
    return propose('award', payload, { subject: household.id, text }, context)
  },
})
