import { isDate, type LocalDate } from '../../models/dates.ts'

/** Under which setting a reviewer's delegation is kept: `delegate:<person>` holds `<last day> <delegate>`. */
export const delegationPrefix = 'delegate:'

/** 委托审核: until a last day somebody else looks after what waits for a reviewer. It gives no right the delegate does not have. */
export interface Delegation {
  readonly from: string
  readonly to: string
  readonly until: LocalDate
}

/** How a delegation is written into its setting. */
export const delegationSetting = ({ to, until }: Pick<Delegation, 'to' | 'until'>): string => `${until} ${to}`

/** The delegations in force on a day, from the settings under `delegationPrefix`; ended and taken-back ones are left out. */
export function delegationsOf(settings: ReadonlyMap<string, string>, on: LocalDate): readonly Delegation[] {
  return [...settings].flatMap(([key, value]) => {
    const until = value.slice(0, 10)
    const to = value.slice(11)
    if (!isDate(until) || until < on || to === '') return []
    return [{ from: key.slice(delegationPrefix.length), to, until }]
  })
}
