import type { LocalDate } from '../../../models/dates.ts'
import { addDays, daysOf } from '../../../models/dates.ts'
import type { Speech } from '../line.ts'
import { marksIn, wordsIn } from '../marks.ts'

/** A line without the day from which, or until which, it shall hold. */
export interface DatedLine {
  readonly text: string
  /** the first day of the change (ISO day, month or year); null when none is said */
  readonly from: string | null
  /** 到12月31日止: the line itself says that something ends */
  readonly ends: boolean
}

const FROM = /[ ,]*(?:从|自)? ?(D{1,2}) ?(?:起|开始|以后|之后)(?:执行|实行|施行|生效)?[ ,]*/u
const UNTIL = /[ ,]*(?:做|记|算|报)?到 ?(D{1,2}) ?(?:为止|止|截止)[ ,]*/u

/** 明年3月1日 is said in two words: the year, and the day in it. */
export function dayIn(speech: Speech, from: number, to: number): string | undefined {
  const [first, second] = marksIn(speech, from, to).flatMap(({ letter, date }) => (letter === 'D' && date ? [date.next] : []))
  if (first === undefined || second === undefined || !/^\d{4}$/u.test(first) || !/^\d{4}-/u.test(second)) return first
  return `${first}${second.slice(4)}`
}

const dayAfter = (date: string): LocalDate => addDays(daysOf(date).last, 1)

/** Takes 「从1月1日起」 and 「到12月31日止」 out of a line, wherever they stand. */
export function withoutDay(speech: Speech): DatedLine {
  const [from, until] = [FROM.exec(speech.mask), UNTIL.exec(speech.mask)]
  const found = from ?? until
  if (!found) return { text: speech.text.trim(), from: null, ends: false }
  const end = found.index + found[0].length
  const day = dayIn(speech, found.index, end) ?? null
  const text = `${wordsIn(speech, 0, found.index)} ${wordsIn(speech, end, speech.mask.length)}`.trim()
  return { text, from: from || day === null ? day : dayAfter(day), ends: from === null }
}
