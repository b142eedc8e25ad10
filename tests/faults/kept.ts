import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { causeOfMessage } from '../../bot/attend.ts'
import { reportMoves, suggestionMoves } from '../../models/case.ts'
import type { Transcript } from '../../models/chat.ts'
import { openDatabase, type Database } from '../../models/db/open-database.ts'
import type { Stores } from '../../models/stores/stores.ts'
import { openedBy, type Sent } from './conversation.ts'

/** What was found in the data. */
export interface Kept {
  readonly cases: number
  readonly booked: number
}

const nothing: Kept = { cases: 0, booked: 0 }
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Opens the data of a folder as it lies there, or as it lay there when the process was killed; the log is silent. */
export async function openFolder(dataDir: string): Promise<Database> {
  let ids = 0
  const newId = (prefix: string) => `${prefix}-check-${String((ids += 1))}`
  return openDatabase({ dataDir, databaseUrl: undefined, newId, newSalt: () => newId('salt'), log: silent })
}

/** Looks into a copy of a killed village's data, so that the village itself has to recover what it left. */
export async function checkKilled(folder: string, messages: readonly Sent[]): Promise<Kept> {
  const copy = mkdtempSync(join(tmpdir(), 'xiangyue-killed-'))
  try {
    for (const name of ['xiangyue.sqlite', 'xiangyue.sqlite-wal']) {
      if (existsSync(join(folder, name))) cpSync(join(folder, name), join(copy, name))
    }
    const database = await openFolder(copy)
    try {
      return await checkKept(database, messages)
    } finally {
      await database.close()
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** Throws when an acknowledged answer is not there, a number is missing or used twice, a decision counts twice, or the ledger does not check out. */
export async function checkKept(database: Database, messages: readonly Sent[]): Promise<Kept> {
  const villages = await database.reader.villages()
  const village = villages.at(-1)
  if (village === undefined) {
    assert.deepEqual(
      messages.filter(({ answer }) => answer !== null),
      [],
      'nobody can have been answered before the village was founded',
    )
    return nothing
  }
  assert.equal(villages.length, 1, 'the village was founded once')
  const { problems } = await database.verifyLedger(village.id, 0)
  assert.deepEqual(problems, [], 'the ledger checks out')
  assert.deepEqual(await database.verifyCases(village.id), [], 'every case stands where its moves have led it')
  const transcript = database.transcriptOf(village.id)
  const { cases, booked } = await database.reader.read(village.id, async (stores) => {
    const claimed = await claims(stores, messages)
    return checkCases(stores, claimed)
  })
  await checkTranscript(transcript, messages)
  return { cases, booked }
}

/** Case number → the message that opened it, as the committed answers say. */
async function claims(stores: Stores, messages: readonly Sent[]): Promise<ReadonlyMap<number, Sent>> {
  const claimed = new Map<number, Sent>()
  for (const message of messages) {
    const lines = await stores.outbox.of(causeOfMessage('local', message.id))
    if (message.answer !== null) {
      const answered = message.answer.replies.map(({ text }) => text)
      assert.deepEqual(
        lines.map(({ text }) => text),
        answered,
        `the acknowledged answer to ${message.id} (${message.text}) is kept`,
      )
    }
    for (const number of new Set(openedBy(lines.map(({ text }) => text)))) {
      assert.equal(claimed.get(number)?.id, undefined, `#${String(number)} was given to two messages`)
      claimed.set(number, message)
    }
  }
  return claimed
}

async function checkCases(stores: Stores, claimed: ReadonlyMap<number, Sent>): Promise<Kept> {
  const reports = await stores.cases.inStates('report', Object.keys(reportMoves))
  const suggestions = await stores.cases.inStates('suggestion', Object.keys(suggestionMoves))
  const files = [...reports, ...suggestions].toSorted((one, other) => one.number - other.number)
  const numbers = files.map(({ number }) => number)
  assert.deepEqual(
    numbers,
    numbers.map((_, index) => 1001 + index),
    'the numbers are gapless',
  )
  let booked = 0
  for (const { number, kind, state, openedBy: opener } of files) {
    const message = claimed.get(number)
    assert.equal(opener, message?.from, `#${String(number)} belongs to the message that has its receipt`)
    if (kind !== 'report') continue
    const decisions = (await stores.cases.decisions(number)).filter(({ revokedAt }) => revokedAt === null)
    assert.equal(
      decisions.length,
      state === 'pending' || state === 'withdrawn' ? 0 : 1,
      `#${String(number)} is ${state}: one decision, once`,
    )
    const entry = await stores.ledger.byCause(`report:${String(number)}`)
    assert.equal(entry !== null, state === 'booked', `#${String(number)} is ${state}`)
    booked += entry === null ? 0 : 1
  }
  assert.equal((await stores.ledger.head()).seq, booked, 'no entry without its case')
  assert.equal(claimed.size, files.length, 'no receipt without its case')
  return { cases: files.length, booked }
}

async function checkTranscript(transcript: Transcript, messages: readonly Sent[]): Promise<void> {
  for (const { answer, id, from, text } of messages) {
    if (answer === null) continue
    const heard = await transcript.find(id)
    assert.deepEqual([heard?.from, heard?.text], [from, text], `what was said as ${id} is kept`)
    for (const reply of answer.replies) assert.equal((await transcript.find(reply.id))?.text, reply.text, `the reply ${reply.id} is kept`)
  }
}
