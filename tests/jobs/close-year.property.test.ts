import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { EntryKind } from '../../models/ledger.ts'
import { Overdrawn } from '../../models/stores/store-errors.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { giveBase } from '../../rules/books/give-base.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import { at, jobDatabase, people } from './village.ts'

const holders = people.slice(0, 4)

const year = fc.record({
  reset: fc.constantFrom('never', 'yearly', 'carry-over'),
  holder: fc.constantFrom('household', 'person'),
  base: fc.constantFrom('7', '{ kind: equal, points: 100, inTown: 1 }', '{ kind: contracted, perPerson: 10, movedAway: 5 }'),
  steps: fc.array(
    fc.record({
      who: fc.constantFrom(...holders),
      kind: fc.constantFrom('award', 'redemption'),
      amount: fc.integer({ min: 1, max: 30 }),
      month: fc.integer({ min: 9, max: 13 }),
    }),
    { maxLength: 25 },
  ),
})

const accountOf = (holder: 'household' | 'person', who: string) => (holder === 'household' ? `h-${who}` : who)

/** 2026-10 to 2027-02. */
const dayOf = (month: number) => `${String(2026 + Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}-15 12:00`

async function post(
  stores: Stores,
  holder: 'household' | 'person',
  who: string,
  kind: EntryKind,
  amount: number,
  cause: string,
  now: number,
) {
  const other = await stores.ledger.account('main', 'point', kind === 'award' ? 'source' : 'store', 'village')
  const own = await stores.ledger.account('main', 'point', holder, accountOf(holder, who))
  const change = kind === 'award' ? amount : -amount
  const postings = [
    { account: other.id, book: 'main', amount: 0 - change },
    { account: own.id, book: 'main', amount: change },
  ]
  return stores.ledger.post({ cause, kind, at: now, actor: '周大山', edition: 1, postings, text: '' })
}

describe('close-year', () => {
  const { found, open } = jobDatabase()

  it('conserves points over the year’s end whatever the book’s reset, and base is never spendable', async () => {
    const play = async ({ reset, holder, base, steps }: typeof year extends fc.Arbitrary<infer T> ? T : never) => {
      const adopt = (source: string) =>
        source
          .replace('holder: household', `holder: ${holder}`)
          .replace('base: 0', `base: ${base}`)
          .replace('reset: never', `reset: ${reset}`)
      const village = await found('2026-10-01 00:01', { adopt })
      const reading = await village.unit(async (stores) => readScheme((await stores.schemes.inForce('2026-01-01')).source, 'shifan.yaml'))
      assert.ok('scheme' in reading)
      const { scheme } = reading
      await village.unit((stores) => giveBase(stores, { scheme, edition: 1 }, village.now))
      assert.equal(await village.unit((stores) => giveBase(stores, { scheme, edition: 1 }, village.now)), 0, 'nobody is given it twice')
      await village.approves({ by: '马玉芬', points: 1 })

      const plain = new Map(holders.map((who) => [who, { spendable: 0, honour: 0 }]))
      const take = async (from: number, to: number) => {
        for (const [index, { who, kind, amount, month }] of steps.toSorted((one, other) => one.month - other.month).entries()) {
          const own = plain.get(who)
          if (!own || month < from || month > to) continue
          const cause = `${kind}:${String(5000 + index)}`
          village.now = Math.max(village.now, at(dayOf(month)))
          const booked = village.unit((stores) => post(stores, holder, who, kind, amount, cause, village.now))
          if (kind === 'redemption' && amount > own.spendable) await assert.rejects(booked, Overdrawn)
          else {
            await booked
            own.spendable += kind === 'award' ? amount : -amount
            own.honour += kind === 'award' ? amount : 0
          }
        }
      }
      await take(9, 11)
      await village.wakesAt('2027-01-01 00:30')
      if (reset === 'yearly') for (const own of plain.values()) own.spendable = 0
      await take(12, 13)

      for (const [who, own] of plain) {
        const { spendable, honour } = await village.unit(({ ledger }) => ledger.standing('main', holder, accountOf(holder, who)))
        assert.equal(honour, own.honour, `${who}: honour is never reset`)
        assert.equal(spendable, own.spendable, `${who}: base and reset`)
      }
      assert.deepEqual((await open().verifyLedger(village.id, 0)).problems, [])
    }
    await fc.assert(fc.asyncProperty(year, play), { numRuns: 6 })
  })
})
