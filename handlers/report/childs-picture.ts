import type { Photo, ReportCase } from '../../models/case.ts'
import { dateOf } from '../../models/dates.ts'
import { privately, type Reply } from '../../models/reply.ts'
import * as texts from '../../texts/report/photo.ts'
import type { Context } from '../command.ts'

/** Was it a child who did the deed? Then no room reads of it or sees it. */
export const isChilds = async ({ report }: ReportCase, { stores }: Pick<Context, 'stores'>): Promise<boolean> =>
  (await stores.register.person(report.doer))?.minor ?? false

/** A child's pictures are shown in no room (PIPL 31): the reviewers who may decide the case get them in private. */
export async function picturesInPrivate(
  { number, subject }: ReportCase,
  photos: readonly Photo[],
  { stores, now }: Pick<Context, 'stores' | 'now'>,
): Promise<readonly Reply[]> {
  const reviewers = (await stores.register.holders('reviewer', dateOf(now))).filter(({ household }) => household !== subject)
  return photos.flatMap(({ media }) => reviewers.map(({ id }) => ({ ...privately(id, texts.childsPicture(number), number), file: media })))
}
