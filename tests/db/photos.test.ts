import assert from 'node:assert/strict'

import { UnknownPhoto } from '../../models/db/stores/photo-store.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { dialects, openOwn, type Own } from './fixture.ts'
import { now, openReport, settle } from './village-data.ts'

const look = 'f0e1d2c3b4a59687'
const picture = (of: Partial<{ look: string; person: string; at: number; number: number | null }> = {}) => ({
  media: 'a'.repeat(64),
  look,
  person: '王秀英',
  at: now,
  number: null,
  ...of,
})
const ids = (photos: readonly { readonly id: string }[]) => photos.map(({ id }) => id)

for (const dialect of dialects) {
  describe(`photos on ${dialect}`, () => {
    let own: Own
    const unit = <T>(work: (stores: Stores) => Promise<T>) => own.database.lane.unit('v1', work)

    beforeEach(async () => {
      own = await openOwn(dialect)
      await settle(own.database)
      await unit(openReport)
    })
    afterEach(() => own.close())

    it('waits for its words, oldest first, and waits no more once it belongs to a case', async () => {
      await unit(async ({ photos }) => {
        const [first, second] = [await photos.add(picture({ at: now + 5 })), await photos.add(picture({ at: now + 5 }))]
        await photos.add(picture({ at: now - 1 }))
        await photos.add(picture({ person: '周大山' }))
        assert.deepEqual(await photos.loose('王秀英', now), [first, second])
        await photos.attach(first.id, 1001)
        assert.deepEqual(await photos.loose('王秀英', now), [second])
        assert.deepEqual(await photos.alike(look, 0, now), [{ ...first, number: 1001 }])
        await assert.rejects(photos.attach('photo-x', 1001), UnknownPhoto)
      })
      await assert.rejects(unit(({ photos }) => photos.add(picture({ number: 4711 }))))
      await assert.rejects(unit(({ photos }) => photos.add(picture({ look: 'f0e1' }))))
      await assert.rejects(unit(({ photos }) => photos.add(picture({ person: '没有这个人' }))))
    })

    it('is dropped when no case took it in time; its file may go when nothing else names it', async () => {
      const named = (letter: string, of: Parameters<typeof picture>[0] = {}) => ({
        ...picture({ at: now - 5, ...of }),
        media: letter.repeat(64),
      })
      const fresh = await unit(async ({ photos, cases, outbox }) => {
        // b and e wait in vain, b twice; the others are named by a case, its evidence, a line on its way and a line said
        for (const letter of 'bbcdefg') await photos.add(named(letter))
        await photos.add(named('c', { number: 1001 }))
        await cases.addEvidence({ number: 1001, kind: 'photo', media: 'd'.repeat(64), text: null, by: '王秀英', at: now })
        await outbox.put([
          {
            cause: 'message:local:m1',
            order: 0,
            channel: 'local',
            account: 'a',
            room: '评议群',
            contact: null,
            text: '凭证',
            file: 'f'.repeat(64),
            about: 1001,
            notBefore: now,
          },
        ])
        return photos.add(named('a', { at: now }))
      })
      await own.database.transcriptOf('v1').append({ id: '1', from: 'bot', to: '评议群', text: '', file: 'g'.repeat(64), at: now })
      const dropped = await unit(({ photos }) => photos.dropLoose(now))
      assert.deepEqual(dropped, ['b'.repeat(64), 'e'.repeat(64)])
      await unit(async ({ photos }) => {
        assert.deepEqual(await photos.loose('王秀英', 0), [fresh])
        assert.deepEqual(
          (await photos.alike(look, 0, 0)).map(({ media }) => media),
          ['c'.repeat(64)],
        )
        assert.deepEqual(await photos.dropLoose(now), [])
      })
    })

    it('keeps the file that another village of the database still names', async () => {
      const { lane } = own.database
      const other = { id: 'v2', name: '邻村', training: false, clockOffset: 0, revision: 1, createdAt: now }
      await lane.found(other, async ({ register, photos }) => {
        await register.addPerson({ id: '邻居', name: '邻居', called: [], household: null, namePublic: false, minor: false })
        await photos.add(picture({ person: '邻居' }))
      })
      await unit(({ photos }) => photos.add(picture()))
      assert.deepEqual(await unit(({ photos }) => photos.dropLoose(now + 1)), [])
      assert.deepEqual(await lane.unit('v2', ({ photos }) => photos.dropLoose(now + 1)), ['a'.repeat(64)])
    })

    it('is alike when few of all 64 bits differ, newest first, within the time asked for and only among cases', async () => {
      await unit(async ({ photos }) => {
        const same = await photos.add(picture({ number: 1001 }))
        // the first bit and the last; two bits of each half
        const near = await photos.add(picture({ number: 1001, look: '70e1d2c3b4a59686' }))
        const far = await photos.add(picture({ number: 1001, look: 'f0e1d2cfb4a5968e' }))
        await photos.add(picture({ number: 1001, look: '0f1e2d3c4b5a6978' }))
        await photos.add(picture({ number: 1001, at: now - 1 }))
        await photos.add(picture())
        assert.deepEqual(ids(await photos.alike(look, 0, now)), [same.id])
        assert.deepEqual(ids(await photos.alike(look, 1, now)), [same.id])
        assert.deepEqual(ids(await photos.alike(look, 2, now)), [near.id, same.id])
        assert.deepEqual(ids(await photos.alike(look, 3, now)), [near.id, same.id])
        assert.deepEqual(ids(await photos.alike(look, 4, now)), [far.id, near.id, same.id])
        assert.equal((await photos.alike(look, 63, now)).length, 3)
        assert.equal((await photos.alike(look, 64, now)).length, 4)
      })
    })
  })
}
