import { dateOf } from '../../models/dates.ts'
import type { HolderKind } from '../../models/ledger.ts'
import type { Stores } from '../../models/stores/stores.ts'
import type { TestVillage } from '../village.ts'

/** Points that somebody earned, as the ledger has them, without the way there. */
export interface Earning {
  readonly holder: string
  readonly points: number
  readonly book?: string
  readonly kind?: Extract<HolderKind, 'household' | 'person'>
}

let lastCause = 0

/** Runs a unit of work in the village that is played. */
export async function unit<T>(village: TestVillage, work: (stores: Stores) => Promise<T>): Promise<T> {
  const { id } = await village.current()
  return village.database.lane.unit(id, work)
}

/** Reads in the village that is played. */
export async function read<T>(village: TestVillage, work: (stores: Stores) => Promise<T>): Promise<T> {
  const { id } = await village.current()
  return village.database.reader.read(id, work)
}

/** Books awards (or, below zero, deductions) of holders at the village's time, all in one unit. */
export async function earns(village: TestVillage, earnings: readonly Earning[]): Promise<void> {
  const at = village.port.now()
  await unit(village, async ({ ledger }) => {
    for (const { holder, points, book = 'main', kind = 'household' } of earnings) {
      if (points === 0) continue
      lastCause += 1
      const source = await ledger.account(book, 'point', 'source', 'village')
      const account = await ledger.account(book, 'point', kind, holder, points < 0 ? true : undefined)
      await ledger.post({
        cause: `earned:${String(lastCause)}`,
        kind: points < 0 ? 'deduction' : 'award',
        at,
        actor: '周大山',
        edition: 1,
        postings: [
          { account: source.id, book, amount: -points },
          { account: account.id, book, amount: points },
        ],
        text: 'test',
      })
    }
  })
}

/** The id of a household by its number. */
export const household = (number: number): string => `household-${String(number)}`

/** Adopts the scheme in force anew, changed. */
export async function adopts(village: TestVillage, change: (source: string) => string): Promise<void> {
  const at = village.port.now()
  await unit(village, async ({ schemes }) => {
    const { code, source, effectiveFrom } = await schemes.inForce('9999-12-31')
    await schemes.adopt({ code, source: change(source), effectiveFrom, resolution: null }, '陈国栋', at)
  })
}

/** Enters somebody as a party member from the village's day on, without the way there. */
export async function joinsParty(village: TestVillage, person: string): Promise<void> {
  const at = village.port.now()
  await unit(village, async ({ register, village: home }) => {
    await register.grant({ person, role: 'party', scope: 'village', scopeId: null, from: dateOf(at), until: null }, '罗秀珍', at)
    await home.touch()
  })
}
