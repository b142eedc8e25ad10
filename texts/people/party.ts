import type { LocalDate } from '../../models/dates.ts'
import { dayText } from '../format.ts'

/** Whose bad record is it, and of which kind? */
export const badRecordHow = '写上党员姓名，比如“不良记录 王秀英”。'

/** The scheme names no kinds of bad record. */
export const noBadRecords = '本村办法里没有写不良记录，不用记。'

/** Of which of the branch's kinds is it? */
export const whichKind = (who: string, kinds: readonly string[]): string =>
  `${who}属于支部定的哪一类不良情形？${kinds.map((kind, index) => `${String(index + 1)} ${kind}`).join('　')}`

/** What the proposal would record. */
export const badRecordText = (who: string, kind: string): string => `记${who}不良记录一条：${kind}`

/** Tells the member, in private, what was recorded and how to be heard (JS-R1, JS-R4). */
export const badRecordForYou = (number: number, kind: string, on: LocalDate): string =>
  `#${String(number)} 支部${dayText(on)}记下您一条不良记录：${kind}。年度建议等次会因此列最低一等，由支部大会评议决定。有话要说请在会上讲，或发“异议 原因”。`

/** Whose year, and what has the meeting decided? */
export const exceptionHow = '写上党员姓名，比如“评等 王秀英”。'

/** What has the branch resolved for a member's year (JS-R4)? */
export const whichException = (who: string): string =>
  `${who}今年怎么评？因病、年老、流动或年中转入的，按支部决议回一句：“免评 支部大会11月5日决议”或“折算6个月 支部大会11月5日决议”。`

/** The answer named neither. */
export const exceptionUnclear = '没看出是免评还是折算几个月。再发一次“评等 姓名”，回“免评 …决议”或“折算6个月 …决议”（1到11个月）。'

/** What a resolution's words mean: no grade (null), or the months that count; undefined when they name neither. */
export function monthsIn(words: string): number | null | undefined {
  const [, said] = /(\d{1,2})\s*个?月(?!\d)(?!\s*\d{1,2}[日号])/u.exec(words) ?? []
  if (/免评|不评/u.test(words)) return null
  const months = said === undefined ? undefined : Number(said)
  return months !== undefined && months >= 1 && months <= 11 ? months : undefined
}

/** What the proposal would record of a member's year. */
export const exceptionText = (who: string, year: string, months: number | null, resolution: string): string =>
  `${who}${year}年建议等次${months === null ? '免评' : `按${String(months)}个月折算`}（${resolution}）`

/** Tells the member. */
export const exceptionForYou = (year: string, months: number | null): string =>
  months === null ? `支部决议：您${year}年不评等次。` : `支部决议：您${year}年的等次按${String(months)}个月折算。`
