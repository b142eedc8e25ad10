import { Lunar, LunarMonth, LunarYear, Solar } from 'lunar-typescript'
import { pinyin } from 'pinyin-pro'

const FIRST_YEAR = 2015
const LAST_YEAR = 2050

const TERMS =
  '小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至'.split(' ')

const twoDigits = (value: number): string => String(value).padStart(2, '0')

function lunarYear(year: number): string {
  const months = LunarYear.fromYear(year).getMonthsInYear()
  const first = Lunar.fromYmd(year, 1, 1).getSolar()
  const lengths = months.map((month: LunarMonth) => (month.getDayCount() === 30 ? '1' : '0')).join('')
  return `${twoDigits(first.getMonth())}${twoDigits(first.getDay())} ${lengths} ${LunarYear.fromYear(year).getLeapMonth()}`
}

function solarTerms(year: number): string {
  const table = Solar.fromYmd(year, 6, 15).getLunar().getJieQiTable()
  const days = TERMS.map((term) => {
    const inYear = Object.values(keysOf(term))
      .map((key) => table[key])
      .find((day) => day?.getYear() === year)
    return twoDigits(inYear?.getDay() ?? 0)
  })
  return days.join('')
}

/** the library keeps the terms at both ends of the year under Latin names as well */
const keysOf = (term: string): readonly string[] => {
  const latin: Readonly<Record<string, string>> = {
    冬至: 'DONG_ZHI',
    小寒: 'XIAO_HAN',
    大寒: 'DA_HAN',
    立春: 'LI_CHUN',
    雨水: 'YU_SHUI',
    惊蛰: 'JING_ZHE',
    大雪: 'DA_XUE',
  }
  return [term, latin[term] ?? term]
}

const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index)

/** The text of `calendar-table.ts`: lunar years and solar terms as `lunar-typescript` computes them. */
export function calendarModule(): string {
  const rows = years.map((year) => `  ${year}: ['${lunarYear(year)}', '${solarTerms(year)}'],`)
  return [
    '/** Lunar years: day of the new year (MMDD), long months as 1, leap month; and the days of the 24 solar terms from 小寒 to 冬至. */',
    'export const calendar: Readonly<Record<number, readonly [string, string]>> = {',
    ...rows,
    '}',
    '',
  ].join('\n')
}

/** The text of `sound-table.ts`: the common characters (GB 2312) by their main reading without tone, as `pinyin-pro` reads them. */
export function soundModule(): string {
  const decoder = new TextDecoder('gb2312')
  const bySound = new Map<string, string>()
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const char = decoder.decode(new Uint8Array([row, cell]))
      if (!/^\p{Script=Han}$/u.test(char)) continue
      const sound = pinyin(char, { toneType: 'none', type: 'string', v: true })
      bySound.set(sound, `${bySound.get(sound) ?? ''}${char}`)
    }
  }
  const rows = [...bySound].sort(([a], [b]) => (a < b ? -1 : 1)).map(([sound, chars]) => `${sound} ${chars}`)
  return [
    '/** Characters by sound without tone: one syllable and its characters per line. */',
    'export const sounds = `',
    ...rows,
    '`',
    '',
  ].join('\n')
}
