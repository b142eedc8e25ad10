import assert from 'node:assert/strict'
import { instantOf } from '../../models/dates.ts'
import { nextState, type Moves } from '../../models/case.ts'
import { periodMoves } from '../../models/period.ts'
import { IllegalMove } from '../../models/stores/store-errors.ts'
import { usualGround } from '../../rules/books/base-points.ts'
import { postToMany } from '../../rules/books/post-many.ts'
import { dialects, openOwn, type Own } from './fixture.ts'
import { award, now, openReport, settle } from './village-data.ts'

const december = instantOf('2026-12-01', '00:15')

for (const dialect of dialects) {
  describe(`periods on ${dialect}`, () => {
    let own: Own
    beforeEach(async () => {
      own = await openOwn(dialect)
      await settle(own.database)
    })
    afterEach(() => own.close())

    const unit = <T>(work: Parameters<typeof own.database.lane.unit<T>>[1]) => own.database.lane.unit('v1', work)
    const problems = async () => (await own.database.verifyLedger('v1', 0)).problems.map(({ kind, detail }) => `${kind} ${detail}`)

    it('closes a month once, posts and locks it in order', async () => {
      await unit(async (stores) => {
        await award(stores, 'report:1001', 'h1', 4)
        assert.equal((await stores.periods.of('2026-11')).state, 'open')
        await assert.rejects(
          stores.attempt(() => stores.periods.post('2026-11', '2026-12-11', december)),
          IllegalMove,
        )
        const closed = await stores.periods.cutOff('2026-11', december)
        assert.deepEqual([closed.state, closed.lastSeq, closed.totals?.length], ['cut-off', 1, 64])
        await assert.rejects(
          stores.attempt(() => stores.periods.cutOff('2026-11', december)),
          IllegalMove,
        )
        await stores.periods.post('2026-11', '2026-12-11', december)
        assert.deepEqual(await stores.periods.lockEnded('2026-12-11', december), [])
        assert.deepEqual(
          (await stores.periods.lockEnded('2026-12-12', december)).map(({ period, state }) => [period, state]),
          [['2026-11', 'locked']],
        )
        assert.deepEqual((await stores.periods.inState('locked')).length, 1)
      })
      assert.deepEqual(await problems(), [])
    })

    it('finds what was booked into a closed month, and that its totals have changed', async () => {
      await unit(async (stores) => {
        await award(stores, 'report:1001', 'h1', 4)
        await stores.periods.cutOff('2026-11', december)
        await award(stores, 'report:1002', 'h1', 2, december)
      })
      assert.deepEqual(await problems(), [])
      await unit((stores) => award(stores, 'report:1003', 'h1', 3, now))
      assert.deepEqual(await problems(), [
        'period the totals of 2026-11 have changed since it was closed',
        'period booked into 2026-11, which is closed',
      ])
    })

    it('ranks a household by what its members have, and counts base over whole years alone', async () => {
      await unit(async (stores) => {
        const book = { holder: 'person', unit: 'point', mayOwe: false } as const
        const shared = { at: now, actor: '罗秀珍', edition: 1, text: '' }
        const give = (code: string, kind: 'award' | 'reset', shares: readonly (readonly [string, number])[]) =>
          postToMany(
            stores.ledger,
            code,
            book,
            shares.map(([holder, amount]) => ({ holder, amount })),
            { ...shared, cause: `test:${code}`, kind },
          )
        assert.equal(
          await give('main', 'award', [
            ['王秀英', 4],
            ['张桂兰4', 3],
            ['周大山', 2],
            ['张桂兰2', 0],
          ]),
          1,
        )
        assert.equal(
          await give('main.base', 'reset', [
            ['王秀英', 10],
            ['张桂兰2', 10],
          ]),
          1,
        )
        const month = await stores.ledger.ranking('main', '2026-11', '2026-11', null)
        assert.deepEqual(
          month.map(({ place, household, points }) => [place, household, points]),
          [
            [1, 'h3', 5],
            [2, 'h1', 4],
          ],
        )
        const year = await stores.ledger.ranking('main', '2026-01', '2026-12', null)
        assert.deepEqual(
          year.map(({ household, points }) => [household, points]),
          [
            ['h1', 14],
            ['h2', 10],
            ['h3', 5],
          ],
        )
        assert.equal((await stores.ledger.ranking('main', '2026-01', '2026-12', null, 'without')).length, 2)
        assert.deepEqual(
          (await stores.ledger.ranking('main', '2026-01', '2026-12', 'g2')).map(({ household }) => household),
          ['h2', 'h3'],
        )
        assert.deepEqual(await stores.ledger.standing('main', 'person', '王秀英'), { spendable: 4, honour: 4 })
        assert.deepEqual(
          await stores.ledger.gains('main.base', 'person', '2026-01', '2026-12'),
          [
            { holder: '张桂兰2', amount: 10, honour: 0 },
            { holder: '王秀英', amount: 10, honour: 0 },
          ].sort((one, other) => (one.holder < other.holder ? -1 : 1)),
        )
      })
      assert.deepEqual(await problems(), [])
    })

    it('knows what stood at a day’s end, and what was taken of it since', async () => {
      await unit(async ({ ledger, ...stores }) => {
        await award({ ledger, ...stores }, 'report:1001', 'h1', 10)
        const later = await award({ ledger, ...stores }, 'report:1002', 'h1', 5, december)
        await ledger.reverse(later.seq, 'reversal:1002', '周大山', 1, december, '')
        await ledger.reverse(1, 'reversal:1001', '周大山', 1, december, '')
        assert.deepEqual(await ledger.standingsAt('main', 'household', '2026-11-30'), [{ holder: 'h1', then: 10, takenSince: -10 }])
      })
    })

    it('keeps a household’s year once, and who found it right', async () => {
      await unit(async ({ archives }) => {
        const kept = await archives.keep('h1', '2026', '档案', now)
        assert.deepEqual(await archives.keep('h1', '2026', '另一份', now), kept)
        assert.equal(await archives.sign('h1', '2026', '王秀英', now), true)
        assert.equal(await archives.sign('h1', '2026', '周大山', now), false)
        assert.equal((await archives.ofYear('2026'))[0]?.signedBy, '王秀英')
        assert.equal(await archives.of('h2', '2026'), null)
      })
    })

    it('forgets with a person what their base depends on', async () => {
      await unit(async ({ ground, register }) => {
        await ground.set({ ...usualGround, person: '王秀英', inTown: true }, '罗秀珍', now)
        await ground.set({ ...usualGround, person: '王秀英', moved: true }, '罗秀珍', now)
        assert.deepEqual(await ground.all(), [{ person: '王秀英', inTown: false, contracted: true, moved: true }])
        await register.erase('王秀英', '罗秀珍', now)
        assert.deepEqual(await ground.all(), [])
      })
    })

    it('YX-6 holds the sources of a year against each other', async () => {
      await unit(async (stores) => {
        const file = await openReport(stores)
        await stores.cases.setPoints(file.number, 4)
        const noticed = await stores.cases.move(file, 'approve', '周大山', now)
        await stores.cases.move(noticed, 'close', null, now)
        await award(stores, 'report:4711', 'h2', 3)
        const found = await stores.periods.reconcile('2026-01-01', '2026-12-31')
        assert.deepEqual(
          { opened: found.opened, decided: found.decided, entries: found.entries, cards: found.cards },
          { opened: 1, decided: 0, entries: 1, cards: 1 },
        )
        assert.deepEqual(
          [found.withoutEntry, found.withoutDecision, found.withoutCase, found.wrongCards],
          [[1001], [1001], ['report:4711'], []],
        )
      })
    })
  })
}

describe('the moves of a period', () => {
  it('lead from open to locked, each state reached, none left out', () => {
    const moves: Moves = periodMoves
    const reached = new Set(['open', ...Object.values(moves).flatMap((actions) => Object.values(actions))])
    assert.deepEqual([...reached].sort(), Object.keys(periodMoves).sort())
    assert.equal(nextState('report', 'open', 'cutOff'), undefined)
  })
})
