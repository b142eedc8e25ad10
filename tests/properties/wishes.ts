import fc from 'fast-check'
import { addDays, dateOf } from '../../models/dates.ts'
import type { Where } from '../village.ts'
import * as model from './model.ts'
import type { DeedName, Model, Result } from './model.ts'

/** A line somebody says, and what it should do to the village: nothing is said twice, so the effect is tried on whichever model. */
export interface Line {
  readonly from: string
  readonly to: Where
  readonly text: string
  readonly quote?: string
  /** true when something has changed */
  effect(model: Model, now: number): boolean
}

/** What the speakers can see and quote. */
export interface Seen {
  readonly model: Model
  readonly now: number
  /** id of a case's card in the panel's room */
  card(number: number): string | undefined
  /** id of a case's receipt in the villagers' room */
  receipt(number: number): string | undefined
}

/** Something a person may want to say, whatever the village is like by then. */
export interface Wish {
  lineIn(seen: Seen): Line
  toString(): string
}

const reviewers = ['周大山', '陈玉莲', '谢开元'] as const
const panel = [...reviewers, '罗秀珍', '孙建国'] as const
const villagers = ['王秀英', '赵福贵', '冯铁柱', '冯小兵', '何金水'] as const
const everybody = [...panel, ...villagers, '覃丽', '杨帆'] as const

const reporter = fc.constantFrom(...villagers, ...reviewers, ...panel, '覃丽', '杨帆')
/** mostly those who may, often those who may not */
const decider = fc.constantFrom(...reviewers, ...reviewers, ...everybody)
const anybody = fc.constantFrom(...everybody)
const deed = fc.constantFrom<DeedName>('sweep', 'sweep', 'visit', 'help', 'volunteer', 'donate', 'yard')
const pick = fc.nat(11)
const points = fc.integer({ min: 1, max: 12 })
const result = fc.constantFrom<Result>('maintain', 'correct', 'reverse')
const dayWords = ['', '昨天 ', '前天 '] as const

const inPanel = (person: string): Where => (panel.some((one) => one === person) ? '评议群' : '村民群')

/** Newer cases are meant more often; now and then a number that nobody has given out. */
function chosen(numbers: readonly number[], index: number): number {
  return numbers.at(-1 - (index % (numbers.length + 1))) ?? 1999
}

const anyCase = ({ model: { cases } }: Seen, index: number): number => chosen([...cases.keys()], index)
const anyReport = ({ model: village }: Seen, index: number): number =>
  chosen(
    model.reportsIn(village).map(({ number }) => number),
    index,
  )
/** a reviewer mostly looks at what waits; half of the time at anything */
function anyPending(seen: Seen, index: number): number {
  const waiting = model.reportsIn(seen.model).filter(({ state }) => state === 'pending')
  return index % 2 === 0 && waiting.length > 0
    ? chosen(
        waiting.map(({ number }) => number),
        index / 2,
      )
    : anyReport(seen, index)
}
function anyObjection(seen: Seen, index: number): number {
  const open = model.objectionsIn(seen.model).filter(({ state }) => state === 'open')
  return index % 4 === 3 || open.length === 0 ? anyCase(seen, index) : (open[index % open.length]?.number ?? 1999)
}

const wish = <T extends readonly unknown[]>(
  name: string,
  parts: { [K in keyof T]: fc.Arbitrary<T[K]> },
  lineIn: (seen: Seen, ...values: T) => Line,
): fc.Arbitrary<Wish> =>
  fc.tuple<[...T]>(...parts).map((values) => ({
    lineIn: (seen) => lineIn(seen, ...values),
    toString: () => `${name}(${values.map(String).join(' ')})`,
  }))

const report = wish(
  'report',
  [reporter, deed, fc.integer({ min: 1, max: 9 }), fc.nat(2), fc.boolean()],
  (_, from, name, quantity, ago, alone) => ({
    from,
    to: alone ? 'bot' : '村民群',
    text: `报 ${dayWords[ago] ?? ''}${model.deeds[name].words(quantity)}`,
    effect: (village, now) => model.reportDeeds(village, from, [from], name, quantity, addDays(dateOf(now), -ago)),
  }),
)

const reportFor = wish(
  'reportFor',
  [reporter, fc.constantFrom('王秀英', '黄阿婆', '冯小兵', '周大山', '陈玉莲', '谢开元'), deed, fc.integer({ min: 1, max: 3 })],
  (_, from, doer, name, quantity) => ({
    from,
    to: '村民群',
    text: `代报 ${doer} ${model.deeds[name].words(quantity)}`,
    effect: (village, now) => model.reportDeeds(village, from, [doer], name, quantity, dateOf(now)),
  }),
)

const reportForTwo = wish('reportForTwo', [reporter, fc.integer({ min: 1, max: 4 })], (_, from, quantity) => ({
  from,
  to: '村民群',
  text: `代报 王秀英、赵福贵 ${model.deeds.sweep.words(quantity)}`,
  effect: (village, now) => model.reportDeeds(village, from, ['王秀英', '赵福贵'], 'sweep', quantity, dateOf(now)),
}))

const approve = wish('approve', [decider, pick, fc.constantFrom('通过', '通过2', '村里通过')], (seen, from, index, form) => {
  const number = anyPending(seen, index)
  return {
    from,
    to: form === '村里通过' ? '村民群' : inPanel(from),
    text: form === '通过2' ? `通过 ${String(number)}` : `${String(number)}通过`,
    effect: (village, now) => model.approve(village, from, number, null, now),
  }
})

const approveQuoting = wish(
  'approveQuoting',
  [fc.constantFrom(...reviewers, ...panel), pick, fc.boolean()],
  (seen, from, index, atReceipt) => {
    const number = anyPending(seen, index)
    const quote = atReceipt ? seen.receipt(number) : seen.card(number)
    const to = atReceipt ? '村民群' : '评议群'
    if (quote === undefined) return { from, to, text: '哈哈', effect: () => false }
    return { from, to, text: '同意', quote, effect: (village, now) => model.approve(village, from, number, null, now) }
  },
)

/** a reviewer tries what is forbidden: the own household's report, or one reported for somebody else */
const approveOwn = wish('approveOwn', [fc.constantFrom(...reviewers), pick], (seen, from, index) => {
  const own = model
    .reportsIn(seen.model)
    .filter(({ state, household, reporter: by }) => state === 'pending' && (household === model.householdOf(from) || by === from))
  const number = own.at(index % Math.max(1, own.length))?.number ?? anyPending(seen, index)
  return {
    from,
    to: '评议群',
    text: `${String(number)}通过`,
    effect: (village, now) => model.approve(village, from, number, null, now),
  }
})

const quoteReceipt = wish('quoteReceipt', [fc.constantFrom(...villagers), pick], (seen, from, index) => {
  const quote = seen.receipt(anyPending(seen, index))
  return { from, to: '村民群', text: '同意', ...(quote === undefined ? {} : { quote }), effect: () => false }
})

const approveBare = wish('approveBare', [fc.constantFrom(...panel)], (_, from) => ({
  from,
  to: '评议群',
  text: '同意',
  effect: (village, now) => {
    const [only, another] = model.pendingFor(village, from)
    return only !== undefined && another === undefined && model.approve(village, from, only, null, now)
  },
}))

const approveWithPoints = wish('approveWithPoints', [decider, pick, points], (seen, from, index, given) => {
  const number = anyPending(seen, index)
  return {
    from,
    to: inPanel(from),
    text: `${String(number)}改${String(given)}分`,
    effect: (village, now) => model.approve(village, from, number, given, now),
  }
})

const reject = wish('reject', [decider, pick, fc.boolean()], (seen, from, index, quoting) => {
  const number = anyPending(seen, index)
  const quote = quoting && inPanel(from) === '评议群' ? seen.card(number) : undefined
  return {
    from,
    to: inPanel(from),
    text: quote === undefined ? `${String(number)}驳回 没扫完` : '不行 没扫完',
    ...(quote === undefined ? {} : { quote }),
    effect: (village, now) => model.reject(village, from, number, now),
  }
})

const withdraw = wish(
  'withdraw',
  [fc.constantFrom(...villagers, '罗秀珍', '孙建国', '覃丽'), pick, fc.boolean()],
  (seen, from, index, named) => {
    const number = named ? anyReport(seen, index) : null
    return {
      from,
      to: '村民群',
      text: number === null ? '撤回' : `撤回 #${String(number)}`,
      effect: (village) => model.withdraw(village, from, number),
    }
  },
)

const revoke = wish('revoke', [fc.constantFrom(...reviewers), pick, fc.boolean()], (seen, from, index, named) => {
  const number = named ? anyReport(seen, index) : null
  return {
    from,
    to: '评议群',
    text: number === null ? '撤' : `撤回 #${String(number)}`,
    effect: (village, now) => model.revoke(village, from, number, now),
  }
})

const object = wish('object', [anybody, pick], (seen, from, index) => {
  const number = anyCase(seen, index)
  return {
    from,
    to: '村民群',
    text: `异议 #${String(number)} 那天没扫`,
    effect: (village, now) => model.object(village, from, number, now),
  }
})

const objectToNothing = wish('objectToNothing', [fc.constantFrom('何金水', '冯铁柱', '周大山')], (_, from) => ({
  from,
  to: '村民群',
  text: '异议 漏记我家扫路一次',
  effect: (village, now) => model.object(village, from, null, now),
}))

const answers = {
  maintain: () => '维持 照片核过了',
  correct: (given: number) => `属实，改${String(given)}分`,
  reverse: () => '撤销 记错了户',
} as const

const resolve = wish('resolve', [decider, pick, result, points, fc.boolean()], (seen, from, index, verdict, given, quoting) => {
  const number = anyObjection(seen, index)
  const objection = seen.model.cases.get(number)?.kind === 'objection'
  // under the card of a report these words are another matter
  const quote = objection && quoting && inPanel(from) === '评议群' ? seen.card(number) : undefined
  const answer = answers[verdict](given)
  return {
    from,
    to: inPanel(from),
    text: quote === undefined ? `${String(number)}${answer}` : answer,
    ...(quote === undefined ? {} : { quote }),
    effect: (village, now) => objection && model.resolve(village, from, number, verdict, given, now),
  }
})

const ask = wish('ask', [anybody, fc.constantFrom('查分', '排名', '明细', '号审到哪一步了', '待审'), pick], (seen, from, words, index) => ({
  from,
  to: '村民群',
  text: words.startsWith('号') ? `${String(anyReport(seen, index))}${words}` : words,
  effect: () => false,
}))

const chat = wish(
  'chat',
  [anybody, fc.constantFrom('昨天那场雨真大', '晚上吃火锅同意的举手', '明天去扫路', '👍', '同意'), fc.constantFrom<Where>('村民群')],
  (_, from, text, to) => ({
    from,
    to,
    text,
    effect: () => false,
  }),
)

/** Everything a villager, reviewer or stranger may want to say. */
export const wishes: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 12, arbitrary: report },
  { weight: 6, arbitrary: reportFor },
  { weight: 1, arbitrary: reportForTwo },
  { weight: 6, arbitrary: approve },
  { weight: 3, arbitrary: approveQuoting },
  { weight: 4, arbitrary: approveOwn },
  { weight: 1, arbitrary: quoteReceipt },
  { weight: 2, arbitrary: approveBare },
  { weight: 2, arbitrary: approveWithPoints },
  { weight: 3, arbitrary: reject },
  { weight: 2, arbitrary: withdraw },
  { weight: 3, arbitrary: revoke },
  { weight: 4, arbitrary: object },
  { weight: 1, arbitrary: objectToNothing },
  { weight: 5, arbitrary: resolve },
  { weight: 2, arbitrary: ask },
  { weight: 1, arbitrary: chat },
)
