import type { Database } from '../models/db/open-database.ts'
import type { Log } from '../models/log.ts'
import { DoorClosed } from '../web/door.ts'
import type { Login } from '../web/health.ts'
import type { RunningServer } from '../web/server.ts'
import type { SandboxPort } from '../web/sandbox/port.ts'
import { CannotRun, type Io } from './io.ts'
import { readSettings, type Settings } from './settings.ts'
import { version } from './version.ts'

async function openDoor(
  settings: Settings,
  database: Database,
  sandbox: SandboxPort | undefined,
  login: (() => Login) | undefined,
  log: Log,
  io: Io,
): Promise<RunningServer> {
  const { startServer } = await import('../web/server.ts')
  return startServer({
    host: settings.host,
    port: settings.port,
    log,
    health: async () => ({
      ok: true,
      version,
      villages: (await database.reader.villages()).length,
      ...(login === undefined ? {} : { login: login() }),
    }),
    newId: () => io.newId('w'),
    ...(sandbox === undefined ? {} : { sandbox }),
  }).catch((error: unknown) => {
    throw error instanceof DoorClosed ? new CannotRun(error.text) : error
  })
}

async function untilInterrupted(server: RunningServer, io: Io): Promise<void> {
  // asked before the line is out: whoever reads it may end the process in the same moment
  const interrupted = io.interrupted()
  io.out(`ready ${server.url}`)
  await interrupted
  await server.stop()
}

/** `start`: runs the bot until it is asked to stop; prints `ready URL` when it is logged in, caught up and answering. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  if (args.length > 0) throw new CannotRun('start 不需要参数；设置写在环境变量里，见 README。')
  const settings = readSettings(io.env)
  const log = await io.log(settings.logLevel)
  // a start that cannot be must not load Wechaty first to say so
  const { openData } = await import('./open-data.ts')
  const database = await openData(settings, log, io)
  try {
    if (settings.puppet !== 'local') {
      const { openVillages } = await import('./open-village.ts')
      const bot = await openVillages(settings, database, log, io)
      try {
        // scanning may take the operator an hour: the health page is there meanwhile
        const server = await openDoor(settings, database, undefined, () => bot.login(), log, io)
        bot
          .connect()
          .then(() => bot.catchUp())
          .catch((error: unknown) => {
            log.error({ error: error instanceof Error ? error.message : String(error) }, 'the channel did not open')
          })
        await untilInterrupted(server, io)
      } finally {
        await bot.stop()
      }
      return 0
    }
    const { openTraining } = await import('./training/open-training.ts')
    const training = await openTraining({ database, log, clock: io.clock, newId: io.newId, startAt: settings.sandboxClock })
    try {
      await untilInterrupted(await openDoor(settings, database, training.port, undefined, log, io), io)
    } finally {
      await training.stop()
    }
  } finally {
    await database.close()
  }
  return 0
}
