import type { Entry } from '../../models/ledger.ts'
import type { Scheme } from '../scheme.ts'

/** One village's part of the city's figures: households taking part, points issued and points redeemed. */
export interface VillageFigures {
  readonly households: number
  readonly issued: number
  readonly redeemed: number
}

/** The figures of several villages together; `perMille` is the share redeemed of what was issued, null where nothing was. */
export interface RollUp extends VillageFigures {
  readonly villages: number
  readonly perMille: number | null
}

/** 汇总 (GY-11): 301 villages with 789,000 points issued and 517,000 redeemed give 655 ‰, printed as 65.5 %. */
export function rollUp(villages: readonly VillageFigures[]): RollUp {
  const sum = (of: keyof VillageFigures) => villages.reduce((total, figures) => total + figures[of], 0)
  const [households, issued, redeemed] = [sum('households'), sum('issued'), sum('redeemed')]
  return { villages: villages.length, households, issued, redeemed, perMille: issued === 0 ? null : Math.round((redeemed * 1000) / issued) }
}

/** What an entry moved in the books that buy something; the reversal of an entry counts against it. */
function moved({ postings, reverses }: Entry, { books }: Pick<Scheme, 'books'>): number {
  const counted = postings.filter(({ book }) => books[book]?.redeemable === true && books[book].unit === 'point')
  const size = counted.reduce((total, { amount }) => total + Math.max(0, amount), 0)
  return reverses === null ? size : -size
}

/** Points issued and redeemed by a village's entries, in the books that buy something. */
export function pointsOf(entries: readonly Entry[], scheme: Pick<Scheme, 'books'>): Pick<VillageFigures, 'issued' | 'redeemed'> {
  const of = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind).reduce((sum, entry) => sum + moved(entry, scheme), 0)
  return { issued: of('award'), redeemed: of('redemption') }
}

/** What the figures are read from. */
export interface FiguresSource {
  readonly register: { households(): Promise<readonly { readonly leftOn: string | null }[]> }
  readonly ledger: { entries(afterSeq: number, limit: number): Promise<readonly Entry[]> }
}

const PAGE = 1000

/** A village's own figures, out of its ledger and not out of a second book (MIN-6). */
export async function villageFigures({ register, ledger }: FiguresSource, scheme: Pick<Scheme, 'books'>): Promise<VillageFigures> {
  let [issued, redeemed] = [0, 0]
  for (let page = await ledger.entries(0, PAGE); page.length > 0; page = await ledger.entries(page.at(-1)?.seq ?? 0, PAGE)) {
    const points = pointsOf(page, scheme)
    issued += points.issued
    redeemed += points.redeemed
  }
  const households = (await register.households()).filter(({ leftOn }) => leftOn === null).length
  return { households, issued, redeemed }
}
