import { unpaced } from '../../bot/outbox/pace.ts'
import { PuppetLocal } from '../../bot/puppets/local.ts'
import type { Transcript } from '../../models/chat.ts'
import type { Database } from '../../models/db/open-database.ts'
import type { Log } from '../../models/log.ts'
import type { Reader } from '../../models/stores/stores.ts'
import type { Village } from '../../models/village.ts'
import { loadScheme } from '../../rules/load-scheme.ts'
import { grow } from '../../web/sandbox/grow.ts'
import type { SandboxPort } from '../../web/sandbox/port.ts'
import { chatPeopleOf, trainingVillage, type TrainingVillage } from '../../web/sandbox/training-village.ts'
import type { Io } from '../io.ts'
import { openBot } from '../open-bot.ts'
import { foundVillage, householdsSetting, trainingChannel, type AdoptedScheme } from './found-village.ts'
import { createSandboxPort, type CurrentVillage } from './sandbox-port.ts'
import { TrainingClock } from './training-clock.ts'

/** The training village, logged in and caught up. */
export interface Training {
  readonly port: SandboxPort
  stop(): Promise<void>
}

/** What the training village needs of the machine. */
export interface TrainingParts extends Pick<Io, 'clock' | 'newId'> {
  readonly database: Database
  readonly log: Log
  /** the instant (UTC ms) to which the clock is moved before catch-up */
  readonly startAt: number | undefined
}

/** The newest training village of the database; an old one stays for its ledger's sake and is never run again. */
async function newestVillage(reader: Reader): Promise<Village | undefined> {
  const villages = (await reader.villages()).filter(({ training }) => training)
  return villages.toSorted((one, other) => one.createdAt - other.createdAt).at(-1)
}

const householdsOf = (reader: Reader, village: string): Promise<number> =>
  reader.read(village, async (stores) => Number((await stores.village.setting(householdsSetting)) ?? 0))

/** One process, one village: it hears every room and contact of the page, and its jobs alone are run. */
const readerOf = (reader: Reader, current: CurrentVillage): Reader => ({
  ...reader,
  villages: async () => (await reader.villages()).filter(({ id }) => id === current.id),
  villageOfRoom: () => Promise.resolve(current.id),
  villageOfContact: () => Promise.resolve(current.id),
})

const transcriptOf = (current: CurrentVillage): Transcript => ({
  append: (message) => current.transcript.append(message),
  find: (id) => current.transcript.find(id),
  list: (where, after) => current.transcript.list(where, after),
})

/** Opens the training village: founds it in an empty database, logs the bot in, moves the clock, catches up. */
export async function openTraining({ database, clock: real, log, newId, startAt }: TrainingParts): Promise<Training> {
  const { lane, media } = database
  const sheet = trainingVillage()
  const found = (town: TrainingVillage, scheme: AdoptedScheme) => foundVillage(lane, town, scheme, { id: newId('v'), at: real.now() })
  const village =
    (await newestVillage(database.reader)) ?? (await found(sheet, { code: 'shifan', source: (await loadScheme('shifan')).source }))
  const current: CurrentVillage = {
    id: village.id,
    town: grow(sheet, await householdsOf(database.reader, village.id)),
    transcript: database.transcriptOf(village.id),
  }
  const clock = new TrainingClock(real, lane, village.id, village.clockOffset)
  if (startAt !== undefined) await clock.moveTo(startAt)

  const reader = readerOf(database.reader, current)
  const puppet = new PuppetLocal({
    account: 'bot',
    people: chatPeopleOf(current.town),
    transcript: transcriptOf(current),
    media,
    clock,
    newId: () => newId('m'),
  })
  const connection = { puppet, ...trainingChannel, botName: sheet.botName }
  const bot = await openBot({ database, reader, clock, real, pace: unpaced, log, newId, connection })
  await bot.connect()
  await bot.catchUp()

  async function replace(town: TrainingVillage, scheme: AdoptedScheme): Promise<void> {
    const next = await found(town, scheme)
    bot.outbox.forget(current.id)
    current.id = next.id
    current.town = town
    current.transcript = database.transcriptOf(next.id)
    clock.follow(next.id, next.clockOffset)
  }

  return {
    port: createSandboxPort({ current, sheet, puppet, bot, clock, reader, media, replace }),
    stop: () => bot.stop(),
  }
}
