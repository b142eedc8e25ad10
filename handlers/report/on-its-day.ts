import { dateOf, type LocalDate } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { itemOf } from '../../rules/catalogue.ts'
import { itemNotYet } from '../../texts/report/report.ts'
import type { Context } from '../command.ts'

/** 做的那天的办法: the context with the edition that was in force on the day of a deed, whenever it is spoken of (MIN-2). */
export async function onItsDay(day: LocalDate, context: Context): Promise<Context> {
  const { stores, edition, schemeOf } = context
  const then = await stores.schemes.inForce(day)
  // of two editions that begin together the later one holds, for the days before them too
  const found = then.effectiveFrom > day ? await stores.schemes.inForce(then.effectiveFrom) : then
  return found.edition === edition ? context : { ...context, edition: found.edition, scheme: await schemeOf(found.edition) }
}

/** The same for a report, whose day may not be said; refuses an item that the scheme of that day did not have yet: no other is taken for it. */
export async function reportedOn(date: LocalDate | null | undefined, context: Context): Promise<Context> {
  const { reading, scheme, now } = context
  const day = date ?? dateOf(now)
  if (day >= dateOf(now)) return context
  const then = await onItsDay(day, context)
  const code = reading.settled?.item ?? reading.matched?.[0]
  const meant = code === undefined ? undefined : itemOf(scheme, code)
  return meant && !itemOf(then.scheme, meant.code) ? refuse(itemNotYet(meant.name, day)) : then
}
