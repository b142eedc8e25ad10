import type { LocalDate } from '../../models/dates.ts'
import { amountText, signedText, turnoverText, type Telling, type Turnover } from '../amount.ts'

/** One holder's year in one book. */
export interface ArchivePage extends Turnover {
  readonly title: string
  /** the person of a book kept by person; null where it is the household's */
  readonly person: string | null
  readonly telling: Telling
  readonly base: number
  readonly left: number
  readonly lines: readonly { readonly on: LocalDate; readonly number: number | null; readonly what: string; readonly amount: number }[]
}

const named = (person: string | null): string => (person === null ? '' : `（〔${person}〕）`)

const pageText = (page: ArchivePage): readonly string[] => [
  `${page.title}${named(page.person)}：`,
  ...page.lines.map(({ on, number, what, amount }) =>
    [on, ...(number === null ? [] : [`#${String(number)}`]), what, signedText(amount, page.telling)].join(' '),
  ),
  ...(page.base === 0 ? [] : [`基础分${String(page.base)}（只参加排名，不兑换）`]),
  `${turnoverText(page, page.telling)}，年底${amountText(page.left, page.telling)}。`,
]

/** 档案袋 (YX-10): a household's year, with people as `〔person id〕`; the same ledger always gives the same text, byte for byte. */
export const archiveText = (year: string, household: number, pages: readonly ArchivePage[]): string =>
  [`${year}年积分档案 ${String(household)}号户`, ...pages.flatMap(pageText)].join('\n')

/** The archive as the family reads it: with names in place of ids. */
export const readArchive = (text: string, nameOf: (person: string) => string): string =>
  text.replace(/〔([^〕]+)〕/gu, (_, person: string) => nameOf(person))

/** What stands beneath an archive: whether the family has found it right. */
export const archiveFooter = (year: string, signedBy: string | null, sha256: string): string =>
  [
    `校验码${sha256.slice(0, 12)}。`,
    signedBy === null ? `核对无误请回“档案已核对 ${year}年”，有不对发“异议 #编号 理由”。` : `${signedBy}已核对签字。`,
  ].join('')

/** The one line a head is told when the year is closed. */
export const archiveReady = (year: string, sums: readonly string[]): string =>
  `您家${year}年积分档案已归档：${sums.join('；')}。看全文发“档案 ${year}年”，核对无误回“档案已核对 ${year}年”。`

/** One book in that line. */
export const archiveSum = (page: ArchivePage): string => `${page.title}${turnoverText(page, page.telling)}`

/** No archive of that year. */
export const noArchive = (year: string): string => `还没有您家${year}年的档案，年底结算后才有。今年的发“明细 ${year}年”。`

/** The family's word is kept. */
export const archiveSigned = (year: string): string => `记下了：${year}年档案您家已核对。`

/** Somebody of the family has said so before. */
export const archiveSignedBefore = (year: string): string => `${year}年档案您家已经核对过了。`

/** What an entry is that no report stands behind. */
export function entryWhat(cause: string): string {
  if (cause.startsWith('job:close-year:')) return '上年结清'
  return cause.startsWith('reset-back:') ? '结清更正' : '调整'
}
