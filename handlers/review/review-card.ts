import type { ReportCase } from '../../models/case.ts'
import { inRoom, type Reply } from '../../models/reply.ts'
import { itemOf } from '../../rules/catalogue.ts'
import { isProven } from '../../rules/proof.ts'
import { personName, wordsAbout } from '../../texts/name.ts'
import { childsPicturesThere, photosThere } from '../../texts/report/photo.ts'
import { byFamily } from '../../texts/report/hearsay.ts'
import { checked } from '../../texts/review/panel.ts'
import * as texts from '../../texts/report/report.ts'
import { viewReport } from '../case-view.ts'
import type { Context } from '../command.ts'
import { schemeOfCase } from '../household/planned.ts'
import { couponHints } from './coupon-hint.ts'

/** A card's words and its first picture. */
export interface Card {
  readonly text: string
  readonly file: string | null
}

/** The card of a report as it stands now, to be answered by quoting it; `note` says why it comes again (更正, 已补充), `hints` what to look at. */
export async function cardOf(
  file: ReportCase,
  note: string | null,
  hints: readonly string[],
  { stores, schemeOf }: Pick<Context, 'stores' | 'schemeOf'>,
): Promise<Card> {
  const { report } = file
  const evidence = await stores.cases.evidence(file.number)
  const photos = evidence.filter(({ kind }) => kind === 'photo')
  const item = itemOf(await schemeOfCase(file, { stores, schemeOf }), report.item)
  const origin = await stores.origins.of(file.number)
  const check = await stores.origins.checkOf(file.number)
  const checker = check && (await stores.register.person(check.by))
  const doer = await stores.register.person(report.doer)
  const reporter = report.reporter === report.doer ? null : await stores.register.person(report.reporter)
  const rate = item?.rate
  const text = texts.reviewCard(await viewReport(file, 'panel', { stores, schemeOf }), {
    line: wordsAbout(report.text, doer),
    reporter: reporter && personName(reporter, null, 'panel'),
    duplicateOf: report.duplicateOf,
    note,
    source: origin?.source ?? null,
    ...(origin?.source === 'custodian' ? { how: byFamily } : {}),
    hints: [
      ...(rate?.kind === 'ranged' ? [texts.rangeHint(rate.min, rate.max)] : []),
      ...evidence.flatMap((one) => (one.kind === 'text' && one.text !== null ? [texts.saidBesides(wordsAbout(one.text, doer))] : [])),
      ...(photos.length > 0 ? [(doer?.minor ? childsPicturesThere : photosThere)(photos.length)] : []),
      ...(check && checker ? [checked(checker.name, check.good, check.reason)] : []),
      ...(item?.evidence === 'required' && !isProven(evidence, report) ? [texts.evidenceMissing] : []),
      ...(await couponHints(file, { stores, schemeOf })),
      ...hints,
    ],
  })
  return { text, file: doer?.minor ? null : (photos[0]?.media ?? null) }
}

/** The card for the panel's room. */
export const cardInPanel = (number: number, { text, file }: Card): Reply => ({
  ...inRoom('panel', text, number),
  ...(file === null ? {} : { file }),
})
