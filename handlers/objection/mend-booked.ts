import type { ObjectionCase, ReportCase } from '../../models/case.ts'
import { refuse } from '../../models/outcome.ts'
import { dateOf, type LocalDate } from '../../models/dates.ts'
import { Overdrawn } from '../../models/stores/store-errors.ts'
import { pointsSpent } from '../../texts/scheme/proposal.ts'
import { takeBackCoupons } from './take-back-coupons.ts'
import { openNotice } from '../review/approve-report.ts'
import type { Context } from '../command.ts'
import { giveBackClosed } from './give-back-closed.ts'
import * as texts from '../../texts/objection/objection.ts'

/** Takes a booked report back by the exact negative of its entry; refuses when the household has spent the points. */
export async function reverseBooked(target: ReportCase, reason: string, context: Context): Promise<null> {
  const { stores, speaker, edition, now } = context
  const entry = await stores.ledger.byCause(`report:${String(target.number)}`)
  if (!entry) throw new Error(`#${String(target.number)} is booked, and the ledger has no entry of it`)
  try {
    await giveBackClosed(entry, target, context)
    await stores.ledger.reverse(entry.seq, `reversal:${String(target.number)}`, speaker.person.id, edition, now, reason)
    await takeBackCoupons(target.number, reason, context)
  } catch (error) {
    if (error instanceof Overdrawn) return refuse(pointsSpent(target.number), target.number)
    throw error
  }
  await stores.cases.move(target, 'reverse', speaker.person.id, now, reason)
  return null
}

/** Takes a booked report back and puts the corrected one in notice as a case of its own; the past is never rewritten. */
export async function correctBooked(target: ReportCase, points: number, reason: string, context: Context): Promise<LocalDate> {
  const { stores, speaker, now } = context
  await reverseBooked(target, reason, context)
  const { number: _number, points: _points, ...report } = target.report
  const anew = await stores.cases.openReport(
    { edition: target.edition, subject: target.subject, openedBy: speaker.person.id, at: now },
    { ...report, proposed: points, duplicateOf: target.number },
  )
  const origin = await stores.origins.of(target.number)
  if (origin) await stores.origins.keep({ ...origin, number: anew.number })
  await stores.cases.decide({ number: anew.number, by: speaker.person.id, verdict: 'approve', points, reason, at: now })
  await stores.cases.setPoints(anew.number, points)
  await stores.cases.move(anew, 'approve', speaker.person.id, now, `corrects #${String(target.number)}`)
  return openNotice(anew.number, context)
}

/** Puts points that were never recorded in notice for the objector's household, as a case of its own. */
export async function makeUp(
  objection: ObjectionCase,
  points: number,
  reason: string,
  context: Context,
): Promise<{ readonly number: number; readonly lastDay: LocalDate }> {
  const { stores, speaker, edition, now } = context
  const made = await stores.cases.openReport(
    { edition, subject: objection.subject, openedBy: speaker.person.id, at: now },
    {
      item: texts.makeUpDeed,
      cat: 'other',
      doer: objection.objection.by,
      reporter: objection.objection.by,
      channel: 'chat',
      deedOn: dateOf(objection.openedAt),
      quantity: null,
      unit: null,
      text: objection.objection.text,
      place: null,
      beneficiary: null,
      proposed: points,
      duplicateOf: null,
    },
  )
  await stores.cases.decide({ number: made.number, by: speaker.person.id, verdict: 'approve', points, reason, at: now })
  await stores.cases.setPoints(made.number, points)
  await stores.cases.move(made, 'approve', speaker.person.id, now, `answers #${String(objection.number)}`)
  return { number: made.number, lastDay: await openNotice(made.number, context) }
}
