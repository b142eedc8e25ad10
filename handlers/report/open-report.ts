import type { ReportCase, ReportChannel } from '../../models/case.ts'
import { dateOf } from '../../models/dates.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { here, inRoom, privately, type Reply } from '../../models/reply.ts'
import { withoutIncome } from '../../rules/rates/amounts.ts'
import { forAnotherChild, limitDeed, perhapsSameChild, type LimitCut, type Limited, type ReportedDeed } from '../../rules/rates/limits.ts'
import type { Scheme } from '../../rules/scheme.ts'
import * as texts from '../../texts/report/report.ts'
import { cappedNames, ofWord } from '../../texts/query/rules.ts'
import { deedWord } from '../../rules/catalogue.ts'
import { reportView } from '../case-view.ts'
import { couponHints } from '../review/coupon-hint.ts'
import { cadreRoles } from '../../models/role.ts'
import { photoMinutes } from '../../rules/dialogue.ts'
import { holdsRole, type Context } from '../command.ts'
import { confirmation } from '../confirmation.ts'
import type { Villager } from '../people.ts'
import { isConfidential } from '../../rules/books/holders.ts'
import { sentPrivately } from '../../texts/report/report.ts'
import { tellersOf } from '../review/confidential.ts'
import type { Attached } from './attach-photos.ts'
import { headsOf } from '../panel/first-check.ts'
import { anybodyBound, takesPart } from '../household/takes-part.ts'
import type { Origin } from './source.ts'
import type { Person } from '../../models/village.ts'
import { checkAwaited, checkFirst } from '../../texts/review/panel.ts'
import { askWhetherWanted } from '../../texts/people/participation.ts'
import { byFamily } from '../../texts/report/hearsay.ts'
import { howReported, type Hearsay } from './hearsay.ts'
import type { Deed, KnownDeed } from './deeds.ts'
import { personName, wordsAbout } from '../../texts/name.ts'
import { childsPicturesThere, photosThere } from '../../texts/report/photo.ts'
import { periodWord } from '../../texts/period.ts'

/** How far back a household's reports are read to count limits; a year and a day covers every period but `once`. */
const HISTORY = 500

/** A report just opened, with what its card must say. */
export interface Opened {
  readonly file: ReportCase
  /** the agreement it was read by */
  readonly scheme: Scheme
  readonly doer: Villager
  readonly deed: Deed
  readonly origin: Origin
  /** 院长 of the household's unit, who look at it first (YX-12) */
  readonly heads: readonly Person[]
  /** nobody of the household has ever agreed to take part (MIN-7) */
  readonly unasked: boolean
  readonly cut: string | null
  /** points of a book that never stands before all (JS-R1) */
  readonly confidential: boolean
  /** who alone verifies it, by person id; none where the panel does (JS-R2) */
  readonly tellers: readonly string[]
  /** what the reviewers see of the year's coupons (JZ-2) */
  readonly coupons: readonly string[]
}

/** 「民主积分每户一年最多30分」: what cut a deed's points, in the village's words. */
const cutText = (cut: LimitCut, scheme: Scheme): string =>
  texts.limitText(
    ofWord[cut.of],
    periodWord[cut.per],
    cut.allowed,
    cut.by === 'limit' ? '次' : '分',
    cut.by === 'cap' && cut.on === 'category' ? cappedNames(scheme, cut) : '',
  )

/** Refuses whoever the scheme does not let report the item. */
function mayReport(doer: Villager, { item }: Deed, { source }: Origin, { speaker, line, scheme }: Context): void {
  const who = item.whoMayReport
  const own = doer.household?.id === speaker.household?.id
  const allowed = {
    anyone: true,
    household: own || source === 'custodian' || holdsRole(speaker.roles, [...cadreRoles]),
    panel: holdsRole(speaker.roles, ['reviewer', ...cadreRoles]),
    official: holdsRole(speaker.roles, [...cadreRoles]),
  }[who]
  if (!allowed && who !== 'anyone') refuse(texts.notForYouToReport[who](deedWord(scheme, item.code, line)))
}

/** A household's earlier deeds that count against its limits, all but the report that is being mended or decided. */
export async function pastDeeds(
  household: string,
  but: number | null,
  { stores }: Pick<Context, 'stores'>,
): Promise<readonly ReportedDeed[]> {
  return (await stores.cases.reportsOf(household, HISTORY))
    .filter(({ number, state }) => number !== but && !['rejected', 'withdrawn', 'reversed', 'expired'].includes(state))
    .map(({ number, report }) => ({
      item: report.item,
      cat: report.cat,
      person: report.doer,
      deedOn: report.deedOn,
      points: report.points ?? report.proposed,
      named: report.doer !== report.reporter,
      number,
    }))
}

/** What the limits leave of a deed, and the report before it that may be about the same child. */
interface Left extends Limited {
  readonly child: ReportedDeed | null
}

/** What the scheme's limits leave of a deed's points, not counting the report that is being mended; refuses when they leave none. */
export async function limited(doer: Villager, deed: Deed, mending: number | null, context: Context): Promise<Left> {
  const { stores, scheme, speaker, line, reading } = context
  const household = doer.household ?? refuse(texts.noHousehold(doer.person.name))
  const history = await pastDeeds(household.id, mending, { stores })
  const facts = { person: doer.person.id, deedOn: deed.deedOn, points: deed.points, named: doer.person.id !== speaker.person.id }
  const name = deedWord(scheme, deed.item.code, line)
  const child = mending === null ? perhapsSameChild(deed.item, facts, history) : null
  const told = child !== null && reading.settled?.confirmed === true
  if (child && !told) ask(confirmation(texts.anotherChild(name, child.number), texts.isAnother, texts.isSame))
  const left = limitDeed(scheme, told || mending !== null ? forAnotherChild(deed.item) : deed.item, facts, history)
  return left.points === 0 && left.cut ? refuse(texts.limitReached(name, cutText(left.cut, scheme))) : { ...left, child }
}

/** Opens one report for one doer: limits applied, a probable repetition marked, never dropped. */
export async function openReport(doer: Villager, deed: Deed, channel: ReportChannel, origin: Origin, context: Context): Promise<Opened> {
  const { stores, edition, speaker, line, now } = context
  const household = doer.household ?? refuse(texts.noHousehold(doer.person.name))
  await takesPart(household.id, context)
  mayReport(doer, deed, origin, context)
  const left = await limited(doer, deed, null, context)
  const same = await stores.cases.sameDeeds(household.id, deed.item.code, deed.deedOn, deed.deedOn)
  const file = await stores.cases.openReport(
    { edition, subject: household.id, openedBy: speaker.person.id, at: now },
    {
      item: deed.item.code,
      cat: deed.item.cat,
      doer: doer.person.id,
      reporter: speaker.person.id,
      channel,
      deedOn: deed.deedOn,
      quantity: deed.quantity,
      unit: deed.unit,
      text: withoutIncome(deed.item, line, texts.amountLeftOut),
      place: deed.place,
      beneficiary: deed.beneficiary,
      proposed: left.points,
      duplicateOf: left.child?.number ?? same[0]?.number ?? null,
    },
  )
  await stores.origins.keep({ number: file.number, ...origin })
  return {
    file,
    scheme: context.scheme,
    doer,
    deed,
    origin,
    heads: await headsOf(household, context),
    unasked: origin.source !== 'custodian' && !(await anybodyBound(household.id, context)),
    coupons: await couponHints(file, context),
    confidential: isConfidential(context.scheme, deed.item.code),
    tellers: (await tellersOf(file, context)).map(({ id }) => id),
    cut: left.cut ? texts.pointsCut(deed.points, left.points, cutText(left.cut, context.scheme)) : null,
  }
}

/** The card goes to the panel, or to the teller alone. */
const cardsTo = ({ file, tellers }: Opened, text: string): readonly Reply[] =>
  tellers.length === 0 ? [inRoom('panel', text, file.number)] : tellers.map((teller) => privately(teller, text, file.number))

/** The lines that follow opened reports: receipt, cards to the panel, word to those who were reported for. */
export function repliesFor(
  opened: readonly Opened[],
  { photos, marks }: Attached,
  hearsay: Hearsay | null,
  { speaker, room, line, now }: Context,
): readonly Reply[] {
  const view = ({ file, scheme, doer }: Opened, audience: 'villagers' | 'panel' | 'private') => reportView(file, doer, scheme, audience)
  const audience = room === null ? 'private' : 'villagers'
  const [only, second] = opened
  if (!only) return []
  const receipt = second
    ? texts.reportsReceived(
        opened.map((one) => view(one, audience)),
        dateOf(now),
      )
    : texts.reportReceived(
        view(only, audience),
        dateOf(now),
        only.cut ?? (only.deed.item.evidence === 'required' && photos.length === 0 ? texts.sendEvidence(photoMinutes) : null),
      )
  const cards = opened.flatMap((one) =>
    cardsTo(
      one,
      texts.reviewCard(view(one, 'panel'), {
        line: wordsAbout(withoutIncome(one.deed.item, line, texts.amountLeftOut), one.doer.person),
        reporter: one.doer.person.id === speaker.person.id ? null : personName(speaker.person, null, 'panel'),
        duplicateOf: one.file.report.duplicateOf,
        hints: [
          ...(one.deed.range ? [texts.rangeHint(one.deed.range.min, one.deed.range.max)] : []),
          ...(hearsay ? [texts.saidBesides(wordsAbout(hearsay.words, one.doer.person))] : []),
          ...(one.deed.particulars === '' || one.doer.person.minor ? [] : [one.deed.particulars]),
          ...(photos.length > 0 ? [(one.doer.person.minor ? childsPicturesThere : photosThere)(photos.length)] : []),
          ...(one.deed.item.evidence === 'required' && photos.length === 0 ? [texts.evidenceMissing] : []),
          ...(one.heads[0] ? [checkAwaited(one.heads[0].name)] : []),
          ...(one.unasked ? [askWhetherWanted] : []),
          ...one.coupons,
          ...marks,
        ],
        source: one.origin.source,
        how: one.origin.source === 'custodian' ? byFamily : howReported(line, hearsay),
      }),
    ).map((card) => ({ ...(photos[0] && !one.doer.person.minor ? { file: photos[0].media } : {}), ...card })),
  )
  const told = opened
    .filter(({ doer }) => doer.person.id !== speaker.person.id)
    .map((one) => privately(one.doer.person.id, texts.reportedForYou(view(one, 'private'), speaker.person.name), one.file.number))
  const asked = opened.flatMap((one) => one.heads.map(({ id }) => privately(id, checkFirst(view(one, 'panel'), line), one.file.number)))
  const about = second ? undefined : only.file.number
  const quietly = room?.kind === 'villagers' && opened.some(({ confidential }) => confidential)
  const received = quietly ? [here(sentPrivately), privately(speaker.person.id, receipt, about)] : [here(receipt, about)]
  return [...received, ...cards, ...asked, ...told]
}

/** Keeps a good deed that the scheme gives nothing for, for the representatives' meeting. */
export async function keepSuggestion(deed: KnownDeed, { stores, edition, speaker, line, now }: Context): Promise<Reply> {
  const file = await stores.cases.openSuggestion(
    { edition, subject: speaker.household?.id ?? null, openedBy: speaker.person.id, at: now },
    'suggestion',
    deed.cat,
    line,
  )
  return privately(speaker.person.id, texts.notInScheme(deed.name, file.number), file.number)
}
