import assert from 'node:assert/strict'

import { UnknownCase } from '../../models/db/stores/case-amending.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { dialects, openOwn, type Own } from './fixture.ts'
import { aboutH1, now, openReport, settle } from './village-data.ts'

const hour = 3_600_000

const openDeduction = ({ cases }: Stores, points = -2) =>
  cases.openDeduction(
    { ...aboutH1, openedBy: '周大山', dueAt: now + hour },
    {
      item: 'litter',
      cat: 'litter',
      doer: '王秀英',
      deedOn: '2026-11-21',
      text: '河边倒垃圾',
      points,
      recheckOn: '2026-12-06',
      proposedBy: '周大山',
    },
  )

for (const dialect of dialects) {
  describe(`deductions, proposals and what is due on ${dialect}`, () => {
    let own: Own
    const unit = <T>(work: (stores: Stores) => Promise<T>) => own.database.lane.unit('v1', work)

    beforeEach(async () => {
      own = await openOwn(dialect)
      await settle(own.database)
    })
    afterEach(() => own.close())

    it('a deduction keeps who proposed and who confirmed it, and never the same person for both', async () => {
      await unit(async (stores) => {
        const { cases } = stores
        const opened = await openDeduction(stores)
        assert.deepEqual(await cases.deduction(1001), opened)
        assert.deepEqual(
          [opened.kind, opened.state, opened.deduction.confirmedBy, opened.deduction.reason],
          ['deduction', 'proposed', null, null],
        )
        await cases.amendDeduction(1001, { confirmedBy: '张桂兰2', reason: '复查没有清' })
        await cases.amendDeduction(1001, { recheckOn: null })
        await cases.amendDeduction(1001, {})
        assert.deepEqual((await cases.deduction(1001))?.deduction, {
          ...opened.deduction,
          recheckOn: null,
          confirmedBy: '张桂兰2',
          reason: '复查没有清',
        })
        assert.equal(await cases.deduction(1002), null)
        await assert.rejects(cases.amendDeduction(1002, { reason: 'x' }), UnknownCase)
        await assert.rejects(stores.attempt(() => cases.amendDeduction(1001, { confirmedBy: '周大山' })))
        await assert.rejects(stores.attempt(() => openDeduction(stores, 2)))
        await assert.rejects(stores.attempt(() => openDeduction(stores, 0)))
      })
      assert.deepEqual(await own.database.verifyCases('v1'), [])
    })

    it('a proposal waits for a second person, whose word is a decision', async () => {
      await unit(async ({ cases }) => {
        const proposal = { act: 'grant-role', by: '周大山', payload: '{"person":"张桂兰2"}', text: '请张桂兰任评议员' } as const
        const opened = await cases.openProposal({ ...aboutH1, openedBy: '周大山' }, proposal)
        assert.deepEqual(await cases.proposal(opened.number), opened)
        assert.deepEqual([opened.kind, opened.state, opened.proposal], ['proposal', 'proposed', { ...proposal, number: 1001 }])
        assert.equal(await cases.proposal(1002), null)
        for (const verdict of ['recuse', 'decline', 'confirm'] as const) {
          await cases.decide({ number: 1001, by: '张桂兰2', verdict, points: null, reason: null, at: now })
        }
        assert.deepEqual(
          (await cases.decisions(1001)).map(({ verdict }) => verdict),
          ['recuse', 'decline', 'confirm'],
        )
        assert.equal((await cases.move(opened, 'confirm', '张桂兰2', now)).state, 'confirmed')
      })
      assert.deepEqual(await own.database.reader.read('v1', ({ cases }) => cases.inStates('proposal', ['proposed'])), [])
    })

    it('what is due by an instant, of one kind and in given states', async () => {
      await unit(async (stores) => {
        const { cases } = stores
        const deduction = await openDeduction(stores)
        const [report, later] = [await openReport(stores), await openReport(stores)]
        await cases.setDue(report.number, now)
        await cases.setDue(later.number, now + 2 * hour)
        const due = async (kind: 'report' | 'deduction', at: number, states = ['pending', 'proposed']) =>
          (await cases.dueBy(kind, states, at)).map(({ number, dueAt }) => [number, dueAt])
        assert.deepEqual(await due('report', now - 1), [])
        assert.deepEqual(await due('report', now), [[report.number, now]])
        assert.deepEqual(await due('report', now + 3 * hour), [
          [report.number, now],
          [later.number, now + 2 * hour],
        ])
        assert.deepEqual(await due('deduction', now + hour), [[deduction.number, now + hour]])
        assert.deepEqual(await due('report', now + hour, ['returned']), [])
        assert.deepEqual(await due('report', now + hour, []), [])
        await cases.setDue(report.number, null)
        assert.deepEqual(await due('report', now + hour), [])
        await assert.rejects(cases.setDue(4711, now), UnknownCase)
      })
    })

    it('a rejected report goes back to the reviewers on appeal', async () => {
      await unit(async (stores) => {
        const { cases } = stores
        const opened = await openReport(stores)
        const rejected = await cases.move(opened, 'reject', '周大山', now)
        assert.equal((await cases.move(rejected, 'appeal', '王秀英', now)).state, 'pending')
      })
    })
  })
}
