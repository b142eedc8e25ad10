import { addDays, daysOf, isDate, type LocalDate, monthOf, quarterOf } from '../../../models/dates.ts'
import { readNumber } from '../numerals.ts'

/** A day or period named in a line. `past` is meant for deeds, `next` for activities; both are days, months `2026-10` or years. */
export interface DateSpan {
  readonly length: number
  readonly past: string
  readonly next: string
  /** only the month or year is known */
  readonly approx?: true
  /** the month, quarter, year or range `a..b` meant when a period is asked for */
  readonly period?: string
  /** more than one day fits: it has to be asked */
  readonly candidates?: readonly LocalDate[]
  /** the words name a day to come */
  readonly future?: true
}

/** A pattern tried at one place of a text. */
export const on = (text: string, at: number, pattern: RegExp): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** One certain day. */
export const day = (date: LocalDate, length: number): DateSpan => ({ length, past: date, next: date })

/** Two figures for a month or a day. */
export const pad = (value: number): string => String(value).padStart(2, '0')

const MONTH_WORD = /(上上|上|这|本|当|下)(?:个)?月(?:份)?/y
const YEAR_WORD = /(去年|前年|今年|本年|明年|上年|旧年)(?:度|全年)?/y
const YEAR = /(20\d\d)年(?:度)?/y
const YEAR_MONTH = /(20\d\d)(?:年|-)(\d{1,2})(?:月份?)?(?![\d-])/y
const QUARTER = /(20\d\d年?)?(?:第?([一二三四1-4])季度?|(上|这|本)(?:个)?季度?)(?![节])/y

/** A month, quarter or year named at a place of a line (上个月, 三季度, 2026年). */
export function period(text: string, at: number, today: LocalDate): DateSpan | null {
  const year = Number(today.slice(0, 4))
  const month = on(text, at, MONTH_WORD)
  if (month && text[at + month[0].length] !== '亮') {
    const here = monthOf(today)
    const before = monthOf(addDays(`${here}-01`, -1))
    const value = { 上上: monthOf(addDays(`${before}-01`, -1)), 上: before, 下: monthOf(addDays(`${here}-28`, 5)) }[month[1] ?? ''] ?? here
    return inMonth(text, at, month[0].length, value, today)
  }
  const yearMonth = on(text, at, YEAR_MONTH)
  if (yearMonth && Number(yearMonth[2]) >= 1 && Number(yearMonth[2]) <= 12)
    return span(`${yearMonth[1] ?? ''}-${pad(Number(yearMonth[2]))}`, yearMonth[0].length)
  const quarter = on(text, at, QUARTER)
  if (quarter && /季/.test(quarter[0])) return span(quarterMeant(quarter, year, today), quarter[0].length)
  const word = on(text, at, YEAR_WORD) ?? on(text, at, YEAR)
  if (!word) return null
  const value =
    { 去年: year - 1, 上年: year - 1, 旧年: year - 1, 前年: year - 2, 明年: year + 1 }[word[1] ?? ''] ??
    (/^20/.test(word[1] ?? '') ? Number(word[1]) : year)
  return { ...span(String(value), word[0].length), ...(value > year ? { future: true as const } : {}) }
}

function quarterMeant(hit: RegExpExecArray, year: number, today: LocalDate): string {
  if (hit[3] === '上') return quarterOf(addDays(daysOf(quarterOf(today)).first, -1))
  if (hit[3] !== undefined) return quarterOf(today)
  const number = Number((hit[2] ?? '1').replace(/[一二三四]/, (figure) => String('零一二三四'.indexOf(figure))))
  return `${hit[1] === undefined ? year : Number.parseInt(hit[1], 10)}Q${number}`
}

const span = (value: string, length: number): DateSpan => ({ length, past: value, next: value, approx: true, period: value })

/** 上个月20号 is a day, 上个月 a month; 月底 and 月初 stay the month */
function inMonth(text: string, at: number, length: number, month: string, today: LocalDate): DateSpan {
  const figure =
    /^(\d{1,2}|[一二三四五六七八九十廿]{1,3})[号日]/.exec(text.slice(at + length, at + length + 4)) ??
    /^(\d{2}|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)(?=[我俺咱他她去在把给帮和跟捐献修扫清, ]|$)/.exec(
      text.slice(at + length, at + length + 5),
    )
  const number = figure ? readNumber(figure[1] ?? '', 0)?.value : undefined
  if (figure && number !== undefined && isDate(`${month}-${pad(number)}`)) return day(`${month}-${pad(number)}`, length + figure[0].length)
  const edge = /^[底初末中头]/.test(text.slice(at + length)) ? 1 : 0
  return { ...span(month, length + edge), ...(month > monthOf(today) ? { future: true as const } : {}) }
}
