import type { DeductionCase } from '../../models/case.ts'
import { dateOf } from '../../models/dates.ts'
import { inRoom, privately, type Reply } from '../../models/reply.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { itemOf } from '../../rules/catalogue.ts'
import { dueAfter, recheckReminderDays } from '../../rules/deadlines.ts'
import * as texts from '../../texts/objection/deduction.ts'
import { bookDeduction } from './book-deduction.ts'
import type { JobContext } from '../job.ts'

/** What deadlines did: the lines, how many cases they were about, and which could not be carried out, with why. */
export interface Closed {
  readonly replies: readonly Reply[]
  readonly done: number
  readonly stuck: readonly { readonly number: number; readonly why: string }[]
}

async function viewOf(file: DeductionCase, { stores, schemeOf }: JobContext): Promise<texts.DeductionView> {
  const { number, edition, deduction } = file
  const doer = await stores.register.person(deduction.doer)
  const item = itemOf(await schemeOf(edition), deduction.item)?.name ?? deduction.item
  return { number, who: doer?.name ?? '一户', item, points: deduction.points, deedOn: deduction.deedOn, seen: deduction.text }
}

async function dueDeductions(state: string, { stores, now }: JobContext): Promise<readonly DeductionCase[]> {
  const due: DeductionCase[] = []
  for (const { number } of await stores.cases.dueBy('deduction', [state], now)) {
    const file = await stores.cases.deduction(number)
    if (file) due.push(file)
  }
  return due
}

/** Of the household: the person it is about, unless a child, and the head. */
async function householdOf({ subject, deduction }: DeductionCase, { register }: Stores): Promise<readonly string[]> {
  const doer = await register.person(deduction.doer)
  const head = subject === null ? null : ((await register.household(subject))?.head ?? null)
  return [...new Set([...(doer && !doer.minor ? [doer.id] : []), ...(head === null ? [] : [head])])]
}

/** 复查: on the day the reviewers of other households are asked to look, each in private; the room reads a number. */
export async function remindRechecks(context: JobContext): Promise<Closed> {
  const { stores, now } = context
  const due = await dueDeductions('rectifying', context)
  const replies: Reply[] = []
  for (const file of due) {
    const { number, subject, deduction } = file
    const view = await viewOf(file, context)
    const proposer = await stores.register.person(deduction.proposedBy)
    const home = proposer?.household ?? deduction.proposedBy
    replies.push(inRoom('panel', texts.cardSent(number), number))
    for (const { id, household } of await stores.register.holders('reviewer', dateOf(now))) {
      if (subject !== null && household === subject) continue
      const second = id !== deduction.proposedBy && household !== home
      replies.push(privately(id, texts.recheckCard(view, second), number))
    }
    await stores.cases.setDue(number, dueAfter(dateOf(now), recheckReminderDays - 1))
  }
  return { replies, done: due.length, stuck: [] }
}

/** 扣分入账: deductions whose appeal window has closed, each in a savepoint; the household hears of it in private. */
export async function closeAppeals(context: JobContext): Promise<Closed> {
  const { stores, schemeOf, now } = context
  const replies: Reply[] = []
  const stuck: { readonly number: number; readonly why: string }[] = []
  let done = 0
  for (const file of await dueDeductions('decided', context)) {
    const scheme = await schemeOf(file.edition)
    try {
      const taken = await stores.attempt(() => bookDeduction(file, scheme, stores, now))
      const text = texts.bookedForYou(await viewOf(file, context), taken)
      for (const person of await householdOf(file, stores)) replies.push(privately(person, text, file.number))
      done += 1
    } catch (error) {
      stuck.push({ number: file.number, why: error instanceof Error ? error.message : String(error) })
    }
  }
  return { replies, done, stuck }
}
