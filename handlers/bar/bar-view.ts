import type { BarCase } from '../../models/bar.ts'
import { dateOf } from '../../models/dates.ts'
import { here, privately, type Reply } from '../../models/reply.ts'
import type { Person } from '../../models/village.ts'
import type { BarView } from '../../texts/objection/bar.ts'
import { sentPrivately } from '../../texts/report/report.ts'
import type { Context } from '../command.ts'

/** A bar as private texts speak of it, with the full name: it is never said in a room. */
export async function viewBar(
  { number, edition, bar }: BarCase,
  { stores, schemeOf }: Pick<Context, 'stores' | 'schemeOf'>,
): Promise<BarView> {
  const doer = await stores.register.person(bar.doer)
  const veto = (await schemeOf(edition)).vetoes.find(({ code }) => code === bar.code)
  return { number, ground: bar.ground, who: doer?.name ?? '一户', what: veto?.name ?? '', seen: bar.text }
}

/** A line to those of the household who hear of it: the person it is about, unless a child, and the head. */
export async function toBarred(
  { number, subject, bar }: BarCase,
  text: string,
  { stores }: Pick<Context, 'stores'>,
): Promise<readonly Reply[]> {
  const doer = await stores.register.person(bar.doer)
  const head = subject === null ? null : ((await stores.register.household(subject))?.head ?? null)
  const heard = new Set([...(doer && !doer.minor ? [doer.id] : []), ...(head === null ? [] : [head])])
  return [...heard].map((person) => privately(person, text, number))
}

/** Answers a reviewer in private, whatever the room: it is nobody else's business. */
export const toDecider = (number: number, text: string, { speaker, room }: Context): readonly Reply[] => [
  ...(room === null ? [] : [here(sentPrivately)]),
  privately(speaker.person.id, text, number),
]

/** Reviewers of neither the household concerned nor the proposer's. */
export async function secondsFor({ subject, bar }: BarCase, { stores, now }: Pick<Context, 'stores' | 'now'>): Promise<readonly Person[]> {
  const proposer = await stores.register.person(bar.proposedBy)
  const homes = [subject, proposer?.household ?? null].filter((home) => home !== null)
  const reviewers = await stores.register.holders('reviewer', dateOf(now))
  return reviewers.filter(({ id, household }) => id !== bar.proposedBy && (household === null || !homes.includes(household)))
}
