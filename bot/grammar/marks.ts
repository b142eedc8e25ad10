import type { LocalDate } from '../../models/dates.ts'
import type { DateSpan } from './days/periods.ts'
import { readDate } from './days/dates.ts'
import { dialectAt } from './hearing/dialect.ts'
import { readNumber } from './numerals.ts'
import type { PeopleReader, PersonSpan } from './hearing/people.ts'
import { type QuantitySpan, readQuantity } from './quantities.ts'

/**
 * What stands at a marked place of a line. The letter replaces the words in the mask, so that rules can speak of kinds:
 * D day or period · T time of day · P person · F surname form · R relative · G group · S points · M money · Q quantity (also hours) ·
 * N number · C case number · I picture or file.
 */
export interface Mark {
  readonly letter: 'D' | 'T' | 'P' | 'F' | 'R' | 'G' | 'S' | 'M' | 'Q' | 'N' | 'C' | 'I'
  readonly text: string
  readonly date?: DateSpan
  readonly person?: PersonSpan
  readonly quantity?: QuantitySpan
  readonly number?: number
}

/** A line with its marks: `mask` is the text with each mark replaced by its letter; `starts` maps mask places to text places. */
export interface MarkedText {
  readonly text: string
  readonly mask: string
  readonly starts: readonly number[]
  readonly marks: ReadonlyMap<number, Mark>
}

const CLOCK =
  /(?:\d{1,2}:\d{2}|(?:\d{1,2}|[一二三四五六七八九十]{1,3})点(?:半|钟|多|来钟|一刻|三刻|(?:\d{1,2}|[一二三四五六七八九十]{1,3})分(?!钟))?)(?!积分|[分儿个心也都意什好事东水])/y
const DAY_PART =
  /(?:大清早|一大早|清早|早上|早晨|上午|中午|晌午|下午|傍晚|晚上|夜里|黑里|凌晨|半夜|后半夜|早起|前晌|后晌|上半天|下半天|天刚亮|天没亮|朝早)/y
const MEDIA = /\[(?:图片|照片|视频|文件|小视频|链接)\]/y
const CASE = /#\s?(\d{1,6})|(?:第)?(\d{3,6})号(?![单线楼院户台机井杆])|编号\s?(\d{1,6})/y

/** 第二个改2分: a place in the last list, where a decision follows it */
const ORDINAL =
  /(?:第([一二三四五六七八九十]|\d{1,2})(?:个|条|项|笔|号)|(\d{1,2})号)(?=[都也就先 ,]{0,2}(?:同意|通过|批|准|过(?![去来年节了])|驳|改|不[批过同行予]|退|可以|给S?|先放|放|缓))/y

const NUMERIC = /[\d零〇一二两俩三仨四五六七八九十百千万廿卅幺壹贰叁肆伍陆柒捌玖拾佰仟半个大]/
/** nobody names more days than this in one line; a longer list of them is not looked up */
const MOST_DAYS = 12

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function markAt(text: string, at: number, today: LocalDate, people: PeopleReader, days: number): Mark | null {
  const char = text[at] ?? ''
  if (char === '[') {
    const media = match(MEDIA, text, at)
    return media ? { letter: 'I', text: media[0] } : null
  }
  if (/[#\d第编]/.test(char) && !/[\d.]/.test(text[at - 1] ?? '')) {
    const found = match(CASE, text, at)
    if (found) return { letter: 'C', text: found[0], number: Number(found[1] ?? found[2] ?? found[3]) }
  }
  const ordinal = /[第\d]/.test(char) && !/\d/.test(text[at - 1] ?? '') ? match(ORDINAL, text, at) : null
  if (ordinal) return { letter: 'N', text: ordinal[0], number: readNumber(ordinal[1] ?? ordinal[2] ?? '', 0)?.value ?? 0 }
  const person = people(text, at)
  if (person)
    return {
      letter: ({ person: 'P', surname: 'F', relative: 'R' } as const)[person.kind],
      text: text.slice(at, at + person.length),
      person,
    }
  const numeric = NUMERIC.test(char)
  const clock =
    /[\d一二三四五六七八九十]/.test(char) && !/[一有早差晚]点[^钟半]|[一]点$/.test(text.slice(at, at + 3)) ? match(CLOCK, text, at) : null
  if (clock) return { letter: 'T', text: clock[0] }
  const amount =
    !numeric ||
    (/[下上这那哪第前]一/.test(text.slice(Math.max(0, at - 1), at + 1)) && text[at + 1] !== '分') ||
    (/[第前]/.test(text[at - 1] ?? '') && !/[组]/.test(text.slice(at, at + 4)))
      ? null
      : readQuantity(text, at)
  const dated = days < MOST_DAYS ? readDate(text, at, today) : null
  // 查一下周大山: the last character of 下周 begins a name
  const date = dated && text[at + dated.length - 1] === '周' && people(text, at + dated.length - 1)?.kind === 'person' ? null : dated
  if (date && (!amount || date.length >= amount.length)) return { letter: 'D', text: text.slice(at, at + date.length), date }
  const part = /[大清早上中晌下傍晚夜黑凌半前后天朝]/.test(char) ? match(DAY_PART, text, at) : null
  if (part) return { letter: 'T', text: part[0] }
  if (amount)
    return {
      letter: ({ points: 'S', hours: 'Q', money: 'M', group: 'G', unit: 'Q' } as const)[amount.kind],
      text: text.slice(at, at + amount.length),
      quantity: amount,
    }
  const number = numeric ? readNumber(text, at) : null
  if (!number || (!/\d/.test(char) && number.length < 2)) return null
  return { letter: 'N', text: text.slice(at, at + number.length), number: number.value }
}

/** Marks the numbers, days, amounts and people of a folded, lower-case line. */
export function markText(text: string, today: LocalDate, people: PeopleReader): MarkedText {
  const marks = new Map<number, Mark>()
  const starts: number[] = []
  let mask = ''
  let at = 0
  let days = 0
  while (at < text.length) {
    const mark = markAt(text, at, today, people, days)
    if (mark?.letter === 'D') days += 1
    starts.push(at)
    if (mark) {
      marks.set(mask.length, mark)
      mask += mark.letter
      at += mark.text.length
      continue
    }
    const said = dialectAt(text, at) ?? { standard: text[at] ?? '', length: 1 }
    at += said.length
    for (let more = 1; more < said.standard.length; more += 1) starts.push(at)
    mask += said.standard
  }
  starts.push(text.length)
  return { text, mask, starts, marks }
}

/** The marks between two places of the mask, in order. */
export function marksIn(marked: MarkedText, from = 0, to = marked.mask.length): readonly Mark[] {
  return [...marked.marks].filter(([place]) => place >= from && place < to).map(([, mark]) => mark)
}

/** The words between two places of the mask, as typed. */
export const wordsIn = (marked: MarkedText, from: number, to: number): string =>
  marked.text.slice(marked.starts[from] ?? 0, marked.starts[to] ?? marked.text.length)
