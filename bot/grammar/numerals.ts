/** A number in a text: its value, how many characters it takes, and whether it is only about right (三百多, 两三). */
export interface NumberSpan {
  readonly value: number
  readonly length: number
  readonly rough?: true
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  幺: 1,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}

const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 10_000 }
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 }

const CHINESE = /[零〇一二两俩三仨四五六七八九十百千万廿卅幺壹贰叁肆伍陆柒捌玖拾佰仟]{1,16}/y
const ARABIC = /(\d{1,12}(?:,\d{3}(?!\d)){0,3})(\.\d{1,4})?([万千百](?!分))?/y

/** The number that begins at a place of a folded text, in Arabic or Chinese figures; null when none does. */
export function readNumber(text: string, at: number): NumberSpan | null {
  ARABIC.lastIndex = at
  const arabic = ARABIC.exec(text)
  if (arabic) {
    const scale = UNITS[arabic[3] ?? ''] ?? 1
    const value = Number(`${(arabic[1] ?? '').replaceAll(',', '')}${arabic[2] ?? ''}`) * scale
    return rough(text, at, value, arabic[0].length)
  }
  CHINESE.lastIndex = at
  const chinese = CHINESE.exec(text)
  if (!chinese) return null
  // 八两 is a weight, no 82
  const word = /.两$/.test(chinese[0]) && !/[个天次袋人]/.test(text[at + chinese[0].length] ?? '') ? chinese[0].slice(0, -1) : chinese[0]
  const read = chineseNumber(word)
  return read.guess ? { value: read.value, length: word.length, rough: true } : rough(text, at, read.value, word.length)
}

function rough(text: string, at: number, value: number, length: number): NumberSpan {
  const more = /[多来余]/.test(text[at + length] ?? '') && !/[多来余][少得了]/.test(text.slice(at + length, at + length + 2))
  return more ? { value, length: length + 1, rough: true } : { value, length }
}

/** 三百二 is 320, 廿三 is 23, 二〇二六 is 2026; 两三 is a guess. */
function chineseNumber(word: string): { readonly value: number; readonly guess: boolean } {
  const chars = [...word]
  if (chars.length > 1 && chars.every((char) => char in DIGITS)) {
    const value = Number(chars.map((char) => DIGITS[char] ?? 0).join(''))
    return { value, guess: chars.length < 4 && !word.includes('〇') && !word.includes('零') && !word.includes('幺') }
  }
  let total = 0
  let section = 0
  let digit: number | null = null
  let unit = 1
  let zero = false
  let guess = false
  for (const char of chars) {
    const asDigit = DIGITS[char]
    const asTens = TENS[char]
    if (asDigit !== undefined) {
      if (digit !== null && digit !== 0 && asDigit !== 0) guess = true
      zero = asDigit === 0
      digit = asDigit
    } else if (asTens !== undefined) {
      section += asTens
      unit = 10
      digit = null
    } else {
      const scale = UNITS[char] ?? 1
      if (scale === 10_000) {
        total = (total + section + (digit ?? (total + section === 0 ? 1 : 0))) * scale
        section = 0
      } else section += (digit ?? 1) * scale
      unit = scale
      digit = null
      zero = false
    }
  }
  if (digit !== null) section += !zero && unit >= 100 && !/[零〇]/.test(word) ? (digit * unit) / 10 : digit
  return { value: total + section, guess }
}
