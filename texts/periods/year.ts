import type { Reconciliation } from '../../models/period.ts'

const numbers = (found: readonly number[]): string => found.map((number) => `#${String(number)}`).join('、')

/** 五本账核对 (YX-6), for the bookkeeper: the five sources in figures, and in words what does not agree. */
export function reconciled(year: string, sources: Reconciliation): string {
  const { withoutEntry, withoutDecision, withoutCase, wrongCards } = sources
  const differences = [
    ...(withoutEntry.length > 0 ? [`登记册说已入账，台账没有：${numbers(withoutEntry)}`] : []),
    ...(withoutDecision.length > 0 ? [`台账有，登记册没有审核：${numbers(withoutDecision)}`] : []),
    ...(withoutCase.length > 0 ? [`台账有，交办事务本没有：${withoutCase.join('、')}`] : []),
    ...(wrongCards.length > 0 ? [`积分卡和台账合计不符：${String(wrongCards.length)}户（人）`] : []),
  ]
  return [
    `${year}年核算，五本账：交办事务本${String(sources.opened)}件，加扣分登记册${String(sources.decided)}条，会议记录本${String(sources.agreed)}条，台账${String(sources.entries)}笔，积分卡${String(sources.cards)}张。`,
    differences.length === 0 ? '互相核对一致。' : `不一致：${differences.join('；')}。请查清，更正记在新的一年。`,
  ].join('\n')
}

/** 积分卡 of a month (GY-8): booked, in notice and pending apart. */
export interface CardView {
  readonly household: string
  readonly gained: number
  readonly redeemed: number
  readonly booked: number
  readonly inNotice: number
  readonly pending: number
}

/** The month's card, to the household alone. */
export const monthCard = (month: string, card: CardView): string =>
  [
    `${month}积分卡 ${card.household}：公示无异议入账${String(card.gained)}分，兑换${String(card.redeemed)}分。`,
    `已入账${String(card.booked)}分，公示中${String(card.inNotice)}分，待审${String(card.pending)}分。`,
  ].join('\n')
