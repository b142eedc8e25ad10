import assert from 'node:assert/strict'

import type { Stores } from '../../models/stores/stores.ts'
import { dialects, openOwn, type Own } from './fixture.ts'
import { aboutH1, now, openReport, settle } from './village-data.ts'

const day = 24 * 3600 * 1000

for (const dialect of dialects) {
  describe(`offices, windows and settings on ${dialect}`, () => {
    let own: Own
    const unit = <T>(work: (stores: Stores) => Promise<T>) => own.database.lane.unit('v1', work)

    beforeEach(async () => {
      own = await openOwn(dialect)
      await settle(own.database)
    })
    afterEach(() => own.close())

    it('an office ends the day before, one that was to begin later never begins, others go on', async () => {
      await unit(async ({ register, village }) => {
        const grant = (role: 'reviewer' | 'secretary', from: string, until: string | null = null) =>
          register.grant({ person: '周大山', role, scope: 'village', scopeId: null, from, until }, '罗秀珍', now)
        await grant('reviewer', '2026-01-01', '2026-06-30')
        await grant('reviewer', '2026-11-01')
        await grant('reviewer', '2027-01-01')
        await grant('secretary', '2026-11-01')
        const { revision } = await village.get()
        await register.endRole('周大山', 'reviewer', '2026-11-23', '罗秀珍', now)
        assert.equal((await village.get()).revision, revision + 1)
        const held = async (on: string) => register.rolesOf('周大山', on)
        assert.deepEqual(await held('2026-06-30'), ['reviewer'])
        assert.deepEqual(await held('2026-07-01'), [])
        assert.deepEqual(await held('2026-11-22'), ['reviewer', 'secretary'])
        assert.deepEqual(await held('2026-11-23'), ['secretary'])
        assert.deepEqual(await held('2027-01-01'), ['secretary'])
        await register.endRole('周大山', 'shopkeeper', '2026-11-23', '罗秀珍', now)
        assert.equal((await village.get()).revision, revision + 1)
      })
    })

    it('an emergency extends every window that is still open', async () => {
      await unit(async (stores) => {
        const { cases, notices } = stores
        for (const [days, objected] of [[3], [9, true], [0], [5]] as const) {
          const opened = await openReport(stores)
          const moved = await cases.move(opened, days === 5 ? 'reject' : 'approve', '周大山', now)
          if (objected) await cases.move(moved, 'object', '张桂兰2', now)
          await notices.open({ number: opened.number, firstDay: '2026-11-23', lastDay: '2026-12-30', endsAt: now + days * day })
        }
        assert.equal(await notices.extend(2, now), 2)
        const ends = async (number: number) => {
          const window = await notices.of(number)
          return [window?.firstDay, window?.lastDay, ((window?.endsAt ?? now) - now) / day]
        }
        assert.deepEqual(await ends(1001), ['2026-11-23', '2027-01-01', 5])
        assert.deepEqual(await ends(1002), ['2026-11-23', '2027-01-01', 11])
        assert.deepEqual(await ends(1003), ['2026-11-23', '2026-12-30', 0])
        assert.deepEqual(await ends(1004), ['2026-11-23', '2026-12-30', 5])
        for (const days of [0, -1, 1.5]) await assert.rejects(notices.extend(days, now), RangeError)
      })
    })

    it('settings are found by how their keys begin, in the order of the keys', async () => {
      await unit(async ({ village }) => {
        for (const key of ['told:b', 'told:A', 'told:%', 'tol', 'told', 'quiet', 'Told:c', '静:1'])
          await village.setSetting(key, `of ${key}`)
        assert.deepEqual(
          [...(await village.settings('told:'))],
          [
            ['told:%', 'of told:%'],
            ['told:A', 'of told:A'],
            ['told:b', 'of told:b'],
          ],
        )
        assert.deepEqual([...(await village.settings('静:')).keys()], ['静:1'])
        assert.deepEqual((await village.settings('none')).size, 0)
        assert.equal((await village.settings('')).size, 8)
      })
    })

    it('numbers begin at #1001 and go on over all kinds', async () => {
      await unit(async (stores) => {
        const opened = [
          await openReport(stores),
          await stores.cases.openProposal(aboutH1, { act: 'award', by: '周大山', payload: '{}', text: '' }),
          await openReport(stores),
        ]
        assert.deepEqual(
          opened.map(({ number }) => number),
          [1001, 1002, 1003],
        )
      })
    })
  })
}
