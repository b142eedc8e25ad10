import { WechatyBuilder } from 'wechaty'
import { log as wechatyLog, type impls } from 'wechaty-puppet'
import type { ChatMessage, Transcript } from '../../models/chat.ts'
import { chatPeopleOf, trainingVillage } from '../../web/sandbox/training-village.ts'
import { forms, localForm, play, type Form, type Messenger } from '../channels/form.ts'
import { people } from './talk.ts'

/** What one form of channel carries: messages answered a second, and the answer time that 99 of 100 stay under, ms. */
interface Carried {
  readonly rate: number
  readonly p99: number
}

type Say = (from: string, id: string) => Promise<void>

const line = '查分'

/** A fifth of the lines first, unmeasured: they pay for compilation and first look-ups. */
async function carried(say: Say, inFlight: number, count: number): Promise<Carried> {
  const run = async (name: string, lines: number): Promise<readonly number[]> => {
    let index = 0
    const times: number[] = []
    const talk = async (): Promise<void> => {
      while (index < lines) {
        index += 1
        const mine = index
        const started = performance.now()
        await say(people[mine % people.length] ?? people[0], `${name}-${String(inFlight)}-${String(mine)}`)
        times.push(performance.now() - started)
      }
    }
    await Promise.all(Array.from({ length: inFlight }, talk))
    return times
  }
  await run('warm', Math.ceil(count / 5))
  const started = performance.now()
  const times = (await run('line', count)).toSorted((one, other) => one - other)
  return { rate: count / ((performance.now() - started) / 1000), p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN }
}

const measured = async (say: Say): Promise<readonly [Carried, Carried]> => [await carried(say, 1, 200), await carried(say, 20, 400)]

const worded = (messenger: Messenger): string =>
  'hears' in messenger.chat && messenger.chat.hears === 'mentions' ? `@积分管家 ${line}` : line

async function ours(form: Form): Promise<readonly [Carried, Carried]> {
  const playing = await play(form)
  const text = worded(playing.messenger)
  const figures = await measured(async (from, id) => {
    const { replies } = await playing.port.say({ id: `ours-${id}`, from, to: '村民群', text })
    if (replies.length === 0) throw new Error(`${form.name}: a line was not answered`)
  })
  await playing.close()
  return figures
}

/** Wechaty alone on the same puppet: it says again what it hears and keeps nothing. */
async function echo(form: Form): Promise<readonly [Carried, Carried]> {
  wechatyLog.level('silent')
  const recent = new Map<string, ChatMessage>()
  const transcript: Transcript = {
    append(message) {
      recent.set(message.id, message)
      return Promise.resolve()
    },
    find: (id) => Promise.resolve(recent.get(id) ?? null),
    list: () => Promise.resolve([]),
  }
  let ids = 0
  const messenger = await form.connect({
    account: 'bot',
    people: chatPeopleOf(trainingVillage()),
    transcript,
    media: { keep: () => Promise.reject(new Error('no pictures')), read: () => Promise.resolve(null) },
    clock: { now: () => Date.now() },
    newId: () => `b${String((ids += 1))}`,
  })
  const { puppet } = messenger
  if (typeof puppet === 'string') throw new Error('a form opens its own puppet')
  const stop = await repeat(puppet, messenger)
  const text = worded(messenger)
  const figures = await measured(async (from, id) => {
    const answered = new Promise<void>((resolve) => waiting.set(`echo-${id}`, resolve))
    await messenger.chat.hear({ id: `echo-${id}`, from, to: '村民群', text })
    await answered
  })
  await stop()
  return figures
}

const waiting = new Map<string, () => void>()

async function repeat(puppet: impls.PuppetInterface, messenger: Messenger): Promise<() => Promise<void>> {
  const bot = WechatyBuilder.build({ puppet })
  const login = new Promise<void>((resolve) => {
    bot.on('login', () => {
      resolve()
    })
  })
  bot.on('error', () => undefined)
  bot.on('message', async (message) => {
    if (message.self()) return
    await message.say(message.text())
    waiting.get(message.id)?.()
    waiting.delete(message.id)
  })
  await bot.start()
  await login
  return async () => {
    await bot.stop()
    await messenger.close?.()
  }
}

const figures: Record<string, { readonly ours: Carried; readonly bare: Carried }> = {}
for (const form of [localForm, ...forms]) {
  const bare = await echo(form)
  const own = await ours(form)
  figures[`${form.name} ×1`] = { ours: own[0], bare: bare[0] }
  figures[`${form.name} ×20`] = { ours: own[1], bare: bare[1] }
}
process.stdout.write(`${JSON.stringify(figures)}\n`)
process.exit(0)
