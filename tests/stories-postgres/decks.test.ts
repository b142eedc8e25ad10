import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { newPostgresUrl } from '../db/postgres.ts'
import { decks } from '../deck.ts'
import { TestVillage } from '../village.ts'

/** The decks that are also told on PostgreSQL: from a line to a booked point, and what an objection does to it. */
const told = { 'first-round': '从一句话到入账', objecting: '异议' } as const

// mocha loads test files by require, and so must whoever loads them before it does
const load = createRequire(import.meta.url)
for (const name of Object.keys(told)) load(join(import.meta.dirname, '..', 'stories', `${name}.test.ts`))

for (const title of Object.values(told)) {
  describe(`${title} on postgres`, function () {
    // each simulated day runs every job, and each statement crosses to the server
    this.timeout(60_000)
    const { story } = decks().find((one) => one.title === title) ?? assert.fail(`no deck ${title}`)
    story(async () => TestVillage.open({ databaseUrl: await newPostgresUrl() }))
  })
}
