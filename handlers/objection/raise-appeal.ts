import type { CaseFile } from '../../models/case.ts'
import type { Slots } from '../../models/intent.ts'
import { refuse } from '../../models/outcome.ts'
import type { Reply } from '../../models/reply.ts'
import { appealWhat } from '../../texts/objection/deduction.ts'
import { noSuchCase } from '../../texts/review/review.ts'
import { appealBar } from '../bar/decide-bar.ts'
import { command, type Context } from '../command.ts'
import { appealDeduction } from '../deduction/appeal-deduction.ts'
import { numbersOf } from '../review/target.ts'
import { appealObjection } from './appeal-objection.ts'
import { appealReport } from './appeal-report.ts'

/** The household's own deduction when the line names none and only one is under way. */
async function ownDeduction({ stores, speaker }: Context): Promise<CaseFile> {
  const open = await stores.cases.inStates('deduction', ['rectifying', 'decided'])
  const own = open.filter(({ subject }) => subject !== null && subject === speaker.household?.id)
  const [only, other] = own
  return only && !other ? only : refuse(appealWhat)
}

async function targetOf(slots: Slots, context: Context): Promise<CaseFile> {
  const [number] = numbersOf(slots.target)
  if (number === undefined) return ownDeduction(context)
  return (await context.stores.cases.find(number)) ?? refuse(noSuchCase(number))
}

/** 申诉: against a rejection, the answer to an objection, or a deduction; also how a household says that it has mended things. */
export const raiseAppeal = command({
  intent: 'appeal',
  words: ['申诉'],
  examples: ['申诉 #1001 那天我在场', '整改好了，来复查吧'],
  role: 'villager',
  help: '申诉 #1001 原因',
  async handle(slots, context): Promise<readonly Reply[]> {
    const { stores } = context
    const file = await targetOf(slots, context)
    if (file.kind === 'deduction') {
      const deduction = (await stores.cases.deduction(file.number)) ?? refuse(noSuchCase(file.number))
      return appealDeduction(deduction, slots.kind === 'rectified', context)
    }
    if (file.kind === 'objection') {
      return appealObjection((await stores.cases.objection(file.number)) ?? refuse(noSuchCase(file.number)), context)
    }
    if (file.kind === 'bar') return appealBar(file, context)
    if (file.kind !== 'report') return refuse(appealWhat, file.number)
    return appealReport((await stores.cases.report(file.number)) ?? refuse(noSuchCase(file.number)), context)
  },
})
