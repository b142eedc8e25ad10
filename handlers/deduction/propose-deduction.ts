import type { DeductionCase } from '../../models/case.ts'
import { addDays, dateOf, instantOf, type LocalDate } from '../../models/dates.ts'
import type { Slots } from '../../models/intent.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import { questionMinutes, reasonMinutes } from '../../rules/dialogue.ts'
import { limitDeed, type PastDeed } from '../../rules/rates/limits.ts'
import { onDay } from '../../rules/catalogue.ts'
import { hasBasis } from '../../rules/basis.ts'
import { rateDeed } from '../../rules/rates/rate.ts'
import type { Item, Scheme } from '../../rules/scheme.ts'
import { deedDate } from '../../rules/window.ts'
import * as texts from '../../texts/objection/deduction.ts'
import { periodWord } from '../../texts/period.ts'
import { dayImpossible, dayInFuture, dayTooOld, limitText, noHousehold, sentPrivately, whichDay } from '../../texts/report/report.ts'
import { reviewersOnly } from '../../texts/review/review.ts'
import { ofWord } from '../../texts/query/rules.ts'
import { command, type Context } from '../command.ts'
import { planOf, underPlan } from '../household/planned.ts'
import { takesPart } from '../household/takes-part.ts'
import { personNamed, type Villager } from '../people.ts'
import { mustFit } from '../report/fitting-item.ts'
import { onItsDay } from '../report/on-its-day.ts'
import { particularsOf } from '../report/needs.ts'
import { heardBy, toHousehold, viewDeduction } from './deduction-view.ts'

/** States in which a deduction counts against the household's limit. */
const counting = ['proposed', 'rectifying', 'decided', 'appealed', 'booked'] as const

/** The item of the scheme that takes points for what the line speaks of; never anything the scheme does not name. */
function itemMeant({ cat }: Slots, scheme: Scheme, line: string): Item {
  const deductions = scheme.items.filter(({ kind }) => kind === 'deduction')
  const named = deductions.find(({ name, words }) => [name, ...words].some((word) => line.includes(word)))
  const found = named ?? deductions.find((item) => item.cat === cat)
  return found ?? refuse(texts.noSuchDeduction(deductions.map(({ name }) => name)))
}

function deedDay({ date }: Slots, { scheme, now }: Context): LocalDate {
  const today = dateOf(now)
  const day = date ?? today
  // 「去年」 names no day
  if (day.length < today.length) {
    return ask({ about: 'date', text: whichDay([]), options: [], free: 'date', minutes: questionMinutes })
  }
  const found = deedDate(day, today, scheme)
  if (found === 'future') return refuse(dayInFuture(day))
  if (found === 'too-old') return refuse(dayTooOld(day, scheme.reportWindowDays))
  return found === 'impossible' ? refuse(dayImpossible(day)) : day
}

async function historyOf(household: string, { stores }: Context): Promise<readonly DeductionCase[]> {
  const history: DeductionCase[] = []
  for (const { number, subject } of await stores.cases.inStates('deduction', counting)) {
    const file = subject === household ? await stores.cases.deduction(number) : null
    if (file) history.push(file)
  }
  return history
}

/** The points of the scheme, within its limits; refuses what is under way already and what the limits leave nothing of. */
async function pointsOf(item: Item, deedOn: LocalDate, doer: Villager, slots: Slots, context: Context): Promise<number> {
  const history = doer.household ? await historyOf(doer.household.id, context) : []
  const open = history.find(({ state, deduction }) => deduction.item === item.code && state !== 'booked' && state !== 'decided')
  if (open) return refuse(texts.underWay(open.number))
  const facts = { ...(slots.qty === undefined ? {} : { quantity: Math.round(slots.qty * 1000) }), points: Math.abs(slots.points ?? 0) }
  const rated = rateDeed(item, slots.points === undefined ? {} : facts)
  if (!('points' in rated)) return refuse(texts.deductHow)
  const past: readonly PastDeed[] = history.map(({ deduction: { item: code, cat, doer: person, deedOn: day, points } }) => ({
    item: code,
    cat,
    person,
    deedOn: day,
    points,
  }))
  const { points, cut } = limitDeed(context.scheme, item, { person: doer.person.id, deedOn, points: rated.points }, past)
  return points < 0
    ? points
    : refuse(
        texts.deductionLimit(
          limitText(ofWord[cut?.of ?? 'household'], periodWord[cut?.per ?? 'month'], cut?.allowed ?? 0, cut?.by === 'cap' ? '分' : '次'),
        ),
      )
}

/** What the reviewer saw, in words, with the decision or admission where the item needs one: without it nothing is put forward (GY-5). */
function seenIn(slots: Slots, item: Item): string {
  const said = slots.reason?.replace(/^扣?-?\d+分/u, '').trim() ?? ''
  const bare = [item.name, ...item.words].includes(said)
  if (said !== '' && !bare && hasBasis(item, said)) return said
  const text = item.basis === 'panel' ? texts.whatWasSeen(item.name) : texts.basisNeeded(item.name, item.basis === 'admission')
  return ask({ about: 'reason', text, options: [], free: 'text', minutes: reasonMinutes })
}

/** What was seen, with the place where the scheme asks for it (YX-3); the day and what was seen are asked for by one question each. */
function seenThere(slots: Slots, item: Item, line: string): string {
  const { place } = particularsOf({ ...item, needs: item.needs.filter((need) => need !== 'reason') }, slots, line)
  const seen = seenIn(slots, item)
  return item.needs.includes('place') && place !== null ? texts.seenAt(seen, place) : seen
}

/** 扣分: a reviewer puts bad conduct forward; the household is told in private what to mend until when, and nobody else. */
export const proposeDeduction = command({
  intent: 'deduct',
  words: ['扣分'],
  examples: ['给马玉芬扣2分 往河里倒了两桶垃圾'],
  role: 'reviewer',
  refusal: reviewersOnly,
  help: '给马玉芬扣2分 看到什么（先整改）',
  async handle(slots, context) {
    const { stores, speaker, line, reading, room, now } = context
    const [name] = slots.who?.filter((one) => one !== null && one !== 'self') ?? []
    if (name === undefined || name === null) return refuse(texts.deductHow)
    const doer = await personNamed(stores, name, reading.settled)
    if (!doer.household) return refuse(noHousehold(doer.person.name))
    if (doer.household.id === speaker.household?.id) return refuse(texts.ownHouseholdDeduction)
    await takesPart(doer.household.id, context)
    const plan = await planOf(doer.household.id, context)
    const deedOn = deedDay(slots, context)
    const { edition, scheme } = underPlan(await onItsDay(deedOn, context), plan)
    const item = itemMeant(slots, onDay(scheme, deedOn), line)
    await mustFit(doer, item, context)
    const points = await pointsOf(item, deedOn, doer, slots, { ...context, scheme })
    const seen = seenThere(slots, item, line)
    const recheckOn = addDays(dateOf(now), item.rectifyDays ?? scheme.notice.days)
    const by = speaker.person.id
    const opened = await stores.cases.openDeduction(
      { edition, subject: doer.household.id, openedBy: by, at: now, dueAt: instantOf(recheckOn) },
      { item: item.code, cat: item.cat, doer: doer.person.id, deedOn, text: seen, points, recheckOn, proposedBy: by },
    )
    await stores.origins.keep({ number: opened.number, source: 'panel', plan: plan?.version ?? null, custody: null })
    await stores.cases.addEvidence({ number: opened.number, kind: 'text', media: null, text: seen, by, at: now })
    const file = await stores.cases.move(opened, 'notify', by, now)
    return told(file, recheckOn, context, room !== null)
  },
})

async function told(file: DeductionCase, until: LocalDate, context: Context, inARoom: boolean): Promise<readonly Reply[]> {
  const { stores, speaker } = context
  const view = await viewDeduction(file, context)
  let reached = false
  for (const person of await heardBy(file, context)) reached ||= (await stores.contacts.aliasesOf(person)).length > 0
  const receipt = reached ? texts.notified(view, until) : texts.notifyByHand(view, until)
  return [
    ...(inARoom ? [here(sentPrivately)] : []),
    privately(speaker.person.id, receipt, file.number),
    ...(await toHousehold(file, texts.rectificationNotice(view, until), context)),
  ]
}
