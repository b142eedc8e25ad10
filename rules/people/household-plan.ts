import type { HouseholdPlan, PlanItem } from '../../models/household-plan.ts'
import { postingLimit } from '../../models/ledger.ts'
import { mainBook } from '../books/books.ts'
import { redLines } from '../checks/red-lines.ts'
import type { Item, Scheme } from '../scheme.ts'

/** What a plan's item, which is printed with its points in notices, may never say (XY-1, XY-3). */
const never = /等靠要|等、靠|懒|好吃|残疾|残障|智障|精神病|低保|五保|特困|贫困|边缘户|救助|患病/u

/** The scheme's own item of that name, of the same sign. */
const namesake = ({ items }: Scheme, { name, points }: PlanItem): Item | undefined =>
  items.find((item) => (item.kind === 'award') === points > 0 && (item.name === name || item.words.includes(name)))

/** A deduction for a household's own habit is as careful as any: evidence, time to mend, two persons, put forward by a reviewer. */
function ownItem({ name, points }: Pick<PlanItem, 'name' | 'points'>, scheme: Scheme): Item {
  const deduction = points < 0
  const rectifyDays = scheme.items.find((item) => item.rectifyDays !== undefined)?.rectifyDays ?? scheme.notice.days
  return {
    code: name,
    cat: 'other',
    kind: deduction ? 'deduction' : 'award',
    name,
    words: [],
    problem: name,
    book: mainBook,
    rate: { kind: 'fixed', points: Math.abs(points) },
    limits: [],
    caps: [],
    evidence: deduction ? 'required' : 'wanted',
    needs: [],
    secondPerson: deduction,
    whoMayReport: deduction ? 'panel' : 'anyone',
    basis: 'panel',
    ...(deduction ? { rectifyDays } : {}),
  }
}

function planned(item: PlanItem, scheme: Scheme): Item {
  const base = namesake(scheme, item) ?? ownItem(item, scheme)
  const limits: Item['limits'] = item.timesAMonth === null ? base.limits : [{ times: item.timesAMonth, per: 'month', of: 'household' }]
  return { ...base, rate: { kind: 'fixed', points: Math.abs(item.points) }, limits }
}

/** The village's scheme as it holds for a household with a plan: what the plan names counts by the plan, the rest as for everybody (XY-3). */
export function withPlan(scheme: Scheme, plan: Pick<HouseholdPlan, 'items'>): Scheme {
  const own = plan.items.map((item) => planned(item, scheme))
  const codes = new Set(own.map(({ code }) => code))
  return { ...scheme, items: [...own, ...scheme.items.filter(({ code }) => !codes.has(code))] }
}

/** Everything a plan may not say, in words; empty when it can be put forward. */
export function planFaults(items: readonly PlanItem[], scheme: Scheme): readonly string[] {
  const lines = redLines({ ...scheme, uses: [], items: items.map((item) => planned(item, scheme)) })
  return [
    ...(items.some(({ points }) => points > 0) ? [] : ['不能只有扣分项，请至少写一项加分（中农发〔2020〕11号）']),
    ...items.flatMap(({ name }) => (never.test(name) ? [`“${name}”会印在公示里，不能写身份、困难和毛病，请换个说法`] : [])),
    ...items.flatMap(({ name, points }) =>
      points === 0 || Math.abs(points) > postingLimit.point ? [`“${name}”的分值要在1到${String(postingLimit.point)}之间`] : [],
    ),
    ...items.flatMap(({ name }, index) => (items.findIndex((one) => one.name === name) < index ? [`“${name}”写了两次，请并成一项`] : [])),
    ...lines.filter(({ level }) => level === 'error').map(({ message }) => message),
  ]
}

/** The item of a plan that a line names, the longest name first: a plan's own words are not in the village's vocabulary. */
export const planItemIn = (plan: Pick<HouseholdPlan, 'items'>, line: string): PlanItem | undefined =>
  plan.items
    .filter(({ name, points }) => points > 0 && line.includes(name))
    .toSorted((one, other) => other.name.length - one.name.length)[0]
