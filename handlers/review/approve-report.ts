import type { ReportCase } from '../../models/case.ts'
import { dateOf, type LocalDate } from '../../models/dates.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import { itemOf } from '../../rules/catalogue.ts'
import { revokeMinutes } from '../../rules/dialogue.ts'
import { holidays } from '../../rules/holidays.ts'
import { isProven } from '../../rules/proof.ts'
import type { Item } from '../../rules/scheme.ts'
import { noticeWindow } from '../../rules/window.ts'
import { barredNow } from '../../texts/objection/bar.ts'
import * as texts from '../../texts/review/review.ts'
import { viewReport } from '../case-view.ts'
import type { Context } from '../command.ts'
import { schemeOfCase } from '../household/planned.ts'
import { confirmation } from '../confirmation.ts'
import { approvedPoints } from './points-allowed.ts'
import { hereUnlessConfidential } from './confidential.ts'
import { panelSits } from '../panel/panel-sits.ts'
import { mayReview } from './rights.ts'

/** Opens the notice window of an approved case; its last day. */
export async function openNotice(number: number, { stores, scheme, now }: Pick<Context, 'stores' | 'scheme' | 'now'>): Promise<LocalDate> {
  const window = noticeWindow(dateOf(now), scheme.notice.days, holidays)
  await stores.notices.open({ number, ...window })
  return window.lastDay
}

/** Everybody who should hear what became of a report: doer and reporter, once each. */
export const concerned = (file: ReportCase): readonly string[] => [...new Set([file.report.doer, file.report.reporter])]

/** Reviewers whose approval stands. */
async function approvers(file: ReportCase, { stores }: Context): Promise<readonly string[]> {
  const decisions = await stores.cases.decisions(file.number)
  return [...new Set(decisions.filter(({ verdict, revokedAt }) => verdict === 'approve' && revokedAt === null).map(({ by }) => by))]
}

/** An item that must be proved: without a photo the reviewer has to have seen the original, and says so. */
async function seesEvidence(file: ReportCase, item: Item | undefined, { stores, speaker, reading, now }: Context): Promise<void> {
  if (item?.evidence !== 'required' || isProven(await stores.cases.evidence(file.number), file.report)) return
  if (!reading.settled?.confirmed) ask(confirmation(texts.evidenceSeen(file.number), texts.seen, texts.notSeen))
  await stores.cases.addEvidence({
    number: file.number,
    kind: 'text',
    media: null,
    text: texts.seenBy(speaker.person.name),
    by: speaker.person.id,
    at: now,
  })
}

/** 通过: with enough reviewers' consent the report goes into notice; the points are booked when the window ends unopposed. */
export async function approveReport(
  file: ReportCase,
  points: number | undefined,
  reason: string | null,
  context: Context,
): Promise<readonly Reply[]> {
  const { stores, speaker, scheme, now } = context
  await mayReview(file, context)
  await panelSits(file.number, context)
  if (file.subject !== null && (await stores.bars.barred(dateOf(now))).has(file.subject)) refuse(barredNow(file.number), file.number)
  const given = await approvedPoints(file, points, context)
  if ((await approvers(file, context)).includes(speaker.person.id)) refuse(texts.alreadySaid(file.number), file.number)
  const item = itemOf(await schemeOfCase(file, context), file.report.item)
  await seesEvidence(file, item, context)
  await stores.cases.decide({ number: file.number, by: speaker.person.id, verdict: 'approve', points: given, reason, at: now })
  await stores.cases.setPoints(file.number, given)
  const quorum = Math.max(item?.quorum ?? scheme.review.quorum, item?.secondPerson || given > scheme.review.secondPersonOver ? 2 : 1)
  const decided = { ...file, report: { ...file.report, points: given } }
  const missing = quorum - (await approvers(file, context)).length
  if (missing > 0) return [here(texts.approvedOnce(await viewReport(decided, 'panel', context), missing), file.number)]
  const running = scheme.notice.kind === 'running'
  await stores.cases.move(file, running ? 'approve' : 'hold', speaker.person.id, now)
  const lastDay = running ? await openNotice(file.number, context) : null
  const forThem = texts.approvedForYou(await viewReport(decided, 'private', context), lastDay)
  return [
    ...(await hereUnlessConfidential(texts.approved(await viewReport(decided, 'panel', context), lastDay, revokeMinutes), file, context)),
    ...concerned(file)
      .filter((person) => person !== speaker.person.id)
      .map((person) => privately(person, forThem, file.number)),
  ]
}
