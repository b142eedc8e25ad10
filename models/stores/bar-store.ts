import type { Bar, BarCase } from '../bar.ts'
import type { LocalDate } from '../dates.ts'

/** What the file of a bar begins with; instants in UTC ms. */
interface Opening {
  readonly edition: number
  readonly subject: string | null
  readonly openedBy: string | null
  readonly at: number
  readonly dueAt?: number
}

/** 一票否决 and 提醒名单: cases of their own, told to nobody but those concerned. */
export interface BarStore {
  open(about: Opening, bar: Omit<Bar, 'number' | 'confirmedBy' | 'reason' | 'from' | 'until'>): Promise<BarCase>
  find(number: number): Promise<BarCase | null>
  amend(number: number, change: Partial<Pick<Bar, 'confirmedBy' | 'reason' | 'from' | 'until'>>): Promise<void>
  /** bars of a household, by number */
  of(household: string): Promise<readonly BarCase[]>
  /** households that are given no honours and no new awards on a day */
  barred(on: LocalDate): Promise<ReadonlySet<string>>
}
