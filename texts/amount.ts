/** How a book's figures are told: in fen, in a unit of its own such as days of labour, or in points. */
export interface Telling {
  readonly fen: boolean
  /** 天: points of one unit; null where points are points */
  readonly unit: { readonly unit: string; readonly points: number } | null
}

/** 「4分」「7.00元」「1.5天」. */
export function amountText(amount: number, { fen, unit }: Telling): string {
  if (fen) return `${(amount / 100).toFixed(2)}元`
  return unit === null ? `${String(amount)}分` : `${String(amount / unit.points)}${unit.unit}`
}

/** 「+4分」「-2分」. */
export const signedText = (amount: number, telling: Telling): string => `${amount > 0 ? '+' : ''}${amountText(amount, telling)}`

/** What earned, taken and redeemed come to over a time, each apart (RA-8). */
export interface Turnover {
  readonly earned: number
  readonly taken: number
  readonly redeemed: number
}

/** 「得4分，扣0分，兑换0分」. */
export const turnoverText = ({ earned, taken, redeemed }: Turnover, telling: Telling): string =>
  `得${amountText(earned, telling)}，扣${amountText(taken, telling)}，兑换${amountText(redeemed, telling)}`
