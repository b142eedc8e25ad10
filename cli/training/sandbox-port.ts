import { causeOfMessage } from '../../bot/attend.ts'
import { heardIds } from '../../bot/puppets/local-payloads.ts'
import { ChatConflict, WrongSaying } from '../../bot/puppets/saying-check.ts'
import { machineTimers, within } from '../../bot/timers.ts'
import type { LocalChat, Saying, Transcript } from '../../models/chat.ts'
import { dateOf } from '../../models/dates.ts'
import type { JobRun } from '../../models/job.ts'
import type { PublicEntry } from '../../models/ledger.ts'
import { soundText } from '../../models/text.ts'
import type { MediaStore, Outgoing, Reader } from '../../models/stores/stores.ts'
import { loadScheme, shippedSchemes } from '../../rules/load-scheme.ts'
import { SandboxRefusal, type CausedReply, type NewVillage, type SandboxPort } from '../../web/sandbox/port.ts'
import { grow } from '../../web/sandbox/grow.ts'
import { chatPeopleOf, type TrainingVillage } from '../../web/sandbox/training-village.ts'
import type { Bot } from '../open-bot.ts'
import { trainingChannel, type AdoptedScheme } from './found-village.ts'
import type { TrainingClock } from './training-clock.ts'

/** The village the training process is about; `reset` puts another one in its place. */
export interface CurrentVillage {
  id: string
  town: TrainingVillage
  transcript: Transcript
}

/** What the page's port is made of. */
export interface SandboxParts {
  readonly current: CurrentVillage
  readonly sheet: TrainingVillage
  readonly puppet: LocalChat
  readonly bot: Pick<Bot, 'channel' | 'outbox' | 'scheduler'>
  readonly clock: TrainingClock
  readonly reader: Reader
  readonly media: MediaStore
  /** founds a village and makes it the current one */
  replace(town: TrainingVillage, scheme: AdoptedScheme): Promise<void>
}

/** How long (ms) the page waits for a line to be dealt with. */
const longestAnswer = 90_000

/** Entries handed out by the public ledger at a time. */
const PAGE = 1000

/** Joins the training village's bot to its page: speaking, the transcript, the clock, a fresh start, the public ledger. */
export function createSandboxPort(parts: SandboxParts): SandboxPort {
  const { current, sheet, puppet, clock, reader, media } = parts
  const { channel, outbox, scheduler } = parts.bot

  const placeOf = (to: string) => (current.town.rooms.some(({ id }) => id === to) ? { room: to } : { person: to })

  /** The picture that went after a line's words is a message of its own. */
  async function pictureAfter(words: CausedReply, { file }: Outgoing): Promise<readonly CausedReply[]> {
    if (file === null || words.file !== undefined || !(await current.transcript.find(words.id))) return []
    const later = await current.transcript.list(placeOf(words.to), words.id)
    const picture = later.find((message) => message.from === 'bot' && message.file === file)
    return picture ? [{ id: picture.id, to: picture.to, text: picture.text, file }] : []
  }

  async function repliesTo(line: Outgoing): Promise<readonly CausedReply[]> {
    if (line.state !== 'sent') return []
    // some messengers do not tell under which id they sent a line
    const sentId = line.sentId ?? line.id
    const { id, to, text, file } = (await current.transcript.find(sentId)) ?? {
      id: sentId,
      to: line.room ?? line.contact ?? '',
      text: line.text,
      file: undefined,
    }
    const words = { id, to, text, ...(file === undefined ? {} : { file }) }
    return [words, ...(await pictureAfter(words, line))]
  }

  async function say(said: Saying) {
    const saying = { ...said, text: soundText(said.text) }
    const ids = heardIds(saying, saying.image !== undefined)
    const handled = ids.map((id) => channel.handled(id))
    await puppet.hear(saying).catch((error: unknown) => {
      if (error instanceof ChatConflict) throw new SandboxRefusal(409, '这个 id 已经是另一条消息。')
      if (error instanceof WrongSaying) throw new SandboxRefusal(400, '没有这个人、这个群，或看不到所引用的消息。')
      throw error
    })
    // a message that Wechaty loses must not hold the page for ever
    await within(machineTimers, longestAnswer, Promise.all(handled))
    const replies: CausedReply[] = []
    for (const id of ids) {
      for (const line of await outbox.settled(current.id, causeOfMessage(trainingChannel.channel, id)))
        replies.push(...(await repliesTo(line)))
    }
    return { id: saying.id, replies }
  }

  /** The next instant at which something is to happen: a job, or a line that waits for the morning. */
  async function nextInstant(after: number): Promise<number> {
    const line = await reader.read(current.id, ({ outbox: rows }) => rows.nextDue())
    const job = scheduler.nextDue(after)
    return line !== null && line > after ? Math.min(line, job) : job
  }

  async function advance(to: number) {
    const ran: JobRun[] = []
    for (let next = await nextInstant(clock.now()); next <= to; next = await nextInstant(clock.now())) {
      await clock.moveTo(next)
      ran.push(...(await scheduler.catchUp()))
      outbox.wake(current.id)
      await outbox.drain()
    }
    await clock.moveTo(to)
    return { now: clock.now(), ran }
  }

  async function reset({ scheme: code = 'shifan', households }: NewVillage): Promise<void> {
    if (!shippedSchemes().includes(code)) throw new SandboxRefusal(400, `没有“${code}”这个办法，可选：${shippedSchemes().join('、')}。`)
    const { source } = await loadScheme(code)
    await parts.replace(households === undefined ? sheet : grow(sheet, households), { code, source })
    puppet.populate(chatPeopleOf(current.town))
  }

  async function ledger() {
    return reader.read(current.id, async (stores) => {
      const entries: PublicEntry[] = []
      for (;;) {
        const page = await stores.ledger.entries(entries.length, PAGE)
        entries.push(
          ...page.map(({ seq, at, cause, reverses, postings, prev, hash }) => ({ seq, at, cause, reverses, postings, prev, hash })),
        )
        if (page.length < PAGE) break
      }
      const { edition } = await stores.schemes.inForce(dateOf(clock.now()))
      return { village: current.id, edition, entries, checkpoints: [] }
    })
  }

  return {
    now: () => clock.now(),
    village: () => current.town,
    say,
    message: (id) => current.transcript.find(id),
    messages: (to, after) => current.transcript.list(placeOf(to), after),
    advance,
    reset,
    ledger,
    media: (sha256) => media.read(sha256),
    subscribe: (listener) => puppet.subscribe(listener),
  }
}
