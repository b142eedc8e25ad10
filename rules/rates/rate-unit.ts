import type { Rate, RateUnit } from '../scheme.ts'

const roundings = { down: Math.floor, nearest: Math.round, up: Math.ceil } as const

/** An amount as people write it (0.5) in integer thousandths. */
export const thousandths = (amount: number): number => Math.round(amount * 1000)

/** Points (unsigned) for a quantity in thousandths of a unit: whole steps count, the rest is rounded as the unit says. */
export function unitPoints(unit: RateUnit, quantity: number): number {
  const step = thousandths(unit.step ?? 0)
  const counted = step > 0 ? quantity - (quantity % step) : quantity
  return roundings[unit.rounding]((counted * unit.points) / thousandths(unit.per))
}

/** The smallest quantity (thousandths) of a unit that earns a point. */
export function leastQuantity(unit: RateUnit): number {
  const share = { down: 1, nearest: 0.5, up: 0 }[unit.rounding]
  const needed = Math.max(1, Math.ceil((share * thousandths(unit.per)) / unit.points))
  const step = thousandths(unit.step ?? 0)
  return step > 0 ? Math.ceil(needed / step) * step : needed
}

type Share = Extract<Rate, { kind: 'share' }>

/** Points (unsigned) for a share of a quantity in thousandths: 1 percent of 250 yuan, rounded down, is 2. */
export const shareOf = ({ percent, rounding }: Share, quantity: number): number => roundings[rounding]((quantity * percent) / 100_000)

/** The smallest quantity (thousandths) whose share is a point. */
export function leastShare({ percent, rounding }: Share): number {
  const share = { down: 1, nearest: 0.5, up: 0 }[rounding]
  return Math.max(1, Math.ceil((share * 100_000) / percent))
}
