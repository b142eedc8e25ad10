import { postingLimit } from '../../models/ledger.ts'
import { badCats } from '../categories.ts'
import type { Finding } from './problem.ts'
import { doubtful, wrong } from './problem.ts'
import { mostOf } from '../rates/rate-bounds.ts'
import { rateChecks } from './rate-checks.ts'
import type { Item, Scheme } from '../scheme.ts'
import { capsOn } from '../rates/sections.ts'
import { wordChecks } from './word-checks.ts'

const doubled = (codes: readonly string[]) => codes.map((code, index) => codes.indexOf(code) < index)

function codeChecks({ items }: Scheme): readonly Finding[] {
  const codes = items.map(({ code }) => code)
  const twice = doubled(codes)
  return items.flatMap(({ code }, index) =>
    twice[index] ? [wrong(['items', index, 'code'], `编号“${code}”用了两次，请给这一项另起一个编号`)] : [],
  )
}

function bookChecks(scheme: Scheme, item: Item, index: number): readonly Finding[] {
  const book = scheme.books[item.book]
  if (book === undefined) {
    return [wrong(['items', index, 'book'], `没有“${item.book}”这本账，请写 books 里有的：${Object.keys(scheme.books).join('、')}`)]
  }
  if (item.engine === 'passbook' || book.unit === 'point') return []
  return [wrong(['items', index, 'book'], `“${item.book}”记的是钱，积分项目要写记分的账本`)]
}

function sizeChecks(scheme: Scheme, item: Item, index: number): readonly Finding[] {
  const most = mostOf(item.rate)
  const at = ['items', index, 'rate']
  if (most > postingLimit.point)
    return [wrong(at, `“${item.name}”一次最多可得${String(most)}分，超过了账本一笔的上限，请改小分值或每次最多数量`)]
  // what is bought by weight is money in fen, no award that a reviewer could be too generous with
  if (item.engine === 'passbook') return []
  if (item.kind === 'deduction' || item.secondPerson || most <= scheme.review.secondPersonOver) return []
  return [doubtful(at, `“${item.name}”一次最多可得${String(most)}分，超过${String(scheme.review.secondPersonOver)}分的要两人审核`)]
}

function boundChecks(scheme: Scheme, item: Item, index: number): readonly Finding[] {
  const caps = item.caps.flatMap((cap, place) =>
    item.limits.some((limit) => limit.per === cap.per && limit.of === cap.of && limit.times * mostOf(item.rate) <= cap.points)
      ? [doubtful(['items', index, 'caps', place], `“${item.name}”的次数上限已经更严，这条封顶用不上，可以删掉`)]
      : [],
  )
  const bounded = item.limits.length + item.caps.length > 0 || capsOn(scheme, item).length > 0
  if (bounded || item.kind === 'deduction' || item.engine !== undefined) return caps
  return [...caps, doubtful(['items', index], `“${item.name}”没有次数上限也没有封顶，可能被一家反复报；可加 limits 或 caps`)]
}

/** MIN-4: 精神为主、正向为主、奖罚结合. */
function balanceChecks({ items }: Scheme): readonly Finding[] {
  const counted = items.filter(({ engine }) => engine !== 'passbook')
  const sum = (kind: Item['kind']) => counted.filter((item) => item.kind === kind).reduce((total, item) => total + mostOf(item.rate), 0)
  if (!items.some(({ kind }) => kind === 'award'))
    return [wrong(['items'], '办法里只有扣分没有加分：积分制要正向为主，请先写加分项（中农发〔2020〕11号）')]
  const [plus, minus] = [sum('award'), sum('deduction')]
  if (minus <= plus) return []
  return [doubtful(['items'], `扣分合计（${String(minus)}分）比加分合计（${String(plus)}分）还多，积分制要正向为主，请减少或改小扣分项`)]
}

function categoryChecks({ items }: Scheme): readonly Finding[] {
  const bad: readonly string[] = badCats
  return items.flatMap(({ cat, kind, name }, index) =>
    kind === 'award' && bad.includes(cat)
      ? [wrong(['items', index, 'cat'], `“${name}”属于不良行为类别，不能加分；扣分项请写 kind: deduction`)]
      : [],
  )
}

function noticeChecks({ review, items }: Scheme): readonly Finding[] {
  return items.flatMap(({ quorum, name }, index) =>
    quorum !== undefined && quorum < review.quorum
      ? [doubtful(['items', index, 'quorum'], `“${name}”的审核人数比全村的（${String(review.quorum)}人）还少，请想清楚`)]
      : [],
  )
}

/** Everything in a well-formed scheme that makes no sense, or may not be meant; `reserved` are the command words. */
export function schemeChecks(scheme: Scheme, reserved: readonly string[]): readonly Finding[] {
  const each = scheme.items.flatMap((item, index) => [
    ...bookChecks(scheme, item, index),
    ...rateChecks(item, index),
    ...sizeChecks(scheme, item, index),
    ...boundChecks(scheme, item, index),
  ])
  return [
    ...codeChecks(scheme),
    ...wordChecks(scheme, reserved),
    ...each,
    ...balanceChecks(scheme),
    ...categoryChecks(scheme),
    ...noticeChecks(scheme),
  ]
}
