import type { DeductionCase } from '../../models/case.ts'
import { refuse } from '../../models/outcome.ts'
import * as texts from '../../texts/objection/deduction.ts'
import { noSuchCase, reviewersOnly } from '../../texts/review/review.ts'
import { command, type Context } from '../command.ts'
import { personNamed } from '../people.ts'
import { numbersOf } from '../review/target.ts'
import { dropDeduction } from './decide-deduction.ts'

async function rectifyingOf(name: string, context: Context): Promise<DeductionCase> {
  const { stores, reading } = context
  const { household } = await personNamed(stores, name, reading.settled)
  const open = (await stores.cases.inStates('deduction', ['rectifying'])).filter(({ subject }) => subject === household?.id)
  const [only, other] = open
  if (!only || other) return refuse(texts.whichRectification(open.map(({ number }) => number)))
  return (await stores.cases.deduction(only.number)) ?? refuse(noSuchCase(only.number))
}

/** 整改好了: a reviewer has looked and it is mended; nothing is taken. */
export const closeRectification = command({
  intent: 'rectify_close',
  words: ['整改好了'],
  examples: ['马玉芬整改好了', '#1001整改好了'],
  role: 'reviewer',
  refusal: reviewersOnly,
  help: '#1001整改好了',
  async handle(slots, context) {
    const [number] = numbersOf(slots.target)
    const [name] = slots.who?.filter((one) => one !== null && one !== 'self') ?? []
    if (number !== undefined) {
      const file = (await context.stores.cases.deduction(number)) ?? refuse(texts.notADeduction(number))
      return dropDeduction(file, texts.mended, context)
    }
    if (name === undefined || name === null) return refuse(texts.whichRectification([]))
    return dropDeduction(await rectifyingOf(name, context), texts.mended, context)
  },
})
