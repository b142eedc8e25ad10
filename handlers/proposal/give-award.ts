import type { ProposalCase, ReportCase } from '../../models/case.ts'
import { dateOf, type LocalDate } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { itemOf } from '../../rules/catalogue.ts'
import { barredNow } from '../../texts/objection/bar.ts'
import type { Context } from '../command.ts'
import { takesPart } from '../household/takes-part.ts'
import { openNotice } from '../review/approve-report.ts'

/** Points that no report brought up: who did what, and what it is worth. */
export interface Award {
  /** person id */
  readonly doer: string
  readonly item: string
  readonly cat: string
  readonly points: number
  /** the words it was put forward with */
  readonly text: string
}

/** An award as a case: in notice (or held for the next one), or, with consent `missing`, waiting for further reviewers. */
export interface Given {
  readonly file: ReportCase
  readonly missing: number
  /** the last day of its notice; null when it is held for the next one, or waits */
  readonly lastDay: LocalDate | null
}

/** Who of the two stands behind it as a reviewer; a cadre may propose, but decides nothing. */
async function deciders(proposer: string, { stores, speaker, now }: Context): Promise<readonly string[]> {
  const found: string[] = []
  for (const person of [proposer, speaker.person.id])
    if ((await stores.register.rolesOf(person, dateOf(now))).includes('reviewer')) found.push(person)
  return found
}

/**
 * Opens an award that two persons have agreed on: a case of its own with both reviewers' word, put in notice as any other. Refuses for
 * a household that takes no part (MIN-7, GY-1) or is barred (RA-3).
 */
export async function giveAward(
  { doer, points, ...award }: Award,
  household: string,
  { number, proposal }: ProposalCase,
  context: Context,
): Promise<Given> {
  const { stores, scheme, edition, speaker, now } = context
  await takesPart(household, context)
  if ((await stores.bars.barred(dateOf(now))).has(household)) refuse(barredNow(number))
  const made = await stores.cases.openReport(
    { edition, subject: household, openedBy: proposal.by, at: now },
    {
      ...award,
      doer,
      reporter: doer,
      channel: 'chat',
      deedOn: dateOf(now),
      quantity: null,
      unit: null,
      place: null,
      beneficiary: null,
      proposed: points,
      duplicateOf: null,
    },
  )
  await stores.origins.keep({ number: made.number, source: 'panel', plan: null, custody: null })
  const voices = await deciders(proposal.by, context)
  for (const by of voices) await stores.cases.decide({ number: made.number, by, verdict: 'approve', points, reason: null, at: now })
  await stores.cases.setPoints(made.number, points)
  const file = { ...made, report: { ...made.report, points } }
  const item = itemOf(scheme, award.item)
  const two = item?.secondPerson === true || points > scheme.review.secondPersonOver
  const missing = Math.max(item?.quorum ?? scheme.review.quorum, two ? 2 : 1) - voices.length
  if (missing > 0) return { file, missing, lastDay: null }
  const running = scheme.notice.kind === 'running'
  await stores.cases.move(file, running ? 'approve' : 'hold', speaker.person.id, now)
  return { file, missing: 0, lastDay: running ? await openNotice(made.number, context) : null }
}
