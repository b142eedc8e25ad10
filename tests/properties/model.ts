import { dateOf, instantOf, addDays } from '../../models/dates.ts'
import { holidays } from '../../rules/holidays.ts'
import { noticeWindow } from '../../rules/window.ts'
import { trainingVillage } from '../../web/sandbox/training-village.ts'

/** A report as the model remembers it. */
export interface ModelReport {
  readonly kind: 'report'
  readonly number: number
  readonly household: string
  readonly item: string
  readonly book: 'main' | 'honour'
  readonly doer: string
  readonly reporter: string
  readonly deedOn: string
  readonly proposed: number
  readonly duplicateOf: number | null
  points: number | null
  state: 'pending' | 'in-notice' | 'objected' | 'booked' | 'rejected' | 'withdrawn' | 'reversed'
  endsAt: number | null
}

/** An objection as the model remembers it. */
export interface ModelObjection {
  readonly kind: 'objection'
  readonly number: number
  readonly by: string
  readonly household: string | null
  readonly target: number | null
  readonly openedOn: string
  state: 'open' | 'maintained' | 'corrected' | 'reversed'
}

/** A word of a reviewer on a report. */
export interface ModelDecision {
  readonly by: string
  readonly number: number
  readonly verdict: 'approve' | 'reject' | 'answer'
  readonly at: number
  revoked: boolean
}

/** What the village should be after everything that was said: small, without rooms, texts or tables. */
export interface Model {
  readonly cases: Map<number, ModelReport | ModelObjection>
  readonly decisions: ModelDecision[]
}

export const emptyModel = (): Model => ({ cases: new Map(), decisions: [] })

const sheet = trainingVillage()

const personOf = (id: string) => sheet.people.find((person) => person.id === id)

/** A person's household id as the register has it; null for who lives in none, or is nobody. */
export function householdOf(id: string): string | null {
  const number = personOf(id)?.household ?? null
  return number === null ? null : `household-${String(number)}`
}

export const isBound = (id: string): boolean => personOf(id)?.bound ?? false

export const isReviewer = (id: string): boolean => personOf(id)?.roles.includes('reviewer') ?? false

interface Rule {
  readonly times?: number
  readonly points?: number
  readonly per: 'day' | 'month' | 'year'
  readonly of: 'household' | 'person'
}

/** One deed of the scheme, written down a second time from the village's agreement. */
export interface ModelDeed {
  readonly item: string
  readonly book: 'main' | 'honour'
  readonly words: (quantity: number) => string
  readonly points: (quantity: number) => number
  readonly range: { readonly min: number; readonly max: number }
  readonly rules: readonly Rule[]
}

const byReviewer = { min: 1, max: 10 }

export const deeds = {
  sweep: {
    item: 'sweep-road',
    book: 'main',
    words: (hours) => `扫路 ${String(hours)}小时`,
    points: (hours) => (hours > 8 ? 0 : 2 * hours),
    range: byReviewer,
    rules: [
      { times: 4, per: 'day', of: 'household' },
      { points: 8, per: 'day', of: 'household' },
    ],
  },
  visit: {
    item: 'visit-elder',
    book: 'main',
    words: () => '看望老人',
    points: () => 2,
    range: byReviewer,
    rules: [
      { times: 2, per: 'day', of: 'person' },
      { points: 20, per: 'month', of: 'household' },
    ],
  },
  help: {
    item: 'help-neighbor',
    book: 'main',
    words: () => '邻里互助',
    points: () => 3,
    range: { min: 2, max: 5 },
    rules: [
      { times: 2, per: 'day', of: 'person' },
      { points: 20, per: 'month', of: 'household' },
    ],
  },
  volunteer: {
    item: 'volunteer',
    book: 'main',
    words: () => '志愿服务',
    points: () => 3,
    range: byReviewer,
    rules: [{ times: 1, per: 'day', of: 'person' }],
  },
  donate: {
    item: 'donate',
    book: 'honour',
    words: () => '捐款',
    points: () => 2,
    range: byReviewer,
    rules: [{ points: 4, per: 'year', of: 'household' }],
  },
  yard: {
    item: 'own-yard',
    book: 'main',
    words: () => '庭院清洁',
    points: () => 2,
    range: byReviewer,
    rules: [{ times: 2, per: 'month', of: 'household' }],
  },
} as const satisfies Record<string, ModelDeed>

export type DeedName = keyof typeof deeds

const periodOf = {
  day: (date: string) => date,
  month: (date: string) => date.slice(0, 7),
  year: (date: string) => date.slice(0, 4),
} as const

export const reportsIn = ({ cases }: Model): readonly ModelReport[] => [...cases.values()].filter((file) => file.kind === 'report')
export const objectionsIn = ({ cases }: Model): readonly ModelObjection[] => [...cases.values()].filter((file) => file.kind === 'objection')

const nextNumber = ({ cases }: Model): number => 1001 + cases.size

const livesOn = ({ state }: ModelReport): boolean => !['rejected', 'withdrawn', 'reversed'].includes(state)

/** What the rules leave of points for a deed; a case that is being decided does not count against itself. */
function pointsLeft(model: Model, deed: ModelDeed, doer: string, deedOn: string, full: number, but: number | null = null): number {
  const household = householdOf(doer)
  const earlier = reportsIn(model).filter(
    (report) => report.household === household && report.item === deed.item && report.number !== but && livesOn(report),
  )
  let left = full
  for (const rule of deed.rules) {
    const period = periodOf[rule.per]
    const counted = earlier.filter(
      (report) => period(report.deedOn) === period(deedOn) && (rule.of === 'household' || report.doer === doer),
    )
    const used = counted.reduce((sum, report) => sum + (report.points ?? report.proposed), 0)
    if (rule.times !== undefined && counted.length >= rule.times) left = 0
    if (rule.points !== undefined) left = Math.min(left, Math.max(0, rule.points - used))
  }
  return left
}

/** A line that reports one deed of one or several doers: all of them, or, when one cannot be, none. */
export function reportDeeds(
  model: Model,
  reporter: string,
  doers: readonly string[],
  name: DeedName,
  quantity: number,
  deedOn: string,
): boolean {
  if (!isBound(reporter)) return false
  const deed: ModelDeed = deeds[name]
  const before = model.cases.size
  for (const doer of doers) {
    const household = householdOf(doer)
    const proposed = household === null ? 0 : pointsLeft(model, deed, doer, deedOn, deed.points(quantity))
    if (household === null || proposed === 0) {
      for (const number of [...model.cases.keys()].slice(before)) model.cases.delete(number)
      return false
    }
    const same = reportsIn(model).find(
      (report) => report.household === household && report.item === deed.item && report.deedOn === deedOn && livesOn(report),
    )
    const number = nextNumber(model)
    model.cases.set(number, {
      kind: 'report',
      number,
      household,
      item: deed.item,
      book: deed.book,
      doer,
      reporter,
      deedOn,
      proposed,
      duplicateOf: same?.number ?? null,
      points: null,
      state: 'pending',
      endsAt: null,
    })
  }
  return true
}

const noticedUntil = (now: number): number => noticeWindow(dateOf(now), 10, holidays).endsAt

const mayReview = (model: Model, by: string, number: number): ModelReport | null => {
  const file = model.cases.get(number)
  if (!isReviewer(by) || file?.kind !== 'report' || file.state !== 'pending') return null
  return file.household === householdOf(by) || file.reporter === by ? null : file
}

/** Reports that wait for a reviewer. */
export const pendingFor = (model: Model, by: string): readonly number[] =>
  reportsIn(model)
    .filter(({ number }) => mayReview(model, by, number) !== null)
    .map(({ number }) => number)

export function approve(model: Model, by: string, number: number, points: number | null, now: number): boolean {
  const file = mayReview(model, by, number)
  if (!file) return false
  const deed: ModelDeed | undefined = Object.values(deeds).find(({ item }) => item === file.item)
  const given = points ?? file.proposed
  const most = deed?.item === 'help-neighbor' ? deed.range.max : Math.max(10, file.proposed)
  // what an objection made up for is no item of the scheme, and has no bounds of its own
  if (points !== null && deed && (given < deed.range.min || given > most)) return false
  const raised = deed && given > file.proposed
  if (raised && pointsLeft(model, deed, file.doer, file.deedOn, given, number) < given) return false
  model.decisions.push({ by, number, verdict: 'approve', at: now, revoked: false })
  file.points = given
  file.state = 'in-notice'
  file.endsAt = noticedUntil(now)
  return true
}

export function reject(model: Model, by: string, number: number, now: number): boolean {
  const file = mayReview(model, by, number)
  if (!file) return false
  model.decisions.push({ by, number, verdict: 'reject', at: now, revoked: false })
  file.state = 'rejected'
  return true
}

/** Taken back by whoever reported or did it, while nobody has decided. Without a number: the newest one of one's own that waits. */
export function withdraw(model: Model, by: string, number: number | null): boolean {
  const own = reportsIn(model).filter(({ state, reporter }) => state === 'pending' && reporter === by)
  const file = number === null ? own.at(-1) : model.cases.get(number)
  if (file?.kind !== 'report' || file.state !== 'pending' || (file.reporter !== by && file.doer !== by)) return false
  file.state = 'withdrawn'
  return true
}

/** A reviewer takes the own last word back within ten minutes, as long as the case stands where that word put it. */
export function revoke(model: Model, by: string, number: number | null, now: number): boolean {
  if (!isReviewer(by)) return false
  const decision = model.decisions.findLast((one) => one.by === by && !one.revoked && (number === null || one.number === number))
  const file = decision && model.cases.get(decision.number)
  // 撤回 with a number is for one's own waiting report when there is no decision to take back
  if (!decision || now - decision.at > 600_000) return number !== null && withdraw(model, by, number)
  if (file?.kind !== 'report') return false
  if (file.state !== (decision.verdict === 'approve' ? 'in-notice' : 'rejected')) return false
  decision.revoked = true
  file.state = 'pending'
  file.points = null
  return true
}

export function object(model: Model, by: string, target: number | null, now: number): boolean {
  if (!isBound(by)) return false
  const file = target === null ? null : model.cases.get(target)
  if (file === undefined || file?.kind === 'objection') return false
  if (file && !['in-notice', 'objected', 'booked', 'rejected'].includes(file.state)) return false
  if (file && objectionsIn(model).some((other) => other.state === 'open' && other.target === target && other.by === by)) return false
  const number = nextNumber(model)
  model.cases.set(number, { kind: 'objection', number, by, household: householdOf(by), target, openedOn: dateOf(now), state: 'open' })
  if (file?.state === 'in-notice') file.state = 'objected'
  return true
}

const resultState = { maintain: 'maintained', correct: 'corrected', reverse: 'reversed' } as const

export type Result = keyof typeof resultState

function approvedAnew(model: Model, by: string, made: Omit<ModelReport, 'kind' | 'number' | 'state' | 'endsAt'>, now: number): void {
  const number = nextNumber(model)
  model.cases.set(number, { ...made, kind: 'report', number, state: 'in-notice', endsAt: noticedUntil(now) })
  model.decisions.push({ by, number, verdict: 'approve', at: now, revoked: false })
}

/** An answer is carried out or is none: a case that has gone elsewhere meanwhile can only be maintained. */
export function resolve(model: Model, by: string, number: number, result: Result, points: number, now: number): boolean {
  const file = model.cases.get(number)
  if (!isReviewer(by) || file?.kind !== 'objection' || file.state !== 'open') return false
  const own = householdOf(by)
  const target = file.target === null ? null : model.cases.get(file.target)
  if (target === undefined || target?.kind === 'objection') return false
  if (file.household === own || target?.household === own) return false
  if (target === null && result === 'reverse') return false
  if (target && result !== 'maintain' && !['objected', 'booked'].includes(target.state)) return false
  const before = target ? (target.points ?? target.proposed) : 0
  if (result === 'correct' && (points < 1 || points > Math.max(10, before))) return false
  // putting a corrected case in notice is an approval, and nobody approves what they reported
  if (target?.state === 'booked' && result === 'correct' && target.reporter === by) return false
  file.state = resultState[result]
  model.decisions.push({ by, number, verdict: 'answer', at: now, revoked: false })
  const others = objectionsIn(model).some((other) => other.state === 'open' && other.target === file.target)
  if (!target) {
    if (result === 'correct' && file.household !== null) {
      const made = { item: '补记', book: 'main', doer: file.by, reporter: file.by, duplicateOf: null, proposed: points, points } as const
      approvedAnew(model, by, { ...made, household: file.household, deedOn: file.openedOn }, now)
    }
    return true
  }
  if (result === 'maintain') {
    if (target.state === 'objected' && !others) target.state = 'in-notice'
    return true
  }
  if (target.state === 'booked') {
    target.state = 'reversed'
    if (result === 'correct') approvedAnew(model, by, { ...target, proposed: points, points, duplicateOf: target.number }, now)
    return true
  }
  if (result === 'reverse') {
    target.state = 'rejected'
    return true
  }
  target.points = points
  target.endsAt = noticedUntil(now)
  target.state = others ? 'objected' : 'in-notice'
  return true
}

/** Time goes by: at ten past midnight what stands in notice and has run its window is booked. */
export function timePasses(model: Model, from: number, to: number): void {
  for (let day = dateOf(from); instantOf(day, '00:10') <= to; day = addDays(day, 1)) {
    const run = instantOf(day, '00:10')
    if (run <= from) continue
    for (const report of reportsIn(model))
      if (report.state === 'in-notice' && report.endsAt !== null && report.endsAt <= run) report.state = 'booked'
  }
}

/** One case as it is compared with the village. */
export type PictureOfCase = Readonly<Record<string, string | number | null>>

/** What is compared with the village: every case by number, and the points in every book of every household that has a report. */
export interface Picture {
  readonly cases: readonly PictureOfCase[]
  readonly balances: Readonly<Record<string, number>>
}

function pictureOfCase(file: ModelReport | ModelObjection): PictureOfCase {
  const { number, kind, state } = file
  if (file.kind === 'objection') return { number, kind, state, who: file.by, target: file.target }
  const { household, item, deedOn, proposed, points, duplicateOf, doer } = file
  const endsAt = state === 'in-notice' || state === 'objected' ? file.endsAt : null
  return { number, kind, state, who: doer, household, item, deedOn, proposed, points, duplicateOf, endsAt }
}

export function pictureOf(model: Model): Picture {
  const balances: Record<string, number> = {}
  for (const { household, book, points, state } of reportsIn(model)) {
    balances[`${household} main`] ??= 0
    balances[`${household} honour`] ??= 0
    const key = `${household} ${book}`
    if (state === 'booked') balances[key] = (balances[key] ?? 0) + (points ?? 0)
  }
  return { cases: [...model.cases.values()].map(pictureOfCase), balances }
}
