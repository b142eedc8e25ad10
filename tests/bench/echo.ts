import { WechatyBuilder } from 'wechaty'
import { log } from 'wechaty-puppet'
import { PuppetLocal } from '../../bot/puppets/local.ts'
import type { ChatMessage, ChatPeople, Transcript } from '../../models/chat.ts'
import { measure, people } from './talk.ts'

/** The bare bot to compare with: Wechaty on the same puppet, repeating what it hears, keeping nothing. */
log.level('silent')

const recent = new Map<string, ChatMessage>()
const transcript: Transcript = {
  append(message) {
    recent.set(message.id, message)
    const [oldest] = recent.keys()
    if (recent.size > 200 && oldest !== undefined) recent.delete(oldest)
    return Promise.resolve()
  },
  find: (id) => Promise.resolve(recent.get(id) ?? null),
  list: () => Promise.resolve([]),
}
const town: ChatPeople = {
  people: people.map((id) => ({ id, name: id, phone: true })),
  rooms: [{ id: '村民群', members: people }],
}
let ids = 0
const puppet = new PuppetLocal({
  account: 'bot',
  people: town,
  transcript,
  media: { keep: () => Promise.reject(new Error('no pictures')), read: () => Promise.resolve(null) },
  clock: { now: () => Date.now() },
  newId: () => `b${String((ids += 1))}`,
})
const answered = new Map<string, () => void>()
const bot = WechatyBuilder.build({ puppet })
bot.on('message', async (message) => {
  if (message.self()) return
  await message.say(message.text())
  answered.get(message.id)?.()
  answered.delete(message.id)
})
bot.on('error', () => undefined)
await bot.start()

await measure(process.argv[2] ?? '', async (from, text, id) => {
  const answer = new Promise<void>((resolve) => answered.set(id, resolve))
  await puppet.hear({ id, from, to: '村民群', text })
  await answer
})
await bot.stop()
process.exit(0)
