import type { ReportCase } from '../../models/case.ts'
import type { Slots } from '../../models/intent.ts'
import { refuse } from '../../models/outcome.ts'
import type { Dividend } from '../../models/share.ts'
import type { Person } from '../../models/village.ts'
import { isAboutDividend, planLine } from '../../texts/periods/dividend.ts'
import { type Objectable, objectWhat } from '../../texts/objection/objection.ts'
import { caseLine } from '../../texts/report/report.ts'
import { noSuchCase } from '../../texts/review/review.ts'
import { viewReport } from '../case-view.ts'
import type { Context } from '../command.ts'
import { numbersOf } from '../review/target.ts'

/** What an objection is against, as the panel reads it. */
export interface Objected {
  readonly number: number
  readonly state: string
  readonly words: string
  /** null when it is no report but 分配方案 */
  readonly report: ReportCase | null
}

/** The one noticed report of the person the objection names, when there is exactly one. */
async function noticedOf(slots: Slots, { stores }: Context): Promise<ReportCase | null> {
  const [name] = slots.who?.filter((one) => one !== null && one !== 'self') ?? []
  if (name === undefined || name === null) return null
  const [person, other] = await stores.register.named(name)
  if (!person || other) return null
  const theirs = (await stores.cases.reportsInStates(['in-notice'])).filter(
    ({ report }) => report.doer === person.id && (slots.cat === undefined || report.cat === slots.cat),
  )
  return theirs.length === 1 ? (theirs[0] ?? null) : null
}

/** The plan that alone stands in notice, when the words are about one. */
async function planInWords({ stores, line }: Context): Promise<Dividend | null> {
  if (!isAboutDividend(line)) return null
  const [only, other] = await stores.shares.endedBy(Number.MAX_SAFE_INTEGER)
  return only && !other ? only : null
}

/** 分配方案 in the words of a case: in notice, booked, or taken back. */
const planStates = { notice: 'in-notice', booked: 'booked', stopped: 'withdrawn' } as const

const inReport = async (report: ReportCase, context: Context): Promise<Objected> => ({
  number: report.number,
  state: report.state,
  words: caseLine(await viewReport(report, 'panel', context)),
  report,
})

const inPlan = (plan: Dividend): Objected => ({ number: plan.number, state: planStates[plan.state], words: planLine(plan), report: null })

/** The report or 分配方案 under a number; null when there is neither. */
export async function objectedAt(number: number, context: Context): Promise<Objected | null> {
  const { stores } = context
  const report = await stores.cases.report(number)
  if (report) return inReport(report, context)
  const plan = await stores.shares.dividend(number)
  return plan && inPlan(plan)
}

/**
 * What a line objects to: the report or 分配方案 of its number; without one what its words mean, or null when they name nothing. Refuses a
 * number that nothing to object to stands under.
 */
export async function objectedBy(slots: Slots, context: Context): Promise<Objected | null> {
  const [number] = numbersOf(slots.target)
  if (number !== undefined) {
    if (!(await context.stores.cases.find(number))) return refuse(noSuchCase(number))
    return (await objectedAt(number, context)) ?? refuse(objectWhat)
  }
  const report = await noticedOf(slots, context)
  if (report) return inReport(report, context)
  const plan = await planInWords(context)
  return plan && inPlan(plan)
}

/** Whose deed it is about; null for a plan or for nothing. */
export const doerOf = async (target: Objected | null, { stores }: Pick<Context, 'stores'>): Promise<Person | null> =>
  target?.report ? stores.register.person(target.report.report.doer) : null

/** Which answers there are to an objection. */
export function objectableOf(target: Objected | null): Objectable {
  if (target === null) return 'nothing'
  return target.report ? 'report' : 'plan'
}
