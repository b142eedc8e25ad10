import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { causeOfMessage } from '../../bot/attend.ts'
import { deliver } from '../../bot/outbox/deliver.ts'
import { schemeKeeper } from '../../bot/snapshot.ts'
import type { Speaker } from '../../handlers/command.ts'
import { propose } from '../../handlers/proposal/open-proposal.ts'
import { dateOf } from '../../models/dates.ts'
import { Refusal } from '../../models/outcome.ts'
import { privately } from '../../models/reply.ts'
import type { Stores } from '../../models/stores/stores.ts'
import type { Person, Village } from '../../models/village.ts'
import { onDay } from '../../rules/catalogue.ts'
import { importText, observerCard } from '../../texts/review/batch-award.ts'
import { chooseVillage } from '../choose-village.ts'
import { matchPoints } from './match-points.ts'
import { readPoints, type PointsRow } from './read-points.ts'
import { faultLine, inOrder, type Fault } from '../init/roster/fault.ts'
import { readFileOf } from '../init/roster/read-file.ts'
import { CannotRun, type Io } from '../io.ts'
import { openData } from '../open-data.ts'
import { readSettings } from '../settings.ts'

const usage = '用法：import points 文件.csv --by 提交人 [--observers 甲,乙] [--estate 安置小区] [--village 村名]。'

interface Wanted {
  readonly rows: readonly PointsRow[]
  readonly by: string
  readonly observers: readonly string[]
  readonly estate: string
}

const digestOf = (rows: readonly PointsRow[]): string => createHash('sha256').update(JSON.stringify(rows)).digest('hex')

/** Something in the sheet does not fit: all of it is told, nothing is written. */
class Unfit extends Error {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super('the sheet does not fit')
    this.faults = faults
  }
}

async function personOf(name: string, { register }: Stores): Promise<Person> {
  const [only, other] = await register.named(name)
  if (!only) throw new CannotRun(`花名册里没有“${name}”。`)
  if (other) throw new CannotRun(`有两位“${name}”，请写别的称呼。`)
  return only
}

async function speakerOf(name: string, stores: Stores, now: number): Promise<Speaker> {
  const person = await personOf(name, stores)
  const household = person.household === null ? null : await stores.register.household(person.household)
  return { person, household, roles: await stores.register.rolesOf(person.id, dateOf(now)) }
}

/** Puts the sheet forward as one proposal; its card goes to the panel, and to the observers, when the bot runs. */
async function proposeAll({ rows, by, observers, estate }: Wanted, village: Village, stores: Stores, now: number): Promise<string> {
  const { edition } = await stores.schemes.inForce(dateOf(now))
  const scheme = await schemeKeeper().schemeOf(stores, village.id, edition)
  const speaker = await speakerOf(by, stores, now)
  const { awards, faults } = await matchPoints(rows, onDay(scheme, dateOf(now)), speaker.person.household, stores)
  if (faults.length > 0) throw new Unfit(faults)
  const invited: Person[] = []
  for (const name of observers) invited.push(await personOf(name, stores))
  const deeds = [...new Set(awards.map(({ item }) => scheme.items.find(({ code }) => code === item)?.name ?? item))]
  const points = awards.reduce((sum, award) => sum + award.points, 0)
  const text = importText(new Set(rows.map(({ household }) => household)).size, points, deeds, estate)
  const payload = { rows: awards, observers: invited.map(({ id }) => id) }
  const replies = await propose('award-batch', payload, { subject: null, text }, { stores, speaker, edition, room: null, now })
  const number = replies.find(({ about }) => about !== undefined)?.about ?? 0
  const cards = invited.map(({ id }) => privately(id, observerCard(number, text), number))
  // the sheet is what was heard: each line the bot says has its cause in the inbox
  const heard = { channel: 'sheet', account: 'import', id: String(number), digest: digestOf(rows), person: speaker.person.id, at: now }
  await stores.inbox.receive(heard)
  await deliver(stores, [...replies, ...cards], causeOfMessage(heard.channel, heard.id), null)
  return `提议#${String(number)} ${text}。要另一户的评议员同意才算。`
}

async function readSheet(path: string): Promise<readonly PointsRow[]> {
  const bytes = await readFile(path).catch(() => {
    throw new CannotRun(`读不了文件 ${path}：请检查路径是否写对。`)
  })
  const file = await readFileOf(bytes)
  if ('fault' in file) throw new Unfit([file.fault])
  const { rows, faults } = readPoints(file.sheets)
  if (faults.length > 0) throw new Unfit(faults)
  return rows
}

function readArgs(args: readonly string[]) {
  const options = {
    by: { type: 'string' },
    observers: { type: 'string' },
    estate: { type: 'string' },
    village: { type: 'string' },
  } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [what, path, ...more] = positionals
    if (what !== 'points' || path === undefined || more.length > 0 || values.by === undefined) throw new CannotRun(usage)
    return { path, ...values, by: values.by }
  } catch (error) {
    throw error instanceof CannotRun ? error : new CannotRun(usage)
  }
}

/**
 * `import points FILE`: a whole sheet of households' points comes in as one proposal (PH-9), reviewed by a second person and open to
 * invited observers. 0 when it is put forward, 1 with every line that does not fit when it is not.
 */
export async function importPoints(args: readonly string[], io: Io): Promise<number> {
  const { path, by, observers, estate = '', village: name } = readArgs(args)
  const settings = readSettings(io.env)
  try {
    const rows = await readSheet(path)
    const database = await openData(settings, await io.log('warn'), io)
    try {
      const village = chooseVillage(await database.reader.villages(), name)
      const now = io.clock.now() + village.clockOffset
      const wanted = { rows, by, observers: observers?.split(/[,，、]/u) ?? [], estate }
      io.out(await database.lane.unit(village.id, (stores) => proposeAll(wanted, village, stores, now)))
      return 0
    } finally {
      await database.close()
    }
  } catch (error) {
    if (error instanceof Refusal) throw new CannotRun(error.text)
    if (!(error instanceof Unfit)) throw error
    for (const fault of inOrder(error.faults)) io.err(faultLine(fault))
    io.err(`${basename(path)}：有${String(error.faults.length)}处不对，什么也没有写。改好后再运行一次。`)
    return 1
  }
}
