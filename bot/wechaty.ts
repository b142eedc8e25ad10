import { FileBox } from 'file-box'
import { WechatyBuilder, type Message } from 'wechaty'
import { log as wechatyLog, type PuppetOptions, type impls } from 'wechaty-puppet'
import type { Clock } from '../models/clock.ts'
import type { Log } from '../models/log.ts'
import type { Utterance } from '../models/utterance.ts'
import type { Channel, Hears, Place } from './channel.ts'
import { createErrorLog } from './connection/error-log.ts'
import { createPulse } from './connection/pulse.ts'
import { within, type Timers } from './timers.ts'
import { createTurns } from './turns.ts'
import { lazyMedia } from './wechaty-media.ts'
import { createNames } from './wechaty-names.ts'
import { usualPatience, type Patience } from './wechaty-patience.ts'
import { declaredHears, isOnline, openPuppet, withoutMembers } from './wechaty-puppet.ts'
import { heardMessage, utteranceOf, type HeardMessage } from './wechaty-utterance.ts'

/** How long (ms) a login code is waited for without a new one. */
const codeLife = 600_000

/** With what the bot is connected: a puppet (or the name of a puppet package), and who listens. */
export interface ConnectOptions {
  readonly puppet: impls.PuppetInterface | string
  readonly puppetOptions?: PuppetOptions
  /** puppet kind as villages store it: `local`, `wecom`, … */
  readonly channel: string
  /** a name for the account that outlives logins; without it, the contact id at login */
  readonly account?: string
  /** what of a room's talk is passed on, where the puppet does not declare it itself */
  readonly hears?: Hears
  readonly botName: string
  hear(utterance: Utterance): Promise<void>
  readonly log: Log
  readonly clock: Clock
  readonly timers: Timers
  readonly patience?: Patience
  /** a code to be scanned by the bot's phone */
  readonly onScan?: (code: string) => void
  readonly onLogin?: (account: string) => void
  readonly onLogout?: () => void
}

/**
 * Connects Wechaty to the village without letting anything escape into it: an error that reaches Wechaty's listeners would end the process.
 * Resolves before anything is started; throws when there is no puppet of that name.
 */
export async function connectWechaty(options: ConnectOptions): Promise<Channel> {
  const { channel, botName, log, clock, timers } = options
  const patience = options.patience ?? usualPatience
  // its lines hold people's words, and stdout is not its own
  wechatyLog.level('silent')
  const puppet = await openPuppet(options.puppet, options.puppetOptions)
  const wechaty = WechatyBuilder.build({ puppet: withoutMembers(puppet) })
  const turns = createTurns()
  const errors = createErrorLog(log, clock)
  const pulse = createPulse(clock)
  const names = createNames({
    puppet,
    clock,
    timers,
    patience: patience.lookup,
    note: (error) => {
      errors.note('name', error)
    },
  })
  const waiting = new Map<string, (() => void)[]>()
  let login = ''
  let scannedFor: number | null = null

  /** listeners of Wechaty must neither throw nor reject */
  const guarded =
    <A extends unknown[]>(what: string, listener: (...args: A) => void | Promise<void>) =>
    (...args: A): void => {
      pulse.beat()
      new Promise<void>((resolve) => {
        resolve(listener(...args))
      }).catch((error: unknown) => {
        errors.note(what, error)
      })
    }

  wechaty.on('message', guarded('message', receive))
  wechaty.on('error', (error) => {
    errors.note('wechaty', error)
  })
  wechaty.on(
    'heartbeat',
    guarded('heartbeat', () => undefined),
  )
  wechaty.on(
    'dong',
    guarded('dong', () => {
      pulse.answered()
    }),
  )
  wechaty.on(
    'scan',
    guarded('scan', (code) => {
      scannedFor = clock.now()
      options.onScan?.(code)
    }),
  )
  wechaty.on(
    'login',
    guarded('login', (user) => {
      login = user.id
      scannedFor = null
      names.forget()
      options.onLogin?.(account())
      // a puppet that answers now will be known for dead when it does not
      wechaty.ding()
    }),
  )
  wechaty.on(
    'logout',
    guarded('logout', () => options.onLogout?.()),
  )
  // people came, left, or call themselves otherwise now
  puppet.on(
    'dirty',
    guarded('dirty', () => {
      names.forget()
    }),
  )

  return {
    channel,
    get account() {
      return account()
    },
    hears: options.hears ?? declaredHears(puppet),
    start: async () => within(timers, patience.connect, wechaty.start()),
    stop: async () => within(timers, patience.connect, wechaty.stop()),
    online: () => isOnline(puppet),
    alive: async () =>
      waitsForScan() ||
      pulse.check(
        () => {
          wechaty.ding()
        },
        () => isOnline(puppet),
        timers,
        patience.lookup,
      ),
    handled: (id) =>
      new Promise((resolve) => {
        waiting.set(id, [...(waiting.get(id) ?? []), resolve])
      }),
    members: (room) => names.members(room, self()),
    // the puppet's own call, not `room.say`: that one looks up every member of the room and the sent message again
    sayInRoom: async (room, text) => sent(puppet.messageSendText(room, text)),
    sayTo: async (contact, text) => sent(puppet.messageSendText(contact, text)),
    sendFile: async (to, file) => sent(puppet.messageSendFile(idOf(to), FileBox.fromBuffer(Buffer.from(file.bytes), file.name))),
  }

  /** nobody is logged in, and somebody may be on the way with the phone; a code that stays the same too long is dead */
  function waitsForScan(): boolean {
    return scannedFor !== null && clock.now() - scannedFor < codeLife
  }

  function account(): string {
    return options.account ?? self()
  }

  function self(): string {
    return puppet.isLoggedIn ? puppet.currentUserId : login
  }

  async function receive(message: Message): Promise<void> {
    try {
      const heard = heardMessage(message, self(), clock.now())
      if (heard !== null) await turns(`${heard.room ?? ''}/${heard.speaker}`, () => within(timers, patience.hear, pass(heard, message)))
    } finally {
      for (const resolve of waiting.get(message.id) ?? []) resolve()
      waiting.delete(message.id)
    }
  }

  async function pass(heard: HeardMessage, message: Message): Promise<void> {
    const name = await names.of(heard.speaker, heard.room)
    const open = () => message.toFileBox()
    const media = heard.media === null ? [] : [lazyMedia(heard.media, heard.fileName, open, timers, patience.media)]
    await options.hear(utteranceOf(heard, { channel, account: account(), self: self(), botName }, name, media))
  }

  async function sent(call: Promise<unknown>): Promise<string | null> {
    const id = await within(timers, patience.say, call)
    return typeof id === 'string' && id !== '' ? id : null
  }
}

const idOf = (to: Place): string => ('room' in to ? to.room : to.contact)
