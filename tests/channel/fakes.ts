import { createHash } from 'node:crypto'
import type { ChatMessage, ChatPeople, LocalChat, Saying, Transcript } from '../../models/chat.ts'
import type { Clock } from '../../models/clock.ts'
import type { Log } from '../../models/log.ts'
import type { MediaStore } from '../../models/stores/stores.ts'
import type { Utterance } from '../../models/utterance.ts'
import { connectWechaty, type ConnectOptions } from '../../bot/wechaty.ts'
import { machineTimers, within } from '../../bot/timers.ts'
import { PuppetLocal } from '../../bot/puppets/local.ts'
import { heardIds } from '../../bot/puppets/local-payloads.ts'

export const start = Date.UTC(2026, 10, 22, 2)

/** A clock that moves only when told. */
export const turnedClock = (): Clock & { turn(ms: number): void } => {
  let now = start
  return {
    now: () => now,
    turn(ms) {
      now += ms
    },
  }
}

/** What never comes. */
export const never = new Promise<never>(() => {
  // nobody answers
})

export const memoryTranscript = (): Transcript & { readonly all: ChatMessage[] } => {
  const all: ChatMessage[] = []
  return {
    all,
    append: async (message) => {
      all.push(message)
    },
    find: async (id) => all.find((message) => message.id === id) ?? null,
    list: async () => all,
  }
}

export const memoryMedia = (): MediaStore & { readonly kept: Map<string, Uint8Array> } => {
  const kept = new Map<string, Uint8Array>()
  return {
    kept,
    keep: async (bytes) => {
      const sha = createHash('sha256').update(bytes).digest('hex')
      kept.set(sha, bytes)
      return sha
    },
    read: async (sha) => kept.get(sha) ?? null,
    forget: async (sha) => {
      kept.delete(sha)
    },
  }
}

export interface Logged {
  readonly level: 'info' | 'warn' | 'error'
  readonly fields: Readonly<Record<string, unknown>>
  readonly message: string
}

export const memoryLog = (): Log & { readonly lines: Logged[] } => {
  const lines: Logged[] = []
  const at = (level: Logged['level']) => (fields: Logged['fields'], message: string) => {
    lines.push({ level, fields, message })
  }
  return { lines, info: at('info'), warn: at('warn'), error: at('error') }
}

export const trainingPeople: ChatPeople = {
  people: [
    { id: '王秀英', name: '王秀英', phone: true },
    { id: '周大山', name: '老周', phone: true },
    { id: '张桂兰2', name: '张桂兰', phone: true },
    { id: '黄阿婆', name: '黄阿婆', phone: false },
  ],
  rooms: [
    { id: '村民群', members: ['王秀英', '周大山', '张桂兰2'] },
    { id: '评议群', members: ['周大山'] },
  ],
}

/** Real Wechaty over the training village's puppet; `heard` collects what the bot hears. */
export async function village(options: Partial<Pick<ConnectOptions, 'hear' | 'patience' | 'onScan' | 'onLogin' | 'onLogout'>> = {}) {
  const clock = turnedClock()
  const transcript = memoryTranscript()
  const media = memoryMedia()
  const log = memoryLog()
  const heard: Utterance[] = []
  let ids = 0
  const puppet = new PuppetLocal({
    account: 'bot',
    people: trainingPeople,
    transcript,
    media,
    clock,
    newId: () => `b${String((ids += 1))}`,
  })
  const hear = async (utterance: Utterance): Promise<void> => {
    heard.push(utterance)
    await options.hear?.(utterance)
  }
  const channel = await connectWechaty({
    puppet,
    channel: 'local',
    botName: '积分管家',
    log,
    clock,
    timers: machineTimers,
    ...options,
    hear,
  })
  await channel.start()
  /** as the sandbox page: `hear` resolves when the bot has dealt with what was said */
  const chat: LocalChat = {
    populate(people) {
      puppet.populate(people)
    },
    subscribe: (listener) => puppet.subscribe(listener),
    async hear(saying: Saying) {
      const dealtWith = Promise.all(heardIds(saying, saying.image !== undefined).map((id) => channel.handled(id)))
      await puppet.hear(saying)
      await within(machineTimers, 3_000, dealtWith)
    },
  }
  return { clock, transcript, media, log, heard, puppet, channel, chat }
}

/** A real 1×1 PNG. */
export const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
