import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { decks } from '../deck.ts'
import { forms, play, type Playing } from './form.ts'

const folder = join(import.meta.dirname, '..', 'stories')
// mocha loads test files by require, and so must whoever loads them before it does
const load = createRequire(import.meta.url)
const decksOf = new Map<string, number>()
for (const name of readdirSync(folder).filter((file) => file.endsWith('.test.ts'))) {
  const before = decks().length
  load(join(folder, name))
  decksOf.set(name, decks().length - before)
}

describe('channels: the stories', () => {
  it('are written as decks, so that every channel tells them', () => {
    assert.deepEqual(
      [...decksOf].filter(([, count]) => count === 0).map(([name]) => name),
      [],
      'write `deck(title, (open) => …)` instead of `describe(title, () => …)`',
    )
  })
})

for (const form of forms) {
  describe(`channels: ${form.name}`, function () {
    // each line and each day of a story crosses the gateway: a busy machine needs longer than for the village alone
    this.timeout(20_000)
    let playing: Playing
    before(async () => {
      playing = await play(form)
    })
    after(() => playing.close())
    for (const { title, story } of decks().filter(({ title }) => form.without?.includes(title) !== true)) {
      describe(title, () => {
        story(() => playing.fresh())
      })
    }
  })
}
