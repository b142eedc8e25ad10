import { z } from 'zod'
import { dateOf } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, privately } from '../../models/reply.ts'
import { itemOf } from '../../rules/catalogue.ts'
import { barredNow } from '../../texts/bar.ts'
import * as texts from '../../texts/proposal.ts'
import { approvedOnce, noSuchCase } from '../../texts/review.ts'
import { caseLine } from '../../texts/report.ts'
import { viewReport } from '../case-view.ts'
import { takesPart } from '../household/takes-part.ts'
import { openNotice } from '../review/approve-report.ts'
import { act } from './act.ts'

/** 奖励: what no report brought up, put in notice by two reviewers of two households; both stand behind it by name. */
export const awardAct = act({
  room: 'panel',
  mayPropose: ['reviewer'],
  mayConfirm: ['reviewer'],
  payload: z.object({ doer: z.string(), item: z.string(), cat: z.string(), points: z.int(), text: z.string() }),
  async carryOut({ doer, item, cat, points, text }, proposal, context) {
    const { stores, scheme, edition, speaker, now } = context
    const person = (await stores.register.person(doer)) ?? refuse(noSuchCase(proposal.number))
    if (person.household !== null) await takesPart(person.household, context)
    if (person.household !== null && (await stores.bars.barred(dateOf(now))).has(person.household)) refuse(barredNow(proposal.number))
    const made = await stores.cases.openReport(
      { edition, subject: person.household, openedBy: proposal.proposal.by, at: now },
      {
        item,
        cat,
        doer,
        reporter: doer,
        channel: 'chat',
        deedOn: dateOf(now),
        quantity: null,
        unit: null,
        text,
        place: null,
        beneficiary: null,
        proposed: points,
        duplicateOf: null,
      },
    )
    await stores.origins.keep({ number: made.number, source: 'panel', plan: null, custody: null })
    for (const by of [proposal.proposal.by, speaker.person.id]) {
      await stores.cases.decide({ number: made.number, by, verdict: 'approve', points, reason: null, at: now })
    }
    await stores.cases.setPoints(made.number, points)
    const file = { ...made, report: { ...made.report, points } }
    const missing = (itemOf(scheme, item)?.quorum ?? scheme.review.quorum) - 2
    if (missing > 0) return [here(approvedOnce(await viewReport(file, 'panel', context), missing), made.number)]
    const running = scheme.notice.kind === 'running'
    await stores.cases.move(made, running ? 'approve' : 'hold', speaker.person.id, now)
    const lastDay = running ? await openNotice(made.number, context) : null
    return [privately(doer, texts.awardedForYou(caseLine(await viewReport(file, 'private', context)), lastDay), made.number)]
  },
})
