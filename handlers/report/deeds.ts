import { dateOf, daysBetween, type LocalDate } from '../../models/dates.ts'
import type { SlotItem, Slots } from '../../models/intent.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { isIncomeUnit } from '../../rules/rates/amounts.ts'
import { inForce, itemOf, itemsOf, knownOf, nearestItems } from '../../rules/catalogue.ts'
import { questionMinutes } from '../../rules/dialogue.ts'
import { isOpen } from '../../rules/rates/engines.ts'
import { levelIn } from '../../rules/rates/level.ts'
import { rateDeed } from '../../rules/rates/rate.ts'
import type { Item, Scheme } from '../../rules/scheme.ts'
import { deedDate } from '../../rules/window.ts'
import { quantityText } from '../../texts/format.ts'
import * as texts from '../../texts/report/report.ts'
import type { Context } from '../command.ts'

/** A deed ready to be put forward: what, when, how much, and its points by the scheme. */
export interface Deed {
  readonly item: Item
  readonly deedOn: LocalDate
  /** integer thousandths of `unit` */
  readonly quantity: number | null
  readonly unit: string | null
  readonly points: number
  readonly range: { readonly min: number; readonly max: number } | null
  readonly place: string | null
  readonly beneficiary: string | null
  /** where and why, for the record of an item that asks for it (YX-3); empty otherwise */
  readonly particulars: string
}

/** A deed the village knows but the scheme gives no points for. */
export interface KnownDeed {
  readonly cat: string
  readonly name: string
}

/** An item of the scheme whose part of the product is still to come. */
export interface ClosedDeed {
  readonly closed: Item
}

/** What a line that reports a deed comes to by the scheme. */
export type ReadDeed = Deed | KnownDeed | ClosedDeed

/** Items offered when the words name none for sure. */
const CHOICES = 3

const toThousandths = (quantity: number): number => Math.round(quantity * 1000)

function chooseItem(items: readonly Item[], words: string): never {
  return ask({
    about: 'item',
    text: texts.whichDeed(
      words,
      items.map((item) => item.name),
    ),
    options: items.map((item) => ({ label: item.name, words: item.words, settles: { item: item.code } })),
    free: null,
    minutes: questionMinutes,
  })
}

/** 「扫了路」 is 扫路: the items whose words stand in the line once what marks a deed as done is left out. */
function spokenOf(items: readonly Item[], line: string): readonly Item[] {
  const plain = line.replace(/[了过完]/gu, '')
  return items.filter(({ name, words }) => [name, ...words].some((word) => plain.includes(word)))
}

/** The item, unless it had ended by the day of the deed: another one is never taken in its place. */
const unlessEnded = (item: Item, day: LocalDate): Item =>
  item.endsOn === undefined || inForce(item, day) ? item : refuse(texts.itemEnded(item.name, item.endsOn))

/** The catalogue item that the line names; asks when it names none, or several. */
function itemFor(slots: SlotItem, scheme: Scheme, { reading, line, now }: Context): Item | KnownDeed {
  const day = slots.date ?? dateOf(now)
  const settled = reading.settled?.item === undefined ? undefined : itemOf(scheme, reading.settled.item)
  if (settled) return unlessEnded(settled, day)
  const matched = (reading.matched ?? []).flatMap((code) => itemOf(scheme, code) ?? []).filter(({ kind }) => kind === 'award')
  const [named] = matched.filter((item) => slots.cat === undefined || item.cat === slots.cat)
  if (named) return unlessEnded(named, day)
  const ofCategory = slots.cat === undefined ? [] : itemsOf(scheme, slots.cat)
  const [first, second] = ofCategory
  if (first && !second) return unlessEnded(first, day)
  const [said, other] = spokenOf(ofCategory, line)
  if (said && !other) return unlessEnded(said, day)
  const open = (item: Item) => inForce(item, day)
  const nearest = (words: string) => nearestItems(scheme, words, scheme.items.length).filter(open)
  if (first) return chooseItem([...new Set([...ofCategory.filter(open), ...nearest(line)])].slice(0, CHOICES), line)
  const known = slots.cat === undefined || slots.cat === 'other' ? undefined : knownOf(scheme, slots.cat)
  if (known !== undefined && slots.cat !== undefined) return { cat: slots.cat, name: known }
  const words = reading.unknown ?? line
  return chooseItem(nearest(words).slice(0, CHOICES), words)
}

/** A day without a year is read as the past one; when the coming one is nearer, that is what was typed. */
function isComing(date: LocalDate, today: LocalDate): boolean {
  const coming = `${String(Number(date.slice(0, 4)) + 1)}${date.slice(4)}`
  return coming > today && daysBetween(today, coming) < daysBetween(date, today)
}

/** The day of the deed; a day that was not said is today, one that cannot be is refused. */
function dayFor(slots: SlotItem & Pick<Slots, 'date_candidates'>, scheme: Scheme, now: number): LocalDate {
  const today = dateOf(now)
  if (slots.date_approx || slots.date_candidates) {
    const days = slots.date_candidates ?? []
    return ask({
      about: 'date',
      text: texts.whichDay(days),
      options: days.map((day) => ({ label: day, slots: { date: day, date_approx: false } })),
      free: 'date',
      minutes: questionMinutes,
    })
  }
  const date = slots.date ?? today
  const verdict = deedDate(date, today, scheme)
  if (verdict === 'future') return refuse(texts.dayInFuture(date))
  if (verdict === 'too-old') return refuse(isComing(date, today) ? texts.dayInFuture(date) : texts.dayTooOld(date, scheme.reportWindowDays))
  return verdict === 'impossible' ? refuse(texts.dayImpossible(date)) : date
}

/** Reads one deed of a line against the scheme; asks for what is missing, refuses what cannot be. */
export function readDeed(slots: SlotItem & Pick<Slots, 'date_candidates' | 'level'>, context: Context): ReadDeed {
  const { scheme, now, line } = context
  const item = itemFor(slots, scheme, context)
  if (!('rate' in item)) return item
  if (!isOpen(item)) return { closed: item }
  const deedOn = dayFor(slots, scheme, now)
  const level = slots.level ?? levelIn(item, line)
  const rated = rateDeed(item, {
    ...(typeof slots.qty === 'number' ? { quantity: toThousandths(slots.qty) } : {}),
    ...(slots.unit === undefined ? {} : { unit: slots.unit }),
    ...(slots.hours === undefined ? {} : { hours: slots.hours }),
    ...(level === undefined ? {} : { level }),
  })
  const deedName = [item.name, ...item.words].find((word) => line.includes(word)) ?? item.name
  if ('invalid' in rated) return refuse(texts.quantityImpossible(quantityText(rated.min, rated.unit), quantityText(rated.max, rated.unit)))
  if ('needs' in rated && rated.needs === 'level') {
    return ask({
      about: 'level',
      text: texts.whichLevel(deedName, rated.options),
      options: rated.options.map((level) => ({ label: level, slots: { level } })),
      free: null,
      minutes: questionMinutes,
    })
  }
  if ('needs' in rated) {
    return ask({ about: 'quantity', text: texts.howMuch(deedName, rated.units), options: [], free: 'quantity', minutes: questionMinutes })
  }
  const unsaid = isIncomeUnit(item, rated.unit)
  return {
    item,
    deedOn,
    quantity: unsaid ? null : rated.quantity,
    unit: unsaid ? null : rated.unit,
    points: rated.points,
    range: rated.range ?? null,
    place: slots.place ?? null,
    beneficiary: slots.beneficiary ?? null,
    particulars: '',
  }
}
