import assert from 'node:assert/strict'

import fc from 'fast-check'

import type { EntryKind } from '../../models/ledger.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { CauseTaken, IllegalEntry, Overdrawn } from '../../models/stores/store-errors.ts'
import { dialects, openOwn, type Own } from './fixture.ts'
import { now, settle, village } from './village-data.ts'

const day = 24 * 3600 * 1000
const households = ['h1', 'h2', 'h3'] as const

const step = fc.oneof(
  fc.record({ act: fc.constant('award'), to: fc.constantFrom(...households), amount: fc.integer({ min: 0, max: 50 }) }),
  fc.record({ act: fc.constant('deduction'), to: fc.constantFrom(...households), amount: fc.integer({ min: 0, max: 20 }) }),
  fc.record({ act: fc.constant('redemption'), to: fc.constantFrom(...households), amount: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ act: fc.constant('reverse'), to: fc.constantFrom(...households), amount: fc.nat(20) }),
  fc.record({ act: fc.constant('again'), to: fc.constantFrom(...households), amount: fc.nat(20) }),
  fc.record({ act: fc.constant('other content'), to: fc.constantFrom(...households), amount: fc.nat(20) }),
)
interface Step {
  readonly act: string
  readonly to: (typeof households)[number]
  readonly amount: number
}

/** What the ledger must say, kept the plain way. */
interface Plain {
  readonly cause: string
  readonly kind: EntryKind
  readonly to: string
  readonly change: number
  readonly at: number
  reversed: boolean
}

const honoured = (entry: Plain) => entry.kind === 'award' || entry.kind === 'deduction'
const sumOf = (entries: readonly Plain[]) => entries.reduce((sum, { change }) => sum + change, 0)

async function book(stores: Stores, { cause, kind, to, change, at }: Plain) {
  const source = await stores.ledger.account('main', 'point', 'source', 'village')
  const household = await stores.ledger.account('main', 'point', 'household', to)
  const postings = [
    { account: source.id, book: 'main', amount: 0 - change },
    { account: household.id, book: 'main', amount: change },
  ]
  return stores.ledger.post({ cause, kind, at, actor: '周大山', edition: 1, postings, text: cause })
}

/** Takes one step in the ledger and in the plain account of it. */
async function take(stores: Stores, { act, to, amount }: Step, plain: Plain[], index: number): Promise<void> {
  const { ledger } = stores
  const at = now + index * 9 * day
  const has = sumOf(plain.filter((entry) => entry.to === to))
  const target = plain[amount % Math.max(plain.length, 1)]
  if (act === 'award' || act === 'deduction' || act === 'redemption') {
    const entry: Plain = {
      cause: `${act}:${String(1000 + index)}`,
      kind: act,
      to,
      change: act === 'award' ? amount : 0 - amount,
      at,
      reversed: false,
    }
    if (has + entry.change < 0) {
      await assert.rejects(
        stores.attempt(() => book(stores, entry)),
        Overdrawn,
      )
      return
    }
    assert.equal((await book(stores, entry)).seq, plain.length + 1)
    plain.push(entry)
    return
  }
  if (!target) return
  const seq = plain.indexOf(target) + 1
  if (act === 'again' && !target.cause.startsWith('reversal')) assert.equal((await book(stores, { ...target, at })).seq, seq)
  if (act === 'other content')
    await assert.rejects(
      stores.attempt(() => book(stores, { ...target, change: target.change + 1 })),
      CauseTaken,
    )
  if (act !== 'reverse') return
  const reverse = () => ledger.reverse(seq, `reversal:${String(index)}`, '周大山', 1, at, '')
  if (target.reversed) {
    await assert.rejects(stores.attempt(reverse), IllegalEntry)
    return
  }
  if (sumOf(plain.filter((entry) => entry.to === target.to)) - target.change < 0) {
    await assert.rejects(stores.attempt(reverse), Overdrawn)
    return
  }
  assert.equal((await reverse()).reverses, seq)
  target.reversed = true
  plain.push({ ...target, cause: `reversal:${String(index)}`, change: 0 - target.change, at, reversed: false })
}

async function compare({ ledger }: Stores, plain: readonly Plain[]): Promise<void> {
  for (const household of households) {
    const own = plain.filter(({ to }) => to === household)
    assert.deepEqual(await ledger.standing('main', 'household', household), { spendable: sumOf(own), honour: sumOf(own.filter(honoured)) })
    const lines = await ledger.statement('main', 'household', household, '2026-01-01', '2099-12-31')
    assert.deepEqual(
      lines.map(({ amount }) => amount),
      own.map(({ change }) => change),
    )
  }
  const ranked = await ledger.ranking('main', '2026-01', '2099-12', null)
  const totals = households.map((to) => sumOf(plain.filter((entry) => entry.to === to && honoured(entry)))).filter((total) => total !== 0)
  assert.deepEqual(
    ranked.map(({ points }) => points),
    totals.toSorted((a, b) => b - a),
  )
  for (const { place, points } of ranked) assert.equal(place, 1 + totals.filter((total) => total > points).length)
}

for (const dialect of dialects) {
  describe(`ledger properties on ${dialect}`, () => {
    let own: Own
    before(async () => {
      own = await openOwn(dialect)
    })
    after(() => own.close())

    it('hold after every step of any sequence of entries', async () => {
      let villages = 0
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
          const id = `v${String((villages += 1))}`
          await settle(own.database, { ...village, id })
          const plain: Plain[] = []
          for (const [index, one] of steps.entries()) {
            await own.database.lane.unit(id, (stores) => take(stores, one, plain, index))
            await own.database.reader.read(id, (stores) => compare(stores, plain))
            assert.deepEqual((await own.database.verifyLedger(id, 0)).problems, [])
          }
        }),
        { numRuns: dialect === 'sqlite' ? 20 : 6, seed: 20261122 },
      )
    })
  })
}
