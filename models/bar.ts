import type { CaseFile } from './case.ts'
import type { LocalDate } from './dates.ts'

/** Why a household is not evaluated for a while: 一票否决 (RA-3), or 提醒名单 (JZ-6). */
export type BarGround = 'veto' | 'reminder'

/** 限评: after a hearing and an appeal window a household is given no honours and no new awards for a while; never public. */
export interface Bar {
  readonly number: number
  readonly ground: BarGround
  /** the scheme's veto; '' for a reminder */
  readonly code: string
  /** the person it is about */
  readonly doer: string
  /** what was seen or decided, in the reviewer's words; erasable */
  readonly text: string
  readonly proposedBy: string
  /** the second reviewer, of another household than the first and the person concerned */
  readonly confirmedBy: string | null
  readonly reason: string | null
  /** first day in force; null before */
  readonly from: LocalDate | null
  /** the last day of a veto; the day from which a reminder may be lifted */
  readonly until: LocalDate | null
}

/** A bar with its case file. */
export interface BarCase extends CaseFile {
  readonly kind: 'bar'
  readonly bar: Bar
}
