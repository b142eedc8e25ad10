import { daysOf } from '../../models/dates.ts'
import { baseBook } from '../../models/ledger.ts'
import type { HolderGain } from '../../models/ledger-pages.ts'
import type { Stores } from '../../models/stores/stores.ts'
import type { Household } from '../../models/village.ts'
import { itemName } from './holders.ts'
import { pagesOf, turnoverOf } from './pages.ts'
import type { Scheme } from '../scheme.ts'

/** A line of a household's year, by the item's own name: the villagers' words are never kept twice. */
export interface YearLine {
  readonly on: string
  readonly number: number | null
  readonly item: string | null
  readonly cause: string
  readonly amount: number
}

/** One holder's year in one book. */
export interface YearPage {
  readonly code: string
  readonly person: string | null
  readonly base: number
  readonly left: number
  readonly earned: number
  readonly taken: number
  readonly redeemed: number
  readonly lines: readonly YearLine[]
}

/** More reports than a household makes in its life. */
const all = 100_000

/** The figures of all holders at the end of a year, read once. */
interface YearFigures {
  left(code: string, holder: string): number
  base(code: string, holder: string): number
}

async function figuresOf(year: string, scheme: Scheme, { ledger }: Stores): Promise<YearFigures> {
  const left = new Map<string, number>()
  const base = new Map<string, number>()
  for (const [code, { holder: kind, reset }] of Object.entries(scheme.books)) {
    if (kind === 'group') continue
    for (const { holder, then } of await ledger.standingsAt(code, kind, daysOf(year).last)) left.set(`${code} ${holder}`, then)
    const gains: readonly HolderGain[] = await ledger.gains(
      baseBook(code),
      kind,
      reset === 'yearly' ? `${year}-01` : '0000-01',
      `${year}-12`,
    )
    for (const { holder, amount } of gains) base.set(`${code} ${holder}`, amount)
  }
  return {
    left: (code, holder) => left.get(`${code} ${holder}`) ?? 0,
    base: (code, holder) => base.get(`${code} ${holder}`) ?? 0,
  }
}

/** What each case of a household is about, by number. */
async function itemsOf(household: string, schemeOf: (edition: number) => Promise<Scheme>, { cases }: Stores) {
  const names = new Map<number, string>()
  for (const { number, edition, report } of await cases.reportsOf(household, all)) {
    names.set(number, itemName(await schemeOf(edition), report.item))
  }
  return async (number: number | null): Promise<string | null> => {
    if (number === null) return null
    const known = names.get(number)
    if (known !== undefined) return known
    const file = await cases.deduction(number)
    return file ? itemName(await schemeOf(file.edition), file.deduction.item) : null
  }
}

/** Reads households' years: pages without a line, points or base are left out. Confidential books are each holder's own affair and left out too. */
export async function yearReader(year: string, scheme: Scheme, schemeOf: (edition: number) => Promise<Scheme>, stores: Stores) {
  const { first, last } = daysOf(year)
  const figures = await figuresOf(year, scheme, stores)
  const codes = Object.entries(scheme.books).flatMap(([code, { audience }]) => (audience === 'cadres' ? [] : [code]))

  return async ({ id }: Household): Promise<readonly YearPage[]> => {
    const itemOf = await itemsOf(id, schemeOf, stores)
    const pages: YearPage[] = []
    for (const code of codes) {
      for (const { kind, holder } of await pagesOf(stores.register, scheme, code, id)) {
        const statement = await stores.ledger.statement(code, kind, holder, first, last)
        const [left, base] = [figures.left(code, holder), figures.base(code, holder)]
        if (statement.length === 0 && left === 0 && base === 0) continue
        const lines: YearLine[] = []
        for (const { on, number, cause, amount } of statement) lines.push({ on, number, item: await itemOf(number), cause, amount })
        pages.push({ code, person: kind === 'person' ? holder : null, base, left, ...turnoverOf(statement), lines })
      }
    }
    return pages
  }
}
