import type { Reading, Slots } from '../models/intent.ts'
import type { Option } from '../models/question.ts'
import type { SaidDeed } from '../handlers/report/ready-deeds.ts'

const withoutDoubt = ({ date_approx: _approx, ...others }: Slots | SaidDeed) => {
  const { date_candidates: _candidates, ...sure } = others
  return sure
}

const withoutSize = ({ qty: _qty, unit: _unit, hours: _hours, ...others }: Slots | SaidDeed) => others

/** What was said with the answer in its place: a day in doubt and a size that could not be counted are forgotten. */
function withAnswer(said: Slots, answer: Slots): Slots
function withAnswer(said: SaidDeed, answer: Slots): SaidDeed
function withAnswer(said: Slots | SaidDeed, answer: Slots): Slots | SaidDeed {
  const sure = answer.date === undefined ? said : withoutDoubt(said)
  const bare = answer.qty === undefined && answer.hours === undefined ? sure : withoutSize(sure)
  return { ...bare, ...answer }
}

/** the slots with an answer in them: in the deed that was asked about, where the line has several */
function slotsWith({ slots, settled }: Reading, answer: Slots): Slots {
  if (settled?.deed === undefined) return withAnswer(slots, answer)
  return { ...slots, items: slots.items?.map((item, place) => (place === settled.deed ? withAnswer(item, answer) : item)) ?? [] }
}

/** The line on hold with an answer in it. In a line of several deeds an answer never counts for another deed than the one asked about. */
export function answered(reading: Reading, { slots, settles }: Pick<Option, 'slots' | 'settles'>): Reading {
  const { deed, ...settled } = reading.settled ?? {}
  const chosen = settles?.item
  const now =
    deed === undefined || chosen === undefined ? { ...settled, ...settles } : { ...settled, items: { ...settled.items, [deed]: chosen } }
  return { ...reading, slots: slots ? slotsWith(reading, slots) : reading.slots, settled: now }
}
