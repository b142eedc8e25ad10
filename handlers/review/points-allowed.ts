import type { ReportCase } from '../../models/case.ts'
import { refuse } from '../../models/outcome.ts'
import { itemOf } from '../../rules/catalogue.ts'
import { limitDeed } from '../../rules/rates/limits.ts'
import type { Item, Scheme } from '../../rules/scheme.ts'
import { boundsOf } from '../../rules/rates/sections.ts'
import * as texts from '../../texts/review/review.ts'
import type { Context } from '../command.ts'
import { schemeOfCase } from '../household/planned.ts'
import { pastDeeds } from '../report/open-report.ts'

/** Between what and what a reviewer may set the points: by the item's range, its heading's bounds (GY-4) and the scheme's own measure. */
function rangeOf(file: ReportCase, item: Item, scheme: Scheme): { readonly min: number; readonly max: number } {
  if (item.rate.kind === 'ranged') return item.rate
  const { least = 1, most } = boundsOf(scheme, item)
  const max = Math.max(scheme.review.mostByReviewer, file.report.proposed)
  // what a cap has cut may lie below the least that a whole deed is worth
  return { min: Math.min(least, file.report.proposed), max: most === undefined ? max : Math.min(max, most) }
}

/** The points a reviewer may give a report: as proposed, or as the reviewer says within the item's range and the household's limits. */
export async function approvedPoints(file: ReportCase, points: number | undefined, context: Context): Promise<number> {
  const { report, subject, number } = file
  if (points === undefined) return report.proposed
  const scheme = await schemeOfCase(file, context)
  const item = itemOf(scheme, report.item)
  if (!item) return points
  const { min, max } = rangeOf(file, item, scheme)
  if (points < min || points > max || !Number.isInteger(points)) return refuse(texts.pointsOutOfRange(min, max), number)
  if (points <= report.proposed || subject === null) return points
  const history = await pastDeeds(subject, number, context)
  const left = limitDeed(scheme, item, { person: report.doer, deedOn: report.deedOn, points }, history)
  return left.points === points ? points : refuse(texts.pointsOutOfRange(min, Math.max(left.points, report.proposed)), number)
}
