import type { ReportOrigin, Source } from '../../models/origin.ts'
import { dateOf } from '../../models/dates.ts'
import { holdsRole, type Context } from '../command.ts'
import type { Villager } from '../people.ts'
import type { Hearsay } from './hearsay.ts'

/** Where a report came from, before it has a number. */
export type Origin = Omit<ReportOrigin, 'number'>

/** How the deed of a doer came to be known, by who speaks and what the line says of it (GY-7). */
function sourceOf(doer: Villager, hearsay: Hearsay | null, { speaker, line }: Context): Source {
  if (/群众反映|有人反映|大家(?:都)?(?:说|反映)|群众(?:都)?说/u.test(line)) return 'public'
  if (hearsay) return 'official'
  if (doer.person.id === speaker.person.id || doer.household?.id === speaker.household?.id) return 'self'
  if (/评荐|推荐|举荐|表扬/u.test(line)) return 'recommended'
  return holdsRole(speaker.roles, 'reviewer') ? 'panel' : 'proxy'
}

/** The origin of a doer's report: a custodian's counts as made by the family (XY-4), and a plan's version stays with the case (XY-3). */
export async function originOf(doer: Villager, plan: number | null, hearsay: Hearsay | null, context: Context): Promise<Origin> {
  const { stores, speaker, now } = context
  const custody = doer.person.id === speaker.person.id ? null : await stores.custody.of(doer.person.id, dateOf(now))
  if (custody?.custodian === speaker.person.id) return { source: 'custodian', plan, custody: custody.id }
  return { source: sourceOf(doer, hearsay, context), plan, custody: null }
}
