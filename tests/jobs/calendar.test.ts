import assert from 'node:assert/strict'
import fc from 'fast-check'
import { daily, monthly, quarterly, type Schedule, weekly, yearly } from '../../jobs/calendar.ts'
import { dateOf, instantOf, timeOf } from '../../models/dates.ts'

/** `YYYY-MM-DD HH:mm` in the village → the instant. */
const at = (text: string): number => instantOf(text.slice(0, 10), text.slice(11) || '00:00')

const said = ({ period, due }: { period: string; due: number }): string => `${dateOf(due)} ${timeOf(due)} for ${period}`

describe('calendar', () => {
  const nexts: readonly (readonly [what: string, schedule: Schedule, after: string, slot: string])[] = [
    ['daily, later today', daily('00:10'), '2026-11-22 00:09', '2026-11-22 00:10 for 2026-11-22'],
    ['daily, the very minute is past', daily('00:10'), '2026-11-22 00:10', '2026-11-23 00:10 for 2026-11-23'],
    ['daily over a month end', daily('00:10'), '2026-11-30 08:00', '2026-12-01 00:10 for 2026-12-01'],
    ['daily into a leap day', daily('03:00'), '2028-02-28 03:00', '2028-02-29 03:00 for 2028-02-29'],
    ['daily past the missing leap day', daily('03:00'), '2026-02-28 03:00', '2026-03-01 03:00 for 2026-03-01'],
    ['weekly on Monday looks back', weekly(1, '08:00'), '2026-11-22 10:00', '2026-11-23 08:00 for 2026-W47'],
    ['weekly on Friday looks at its own week', weekly(5, '08:00'), '2026-11-22 10:00', '2026-11-27 08:00 for 2026-W48'],
    ['weekly on Sunday, the same day', weekly(7, '20:00'), '2026-11-22 10:00', '2026-11-22 20:00 for 2026-W47'],
    ['week 53', weekly(1, '08:00'), '2026-12-31', '2027-01-04 08:00 for 2026-W53'],
    ['a week of the old year that ends in the new', weekly(7, '08:00'), '2027-01-01', '2027-01-03 08:00 for 2026-W53'],
    ['first week of a year that begins on a Thursday', weekly(7, '08:00'), '2026-01-01', '2026-01-04 08:00 for 2026-W01'],
    ['monthly on the 1st looks back', monthly(1, '08:30'), '2026-11-22 10:00', '2026-12-01 08:30 for 2026-11'],
    ['monthly over the year end', monthly(1, '08:30'), '2026-12-01 08:30', '2027-01-01 08:30 for 2026-12'],
    ['monthly on the 28th looks at its own month', monthly(28, '09:00'), '2026-11-22 10:00', '2026-11-28 09:00 for 2026-11'],
    ['monthly on the 31st in a short month', monthly(31, '09:00'), '2026-11-22 10:00', '2026-11-30 09:00 for 2026-11'],
    ['monthly on the 31st in February', monthly(31, '09:00'), '2026-02-01', '2026-02-28 09:00 for 2026-02'],
    ['monthly on the 31st in a leap February', monthly(31, '09:00'), '2028-02-01', '2028-02-29 09:00 for 2028-02'],
    ['quarterly', quarterly(1, '09:00'), '2026-11-22 10:00', '2027-01-01 09:00 for 2026Q4'],
    ['quarterly, mid-year', quarterly(1, '09:00'), '2026-04-01 09:00', '2026-07-01 09:00 for 2026Q2'],
    ['quarterly on the 15th looks at its own quarter', quarterly(15, '09:00'), '2026-10-02', '2026-10-15 09:00 for 2026Q4'],
    ['yearly', yearly(1, 1, '09:00'), '2026-11-22 10:00', '2027-01-01 09:00 for 2026'],
    ['yearly in July', yearly(7, 1, '09:00'), '2026-11-22 10:00', '2027-07-01 09:00 for 2027'],
    ['yearly on a leap day', yearly(2, 29, '09:00'), '2026-11-22 10:00', '2027-02-28 09:00 for 2027'],
  ]
  for (const [what, schedule, after, slot] of nexts) {
    it(what, () => assert.equal(said(schedule.next(at(after))), slot))
  }

  it('has no slot at its beginning and one at its end', () => {
    const nights = daily('00:10')
    assert.deepEqual(nights.slotsBetween(at('2026-11-22 00:10'), at('2026-11-24 00:10')).map(said), [
      '2026-11-23 00:10 for 2026-11-23',
      '2026-11-24 00:10 for 2026-11-24',
    ])
    assert.deepEqual(nights.slotsBetween(at('2026-11-22 00:10'), at('2026-11-22 23:59')), [])
    assert.deepEqual(nights.slotsBetween(at('2026-11-22'), at('2026-11-20')), [])
  })

  it('tells every month and quarter of a long time without power', () => {
    const months = monthly(1, '08:30').slotsBetween(at('2026-10-15'), at('2028-03-01 08:30'))
    assert.deepEqual([months.length, months[0]?.period, months.at(-1)?.period], [17, '2026-10', '2028-02'])
    assert.deepEqual(
      quarterly(1, '09:00')
        .slotsBetween(at('2026-03-31'), at('2027-01-01 09:00'))
        .map(({ period }) => period),
      ['2026Q1', '2026Q2', '2026Q3', '2026Q4'],
    )
    assert.equal(daily('00:10').slotsBetween(at('2024-01-01'), at('2029-01-01')).length, 366 + 365 * 3 + 366)
  })

  it('refuses times and days that do not exist', () => {
    for (const time of ['24:00', '8:30', '08:60', 'noon']) assert.throws(() => daily(time), RangeError)
    for (const day of [0, 32, 1.5]) assert.throws(() => monthly(day, '08:30'), RangeError)
    assert.throws(() => weekly(0, '08:30'), RangeError)
    assert.throws(() => weekly(8, '08:30'), RangeError)
    assert.throws(() => yearly(13, 1, '08:30'), RangeError)
  })

  it('cuts time anywhere without losing or doubling a slot', () => {
    const schedules = [daily('00:10'), weekly(3, '08:00'), monthly(31, '23:59'), quarterly(1, '00:00'), yearly(2, 29, '12:00')]
    const instant = fc.integer({ min: at('2026-12-30'), max: at('2029-01-02') })
    fc.assert(
      fc.property(fc.constantFrom(...schedules), fc.tuple(instant, instant, instant), (schedule, instants) => {
        const [from = 0, cut = 0, to = 0] = instants.toSorted((one, other) => one - other)
        const whole = schedule.slotsBetween(from, to)
        assert.deepEqual([...schedule.slotsBetween(from, cut), ...schedule.slotsBetween(cut, to)], whole)
        assert.equal(new Set(whole.map(({ period }) => period)).size, whole.length)
        assert.ok(whole.every(({ due }, index) => due > (whole[index - 1]?.due ?? from) && due <= to))
        assert.deepEqual(schedule.next(from), whole[0] ?? schedule.next(to))
      }),
      { numRuns: 100 },
    )
  })
})
