import { addDays, dateOf, instantOf } from '../../models/dates.ts'
import { holidays } from '../../rules/holidays.ts'
import { noticeWindow } from '../../rules/window.ts'
import type { TrainingPerson } from '../../web/sandbox/training-village.ts'
import { deeds, type Deed, type DeedName } from './deeds.ts'

/** A report as the books kept by hand remember it. */
export interface BookedReport {
  readonly number: number
  readonly household: string
  readonly doer: string
  readonly reporter: string
  readonly deed: DeedName | '补记'
  readonly deedOn: string
  proposed: number
  points: number | null
  state: 'pending' | 'returned' | 'in-notice' | 'objected' | 'booked' | 'rejected' | 'withdrawn' | 'reversed'
  endsAt: number | null
}

/** 扣分 as the books remember it: what is taken is settled when it is booked. */
export interface BookedDeduction {
  readonly household: string
  readonly points: number
  closesAt: number | null
  taken: number
}

const periodOf = {
  day: (date: string) => date,
  month: (date: string) => date.slice(0, 7),
  year: (date: string) => date.slice(0, 4),
} as const

const livesOn = ({ state }: BookedReport): boolean => !['rejected', 'withdrawn', 'reversed'].includes(state)

export const noticedUntil = (now: number): number => noticeWindow(dateOf(now), 10, holidays).endsAt

export const householdOf = (person: TrainingPerson): string => `household-${String(person.household ?? 0)}`

/** The village's books as one would keep them by hand beside the bot: every number given out, every report, every point. */
export class Books {
  readonly reports = new Map<number, BookedReport>()
  readonly deductions: BookedDeduction[] = []
  next = 1001

  /** the next number, for a case that brings no points by itself */
  takeNumber(): number {
    this.next += 1
    return this.next - 1
  }

  /** what the scheme leaves for a deed after its limits */
  left(doer: TrainingPerson, name: DeedName, deedOn: string, amount: number, mending: number | null = null): number {
    const deed: Deed = deeds[name]
    const household = householdOf(doer)
    const earlier = [...this.reports.values()].filter(
      (report) => report.household === household && report.deed === name && report.number !== mending && livesOn(report),
    )
    let left = deed.points(amount)
    for (const rule of deed.rules) {
      const period = periodOf[rule.per]
      const counted = earlier.filter(
        (report) => period(report.deedOn) === period(deedOn) && (rule.of === 'household' || report.doer === doer.id),
      )
      if (rule.times !== undefined && counted.length >= rule.times) left = 0
      const used = counted.reduce((sum, report) => sum + (report.points ?? report.proposed), 0)
      if (rule.points !== undefined) left = Math.min(left, Math.max(0, rule.points - used))
    }
    return left
  }

  open(doer: TrainingPerson, reporter: TrainingPerson, deed: BookedReport['deed'], deedOn: string, proposed: number): BookedReport {
    const number = this.takeNumber()
    const report: BookedReport = {
      number,
      household: householdOf(doer),
      doer: doer.id,
      reporter: reporter.id,
      deed,
      deedOn,
      proposed,
      points: null,
      state: 'pending',
      endsAt: null,
    }
    this.reports.set(number, report)
    return report
  }

  notice(report: BookedReport, points: number, now: number): void {
    report.points = points
    report.state = 'in-notice'
    report.endsAt = noticedUntil(now)
  }

  /** a booked report is taken back, and what it should have been stands in notice under a number of its own */
  correctBooked(report: BookedReport, points: number, now: number): void {
    report.state = 'reversed'
    const number = this.takeNumber()
    this.reports.set(number, { ...report, number, proposed: points, points, state: 'in-notice', endsAt: noticedUntil(now) })
  }

  /** a deduction is decided: it is booked when the time to appeal is over */
  decided(household: string, points: number, now: number): void {
    this.deductions.push({ household, points, closesAt: noticedUntil(now), taken: 0 })
  }

  inState(...states: readonly BookedReport['state'][]): readonly BookedReport[] {
    return [...this.reports.values()].filter(({ state }) => states.includes(state))
  }

  balance(household: string, book: 'main' | 'honour'): number {
    const booked = this.inState('booked').filter((report) => report.household === household)
    const own = booked.filter(({ deed }) => (deed === '补记' ? 'main' : deeds[deed].book) === book)
    const earned = own.reduce((sum, { points }) => sum + (points ?? 0), 0)
    const taken = this.deductions.filter((one) => one.household === household).reduce((sum, one) => sum + one.taken, 0)
    return book === 'main' ? earned - taken : earned
  }

  /** time goes by: points are booked at ten past midnight, deductions at eight, once their windows have closed */
  timePasses(from: number, to: number): void {
    for (let day = dateOf(from); instantOf(day, '00:10') <= to; day = addDays(day, 1)) {
      const night = instantOf(day, '00:10')
      const morning = instantOf(day, '08:00')
      if (night > from)
        for (const report of this.inState('in-notice')) if (report.endsAt !== null && report.endsAt <= night) report.state = 'booked'
      if (morning <= from || morning > to) continue
      for (const one of this.deductions) {
        if (one.closesAt === null || one.closesAt > morning) continue
        one.taken = Math.min(one.points, Math.max(0, this.balance(one.household, 'main')))
        one.closesAt = null
      }
    }
  }
}
