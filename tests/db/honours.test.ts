import assert from 'node:assert/strict'

import type { Stores } from '../../models/stores/stores.ts'
import { dialects, openOwn, type Own } from './fixture.ts'
import { aboutH1, award, now, openReport, settle } from './village-data.ts'

const month = '2026-11'

for (const dialect of dialects) {
  describe(`honours on ${dialect}`, () => {
    let own: Own
    const unit = <T>(work: (stores: Stores) => Promise<T>) => own.database.lane.unit('v1', work)

    beforeEach(async () => {
      own = await openOwn(dialect)
      await settle(own.database)
    })
    afterEach(() => own.close())

    it('know what was newly earned, in all and by item, less what was taken back', async () => {
      await unit(async (stores) => {
        const first = await openReport(stores, 'sweep')
        const second = await openReport(stores, 'visit')
        await award(stores, `report:${String(first.number)}`, 'h1', 4)
        const { seq } = await award(stores, `report:${String(second.number)}`, 'h1', 3)
        await award(stores, 'other:1', 'h2', 9)
        const earned = await stores.honours.earned('main', 'household', month, month)
        assert.deepEqual(earned, [
          { holder: 'h1', number: 1, points: 7 },
          { holder: 'h2', number: 2, points: 9 },
        ])
        await stores.ledger.reverse(seq, `reversal:${String(second.number)}`, '周大山', 1, now, '记错')
        assert.deepEqual(
          (await stores.honours.earnedByItem('main', 'household', '2026-11-01', '2026-11-30')).map(({ item, points }) => [item, points]),
          [
            ['sweep', 4],
            ['visit', 0],
          ],
        )
        assert.deepEqual(await stores.honours.earned('main', 'household', '2026-12', '2026-12'), [])
        assert.deepEqual(await stores.honours.earned('main', 'person', month, month), [])
      })
    })

    it('keep what was given as it was published, lines of bands, exceptions, bad records and helpers', async () => {
      await unit(async ({ honours, cases }) => {
        const row = {
          code: 'red',
          period: month,
          part: 'a',
          holderKind: 'household',
          holder: 'h1',
          place: 1,
          points: 5,
          title: '红榜',
        } as const
        await honours.publish([row, { ...row, part: 'b', place: 2 }], now)
        await honours.publish([{ ...row, points: 99 }], now + 1)
        assert.deepEqual(await honours.given('red', month), [row, { ...row, part: 'b', place: 2 }])
        assert.equal((await honours.givenTo('household', 'h1')).length, 2)
        await honours.setLine('band', '2026Q4', 1)
        await honours.setLine('band', '2026Q4', 51)
        assert.deepEqual([await honours.line('band', '2026Q4'), await honours.line('band', '2027Q1')], [1, null])
        await honours.addException({ year: '2026', person: '王秀英', months: 6, resolution: '决议' }, now)
        await honours.addException({ year: '2026', person: '王秀英', months: null, resolution: '决议' }, now)
        assert.deepEqual(await honours.exceptions('2026'), [{ year: '2026', person: '王秀英', months: null, resolution: '决议' }])
        const { number } = await cases.openProposal(aboutH1, { act: 'bad-record', by: '周大山', payload: '{}', text: '不良记录' })
        await honours.addBadRecord({ number, person: '王秀英', kind: '失信违约', on: '2026-05-06' }, now)
        assert.equal((await honours.badRecords('2026-01-01', '2026-12-31')).length, 1)
        assert.equal((await honours.badRecords('2027-01-01', '2027-12-31')).length, 0)
        await honours.setHelper({ household: 'h1', helper: '周大山', from: '2026-11-22' }, '周大山', now)
        await honours.setHelper({ household: 'h1', helper: '张桂兰2', from: '2026-11-23' }, '周大山', now)
        assert.deepEqual(await honours.helpers(), [{ household: 'h1', helper: '张桂兰2', from: '2026-11-23' }])
      })
    })

    it('hold coupons in their order until they are settled', async () => {
      await unit(async ({ coupons }) => {
        await coupons.addHolder('coupon', '2026', 'h1')
        await coupons.addHolder('coupon', '2026', 'h1')
        assert.deepEqual([...(await coupons.holders('coupon', '2026'))], ['h1'])
        await coupons.defer({ book: 'coupon', year: '2026', household: 'h3', number: 1009, points: 5 }, now)
        await coupons.defer({ book: 'coupon', year: '2026', household: 'h2', number: 1002, points: 3 }, now)
        const waiting = async () => (await coupons.deferredBefore('coupon', '2027')).map(({ number }) => number)
        assert.deepEqual(await waiting(), [1009, 1002])
        assert.deepEqual(await coupons.deferredBefore('coupon', '2026'), [])
        await coupons.settle('coupon', 1009)
        assert.deepEqual(await waiting(), [1002])
      })
    })

    it('hold bars by day and ground, appraisals, shares and dividends', async () => {
      await unit(async ({ bars, cases, appraisals, shares }) => {
        const file = await bars.open(aboutH1, { ground: 'veto', code: 'x', doer: '王秀英', text: '判决', proposedBy: '周大山' })
        await bars.amend(file.number, { confirmedBy: '张桂兰2', reason: '属实', from: '2026-11-22', until: '2026-12-31' })
        let moved = await cases.move(file, 'confirm', '张桂兰2', now)
        moved = await cases.move(moved, 'close', null, now)
        assert.deepEqual([...(await bars.barred('2026-12-31'))], ['h1'])
        assert.deepEqual([...(await bars.barred('2027-01-01'))], [])
        assert.equal((await bars.find(moved.number))?.bar.confirmedBy, '张桂兰2')
        assert.deepEqual(await bars.of('h2'), [])
        const marks = { year: '2026', person: '周大山', post: '文书', subsidised: true, attendance: 90, competence: 80, tasks: 70 } as const
        await appraisals.enter({ ...marks, satisfaction: null, donation: null }, '周大山', now)
        await appraisals.enter({ ...marks, satisfaction: 60, donation: null }, '周大山', now)
        assert.deepEqual(await appraisals.of('2026'), [{ ...marks, satisfaction: 60, donation: null }])
        await shares.importHoldings([{ household: 'h1', thousandths: 3500 }], now)
        await shares.importHoldings([{ household: 'h1', thousandths: 4000 }], now)
        assert.deepEqual(await shares.holding('h1'), { household: 'h1', thousandths: 4000 })
        assert.equal(await shares.holding('h2'), null)
        const { number } = await cases.openProposal(aboutH1, { act: 'dividend', by: '周大山', payload: '{}', text: '分红' })
        const plan = { number, pool: 'p', title: '奖金', year: '2026', fen: 300, points: 3, lastDay: '2026-12-02', endsAt: now + 5 }
        const parts = [
          { household: 'h1', points: 2, fen: 200 },
          { household: 'h2', points: 1, fen: 100 },
        ]
        await shares.openDividend(plan, parts)
        assert.deepEqual(await shares.parts(number), parts)
        assert.deepEqual(await shares.endedBy(now), [])
        assert.equal((await shares.endedBy(now + 5)).length, 1)
        assert.equal(await shares.extend(2, now + 5), 0, 'what had ended is not moved')
        assert.equal(await shares.extend(2, now), 1)
        assert.deepEqual(await shares.dividend(number), {
          ...plan,
          state: 'notice',
          lastDay: '2026-12-04',
          endsAt: now + 5 + 2 * 86_400_000,
        })
        assert.equal(await shares.dividend(number + 1), null)
        await shares.setDividendState(number, 'booked')
        assert.equal(await shares.extend(2, now), 0, 'what is paid is not moved')
        assert.equal((await shares.dividendOf('p', '2026'))?.state, 'booked')
        assert.deepEqual(
          (await shares.partsOf('h2')).map(({ part }) => part.fen),
          [100],
        )
        await shares.setDividendState(number, 'stopped')
        assert.equal(await shares.dividendOf('p', '2026'), null)
      })
    })
  })
}
