import { firstNumber } from '../../models/case.ts'
import type { CaseFile } from '../../models/case.ts'
import type { Slots } from '../../models/intent.ts'
import { Asking, refuse, Refusal } from '../../models/outcome.ts'
import { privately, type Reply } from '../../models/reply.ts'
import { Overtaken } from '../../models/stores/store-errors.ts'
import * as batchTexts from '../../texts/review/batch.ts'
import * as texts from '../../texts/review/review.ts'
import type { Context } from '../command.ts'
import { lastList } from './last-list.ts'
import { mergeReplies } from './merge-replies.ts'
import { casesMeant, numbersOf } from './target.ts'

/** One decision of several: the case it is about and what carries it out. */
export interface Deciding {
  readonly number: number
  carryOut(context: Context): Promise<readonly Reply[]>
}

function failureOf(error: unknown, number: number): string {
  if (error instanceof Refusal) return error.text
  if (error instanceof Overtaken) return texts.overtaken(error.number)
  if (error instanceof Asking) return batchTexts.decideAlone(number, error.question.text)
  throw error
}

/** An answer that was given for the whole list says nothing about a single case's evidence. */
function unconfirmed(context: Context): Context {
  const { settled, ...reading } = context.reading
  const { confirmed: _confirmed, ...others } = settled ?? {}
  return { ...context, reading: { ...reading, settled: others } }
}

/** Carries several decisions out, each for itself: the good ones stand and are echoed together, the others are told to the reviewer alone. */
export async function decideEach(decidings: readonly Deciding[], context: Context): Promise<readonly Reply[]> {
  const done: Reply[] = []
  const failed: string[] = []
  for (const { number, carryOut } of decidings) {
    try {
      done.push(...(await context.stores.attempt(() => carryOut(unconfirmed(context)))))
    } catch (error) {
      failed.push(failureOf(error, number))
    }
  }
  if (done.length === 0) return refuse([...new Set(failed)].join('\n'))
  return mergeReplies([...done, ...failed.map((text) => privately(context.speaker.person.id, text))])
}

/** The number a reviewer means: a small one is a place in the last list sent to them. */
export function caseNumber(said: number, list: readonly number[]): number {
  return said < firstNumber ? (list[said - 1] ?? said) : said
}

/** Finds a case, or refuses with a sentence that says which number is wrong. */
export const foundCase = async (number: number, { stores }: Pick<Context, 'stores'>): Promise<CaseFile> =>
  (await stores.cases.find(number)) ?? refuse(texts.noSuchCase(number))

/** Decides the cases a line means: one by one as ever, several each for itself. */
export async function decideMeant(
  slots: Slots,
  context: Context,
  verdict: (file: CaseFile, slots: Slots, context: Context) => Promise<readonly Reply[]>,
): Promise<readonly Reply[]> {
  const said = numbersOf(slots.target)
  const list = said.some((number) => number < firstNumber) ? await lastList(context) : []
  const numbers = said.map((number) => caseNumber(number, list))
  if (numbers.length > 1) {
    const decidings = numbers.map((number) => ({
      number,
      carryOut: async (own: Context) => verdict(await foundCase(number, own), slots, own),
    }))
    return decideEach(decidings, context)
  }
  const target = numbers.map((number) => `#${String(number)}`)
  const files = await casesMeant(target.length === 0 ? slots : { ...slots, target }, context)
  const replies: Reply[] = []
  for (const file of files) replies.push(...(await verdict(file, slots, context)))
  return replies
}
