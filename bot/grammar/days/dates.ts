import { addDays, isDate, type LocalDate, monthOf, weekdayOf } from '../../../models/dates.ts'
import { festivalDays, lunarDays, nearest, termDays } from './festivals.ts'
import { type DateSpan, day, on, pad, period } from './periods.ts'
import { readNumber } from '../numerals.ts'

const BACK: Readonly<Record<string, number>> = {
  大前: 3,
  上前: 3,
  先前: 3,
  前: 2,
  昨: 1,
  琴: 1,
  寻: 1,
  噚: 1,
  夜来: 1,
  夜: 1,
  今: 0,
  明: -1,
  听: -1,
  后: -2,
  大后: -3,
}

const DAY_WORD =
  /(大前|上前|先前|前|昨|琴|寻|噚|夜来|夜|今|明|听|后|大后)(天|晡日|晡夜|日子|日|儿个|儿|个儿|朝|清早|清晨|大早|早晨|早上|早|上午|上昼|中午|下午|下昼|下晚|傍晚|后晌|前晌|头晌|晚上|晚|夜里|夜|黑里|黑|晌午|晏昼)/y
const DAY_WORD_OPEN =
  /(夜来个|夜来|琴日|寻日|今个|昨个|前个|明个|夜个|夜儿个|今儿|昨儿|前儿)(?=个|早|晚|后晌|头|下午|上午|[^一-龥]|[俺我额他她咱偶把帮在去到给跟和也])/y
const JUST_NOW = /刚刚|刚才|方才|才刚|头先|啱啱/y
const WEEK_DAY = /(上上|大上|上|这|本|下)?(?:个)?(?:星期|礼拜|周)([一二三四五六日天末1-7])/y
const WEEK = /(上上|上|这|本|下)(?:个)?(?:星期|礼拜|周)(?![一二三四五六日天末1-7岁])/y
const FULL = /(20\d\d)[-年./](\d{1,2})[-月./](\d{1,2})(?:日|号)?(?!\d)/y
const MONTH_DAY = /(\d{1,2})(?:月|[./-])(\d{1,2})(?:日|号)?(?![\d.:])/y
const CHINESE_DAY = /[零一二三四五六七八九十廿卅]{1,3}/y
const LUNAR_MONTHS: Readonly<Record<string, number>> = {
  正月: 1,
  冬月: 11,
  腊月: 12,
  二月: 2,
  三月: 3,
  四月: 4,
  五月: 5,
  六月: 6,
  七月: 7,
  八月: 8,
  九月: 9,
  十月: 10,
}
/** 十一月 and 十二月 are months of either calendar; 初 and 廿 make them lunar */
const LATE_MONTHS: Readonly<Record<string, number>> = { 十一月: 11, 十二月: 12 }

/** The day or period named at a place of a folded line, seen from `today`; null when none is. */
export function readDate(text: string, at: number, today: LocalDate): DateSpan | null {
  const first = text[at] ?? ''
  if (
    !/[\d大上先前昨琴寻噚夜今明听后刚方才头啱星礼周这本下当去旧第一二三四五六七八九十廿卅初月正冬腊立雨惊春清谷小夏大芒处白秋寒霜重中端元除七国劳儿妇建年]/.test(
      first,
    )
  )
    return null
  return (
    festivalDays(text, at, today) ??
    relativeDay(text, at, today) ??
    weekDay(text, at, today) ??
    lunar(text, at, today) ??
    written(text, at, today) ??
    period(text, at, today)
  )
}

function relativeDay(text: string, at: number, today: LocalDate): DateSpan | null {
  const now = on(text, at, JUST_NOW)
  if (now) return day(today, now[0].length)
  const hit = on(text, at, DAY_WORD) ?? on(text, at, DAY_WORD_OPEN)
  if (
    !hit ||
    (hit[1] === '前' && /[^天日]/.test(hit[2] ?? '天') && !/^前(?:儿|晚|个儿)/.test(hit[0])) ||
    /^(?:前日子|后日子|夜晚|夜早|明早上好|听天|后早|后夜|后晚|夜夜|夜日|夜朝|夜天|听朝早)/.test(text.slice(at, at + 4))
  )
    return null
  const word = (hit[1] ?? '').replace(/[日个儿]+$/u, '')
  const back = BACK[word] ?? 0
  const more = /^(?:个|晚|早|夜)(?![月人别])/.exec(text.slice(at + hit[0].length))?.[0].length ?? 0
  const date = addDays(today, -back)
  return {
    ...day(date, hit[0].length + (hit[2] === undefined || /儿$/.test(hit[0]) ? more : 0)),
    ...(back < 0 ? { future: true as const } : {}),
  }
}

const monday = (date: LocalDate): LocalDate => addDays(date, -((weekdayOf(date) + 6) % 7))

function weekDay(text: string, at: number, today: LocalDate): DateSpan | null {
  const hit = on(text, at, WEEK_DAY)
  if (hit && !(hit[1] === undefined && hit[0].startsWith('周') && /[天日]/.test(hit[2] ?? '') && /[岁年]/.test(text[at + 2] ?? ''))) {
    const place = '一二三四五六日'.indexOf(
      /[天末7]/.test(hit[2] ?? '') ? '日' : (hit[2] ?? '').replace(/[1-6]/, (figure) => '零一二三四五六'[Number(figure)] ?? ''),
    )
    const shift = hit[2] === '末' ? 5 : place
    const weeks = { 上上: -2, 大上: -2, 上: -1, 这: 0, 本: 0, 下: 1 }[hit[1] ?? '']
    const here = addDays(monday(today), shift)
    if (weeks !== undefined) {
      const date = addDays(here, weeks * 7)
      return { ...day(date, hit[0].length), ...(date > today ? { future: true as const } : {}) }
    }
    return { length: hit[0].length, past: here <= today ? here : addDays(here, -7), next: here >= today ? here : addDays(here, 7) }
  }
  const week = on(text, at, WEEK)
  if (!week) return null
  const first = addDays(monday(today), { 上上: -14, 上: -7, 这: 0, 本: 0, 下: 7 }[week[1] ?? ''] ?? 0)
  return {
    length: week[0].length,
    past: monthOf(first),
    next: monthOf(first),
    approx: true,
    period: `${first}..${addDays(first, 6)}`,
    ...(week[1] === '下' ? { future: true as const } : {}),
  }
}

function lunar(text: string, at: number, today: LocalDate): DateSpan | null {
  const term = termDays(text, at, today)
  if (term) return term
  const late = /^十[一二]月(?=[初廿])/.exec(text.slice(at, at + 4))?.[0]
  const month = late ?? Object.keys(LUNAR_MONTHS).find((name) => text.startsWith(name, at))
  const named = month === undefined ? null : (LUNAR_MONTHS[month] ?? LATE_MONTHS[month] ?? null)
  const start = at + (month?.length ?? 0)
  const early = /^初([一二三四五六七八九十])/.exec(text.slice(start, start + 2))
  if (early && !/^初[一二三](?:中|学|毕|班|的娃|学生)/.test(text.slice(start, start + 4))) {
    return lunarDays(named, '一二三四五六七八九十'.indexOf(early[1] ?? '') + 1, start + 2 - at, today)
  }
  if (named === null) {
    const spoken =
      /^(十五)(?=那天|那日|那晚)|^(?:农历|阴历)?((?:十[一二三四六七八九]|廿[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十))(?=那天|那日|那晚)/u.exec(
        text.slice(at, at + 8),
      )
    if (spoken?.[1] !== undefined) return middleOfMonth(today, 2)
    if (spoken) return lunarDays(null, readNumber(spoken[2] ?? '', 0)?.value ?? 0, spoken[0].length, today)
    return text.startsWith('月半', at) ? middleOfMonth(today) : null
  }
  const figure = on(text, start, CHINESE_DAY)
  if (figure && !/[号日]/.test(text[start + figure[0].length] ?? '')) {
    const number = readNumber(figure[0], 0)
    if (number && number.value <= 30 && /[十廿卅五九七]/.test(figure[0]))
      return lunarDays(named, number.value, start - at + figure[0].length, today)
  }
  return text.startsWith('半', start) ? lunarDays(named, 15, start + 1 - at, today) : null
}

function middleOfMonth(today: LocalDate, length = 2): DateSpan {
  const lunarDay = lunarDays(null, 15, 2, today)
  const solar = nearest([`${monthOf(today)}-15`, `${monthOf(addDays(`${monthOf(today)}-01`, -1))}-15`], today)
  const candidates = [lunarDay?.past ?? solar.past, solar.past].sort()
  return { length, past: solar.past, next: solar.next, candidates }
}

function written(text: string, at: number, today: LocalDate): DateSpan | null {
  const full = on(text, at, FULL)
  if (full) {
    const date = `${full[1] ?? ''}-${pad(Number(full[2]))}-${pad(Number(full[3]))}`
    return day(date, full[0].length)
  }
  const short = on(text, at, MONTH_DAY)
  if (
    short &&
    !/\d/.test(text[at - 1] ?? '') &&
    (/[月/]/.test(short[0]) || /[日号]$/.test(short[0]) || !/^[斤元块分米公吨升袋小个天亩度%]/.test(text.slice(at + short[0].length)))
  ) {
    const known = monthDay(Number(short[1]), Number(short[2]), short[0].length, today)
    return known ?? impossibleDay(Number(short[1]), Number(short[2]), short[0], text.slice(at + short[0].length), today)
  }
  const months = on(text, at, CHINESE_DAY) ?? on(text, at, /\d{1,2}/y)
  if (!months) return null
  const number = readNumber(months[0], 0)?.value ?? 0
  const after = at + months[0].length
  if (text[after] === '月' && text[after + 1] !== '子') {
    const days = on(text, after + 1, CHINESE_DAY) ?? on(text, after + 1, /\d{1,2}/y)
    const dayNumber = days ? readNumber(days[0], 0)?.value : undefined
    if (days && dayNumber !== undefined) {
      const end = after + 1 + days[0].length + (/[日号]/.test(text[after + 1 + days[0].length] ?? '') ? 1 : 0)
      return monthDay(number, dayNumber, end - at, today) ?? impossibleDay(number, dayNumber, text.slice(at, end), text.slice(end), today)
    }
    return wholeMonth(number, after + (text[after + 1] === '份' ? 2 : 1) - at, today)
  }
  if (
    /[号]/.test(text[after] ?? '') &&
    number >= 1 &&
    number <= 31 &&
    !/^号(?:单|线|楼|院|户|台|机|井|杆|审|批|码|选|订|店|那条|这条|这个|那个|到哪)/.test(text.slice(after, after + 4)) &&
    !/[第\d]/.test(text[at - 1] ?? '')
  ) {
    return dayOfMonth(number, after + 1 - at, today)
  }
  return null
}

function monthDay(month: number, dayNumber: number, length: number, today: LocalDate): DateSpan | null {
  const year = Number(today.slice(0, 4))
  const dates = [year - 1, year, year + 1].map((each) => `${each}-${pad(month)}-${pad(dayNumber)}`).filter(isDate)
  return dates.length === 0 ? null : { length, ...nearest(dates, today) }
}

/** 11月31日: no such day; it is passed on as written, for the bot to say so */
function impossibleDay(month: number, dayNumber: number, typed: string, rest: string, today: LocalDate): DateSpan | null {
  const likely = month >= 1 && month <= 12 && dayNumber <= 31 && typed.includes('月') && !/^[斤元块分米公吨升袋小个天亩度%多几]/.test(rest)
  if (!/[日号]$/.test(typed) && !likely) return null
  return day(`${today.slice(0, 4)}-${pad(month)}-${pad(dayNumber)}`, typed.length)
}

function dayOfMonth(dayNumber: number, length: number, today: LocalDate): DateSpan | null {
  const here = monthOf(today)
  const before = monthOf(addDays(`${here}-01`, -1))
  const after = monthOf(addDays(`${here}-28`, 5))
  const dates = [before, here, after].map((month) => `${month}-${pad(dayNumber)}`).filter(isDate)
  return dates.length === 0 ? null : { length, ...nearest(dates, today) }
}

function wholeMonth(month: number, length: number, today: LocalDate): DateSpan | null {
  if (month < 1 || month > 12) return null
  const year = Number(today.slice(0, 4))
  const past = `${month > Number(today.slice(5, 7)) ? year - 1 : year}-${pad(month)}`
  return { length, past, next: `${month < Number(today.slice(5, 7)) ? year + 1 : year}-${pad(month)}`, approx: true, period: past }
}
