import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Lunar } from 'lunar-typescript'
import { addDays, dateOf, daysBetween, timeOf, weekdayOf } from '../../models/dates.ts'
import { holidays, isHoliday, isWorkingDay } from '../../rules/holidays.ts'
import { deedDate, noticeWindow } from '../../rules/window.ts'

describe('notice window', () => {
  const rows: readonly (readonly [approved: string, days: number, first: string, last: string, why: string])[] = [
    ['2026-11-22', 10, '2026-11-23', '2026-12-02', 'ten days from the day after'],
    ['2026-11-28', 7, '2026-11-29', '2026-12-05', 'a Saturday that is no holiday stays'],
    ['2026-12-21', 10, '2026-12-22', '2026-12-31', 'the last day of the year'],
    ['2025-12-22', 10, '2025-12-23', '2026-01-04', 'New Year moves it to the make-up Sunday'],
    ['2026-12-22', 10, '2026-12-23', '2027-01-04', 'New Year 2027 is a Friday: to the Monday'],
    ['2026-02-05', 10, '2026-02-06', '2026-02-24', 'Spring Festival moves it to its end'],
    ['2026-02-04', 10, '2026-02-05', '2026-02-14', 'the make-up Saturday before it is a day like others'],
    ['2026-09-27', 10, '2026-09-28', '2026-10-08', 'inside National Day'],
    ['2026-09-30', 10, '2026-10-01', '2026-10-10', 'begins in a holiday, ends on a make-up Saturday'],
    ['2026-04-25', 10, '2026-04-26', '2026-05-06', 'the last holiday of Labour Day'],
    ['2025-09-25', 10, '2025-09-26', '2025-10-09', 'National Day and Mid-Autumn in one'],
    ['2024-02-19', 10, '2024-02-20', '2024-02-29', 'leap day'],
    ['2026-11-22', 1, '2026-11-23', '2026-11-23', 'one day'],
  ]
  for (const [approved, days, firstDay, lastDay, why] of rows) {
    it(`${approved} + ${String(days)}: ${why}`, () => {
      const window = noticeWindow(approved, days, holidays)
      assert.deepEqual([window.firstDay, window.lastDay], [firstDay, lastDay])
      assert.equal(dateOf(window.endsAt), addDays(lastDay, 1))
      assert.equal(timeOf(window.endsAt), '00:00')
    })
  }

  it('never ends on a holiday and is never shorter than promised', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 1, max: 30 }), (offset, days) => {
        const approved = addDays('2025-01-01', offset)
        const { firstDay, lastDay } = noticeWindow(approved, days, holidays)
        const length = daysBetween(firstDay, lastDay) + 1
        return (
          !isHoliday(holidays, lastDay) && length >= days && length <= days + 12 && (length === days || isWorkingDay(holidays, lastDay))
        )
      }),
    )
  })
})

describe('holidays', () => {
  it('gives the days off of a published year, without the make-up days', () => {
    const off = [...holidays.off].filter((day) => day.startsWith('2026'))
    assert.equal(off.length, 3 + 9 + 3 + 5 + 3 + 3 + 7)
    assert.equal([...holidays.off].filter((day) => day.startsWith('2025')).length, 1 + 8 + 3 + 5 + 3 + 8)
    assert.deepEqual([...holidays.published], ['2025', '2026'])
  })

  it('makes up only on weekends that are not days off', () => {
    assert.equal(holidays.work.size, 11)
    for (const day of holidays.work) {
      assert.ok([0, 6].includes(weekdayOf(day)), day)
      assert.ok(!isHoliday(holidays, day) && isWorkingDay(holidays, day), day)
    }
  })

  for (const year of [2025, 2026, 2027, 2028]) {
    it(`holds the statutory days of ${String(year)}`, () => {
      const lunar = (month: number, day: number) => Lunar.fromYmd(year, month, day).getSolar().toYmd()
      const qingming = Lunar.fromYmd(year, 3, 1).getJieQiTable()['清明']?.toYmd() ?? ''
      const spring = lunar(1, 1)
      const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((day) => `${String(year)}-${day}`)
      const moving = [qingming, addDays(spring, -1), spring, addDays(spring, 1), addDays(spring, 2), lunar(5, 5), lunar(8, 15)]
      for (const day of [...fixed, ...moving]) assert.ok(isHoliday(holidays, day), day)
    })
  }
})

describe('deed date', () => {
  const scheme = { reportWindowDays: 30 }
  const today = '2026-11-22'
  const rows: readonly (readonly [string, ReturnType<typeof deedDate>])[] = [
    ['2026-11-22', 'ok'],
    ['2026-10-23', 'ok'],
    ['2026-10-22', 'too-old'],
    ['2025-11-22', 'too-old'],
    ['2026-11-23', 'future'],
    ['2026-02-30', 'impossible'],
    ['2026-13-01', 'impossible'],
    ['2026-11', 'impossible'],
    ['', 'impossible'],
  ]
  for (const [date, expected] of rows)
    it(`${date === '' ? 'nothing' : date} is ${expected}`, () => assert.equal(deedDate(date, today, scheme), expected))
})
