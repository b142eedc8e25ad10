import { addDays, dateOf, daysOf, monthOf, type LocalDate } from '../../models/dates.ts'
import { refuse } from '../../models/outcome.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import type { Person } from '../../models/village.ts'
import { invitedOn, isCommittee } from '../../rules/people/panel.ts'
import * as texts from '../../texts/review/panel.ts'
import type { Context } from '../command.ts'

/** 「邀请王秀英当本月评议员」 asks somebody in for a month, which is no office for good. */
export const isInvitation = (line: string): boolean => /邀请|特邀|受邀|[本这下]个?月/u.test(line)

/** The days of the month a line speaks of: from today, or the whole of the next one. */
function monthMeant(line: string, now: number): { readonly from: LocalDate; readonly until: LocalDate } {
  const today = dateOf(now)
  const { last } = daysOf(monthOf(today))
  return /下个?月/u.test(line) ? { from: addDays(last, 1), until: daysOf(monthOf(addDays(last, 1))).last } : { from: today, until: last }
}

async function invitable(person: Person, on: LocalDate, { stores }: Context): Promise<boolean> {
  if (person.household === null || person.minor || (await isCommittee(person.id, stores, on))) return false
  return !(await stores.register.rolesOf(person.id, on)).some((role) => ['reviewer', 'supervisor', 'bookkeeper', 'invited'].includes(role))
}

/** 受邀评议员 (XY-5): one or two villagers, asked in anew each month, score beside the fixed ones; a dated grant, never one more than the scheme has. */
export async function inviteScorer(person: Person, context: Context): Promise<readonly Reply[]> {
  const { stores, scheme, speaker, line, now } = context
  const range = scheme.panel?.invited ?? refuse(texts.nobodyInvited)
  const { from, until } = monthMeant(line, now)
  const month = Number(from.slice(5, 7))
  if ((await invitedOn(stores, from)).length >= range.max) return refuse(texts.invitedFull(month, range.max))
  if (!(await invitable(person, from, context))) return refuse(texts.notInvitable(person.name))
  for (const role of ['reviewer', 'invited'] as const)
    await stores.register.grant({ person: person.id, role, scope: 'village', scopeId: null, from, until }, speaker.person.id, now)
  await stores.village.touch()
  return [here(texts.invited(person.name, month)), privately(person.id, texts.invitedForYou(month))]
}
