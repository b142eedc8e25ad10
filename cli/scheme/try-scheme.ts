import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { causeOfMessage } from '../../bot/attend.ts'
import { deliver } from '../../bot/outbox/deliver.ts'
import { schemeKeeper } from '../../bot/snapshot.ts'
import { replayYear } from '../../handlers/scheme/replay-year.ts'
import { dateOf } from '../../models/dates.ts'
import type { Reply } from '../../models/reply.ts'
import type { Stores } from '../../models/stores/stores.ts'
import type { Village } from '../../models/village.ts'
import { readScheme } from '../../rules/reading/read-scheme.ts'
import type { Scheme } from '../../rules/scheme.ts'
import { nothingToTry, trialTold } from '../../texts/scheme/trial.ts'
import { chooseVillage } from '../choose-village.ts'
import { CannotRun, type Io } from '../io.ts'
import { openData } from '../open-data.ts'
import { readSettings } from '../settings.ts'

const usage = '用法：xiangyue scheme try 文件.yaml [--village 村名] [--tell]。加 --tell 才私下告诉各户。'

interface Draft {
  readonly scheme: Scheme
  readonly source: string
}

async function draftOf(path: string, io: Io): Promise<Draft> {
  const source = await io.readFile(path).catch(() => {
    throw new CannotRun(`读不了文件 ${path}：请检查路径是否写对、文件能不能打开`)
  })
  const reading = readScheme(source, path)
  if ('scheme' in reading) return { scheme: reading.scheme, source }
  throw new CannotRun(reading.problems.map(({ file, line, message }) => `${file}:${String(line)} ${message}`).join('\n'))
}

/** Leaves the households' lines for the bot to say; trying the same draft again says nothing twice. */
async function tell(lines: readonly Reply[], { source }: Draft, stores: Stores, now: number): Promise<boolean> {
  const id = createHash('sha256').update(source).digest('hex')
  const heard = { channel: 'sheet', account: 'trial', id, digest: id, person: null, at: now }
  if (!(await stores.inbox.receive(heard))) return false
  await deliver(stores, lines, causeOfMessage(heard.channel, heard.id), null)
  return true
}

async function tryIn(village: Village, draft: Draft, telling: boolean, stores: Stores, now: number): Promise<readonly string[]> {
  const { edition } = await stores.schemes.inForce(dateOf(now))
  const inForce = await schemeKeeper().schemeOf(stores, village.id, edition)
  const trial = await replayYear(inForce, draft.scheme, draft.scheme.title, stores, now)
  if (!trial) return [nothingToTry]
  if (!telling) return [trial.table]
  return (await tell(trial.private, draft, stores, now)) ? [trial.table, trialTold(trial.private.length)] : [trial.table]
}

function readArgs(args: readonly string[]) {
  try {
    const options = { village: { type: 'string' }, tell: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [path, ...more] = positionals
    if (path !== undefined && more.length === 0) return { path, ...values }
  } catch {
    throw new CannotRun(usage)
  }
  throw new CannotRun(usage)
}

/** `scheme try FILE`: the last twelve months of approved deeds under a draft, for the cadres; with `--tell` each household hears its own part. */
export async function trySchemeFile(args: readonly string[], io: Io): Promise<number> {
  const { path, village: name, tell: telling } = readArgs(args)
  const draft = await draftOf(path, io)
  const database = await openData(readSettings(io.env), await io.log('warn'), io)
  try {
    const village = chooseVillage(await database.reader.villages(), name)
    const now = io.clock.now() + village.clockOffset
    const lines = await database.lane.unit(village.id, (stores) => tryIn(village, draft, telling, stores, now))
    for (const line of lines) io.out(line)
    return 0
  } finally {
    await database.close()
  }
}
