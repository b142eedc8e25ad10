import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTraining } from '../../cli/training/open-training.ts'
import { openDatabase } from '../../models/db/open-database.ts'
import { startServer } from '../../web/server.ts'
import { measure } from './talk.ts'

/** The village's bot as `start` puts it together, spoken to in the process itself: what is measured is not HTTP. */
const dataDir = mkdtempSync(join(tmpdir(), 'xiangyue-bench-'))
const { default: pino } = await import('pino')
const log = pino({ level: 'warn', base: null }, pino.destination(2))
const newId = (prefix: string) => prefix + randomBytes(13).toString('hex')
const database = await openDatabase({ dataDir, databaseUrl: undefined, newId, newSalt: () => newId(''), log })
const training = await openTraining({ database, log, clock: { now: () => Date.now() }, newId, startAt: undefined })
const server = await startServer({
  host: '127.0.0.1',
  port: 0,
  log,
  health: () => Promise.resolve({ ok: true, version: '', villages: 1 }),
  newId: () => newId('w'),
  sandbox: training.port,
})

let silent = 0
await measure(process.argv[2] ?? '', async (from, text, id) => {
  const { replies } = await training.port.say({ id, from, to: '村民群', text })
  silent += replies.length === 0 ? 1 : 0
})
if (process.argv[2] === 'speed' && silent > 0) throw new Error(`${String(silent)} messages were not answered`)

await server.stop()
await training.stop()
await database.close()
rmSync(dataDir, { recursive: true, force: true })
