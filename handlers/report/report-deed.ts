import type { LocalDate } from '../../models/dates.ts'
import { ask, Asking } from '../../models/outcome.ts'
import { privately, type Reply } from '../../models/reply.ts'
import { exampleItems } from '../../rules/catalogue.ts'
import { questionMinutes, reasonMinutes } from '../../rules/dialogue.ts'
import { unitsOf } from '../../rules/vocabulary.ts'
import { dateOf } from '../../models/dates.ts'
import { command } from '../command.ts'
import type { Villager } from '../people.ts'
import { doersOf } from './doers.ts'
import { attachPhotos, photosBefore } from './attach-photos.ts'
import { picturesInPrivate } from './childs-picture.ts'
import type { Deed } from './deeds.ts'
import { mergeChain } from './chain.ts'
import { hearsayOf, keepHearsay, type Hearsay } from './hearsay.ts'
import { readFor, type Ready, type SaidDeed } from './ready-deeds.ts'
import { keepSuggestion, openReport, repliesFor, type Opened } from './open-report.ts'
import { originOf, type Origin } from './source.ts'
import type { Context } from '../command.ts'
import type { Slots } from '../../models/intent.ts'
import * as texts from '../../texts/report/report.ts'

/** 「昨天挑了水，又清了沟」: a deed without a day of its own was done on the day of the one told before it. */
function datedAsTold(deeds: readonly SaidDeed[]): readonly SaidDeed[] {
  let day: LocalDate | null = null
  return deeds.map((deed) => {
    if (deed.date_approx || deed.date_candidates) return deed
    day = deed.date ?? day
    return day === null ? deed : { ...deed, date: day }
  })
}

/** where and why answers are about the whole line; anything else about the deed that was asked about */
const ofOneDeed: readonly string[] = ['item', 'date', 'quantity', 'level']

/** Reads the deed at a place of a line of several: what is asked and answered about it is its own. */
async function readOneOf(place: number, doers: readonly Villager[], said: SaidDeed, slots: Slots, context: Context): Promise<Ready[]> {
  const { item: _line, items, ...settled } = context.reading.settled ?? {}
  const chosen = items?.[place]
  const own = { ...context, reading: { ...context.reading, settled: { ...settled, ...(chosen === undefined ? {} : { item: chosen }) } } }
  try {
    return await readFor(doers, said, slots, own)
  } catch (error) {
    if (!(error instanceof Asking) || !ofOneDeed.includes(error.question.about)) throw error
    throw new Asking({ ...error.question, settles: { ...error.question.settles, deed: place } })
  }
}

/** Puts forward every deed of the line for every doer: each is a case of its own. */
export async function reportDeeds(slots: Slots, who: readonly (string | null)[], context: Context): Promise<readonly Reply[]> {
  const doers = await doersOf(who, context)
  const hearsay = await hearsayOf(context)
  const several = slots.items?.some((item) => item.cat !== undefined) ? slots.items : null
  const read: Ready[][] = []
  if (several === null) read.push(await readFor(doers, singleDeed(slots), slots, context))
  else for (const [place, deed] of datedAsTold(several).entries()) read.push(await readOneOf(place, doers, deed, slots, context))
  const opened: Opened[] = []
  const kept: Reply[] = []
  for (const ready of read) {
    const [closed] = ready.flatMap(({ deed }) => ('closed' in deed ? [deed.closed] : []))
    const [unrated] = ready.flatMap(({ deed }) => ('item' in deed || 'closed' in deed ? [] : [deed]))
    if (closed) kept.push(privately(context.speaker.person.id, texts.notOpenYet(closed.name)))
    if (unrated) kept.push(await keepSuggestion(unrated, context))
    const { added, told } = await mergeChain(ready, slots, context)
    kept.push(...told)
    for (const { doer, plan, own, deed } of added) {
      if (!('item' in deed)) continue
      const origin = await originOf(doer, plan?.version ?? null, hearsay, context)
      opened.push(await openRecord(doer, deed, hearsay, origin, own))
    }
  }
  const { stores, speaker, begunAt, now } = context
  const numbers = opened.map(({ file }) => file.number)
  const photos = await attachPhotos(await photosBefore(stores, speaker.person.id, begunAt), numbers, stores, now)
  if (hearsay) for (const number of numbers) await keepHearsay(number, hearsay, context)
  const alone: Reply[] = []
  for (const { file, doer } of opened) if (doer.person.minor) alone.push(...(await picturesInPrivate(file, photos.photos, context)))
  return [...repliesFor(opened, photos, hearsay, context), ...alone, ...kept]
}

async function openRecord(doer: Villager, deed: Deed, hearsay: Hearsay | null, origin: Origin, context: Context): Promise<Opened> {
  const { stores, speaker, now } = context
  const opened = await openReport(doer, deed, hearsay?.channel ?? 'chat', origin, context)
  const { number } = opened.file
  if (deed.particulars !== '')
    await stores.cases.addEvidence({ number, kind: 'text', media: null, text: deed.particulars, by: speaker.person.id, at: now })
  return opened
}

function singleDeed(slots: Slots): SaidDeed {
  const { cat, date, date_approx, qty, unit, hours, place, beneficiary, level, date_candidates } = slots
  return {
    ...(cat === undefined ? {} : { cat }),
    ...(date === undefined ? {} : { date }),
    ...(date_approx === undefined ? {} : { date_approx }),
    ...(qty === undefined ? {} : { qty }),
    ...(unit === undefined ? {} : { unit }),
    ...(hours === undefined ? {} : { hours }),
    ...(place === undefined ? {} : { place }),
    ...(beneficiary === undefined ? {} : { beneficiary }),
    ...(level === undefined ? {} : { level }),
    ...(date_candidates === undefined ? {} : { date_candidates }),
  }
}

/** 「报」 alone: asked what was done, with two deeds that the scheme has. */
function askForDeed({ scheme, now }: Context): never {
  const examples = exampleItems(scheme, dateOf(now)).map(({ name, rate }) => texts.exampleDeed(name, unitsOf(rate)[0] ?? null))
  return ask({ about: 'deed', text: texts.reportWhat(examples), options: [], free: 'text', minutes: reasonMinutes })
}

/** 申报: a villager reports a deed; it earns nothing before review and notice. */
export const reportDeed = command({
  intent: 'report',
  words: ['报', '申报', '积分申报', '报积分', '自荐'],
  examples: ['报 扫路 2小时', '申报 看望老人', '今天扫路2小时，求加分'],
  role: 'villager',
  help: '报 扫路 2小时',
  handle(slots, context) {
    if (slots.ask === 'deed') return askForDeed(context)
    return reportDeeds(slots, slots.who ?? ['self'], context)
  },
})

/** 代报: somebody reports for a person without phone or at hand; two of one name are asked about. */
export const reportForAnother = command({
  intent: 'report_proxy',
  words: ['代报', '替报', '帮报', '评荐', '推荐', '举荐', '组织推荐'],
  examples: ['代报 王秀英 扫路 1小时', '代报 黄阿婆 看望老人', '推荐 王秀英 扫路 2小时'],
  role: 'villager',
  help: '代报 黄阿婆 扫路 1小时',
  handle(slots, context) {
    const who = slots.who?.filter((name) => name !== null) ?? []
    if (who.length > 0) return reportDeeds(slots, who, context)
    return ask({ about: 'who', text: texts.whoseReport, options: [], free: 'text', minutes: questionMinutes })
  },
})
