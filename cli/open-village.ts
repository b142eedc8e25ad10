import { paced, usualPace } from '../bot/outbox/pace.ts'
import { loginPicture } from '../bot/wechaty-login-code.ts'
import type { Database } from '../models/db/open-database.ts'
import type { Log } from '../models/log.ts'
import type { Reader } from '../models/stores/stores.ts'
import type { Login } from '../web/health.ts'
import { missingCodes } from './init/missing-codes.ts'
import { CannotRun, type Io } from './io.ts'
import { openBot, type Bot } from './open-bot.ts'
import type { Settings } from './settings.ts'

/** What the bot is called in a real village's rooms. */
const botName = '积分管家'

/** The bot of real villages, and how it stands with its messenger. */
export interface VillagesBot extends Bot {
  login(): Login
}

/**
 * The real villages as one process serves them. Who is bound nowhere and speaks in private belongs, when there is but one village,
 * to that one: a newcomer can bind without writing in the room.
 */
export function realVillages(reader: Reader): Reader {
  const villages = async () => (await reader.villages()).filter(({ training }) => !training)
  return {
    ...reader,
    villages,
    async villageOfContact(channel, account, contact) {
      const known = await reader.villageOfContact(channel, account, contact)
      if (known !== null) return known
      const [only, other] = await villages()
      return only && !other ? only.id : null
    },
  }
}

/** Opens the bot for the real villages of the database on a puppet of the Wechaty ecosystem; throws `CannotRun` when there is none. */
export async function openVillages(
  { puppet, hears }: Pick<Settings, 'puppet' | 'hears'>,
  database: Database,
  log: Log,
  io: Io,
): Promise<VillagesBot> {
  const real = (await database.reader.villages()).filter(({ training }) => !training)
  if (real.length === 0)
    throw new CannotRun(`数据里还没有真实的村，${puppet} 通道不能开。先用 npm run xiangyue -- init 建村，或用 npm start 在示范村试用。`)
  const reader = realVillages(database.reader)
  let code: string | null = null
  let lines: readonly string[] = []
  const connection = {
    puppet,
    channel: puppet,
    botName,
    ...(hears === undefined ? {} : { hears }),
    onScan: (shown: string) => {
      code = shown
      io.err(`请用机器人的手机扫码登录：${shown}`)
    },
    onLogout: () => {
      code = null
    },
  }
  const bot = await openBot({
    database,
    reader,
    clock: io.clock,
    real: io.clock,
    pace: paced(usualPace, () => io.random()),
    log,
    newId: io.newId,
    connection,
  })
  return {
    ...bot,
    async catchUp() {
      lines = await missingCodes({ lane: database.lane, reader, channel: puppet, newId: io.newId }, io.clock.now())
      for (const line of lines) io.err(line)
      await bot.catchUp()
    },
    login() {
      if (bot.channel.online()) code = null
      const waiting = code === null ? 'out' : 'scan'
      return {
        state: bot.channel.online() ? 'in' : waiting,
        lines,
        picture: async () => (code === null ? null : loginPicture(code)),
      }
    },
  }
}
