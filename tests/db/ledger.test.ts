import assert from 'node:assert/strict'

import { genesis, type NewEntry } from '../../models/ledger.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { CauseTaken, IllegalEntry, Overdrawn } from '../../models/stores/store-errors.ts'
import { dialects, openOwn, type Own } from './fixture.ts'
import { award, now, settle } from './village-data.ts'

const day = 24 * 3600 * 1000

for (const dialect of dialects) {
  describe(`ledger on ${dialect}`, () => {
    let own: Own
    const unit = <T>(work: (stores: Stores) => Promise<T>) => own.database.lane.unit('v1', work)

    beforeEach(async () => {
      own = await openOwn(dialect)
      await settle(own.database)
    })
    afterEach(async () => {
      const { problems } = await own.database.verifyLedger('v1', 0)
      await own.close()
      assert.deepEqual(problems, [])
    })

    it('books an entry with balance, honour, statement and a chain from the genesis', async () => {
      await unit(async (stores) => {
        const { ledger } = stores
        const first = await award(stores, 'report:1001', 'h1', 4)
        const second = await award(stores, 'report:1002', 'h1', 6, now + day)
        assert.deepEqual([first.seq, first.prev, second.seq, second.prev], [1, genesis, 2, first.hash])
        assert.match(first.cause, /^report:1001\/[0-9a-f]{64}$/)
        assert.deepEqual(await ledger.head(), { seq: 2, hash: second.hash })
        assert.deepEqual(await ledger.standing('main', 'household', 'h1'), { spendable: 10, honour: 10 })
        assert.deepEqual(await ledger.standing('main', 'household', 'h9'), { spendable: 0, honour: 0 })
        assert.equal((await ledger.standing('main', 'source', 'village')).spendable, -10)
        assert.deepEqual(await ledger.statement('main', 'household', 'h1', '2026-11-22', '2026-11-22'), [
          { seq: 1, on: '2026-11-22', cause: 'report:1001', kind: 'award', amount: 4, number: 1001 },
        ])
        assert.deepEqual(await ledger.entries(0, 10), [first, second])
        assert.deepEqual(await ledger.entries(1, 10), [second])
        assert.deepEqual(await ledger.booked('2026-11-23', '2026-11-30'), [second])
        assert.deepEqual(await ledger.byCause('report:1002'), second)
        assert.equal(await ledger.byCause('report:1003'), null)
      })
    })

    it('takes the same cause with the same content once, and refuses other content', async () => {
      await unit(async (stores) => {
        const booked = await award(stores, 'report:1001', 'h1', 4)
        assert.deepEqual(await award(stores, 'report:1001', 'h1', 4, now + day), booked)
        assert.equal((await stores.ledger.head()).seq, 1)
        await assert.rejects(award(stores, 'report:1001', 'h1', 5), CauseTaken)
        await assert.rejects(award(stores, 'report:1001', 'h2', 4), CauseTaken)
        const entry = { cause: 'report:1001', kind: 'award', at: now, actor: '周大山', edition: 1, postings: booked.postings } as const
        await assert.rejects(stores.ledger.post({ ...entry, text: '别的话' }), CauseTaken)
        await assert.rejects(stores.ledger.post({ ...entry, text: '扫路', actor: '谢开元' }), CauseTaken)
        assert.deepEqual(await stores.ledger.post({ ...entry, text: '扫路' }), booked)
      })
    })

    it('reverses an entry exactly, once', async () => {
      await unit(async (stores) => {
        const { ledger } = stores
        await award(stores, 'report:1001', 'h1', 4)
        const reversal = await ledger.reverse(1, 'reversal:1', '周大山', 1, now, '记错了')
        assert.deepEqual(await ledger.reverse(1, 'reversal:1', '周大山', 1, now, '记错了'), reversal)
        assert.deepEqual(
          reversal.postings.map(({ amount }) => amount),
          [4, -4],
        )
        assert.deepEqual(await ledger.standing('main', 'household', 'h1'), { spendable: 0, honour: 0 })
        assert.deepEqual(
          (await ledger.statement('main', 'household', 'h1', '2026-01-01', '2026-12-31')).map(({ amount, number }) => [amount, number]),
          [
            [4, 1001],
            [-4, 1001],
          ],
        )
        await assert.rejects(ledger.reverse(1, 'reversal:1b', '周大山', 1, now, '再来'), IllegalEntry)
        await assert.rejects(ledger.reverse(7, 'reversal:7', '周大山', 1, now, '没有'), IllegalEntry)
        const inexact: NewEntry = {
          cause: 'x:1',
          kind: 'award',
          at: now,
          actor: '周大山',
          edition: 1,
          text: '',
          reverses: 2,
          postings: reversal.postings,
        }
        await assert.rejects(ledger.post(inexact), IllegalEntry)
      })
    })

    it('keeps honour when points are spent, and lets nobody spend what he has not', async () => {
      await unit(async (stores) => {
        const { ledger } = stores
        await award(stores, 'report:1001', 'h1', 4)
        const household = await ledger.account('main', 'point', 'household', 'h1')
        const store = await ledger.account('main', 'point', 'store', 's1')
        const spend = (cause: string, amount: number) =>
          ledger.post({
            cause,
            kind: 'redemption',
            at: now,
            actor: '刘春梅',
            edition: 1,
            text: '',
            postings: [
              { account: household.id, book: 'main', amount: -amount },
              { account: store.id, book: 'main', amount },
            ],
          })
        await spend('redemption:1', 3)
        await assert.rejects(
          stores.attempt(() => spend('redemption:2', 2)),
          Overdrawn,
        )
        assert.deepEqual(await ledger.standing('main', 'household', 'h1'), { spendable: 1, honour: 4 })
        // what was spent cannot be taken back by a reversal either
        await assert.rejects(
          stores.attempt(() => ledger.reverse(1, 'reversal:1', '周大山', 1, now, '')),
          Overdrawn,
        )
        assert.equal((await ledger.head()).seq, 2)
      })
    })

    it('lets a holder owe where the book allows debt, and the debt be worked off when it no longer does', async () => {
      await unit(async (stores) => {
        const { ledger } = stores
        const holder = (mayOwe?: boolean) => ledger.account('main', 'point', 'household', 'h1', mayOwe)
        const put = async (cause: string, amount: number) => {
          const from = await ledger.account('main', 'point', 'source', 'village')
          const postings = [
            { account: from.id, book: 'main', amount: -amount },
            { account: (await holder()).id, book: 'main', amount },
          ]
          await ledger.post({ cause, kind: 'deduction', at: now, actor: '周大山', edition: 1, text: '', postings })
        }
        const opened = await holder(true)
        await put('deduction:1001', -5)
        assert.deepEqual(await ledger.standing('main', 'household', 'h1'), { spendable: -5, honour: -5 })
        assert.deepEqual(await holder(false), opened)
        await put('deduction:1002', 3)
        await holder(false)
        await put('deduction:1003', 2)
        await holder(false)
        await assert.rejects(
          stores.attempt(() => put('deduction:1004', -1)),
          Overdrawn,
        )
        await holder(true)
        await put('deduction:1005', -1)
        const fund = await ledger.account('main', 'point', 'source', 'grant', false)
        await assert.rejects(
          stores.attempt(() =>
            ledger.post({
              cause: 'x:1',
              kind: 'transfer',
              at: now,
              actor: '周大山',
              edition: 1,
              text: '',
              postings: [
                { account: fund.id, book: 'main', amount: -1 },
                { account: opened.id, book: 'main', amount: 1 },
              ],
            }),
          ),
          Overdrawn,
        )
      })
      assert.deepEqual((await own.database.verifyLedger('v1', 0)).problems, [])
      await own.database.rebuildPages('v1')
      assert.deepEqual((await own.database.verifyLedger('v1', 0)).problems, [])
    })

    it('refuses unbalanced, oversized, fractional, empty and homeless postings', async () => {
      await unit(async ({ ledger }) => {
        const from = await ledger.account('main', 'point', 'source', 'village')
        const to = await ledger.account('main', 'point', 'household', 'h1')
        const fen = await ledger.account('cash', 'fen', 'fund', 'f1')
        const refused = async (...postings: readonly (readonly [string, string, number])[]) => {
          const entry = { cause: 'x', kind: 'award', at: now, actor: 'x', edition: 1, text: '' } as const
          const put = postings.map(([account, book, amount]) => ({ account, book, amount }))
          await assert.rejects(ledger.post({ ...entry, postings: put }), IllegalEntry)
        }
        await refused()
        await refused([from.id, 'main', -4], [to.id, 'main', 5])
        await refused([from.id, 'main', -1_000_001], [to.id, 'main', 1_000_001])
        await refused([from.id, 'main', -0.5], [to.id, 'main', 0.5])
        await refused([from.id, 'main', -4], [fen.id, 'cash', 4])
        await refused([from.id, 'main', -4], ['account-x', 'main', 4])
        await refused([from.id, 'love', -4], [to.id, 'love', 4])
        await assert.rejects(ledger.account('main', 'fen', 'household', 'h1'), IllegalEntry)
        assert.deepEqual(await ledger.account('main', 'point', 'household', 'h1'), to)
      })
    })

    it('ranks by honour earned in the months, equal points sharing a place', async () => {
      await unit(async (stores) => {
        const { ledger } = stores
        await award(stores, 'report:1', 'h3', 9, now)
        await award(stores, 'report:2', 'h2', 4, now)
        await award(stores, 'report:3', 'h1', 4, now)
        await award(stores, 'report:4', 'h2', 50, now + 30 * day)
        const rows = async (from: string, to: string, unitId: string | null = null) =>
          (await ledger.ranking('main', from, to, unitId)).map(({ place, household, points }) => [place, household, points])
        assert.deepEqual(await rows('2026-11', '2026-11'), [
          [1, 'h3', 9],
          [2, 'h1', 4],
          [2, 'h2', 4],
        ])
        assert.deepEqual(await rows('2026-11', '2026-12'), [
          [1, 'h2', 54],
          [2, 'h3', 9],
          [3, 'h1', 4],
        ])
        assert.deepEqual(await rows('2026-11', '2026-11', 'g2'), [
          [1, 'h3', 9],
          [2, 'h2', 4],
        ])
        assert.deepEqual(await rows('2026-10', '2026-10'), [])
        assert.deepEqual(await ledger.ranking('love', '2026-11', '2026-11', null), [])
        await award(stores, 'report:5', 'h1', 5, now)
        assert.deepEqual(await rows('2026-11', '2026-11'), [
          [1, 'h1', 9],
          [1, 'h3', 9],
          [3, 'h2', 4],
        ])
      })
    })

    it('undoes an entry with its savepoint, chain and all', async () => {
      await unit(async (stores) => {
        await award(stores, 'report:1001', 'h1', 4)
        const before = await stores.ledger.head()
        await assert.rejects(
          stores.attempt(async () => {
            await award(stores, 'report:1002', 'h1', 4)
            throw new Error('refused')
          }),
          /refused/,
        )
        assert.deepEqual(await stores.ledger.head(), before)
        assert.equal((await award(stores, 'report:1003', 'h1', 1)).seq, 2)
      })
    })
  })
}
