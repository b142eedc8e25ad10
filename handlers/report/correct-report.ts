import { daysOf } from '../../models/dates.ts'
import type { ReportCase } from '../../models/case.ts'
import type { Slots } from '../../models/intent.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import { withoutIncome } from '../../rules/rates/amounts.ts'
import { itemOf } from '../../rules/catalogue.ts'
import { questionMinutes } from '../../rules/dialogue.ts'
import { quantityText } from '../../texts/format.ts'
import { amountLeftOut, sentPrivately } from '../../texts/report/report.ts'
import { noSuchCase, stateText } from '../../texts/review/review.ts'
import * as texts from '../../texts/report/supplement.ts'
import { viewReport } from '../case-view.ts'
import { command, type Context } from '../command.ts'
import { reportNumbered, villagerById } from '../people.ts'
import { schemeOfCase } from '../household/planned.ts'
import { cardInPanel, cardOf } from '../review/review-card.ts'
import { numbersOf } from '../review/target.ts'
import { readDeed, type Deed } from './deeds.ts'
import { mustFit } from './fitting-item.ts'
import { limited } from './open-report.ts'

/** Longest text of a case that is kept. */
const LETTERS = 2000

async function ownWaiting(number: number | undefined, { stores, speaker }: Context): Promise<ReportCase> {
  if (number === undefined) {
    const waiting = await stores.cases.reportsInStates(['pending', 'returned'])
    const own = waiting.findLast(({ report }) => report.reporter === speaker.person.id)
    if (own) return own
    const latest = await stores.cases.latestBy(speaker.person.id, ['report'])
    if (!latest) return refuse(texts.nothingToCorrect)
    return refuse(texts.tooLateToCorrect(latest.number, stateText[latest.state] ?? latest.state), latest.number)
  }
  const file = await reportNumbered(number, stores)
  if (file.report.reporter !== speaker.person.id) return refuse(texts.notYoursToCorrect(number), number)
  if (file.state === 'pending' || file.state === 'returned') return file
  return refuse(texts.tooLateToCorrect(number, stateText[file.state] ?? file.state), number)
}

/** The size as the correction says it, else as it was reported. */
function sizeOf({ qty, unit, hours }: Slots, { report }: ReportCase): Pick<Slots, 'qty' | 'unit' | 'hours'> {
  if (hours !== undefined) return { hours }
  const counted = unit ?? report.unit ?? undefined
  const size = counted === undefined ? {} : { unit: counted }
  if (qty !== undefined) return { qty, ...size }
  return report.quantity === null ? {} : { qty: report.quantity / 1000, ...(report.unit === null ? {} : { unit: report.unit }) }
}

/** The deed as it should have been reported, read by the scheme of its edition; points are rated anew. */
async function mendedDeed(file: ReportCase, slots: Slots, context: Context): Promise<Deed> {
  const { report } = file
  const scheme = await schemeOfCase(file, context)
  const other = slots.cat !== undefined && slots.cat !== report.cat
  const { settled, matched, unknown, ...reading } = context.reading
  const chosen = other
    ? { ...(matched ? { matched } : {}), ...(unknown === undefined ? {} : { unknown }), settled: settled ?? {} }
    : { settled: { item: report.item } }
  const kept = itemOf(scheme, report.item)
  const level = slots.level ?? (other ? undefined : levelSaid(kept, report.text))
  const deed = readDeed(
    {
      date: slots.date ?? report.deedOn,
      ...(slots.date_approx === undefined ? {} : { date_approx: slots.date_approx }),
      ...(slots.date_candidates === undefined ? {} : { date_candidates: slots.date_candidates }),
      ...(other ? sizeOf(slots, { ...file, report: { ...report, quantity: null, unit: null } }) : sizeOf(slots, file)),
      ...(other ? { cat: slots.cat } : {}),
      ...(level === undefined ? {} : { level }),
    },
    { ...context, scheme, line: other ? context.line : report.text, reading: { ...reading, ...chosen } },
  )
  return 'item' in deed ? deed : refuse(texts.correctWhat(file.number))
}

/** The level an honour was reported at, found again in the words it was reported with. */
function levelSaid(item: ReturnType<typeof itemOf>, text: string): string | undefined {
  if (item?.rate.kind !== 'tiered' || item.rate.by !== 'level') return undefined
  return item.rate.tiers.find(({ level, words }) => [level, ...words].some((word) => text.includes(word)))?.level
}

async function mend(file: ReportCase, slots: Slots, context: Context): Promise<ReportCase> {
  const { stores, speaker, line, now } = context
  const deed = await mendedDeed(file, slots, context)
  const doer = (await villagerById(stores, file.report.doer)) ?? refuse(noSuchCase(file.number))
  await mustFit(doer, deed.item, context)
  const { points } = await limited(doer, deed, file.number, { ...context, scheme: await schemeOfCase(file, context) })
  const change = {
    item: deed.item.code,
    cat: deed.item.cat,
    deedOn: deed.deedOn,
    quantity: deed.quantity,
    unit: deed.unit,
    proposed: points,
    text: [...`${file.report.text}；更正：${withoutIncome(deed.item, line, amountLeftOut)}`].slice(0, LETTERS).join(''),
    ...(slots.place === undefined ? {} : { place: slots.place }),
  }
  await stores.cases.amendReport(file.number, change)
  if (file.report.points !== null) await stores.cases.setPoints(file.number, points)
  // what was agreed to was the report as it stood before
  for (const { id, verdict, revokedAt } of await stores.cases.decisions(file.number))
    if (verdict === 'approve' && revokedAt === null) await stores.cases.revokeDecision(id, now)
  await stores.audit.write({
    at: now,
    actor: speaker.person.id,
    action: 'amend',
    number: file.number,
    from: null,
    to: null,
    detail: `${String(file.report.proposed)} → ${String(points)}`,
  })
  return { ...file, report: { ...file.report, ...change, points: null } }
}

const saysSomething = ({ qty, hours, date, date_candidates, cat, level, place }: Slots): boolean =>
  [qty, hours, date ?? undefined, date_candidates, cat, level, place].some((one) => one !== undefined)

/** 更正: one's own report is mended before review, with a new card; afterwards an objection mends it. */
export const correctReport = command({
  intent: 'correct',
  words: ['更正', '打错了', '写错了'],
  examples: ['打错了，是三袋不是五袋', '日期不对，是前天'],
  role: 'villager',
  help: '打错了，是三袋不是五袋',
  async handle(slots, context) {
    const { room, speaker } = context
    const file = await ownWaiting(numbersOf(slots.target)[0], context)
    if (!saysSomething(slots))
      return ask({ about: 'quantity', text: texts.correctWhat(file.number), options: [], free: 'quantity', minutes: questionMinutes })
    const mended = await mend(file, slots, context)
    const { quantity, unit, deedOn } = mended.report
    const size = quantity === null || unit === null ? '' : `：${quantityText(quantity, unit)}`
    const day = slots.date === undefined ? '' : texts.correctedDay(daysOf(deedOn).first)
    const receipt = texts.correctedReceipt(await viewReport(mended, room === null ? 'private' : 'villagers', context), size + day)
    const fewer = mended.report.proposed < file.report.proposed
    const told: readonly Reply[] =
      room !== null && fewer ? [here(sentPrivately), privately(speaker.person.id, receipt, file.number)] : [here(receipt, file.number)]
    return [...told, cardInPanel(file.number, await cardOf(mended, texts.corrected, [], context))]
  },
})
