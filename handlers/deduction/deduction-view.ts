import type { DeductionCase } from '../../models/case.ts'
import { dateOf } from '../../models/dates.ts'
import { privately, type Reply } from '../../models/reply.ts'
import type { Person } from '../../models/village.ts'
import { itemOf } from '../../rules/catalogue.ts'
import type { DeductionView } from '../../texts/objection/deduction.ts'
import type { Context } from '../command.ts'

/** A deduction as private texts speak of it, with the full name: it is never said in a room. */
export async function viewDeduction(
  { number, edition, deduction }: DeductionCase,
  { stores, schemeOf }: Pick<Context, 'stores' | 'schemeOf'>,
): Promise<DeductionView> {
  const doer = await stores.register.person(deduction.doer)
  return {
    number,
    who: doer?.name ?? '一户',
    item: itemOf(await schemeOf(edition), deduction.item)?.name ?? deduction.item,
    points: deduction.points,
    deedOn: deduction.deedOn,
    seen: deduction.text,
  }
}

/** Who of the household hears of it: the person it is about, unless a child, and the head. */
export async function heardBy({ subject, deduction }: DeductionCase, { stores }: Pick<Context, 'stores'>): Promise<readonly string[]> {
  const doer = await stores.register.person(deduction.doer)
  const head = subject === null ? null : ((await stores.register.household(subject))?.head ?? null)
  return [...new Set([...(doer && !doer.minor ? [doer.id] : []), ...(head === null ? [] : [head])])]
}

/** A line to everybody of the household who hears of it. */
export async function toHousehold(file: DeductionCase, text: string, context: Pick<Context, 'stores'>): Promise<readonly Reply[]> {
  return (await heardBy(file, context)).map((person) => privately(person, text, file.number))
}

/** Reviewers of other households than the one concerned. */
export async function reviewersFor(
  { subject }: DeductionCase,
  { stores, now }: Pick<Context, 'stores' | 'now'>,
): Promise<readonly Person[]> {
  const reviewers = await stores.register.holders('reviewer', dateOf(now))
  return reviewers.filter(({ household }) => household === null || household !== subject)
}

/** True when the reviewer is neither the proposer nor of the proposer's household. */
export async function isSecond({ deduction }: DeductionCase, reviewer: Person, { stores }: Pick<Context, 'stores'>): Promise<boolean> {
  if (deduction.proposedBy === reviewer.id) return false
  const proposer = await stores.register.person(deduction.proposedBy)
  return !proposer?.household || proposer.household !== reviewer.household
}
