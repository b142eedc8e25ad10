import assert from 'node:assert/strict'

import { VillageExists, UnknownVillage } from '../../models/db/lane.ts'
import { openDatabase } from '../../models/db/open-database.ts'
import { OverlappingUse, StatementFailed, UnitEnded, UnstorableText, WriteOutsideUnit } from '../../models/db/sql.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { dialects, openOwn, settingsOf, type Own } from './fixture.ts'
import { aboutH1, log, openReport, settle, village } from './village-data.ts'

const heard = (id: string) => ({ channel: 'local', account: 'a', id, digest: 'd', person: null, at: 1 })

for (const dialect of dialects) {
  describe(`lane on ${dialect}`, function () {
    this.timeout(10_000)
    let own: Own

    beforeEach(async () => {
      own = await openOwn(dialect)
      await settle(own.database)
    })
    afterEach(() => own.close())

    it('keeps every row of 50 units at once, each case with its own number', async () => {
      const { lane, reader } = own.database
      const numbers = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          lane.unit('v1', async (stores) => {
            assert.equal(await stores.inbox.receive(heard(`m${String(index)}`)), true)
            const { number } = await openReport(stores)
            await stores.audit.write({ at: 1, actor: null, action: 'heard', number, from: null, to: null, detail: null })
            return number
          }),
        ),
      )
      assert.deepEqual(
        numbers.toSorted((a, b) => a - b),
        Array.from({ length: 50 }, (_, index) => 1001 + index),
      )
      const reports = await reader.read('v1', (stores) => stores.cases.reportsInStates(['pending']))
      assert.equal(reports.length, 50)
      await lane.unit('v1', async (stores) => {
        for (let index = 0; index < 50; index += 1) assert.equal(await stores.inbox.receive(heard(`m${String(index)}`)), false)
      })
    })

    it('leaves nothing of a unit that throws', async () => {
      const { lane, reader } = own.database
      const failing = lane.unit('v1', async (stores) => {
        await openReport(stores)
        throw new Error('no')
      })
      await assert.rejects(failing, /^Error: no$/)
      assert.equal(await reader.read('v1', (stores) => stores.cases.find(1001)), null)
      assert.equal((await lane.unit('v1', openReport)).number, 1001)
    })

    it('undoes what an attempt wrote and keeps the rest', async () => {
      const { lane, reader } = own.database
      await lane.unit('v1', async (stores) => {
        await openReport(stores)
        await assert.rejects(
          stores.attempt(async () => {
            await openReport(stores)
            await stores.attempt(() => openReport(stores))
            throw new Error('refused')
          }),
          /refused/,
        )
        await stores.audit.write({ at: 1, actor: null, action: 'after', number: 1001, from: null, to: null, detail: null })
      })
      const seen = await reader.read(
        'v1',
        async (stores) => [await stores.cases.find(1001), await stores.cases.find(1002), await stores.audit.of(1001)] as const,
      )
      assert.equal(seen[0]?.number, 1001)
      assert.equal(seen[1], null)
      assert.deepEqual(
        seen[2].map((row) => row.action),
        ['after'],
      )
    })

    it('goes on after a failed statement only when an attempt undid it', async () => {
      const { lane } = own.database
      const unknownHousehold = (stores: Stores) =>
        stores.register.addPerson({ id: 'x', name: 'x', called: [], household: 'nowhere', namePublic: false, minor: false })
      await lane.unit('v1', async (stores) => {
        await assert.rejects(stores.attempt(() => unknownHousehold(stores)))
        await openReport(stores)
      })
      const swallowed = lane.unit('v1', async (stores) => {
        await unknownHousehold(stores).catch(() => undefined)
      })
      await assert.rejects(swallowed, StatementFailed)
      const goesOn = lane.unit('v1', async (stores) => {
        await unknownHousehold(stores).catch(() => undefined)
        await openReport(stores)
      })
      await assert.rejects(goesOn, StatementFailed)
    })

    it('refuses writing in a reading, use after the end, two statements at once and a unit in a unit', async () => {
      const { lane, reader } = own.database
      await assert.rejects(
        reader.read('v1', (stores) => stores.village.setSetting('quiet', '1')),
        WriteOutsideUnit,
      )
      await assert.rejects(
        reader.read('v1', (stores) => openReport(stores)),
        WriteOutsideUnit,
      )

      const leaked = await lane.unit('v1', (stores) => Promise.resolve({ stores }))
      await assert.rejects(leaked.stores.village.setSetting('quiet', '1'), UnitEnded)

      const both = lane.unit('v1', async (stores) => {
        await Promise.all([stores.village.setSetting('a', '1'), stores.village.setSetting('b', '1')])
      })
      await assert.rejects(both, OverlappingUse)
      const hidden = lane.unit('v1', async (stores) => {
        await Promise.allSettled([stores.village.setSetting('a', '1'), stores.village.setSetting('b', '1')])
      })
      await assert.rejects(hidden, OverlappingUse)
      const forgotten = lane.unit('v1', (stores) => {
        void stores.village.setSetting('c', '1').catch(() => undefined)
        return Promise.resolve()
      })
      await assert.rejects(forgotten, OverlappingUse)
      const nested = lane.unit('v1', () => lane.unit('v1', () => Promise.resolve()))
      await assert.rejects(nested, OverlappingUse)

      const kept = await reader.read('v1', async ({ village: own }) => [
        await own.setting('a'),
        await own.setting('b'),
        await own.setting('c'),
      ])
      assert.deepEqual(kept, [null, null, null])
    })

    it('refuses unknown villages, a second founding and words that cannot be stored', async () => {
      const { lane } = own.database
      await assert.rejects(
        lane.unit('nowhere', () => Promise.resolve()),
        UnknownVillage,
      )
      await assert.rejects(
        lane.found(village, () => Promise.resolve()),
        VillageExists,
      )
      for (const words of ['a\0b', 'half \uD83D', '\uDC00']) {
        await assert.rejects(
          lane.unit('v1', (stores) => stores.cases.openSuggestion(aboutH1, 'suggestion', 'other', words)),
          UnstorableText,
        )
      }
      const whole = await lane.unit('v1', (stores) => stores.cases.openSuggestion(aboutH1, 'suggestion', 'other', '𠮷😀\u202e'))
      assert.equal(whole.kind, 'suggestion')
    })

    it('refuses new units after closing, and has ended those under way', async () => {
      const { lane } = own.database
      const underWay = lane.unit('v1', openReport)
      await own.close()
      assert.equal((await underWay).number, 1001)
      await assert.rejects(lane.unit('v1', openReport), UnitEnded)
      own = await openOwn(dialect)
    })
  })
}

describe('lane of two processes on one postgres', function () {
  this.timeout(10_000)

  it('gives each of 20 parallel units its own number', async () => {
    const own = await openOwn('postgres')
    await settle(own.database)
    const other = await openDatabase({ ...settingsOf(own.dataDir, own.databaseUrl), newId: (prefix) => `other-${prefix}`, log })
    const units = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? own.database : other).lane.unit('v1', openReport))
    const numbers = (await Promise.all(units)).map(({ number }) => number)
    assert.deepEqual(
      numbers.toSorted((a, b) => a - b),
      Array.from({ length: 20 }, (_, index) => 1001 + index),
    )
    await other.close()
    await own.close()
  })

  it('runs units of different villages side by side', async () => {
    const own = await openOwn('postgres')
    for (const id of ['v1', 'v2']) await settle(own.database, { ...village, id })
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const first = own.database.lane.unit('v1', () => held)
    await own.database.lane.unit('v2', openReport)
    release()
    await first
    await own.close()
  })
})
