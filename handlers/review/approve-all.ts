import type { ReportCase } from '../../models/case.ts'
import type { Slots } from '../../models/intent.ts'
import { ask, refuse } from '../../models/outcome.ts'
import { itemOf } from '../../rules/catalogue.ts'
import { listLines, questionMinutes } from '../../rules/dialogue.ts'
import { isProven } from '../../rules/proof.ts'
import * as texts from '../../texts/review/batch.ts'
import type { ReportView } from '../../texts/report/report.ts'
import { reviewersOnly } from '../../texts/review/review.ts'
import { viewReport } from '../case-view.ts'
import { command, type Context } from '../command.ts'
import { approveCase } from './approve.ts'
import { decideEach, foundCase } from './decide-cases.ts'
import { isAside, numbersOf, pendingFor } from './target.ts'

/** The reports an exception names, by number or by whoever did the deed; one that names nobody is asked about, never passed over. */
async function excepted(waiting: readonly ReportCase[], except: readonly string[], { stores }: Context): Promise<ReadonlySet<number>> {
  const numbers = new Set(numbersOf(except))
  for (const name of except.filter((one) => !one.startsWith('#'))) {
    const named = await stores.register.named(name)
    const theirs = waiting.filter(({ report, subject }) => named.some(({ id, household }) => report.doer === id || household === subject))
    if (theirs.length === 0) refuse(texts.exceptWhom(name))
    for (const { number } of theirs) numbers.add(number)
  }
  return numbers
}

interface Sorted {
  readonly ready: readonly ReportCase[]
  /** somebody has to see the original first */
  readonly proof: readonly number[]
  readonly aside: readonly number[]
}

async function sorted(waiting: readonly ReportCase[], { stores, speaker, schemeOf }: Context): Promise<Sorted> {
  const ready: ReportCase[] = []
  const proof: number[] = []
  const aside: number[] = []
  for (const file of waiting) {
    const item = itemOf(await schemeOf(file.edition), file.report.item)
    if (isAside(await stores.cases.decisions(file.number), speaker.person.id)) aside.push(file.number)
    else if (item?.evidence === 'required' && !isProven(await stores.cases.evidence(file.number), file.report)) proof.push(file.number)
    else ready.push(file)
  }
  return { ready, proof, aside }
}

async function askFirst(slots: Slots, context: Context): Promise<never> {
  const waiting = await pendingFor(context)
  const without = await excepted(waiting, slots.except ?? [], context)
  const { ready, proof, aside } = await sorted(
    waiting.filter(({ number }) => !without.has(number)),
    context,
  )
  const listed = ready.slice(0, listLines)
  if (listed.length === 0) return refuse(texts.nothingToApprove)
  const views: ReportView[] = []
  for (const file of listed) views.push(await viewReport(file, 'panel', context))
  const leftOut = [
    ...(proof.length > 0 ? [texts.leftForProof(proof)] : []),
    ...(aside.length > 0 ? [texts.leftAside(aside)] : []),
    ...(ready.length > listed.length ? [texts.leftOver(ready.length - listed.length)] : []),
  ]
  return ask({
    about: 'confirmed',
    text: texts.approveAllSure(views, leftOut),
    // what comes in until the answer was not on the list, so the list goes with the yes
    options: [
      { label: texts.allYes, settles: { confirmed: true }, slots: { target: listed.map(({ number }) => `#${String(number)}`) } },
      { label: texts.allNo, settles: { confirmed: false } },
    ],
    free: null,
    minutes: questionMinutes,
  })
}

/** 全部通过: approves what waits for this reviewer after showing the list; each case for itself, nothing that came later. */
export const approveAll = command({
  intent: 'approve_all',
  words: ['全部通过', '都同意'],
  examples: ['都同意', '除了李长顺那条，其他都同意', '除了1001，其他都通过'],
  role: 'reviewer',
  refusal: reviewersOnly,
  help: '都同意（先列清单再确认）',
  async handle(slots, context) {
    const { room, addressed, reading } = context
    if (room !== null && room.kind !== 'panel' && !addressed) return []
    if (!reading.settled?.confirmed) return askFirst(slots, context)
    const decidings = numbersOf(slots.target).map((number) => ({
      number,
      carryOut: async (own: Context) => approveCase(await foundCase(number, own), {}, own),
    }))
    return decideEach(decidings, context)
  },
})
