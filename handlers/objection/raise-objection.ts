import type { Slots } from '../../models/intent.ts'
import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, inRoom } from '../../models/reply.ts'
import { dueAfter } from '../../rules/deadlines.ts'
import * as texts from '../../texts/objection/objection.ts'
import { personName } from '../../texts/name.ts'
import { stateText } from '../../texts/review/review.ts'
import { command, type Context } from '../command.ts'
import { villagerOf } from '../people.ts'
import { quotedInRoom } from '../room-words.ts'
import { doerOf, type Objected, objectableOf, objectedBy } from './objected.ts'
import { waitingStates } from './withdraw-objection.ts'

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

function receiptOf(number: number, target: Objected | null, days: number): string {
  if (target?.state !== 'booked') return texts.objectionReceived(number, target?.number ?? null, days)
  return (target.report ? texts.objectionToBooked : texts.objectionToPaid)(number, target.number, days)
}

/** 异议: anyone may say that a noticed or booked case, or 分配方案, is wrong; booking stops until it is answered. */
export const raiseObjection = command({
  intent: 'object',
  words: ['异议', '有异议'],
  examples: ['异议 #1001 那天没扫', '异议 漏记我家修水渠'],
  role: 'villager',
  help: '异议 #1001 原因',
  async handle(slots, context) {
    const { stores, speaker, scheme, edition, line, now } = context
    if (saysNothing(slots, line)) return refuse(texts.objectWhat)
    const target = await objectedBy(slots, context)
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
    if (target?.report?.state === 'in-notice') await stores.cases.move(target.report, 'object', speaker.person.id, now)
    const { person, unit } = await villagerOf(stores, speaker.person)
    const days = scheme.notice.answerDays
    const words = await quotedInRoom(line, await doerOf(target, context), stores)
    const card = texts.objectionCard(file.number, personName(person, unit, 'panel'), target?.words ?? null, words, objectableOf(target))
    return [here(receiptOf(file.number, target, days), file.number), inRoom('panel', card, file.number)]
  },
})
