import assert from 'node:assert/strict'

import type { Stores } from '../../models/stores/stores.ts'
import { dialects, openOwn, type Own } from './fixture.ts'
import { now, openReport, settle } from './village-data.ts'

const figures = { expected: 21, present: 15, inFavour: 13, against: null, abstained: null }
const record = { kind: 'recognition', day: '2026-11-22', body: 'representatives-meeting', unit: null, what: '认可王秀英家', figures, valid: true, about: ['h1'], document: null, by: '罗秀珍', at: now } as const // prettier-ignore
const plan = { household: 'h1', kind: '发展型', from: '2026-11-22', items: [{ name: '养鸡', points: 10, timesAMonth: null }], reason: '劳力强', proposedBy: '罗秀珍', at: now } as const // prettier-ignore

for (const dialect of dialects) {
  describe(`records, plans and who takes part on ${dialect}`, () => {
    let own: Own
    const unit = <T>(work: (stores: Stores) => Promise<T>) => own.database.lane.unit('v1', work)

    beforeEach(async () => {
      own = await openOwn(dialect)
      await settle(own.database)
    })
    afterEach(() => own.close())

    it('keeps records newest first, by unit, and finds the valid one about somebody', async () => {
      await unit(async ({ records }) => {
        await records.add({ ...record, valid: false })
        const { id } = await records.add(record)
        await records.add({ ...record, kind: 'sharing', unit: 'g1', about: [], body: null })
        assert.deepEqual((await records.list(2)).map(({ kind }) => kind), ['sharing', 'recognition']) // prettier-ignore
        assert.equal((await records.list(9, 'g1')).length, 1)
        assert.equal((await records.validAbout('recognition', 'h1'))?.id, id)
        assert.equal(await records.validAbout('recognition', 'h2'), null)
        assert.deepEqual((await records.validAbout('recognition', 'h1'))?.figures, figures)
      })
    })

    it('lets a household leave and come back, more than once, and says so in the audit without its category', async () => {
      await unit(async ({ participation }) => {
        assert.equal(await participation.leftSince('h1'), null)
        await participation.leave('h1', '2026-11-22', '王秀英', now)
        await participation.leave('h1', '2026-11-23', '王秀英', now)
        assert.equal(await participation.leftSince('h1'), '2026-11-22')
        await participation.comeBack('h1', '2026-11-24', '王秀英', now)
        await participation.comeBack('h1', '2026-11-25', '王秀英', now)
        assert.equal(await participation.leftSince('h1'), null)
        await participation.leave('h1', '2026-12-01', '王秀英', now)
        assert.equal(await participation.leftSince('h1'), '2026-12-01')
        await participation.setCategory('h1', 'low-income', '罗秀珍', now)
        await participation.setCategory('h1', 'disabled', '罗秀珍', now)
        assert.equal(await participation.category('h1'), 'disabled')
        assert.equal(await participation.category('h2'), 'ordinary')
      })
      const { audit = [], household_leave: leaves = [] } = await own.rows()
      assert.equal(leaves.length, 2)
      assert.deepEqual(audit.map(({ action }) => action).toSorted(), ['household-back', 'household-left', 'household-left', 'household-phase', 'household-phase']) // prettier-ignore
      assert.doesNotMatch(
        JSON.stringify(audit, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
        /low-income|disabled/u,
      )
    })

    it('keeps who agreed for a child and when, until it is taken back or one of them is forgotten', async () => {
      const child = { id: 'c1', name: '王小宝', called: [], household: 'h1', namePublic: false, minor: true }
      const consent = { child: 'c1', guardian: '王秀英', at: now }
      await unit(async ({ register, guardians }) => {
        await register.addPerson(child)
        assert.deepEqual((await register.children()).map(({ id }) => id), ['c1']) // prettier-ignore
        assert.equal(await guardians.standing('c1'), null)
        await guardians.consent(consent)
        assert.deepEqual(await guardians.standing('c1'), consent)
        await guardians.withdraw('c1', '王秀英', now + 1)
        await guardians.withdraw('c1', '王秀英', now + 2)
        assert.equal(await guardians.standing('c1'), null)
        await guardians.consent({ ...consent, at: now + 3 })
        assert.deepEqual(await guardians.standing('c1'), { ...consent, at: now + 3 })
      })
      const { audit = [], guardian_consent: kept = [] } = await own.rows()
      assert.equal(kept.length, 2)
      assert.deepEqual(audit.map(({ action }) => action), ['guardian-consent', 'guardian-consent-withdrawn', 'guardian-consent']) // prettier-ignore
      await unit(async ({ register, guardians }) => {
        await register.erase('王秀英', '周大山', now)
        assert.equal(await guardians.standing('c1'), null)
      })
      assert.deepEqual((await own.rows()).guardian_consent ?? [], [])
    })

    it('registers a household from elsewhere under the next number, unrecognised', async () => {
      await unit(async ({ participation, register }) => {
        const { household, person } = await participation.enrol({ name: '韦小明', unit: 'g2', kind: 'resident', on: '2026-11-22' })
        assert.deepEqual([household.number, household.head, person.household], [4, person.id, household.id])
        assert.deepEqual(await participation.standing(household.id), { household: household.id, kind: 'resident', record: null })
        assert.equal(await participation.standing('h1'), null)
        assert.equal((await register.named('韦小明')).length, 1)
      })
    })

    it('counts a plan from its day on once a second person has agreed, and keeps every version', async () => {
      await unit(async ({ plans }) => {
        await plans.draft(plan)
        assert.equal(await plans.inForce('h1', '2026-11-22'), null)
        await plans.confirm('h1', 1, '陈国栋')
        const second = await plans.draft({ ...plan, from: '2026-12-01' })
        await plans.confirm('h1', second.version, '陈国栋')
        assert.equal((await plans.inForce('h1', '2026-11-30'))?.version, 1)
        assert.equal((await plans.inForce('h1', '2026-12-01'))?.version, 2)
        assert.equal(await plans.inForce('h1', '2026-11-21'), null)
        assert.deepEqual((await plans.find('h1', 1))?.items, plan.items)
      })
      await unit(async ({ plans }) => {
        await plans.draft(plan)
        await assert.rejects(plans.confirm('h1', 3, '罗秀珍'))
      }).catch(() => undefined)
      assert.equal(await unit(({ plans }) => plans.find('h1', 3)), null, 'nobody agrees to their own plan')
    })

    it('holds a custody between its days, and forgets its reason with the person', async () => {
      await unit(async ({ custody, plans, origins, register, ...stores }) => {
        const { id } = await custody.draft({ person: '王秀英', custodian: '周大山', from: '2026-11-22', until: '2026-11-30', reason: '卧床', proposedBy: '罗秀珍' }) // prettier-ignore
        assert.equal(await custody.of('王秀英', '2026-11-22'), null)
        await custody.confirm(id, '陈国栋')
        assert.equal((await custody.of('王秀英', '2026-11-30'))?.custodian, '周大山')
        assert.equal(await custody.of('王秀英', '2026-12-01'), null)
        assert.equal((await custody.actsFor('周大山', 'h1', '2026-11-22'))?.id, id)
        assert.equal(await custody.actsFor('周大山', 'h2', '2026-11-22'), null)
        await plans.draft(plan)
        const { number } = await openReport({ custody, plans, origins, register, ...stores })
        await origins.keep({ number, source: 'custodian', plan: 1, custody: id })
        await origins.check({ number, by: '周大山', good: false, reason: '没看见', at: now })
        await origins.check({ number, by: '周大山', good: true, reason: null, at: now })
        assert.equal((await origins.checkOf(number))?.good, true)
        await register.erase('王秀英', '罗秀珍', now)
        assert.notEqual((await custody.find(id))?.reason, '卧床')
        assert.notEqual((await plans.find('h1', 1))?.reason, '劳力强')
        assert.deepEqual(await origins.of(number), { number, source: 'custodian', plan: 1, custody: id })
        await custody.end(id, '2026-11-23')
        assert.equal(await custody.of('王秀英', '2026-11-24'), null)
      })
    })

    it('finds the holders of an office of one unit alone', async () => {
      await unit(async ({ register }) => {
        await register.grant(
          { person: '周大山', role: 'unit-head', scope: 'group', scopeId: 'g2', from: '2026-11-22', until: null },
          '罗秀珍',
          now,
        )
        assert.deepEqual((await register.holders('unit-head', '2026-11-22', 'g2')).map(({ id }) => id), ['周大山']) // prettier-ignore
        assert.deepEqual(await register.holders('unit-head', '2026-11-22', 'g1'), [])
        assert.deepEqual(await register.holders('unit-head', '2026-11-21', 'g2'), [])
        assert.equal((await register.holders('unit-head', '2026-11-22')).length, 1)
      })
    })
  })
}
