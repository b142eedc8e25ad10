import assert from 'node:assert/strict'

import { remembered } from '../../models/db/remembered.ts'
import type { Sql } from '../../models/db/sql.ts'
import { dialects, openOwn, type Own } from './fixture.ts'
import { now, settle } from './village-data.ts'

/** Statements that only count how often they reach the database. */
function counting(): Sql & { readonly ran: string[] } {
  const ran: string[] = []
  const all = (statement: string) => {
    ran.push(statement)
    return Promise.resolve([{ run: ran.length }])
  }
  return {
    ran,
    dialect: 'sqlite',
    all,
    one: async (statement) => (await all(statement))[0] ?? null,
    write: (statement) => {
      ran.push(statement)
      return Promise.resolve(1)
    },
    stamp: () => Promise.resolve(1),
    attempt: (work) => work(),
  }
}

describe('remembered readings', () => {
  it('are read once with the same values, and every time after something was written', async () => {
    const sql = counting()
    const seen = remembered(sql)
    assert.deepEqual([await seen.one('people', ['a']), await seen.one('people', ['a'])], [{ run: 1 }, { run: 1 }])
    assert.deepEqual(await seen.all('people', ['b']), [{ run: 2 }])
    assert.deepEqual(await seen.all('people'), [{ run: 3 }])
    await seen.write('change')
    assert.deepEqual([await seen.one('people', ['a']), await seen.one('people', ['a'])], [{ run: 5 }, { run: 6 }])
    assert.deepEqual(sql.ran, ['people', 'people', 'people', 'change', 'people', 'people'])
  })
})

for (const dialect of dialects) {
  describe(`remembered readings on ${dialect}`, () => {
    let own: Own
    beforeEach(async () => {
      own = await openOwn(dialect)
      await settle(own.database)
    })
    afterEach(() => own.close())

    it('show a unit what it wrote, and not what it took back', async () => {
      await own.database.lane.unit('v1', async ({ register, contacts, schemes, attempt }) => {
        const alias = { channel: 'local', account: 'a', contact: 'c1', person: '王秀英' }
        const seen = async () => [
          (await register.person('王秀英'))?.namePublic,
          (await contacts.personOf('local', 'a', 'c1'))?.id,
          (await schemes.inForce('2027-01-01')).edition,
        ]
        const change = async () => {
          await register.setNamePublic('王秀英', false, now)
          await contacts.bind(alias, '罗秀珍', now)
          await schemes.adopt({ code: 'shifan', effectiveFrom: '2027-01-01', source: 'second', resolution: null }, '罗秀珍', now)
        }
        assert.deepEqual(await seen(), [true, undefined, 1])
        await assert.rejects(
          attempt(async () => {
            await change()
            assert.deepEqual(await seen(), [false, '王秀英', 2])
            throw new Error('refused')
          }),
          /refused/,
        )
        assert.deepEqual(await seen(), [true, undefined, 1])
        await change()
        assert.deepEqual(await seen(), [false, '王秀英', 2])
      })
    })
  })
}
