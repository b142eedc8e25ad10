import { closeDeadlines } from './close-deadlines.ts'
import { closeNotices } from './close-notices.ts'
import { closePeriods } from './close-periods.ts'
import { closeYear } from './close-year.ts'
import { depositMonth } from './deposit-month.ts'
import { commendHalfYear } from './commend-half-year.ts'
import { digestEvening } from './digest-evening.ts'
import { honourMonth } from './honour-month.ts'
import { honourYear } from './honour-year.ts'
import type { Job } from './job.ts'
import { noticeMonth } from './notice-month.ts'
import { noticeQuarter } from './notice-quarter.ts'
import { noticeYear } from './notice-year.ts'
import { rankMonth } from './rank-month.ts'
import { remindCadres } from './remind-cadres.ts'
import { remindReviewers } from './remind-reviewers.ts'
import { reviewMonth } from './review-month.ts'
import { starsQuarter } from './stars-quarter.ts'
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
