import { closeDeadlines } from './booking/close-deadlines.ts'
import { closeNotices } from './notices/close-notices.ts'
import { closePeriods } from './closing/close-periods.ts'
import { closeYear } from './closing/close-year.ts'
import { depositMonth } from './booking/deposit-month.ts'
import { commendHalfYear } from './honours/commend-half-year.ts'
import { digestEvening } from './notices/digest-evening.ts'
import { honourMonth } from './honours/honour-month.ts'
import { honourYear } from './honours/honour-year.ts'
import type { Job } from './job.ts'
import { noticeMonth } from './notices/notice-month.ts'
import { noticeQuarter } from './notices/notice-quarter.ts'
import { noticeYear } from './notices/notice-year.ts'
import { rankMonth } from './notices/rank-month.ts'
import { remindCadres } from './reminders/remind-cadres.ts'
import { remindReviewers } from './reminders/remind-reviewers.ts'
import { reviewMonth } from './reminders/review-month.ts'
import { starsQuarter } from './honours/stars-quarter.ts'
import { type LedgerCheck, verifyLedger } from './verify-ledger.ts'

/** What the jobs need of the rest of the program. */
export interface JobPorts {
  readonly checkLedger: LedgerCheck
}

/** The one table of jobs; those due at the same instant run in this order. */
export const jobsOf = ({ checkLedger }: JobPorts): readonly Job[] => [
  closeNotices,
  closePeriods,
  closeYear,
  depositMonth,
  verifyLedger(checkLedger),
  rankMonth,
  honourMonth,
  starsQuarter,
  commendHalfYear,
  honourYear,
  noticeMonth,
  noticeQuarter,
  noticeYear,
  closeDeadlines,
  reviewMonth,
  remindReviewers,
  remindCadres,
  digestEvening,
]
