import type { ReportCase } from '../../models/case.ts'
import type { Slots } from '../../models/intent.ts'
import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, inRoom } from '../../models/reply.ts'
import { dueAfter } from '../../rules/deadlines.ts'
import * as texts from '../../texts/objection.ts'
import { personName } from '../../texts/name.ts'
import { caseLine } from '../../texts/report.ts'
import { noSuchCase, stateText } from '../../texts/review.ts'
import { viewReport } from '../case-view.ts'
import { command, type Context } from '../command.ts'
import { villagerOf } from '../people.ts'
import { numbersOf } from '../review/target.ts'
import { waitingStates } from './withdraw-objection.ts'

/** The one noticed report of the person the objection names, when there is exactly one. */
async function noticedOf(slots: Slots, { stores }: Context): Promise<ReportCase | null> {
  const [name] = slots.who?.filter((one) => one !== null && one !== 'self') ?? []
  if (name === undefined || name === null) return null
  const [person, other] = await stores.register.named(name)
  if (!person || other) return null
  const theirs = (await stores.cases.reportsInStates(['in-notice'])).filter(
    ({ report }) => report.doer === person.id && (slots.cat === undefined || report.cat === slots.cat),
  )
  return theirs.length === 1 ? (theirs[0] ?? null) : null
}

async function targetOf(slots: Slots, context: Context): Promise<ReportCase | null> {
  const [number] = numbersOf(slots.target)
  if (number === undefined) return noticedOf(slots, context)
  const file = (await context.stores.cases.find(number)) ?? refuse(noSuchCase(number))
  return (await context.stores.cases.report(file.number)) ?? refuse(texts.objectWhat)
}

/** 「异议」 and no more: neither which case nor what is wrong. */
const saysNothing = ({ target, who }: Slots, line: string): boolean =>
  target === undefined && who === undefined && /^(?:我)?(?:有|提)?(?:个)?异议[。！!\s]*$/u.test(line)

/** One objection of a person to a case at a time: more of them would hold it up for ever. */
async function notOpenAlready(target: number, { stores, speaker }: Context): Promise<void> {
  const open = (await stores.cases.objectionsTo(target)).find(
    ({ state, objection }) => objection.by === speaker.person.id && waitingStates.some((one) => one === state),
  )
  if (open) refuse(texts.objectionOpen(open.number, target), open.number)
}

/** 异议: anyone may say that a noticed or booked case is wrong; booking stops until it is answered. */
export const raiseObjection = command({
  intent: 'object',
  words: ['异议', '有异议'],
  examples: ['异议 #1001 那天没扫', '异议 漏记我家修水渠'],
  role: 'villager',
  help: '异议 #1001 原因',
  async handle(slots, context) {
    const { stores, speaker, scheme, edition, line, now } = context
    if (saysNothing(slots, line)) return refuse(texts.objectWhat)
    const target = await targetOf(slots, context)
    if (target && !['in-notice', 'objected', 'booked', 'approved', 'rejected'].includes(target.state)) {
      return refuse(texts.cannotObject(target.number, stateText[target.state] ?? target.state), target.number)
    }
    if (target) await notOpenAlready(target.number, context)
    const file = await stores.cases.openObjection(
      {
        edition,
        subject: speaker.household?.id ?? null,
        openedBy: speaker.person.id,
        at: now,
        dueAt: dueAfter(dateOf(now), scheme.notice.answerDays),
      },
      { target: target?.number ?? null, by: speaker.person.id, text: line },
    )
    if (target?.state === 'in-notice') await stores.cases.move(target, 'object', speaker.person.id, now)
    const { person, unit } = await villagerOf(stores, speaker.person)
    const days = scheme.notice.answerDays
    const receipt =
      target?.state === 'booked'
        ? texts.objectionToBooked(file.number, target.number, days)
        : texts.objectionReceived(file.number, target?.number ?? null, days)
    return [
      here(receipt, file.number),
      inRoom(
        'panel',
        texts.objectionCard(
          file.number,
          personName(person, unit, 'panel'),
          target ? caseLine(await viewReport(target, 'panel', context)) : null,
          line,
        ),
        file.number,
      ),
    ]
  },
})
