import { createAttendant } from '../bot/attend.ts'
import type { Channel } from '../bot/channel.ts'
import type { Wording } from '../bot/outbox/deliver.ts'
import { deliverUnasked } from '../bot/unasked.ts'
import { createOfflineNotice } from '../bot/connection/offline-notice.ts'
import { Outbox } from '../bot/outbox/outbox.ts'
import type { Pace } from '../bot/outbox/pace.ts'
import { createPictures } from '../bot/pictures/pictures.ts'
import { createSnapshots } from '../bot/snapshot.ts'
import { supervise } from '../bot/connection/supervisor.ts'
import { machineTimers } from '../bot/timers.ts'
import { connectWechaty, type ConnectOptions } from '../bot/wechaty.ts'
import { commands } from '../handlers/index.ts'
import { jobsOf } from '../jobs/index.ts'
import { createScheduler, type TickingScheduler } from '../jobs/scheduler.ts'
import type { Clock } from '../models/clock.ts'
import type { Database } from '../models/db/open-database.ts'
import type { Log } from '../models/log.ts'
import type { Reader } from '../models/stores/stores.ts'
import { addressed } from '../texts/addressed.ts'
import type { Io } from './io.ts'

/** A bot put together: heard, answered, sent and reminded by one process on one account. */
export interface Bot {
  readonly channel: Channel
  readonly outbox: Outbox
  readonly scheduler: TickingScheduler
  /** connects, and resolves when somebody is logged in */
  connect(): Promise<void>
  /** does what was missed, says what is waiting, and goes on by the calendar */
  catchUp(): Promise<void>
  stop(): Promise<void>
}

/** What a bot is put together from. `clock` is the village's, `real` the machine's. */
export interface BotParts extends Pick<Io, 'newId'> {
  readonly database: Database
  /** the villages this process serves */
  readonly reader: Reader
  readonly clock: Clock
  readonly real: Clock
  readonly pace: Pace
  readonly log: Log
  readonly connection: Pick<ConnectOptions, 'puppet' | 'channel' | 'account' | 'hears' | 'botName' | 'onScan' | 'onLogout'>
}

/** Puts a bot together; nothing is started yet. */
export async function openBot({ database, reader, clock, real, pace, log, newId, connection }: BotParts): Promise<Bot> {
  const { lane, media } = database
  const pictures = createPictures(machineTimers)
  const snapshots = createSnapshots(commands, connection.botName)
  // where only mentions are heard one calls the bot by name in rooms; in private one need not
  const wording: Wording = (text, address) =>
    channel.hears === 'mentions' && address.room !== null && address.channel === channel.channel
      ? addressed(text, connection.botName)
      : text
  let loggedIn: () => void = () => undefined
  const login = new Promise<void>((resolve) => {
    loggedIn = resolve
  })
  const wake = (village: string) => {
    outbox.wake(village)
  }
  const hear = createAttendant({
    lane,
    reader,
    media,
    pictures,
    commands,
    snapshots,
    clock,
    log,
    newErrorId: () => newId('e').slice(0, 8),
    members: (room) => channel.members(room),
    take: (village, stores) => outbox.take(village, stores),
    wording,
  })
  const channel = await connectWechaty({
    ...connection,
    hear,
    log,
    clock,
    timers: machineTimers,
    onLogin: () => {
      loggedIn()
    },
  })
  const outbox = new Outbox({ lane, reader, media, channel, pace, clock, timers: machineTimers, log, sender: newId('s'), alone: true })
  const scheduler = createScheduler({
    jobs: jobsOf({ checkLedger: database.verifyLedger }),
    lane,
    reader,
    clock,
    media,
    schemeOf: async (stores, on) => {
      const { edition } = await stores.schemes.inForce(on)
      return { edition, scheme: await snapshots.schemeOf(stores, (await stores.village.get()).id, edition) }
    },
    editionOf: async (stores, edition) => snapshots.schemeOf(stores, (await stores.village.get()).id, edition),
    deliver: (stores, replies, cause) => deliverUnasked(stores, replies, cause, clock.now(), wording),
    afterCommit: wake,
    log,
  })
  const noteHearing = createOfflineNotice({
    lane,
    reader,
    clock,
    log,
    deliver: (stores, replies, cause) => deliverUnasked(stores, replies, cause, clock.now(), wording),
    afterCommit: wake,
  })
  const supervisor = supervise({
    channel,
    clock: real,
    timers: machineTimers,
    log,
    onGap: () => undefined,
    onHears: () => void noteHearing(),
  })

  return {
    channel,
    outbox,
    scheduler,
    async connect() {
      await channel.start()
      // a gateway that is away at the start is looked for like one that goes away later
      supervisor.start()
      await login
    },
    async catchUp() {
      for (const { id } of await reader.villages()) wake(id)
      await noteHearing()
      await scheduler.catchUp()
      await outbox.drain()
      scheduler.start()
    },
    async stop() {
      supervisor.stop()
      await scheduler.stop()
      await outbox.stop()
      await channel.stop()
      await pictures.stop()
    },
  }
}
