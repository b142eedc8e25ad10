import { createHash } from 'node:crypto'
import type { ChatMessage, Saying } from '../../models/chat.ts'
import { instantOf, monthOf, dateOf, addDays } from '../../models/dates.ts'
import type { JobRun } from '../../models/job.ts'
import { genesis, hashedText, type PublicEntry } from '../../models/ledger.ts'
import { grow } from '../../web/sandbox/grow.ts'
import { SandboxRefusal, type CausedReply, type NewVillage, type SandboxPort } from '../../web/sandbox/port.ts'
import { trainingVillage } from '../../web/sandbox/training-village.ts'

/** A training village without bot, database or Wechaty: enough to see what the page and the API do with answers. */
export interface VillageInMemory extends SandboxPort {
  /** what reached the village, in order of beginning and end: `王秀英:一 begins` */
  readonly diary: string[]
  /** lets the bot say something that nobody asked for */
  announce(to: string, text: string): void
}

/** Sunday 2026-11-22 10:00 in the village. */
export const sunday = instantOf('2026-11-22', '10:00')

/** Makes a village; `pause` is how long it thinks over a saying. */
export function villageInMemory(pause: (saying: Saying) => Promise<void> = async () => undefined): VillageInMemory {
  const diary: string[] = []
  const listeners = new Set<(message: ChatMessage) => void>()
  const pictures = new Map<string, Uint8Array>()
  let village = trainingVillage()
  let said: ChatMessage[] = []
  let stored = new Map<string, { content: string; replies: readonly CausedReply[] }>()
  let now = sunday
  let number = 1000
  let count = 0

  function keep(message: ChatMessage): ChatMessage {
    said = [...said, message]
    listeners.forEach((listener) => listener(message))
    return message
  }

  function reply(to: string, text: string): CausedReply {
    count += 1
    const { id } = keep({ id: `b${count}`, from: 'bot', to, text, at: now })
    return { id, to, text }
  }

  function keepPicture(image: Uint8Array): string {
    const sha256 = createHash('sha256').update(image).digest('hex')
    pictures.set(sha256, image)
    return sha256
  }

  function answer({ from, to, text, image }: Saying): readonly CausedReply[] {
    const here = to === 'bot' ? from : to
    const name = village.people.find(({ id }) => id === from)?.name ?? from
    if (image?.[0] !== undefined && image[0] !== 0x89) return [reply(here, '这个文件不是图片，请重新发一张照片。')]
    if (/^报 /.test(text)) {
      number += 1
      const deed = text.slice(2)
      return [
        reply(here, `收到 #${number} ${name} ${deed}，4分，待审。\n通过后公示10天，没人提异议就入账。`),
        reply('评议群', `待审#${number} ${name}（1组）${deed} 4分\n引用本条回“同意”或“不行 理由”，也可以回“${number}通过”。`),
      ]
    }
    if (/^同意/.test(text) && to === '评议群')
      return [reply(here, `#${number} 已通过，4分进入公示（11月23日至12月2日）。10分钟内可回“撤”。`)]
    if (text === '查分')
      return [reply(from, `${name}家：已入账0分，公示中4分，待审0分。`), ...(to === 'bot' ? [] : [reply(to, '已私信您。')])]
    return []
  }

  return {
    diary,
    now: () => now,
    village: () => village,
    announce: (to, text) => void reply(to, text),

    async say(saying) {
      const { id, from, to, text, image, quote } = saying
      const content = JSON.stringify([from, to, text, quote ?? null, image === undefined ? null : keepPicture(image)])
      const known = stored.get(id)
      if (known !== undefined && known.content !== content) throw new SandboxRefusal(409, '这个 id 已经用过了。')
      if (known !== undefined) return { id, replies: known.replies }
      diary.push(`${from}:${text} begins`)
      await pause(saying)
      const file = image?.[0] === 0x89 ? { file: keepPicture(image) } : {}
      keep({ id, from, to, text, ...file, ...(quote === undefined ? {} : { quote }), at: now })
      const replies = answer(saying)
      stored.set(id, { content, replies })
      diary.push(`${from}:${text} ends`)
      return { id, replies }
    },

    message: async (id) => said.find((message) => message.id === id) ?? null,

    async messages(to, after) {
      const start = after === null ? 0 : said.findIndex(({ id }) => id === after) + 1
      return said.slice(start).filter((message) => message.to === to || (message.to === 'bot' && message.from === to))
    },

    async advance(to) {
      const ran: JobRun[] = []
      for (let day = addDays(dateOf(now), 1); instantOf(day, '08:30') <= to; day = addDays(day, 1)) {
        now = instantOf(day, '08:30')
        if (day.endsWith('-01')) {
          ran.push({ job: 'rank-month', period: monthOf(addDays(day, -1)) })
          reply('村民群', `${Number(monthOf(addDays(day, -1)).slice(5))}月积分红榜\n1. 王秀英 4分`)
        }
      }
      now = to
      return { now, ran }
    },

    async reset({ scheme, households }: NewVillage) {
      if (scheme !== undefined && scheme !== 'shifan') throw new SandboxRefusal(400, `没有“${scheme}”这个积分办法。`)
      village = grow(trainingVillage(), households ?? 0)
      said = []
      stored = new Map()
      now = sunday
      number = 1000
      diary.push('reset')
    },

    async ledger() {
      return { village: village.id, edition: 1, entries: [chained()], checkpoints: [] }
    },
    media: async (sha256) => pictures.get(sha256) ?? null,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function chained(): PublicEntry {
  const entry = {
    seq: 1,
    at: sunday,
    cause: 'report:1001/3fa9',
    reverses: null,
    postings: [
      { account: 'source', book: 'main', amount: -4 },
      { account: 'h4', book: 'main', amount: 4 },
    ],
    prev: genesis,
  }
  return { ...entry, hash: createHash('sha256').update(hashedText(entry)).digest('hex') }
}
