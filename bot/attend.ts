import { createHash } from 'node:crypto'
import type { Command, NewcomerCommand } from '../handlers/command.ts'
import type { Clock } from '../models/clock.ts'
import type { Log } from '../models/log.ts'
import type { Lane, MediaStore, Reader, Stores } from '../models/stores/stores.ts'
import type { Utterance } from '../models/utterance.ts'
import { answer, type AnswerOptions } from './answer.ts'
import type { RoomMember } from './channel.ts'
import { deliver, type Wording } from './outbox/deliver.ts'
import type { Photo } from '../models/case.ts'
import { keepPhoto, placePhoto, refusePhoto, takePhoto, type PhotoContext, type Taken } from './pictures/photo.ts'
import type { Pictures } from './pictures/pictures.ts'
import type { Snapshots } from './snapshot.ts'
import { createTying } from './tie-room.ts'
import { understand, type Understanding } from './understand.ts'

/** What attending to messages needs. */
export interface AttendOptions {
  readonly lane: Lane
  readonly reader: Reader
  readonly media: MediaStore
  readonly pictures: Pictures
  readonly commands: readonly (Command | NewcomerCommand)[]
  readonly snapshots: Snapshots
  readonly clock: Clock
  readonly log: Log
  newErrorId(): string
  /** who is in a room of the channel, for commands that look at it; nobody can be told when it is left out */
  members?(room: string): Promise<readonly RoomMember[]>
  /** words lines for the places where they go; as written when it is not said */
  readonly wording?: Wording
  /** within the unit that left lines in the outbox: takes them to be said; what it returns is called after the commit */
  take(village: string, stores: Stores): Promise<() => void>
}

/** Under which the answers to a message are kept in the outbox. */
export const causeOfMessage = (channel: string, id: string): string => `message:${channel}:${id}`

const HOUR = 3_600_000

/** The digest that tells a redelivered message from another one under the same id. */
function digestOf({ speaker, room, text, quote, media }: Utterance): string {
  const content = JSON.stringify([speaker, room, text, quote?.text ?? null, media.map(({ kind, name }) => [kind, name])])
  return createHash('sha256').update(content).digest('hex')
}

/** A voice message, as messengers write it where there are only words. */
const VOICE = '[语音]'

/** Nobody can read a voice: it is read as such, so that its speaker is asked for words where the bot may answer. */
const inWords = (said: Utterance): Utterance =>
  said.text.trim() === '' && said.media.some(({ kind }) => kind === 'voice') ? { ...said, text: VOICE } : said

/** Counts the hour's bugs, so that the operator hears of each once. */
function failures({ log, clock, newErrorId }: AttendOptions): AnswerOptions['failed'] {
  const told = new Map<string, number>()
  return (error) => {
    const id = newErrorId()
    const kind = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    const now = clock.now()
    const firstThisHour = now - (told.get(kind) ?? -HOUR) >= HOUR
    if (firstThisHour) told.set(kind, now)
    log.error({ id, error: error instanceof Error ? (error.stack ?? kind) : kind }, 'a line could not be handled')
    return { id, firstThisHour }
  }
}

/** Attends to each message once: reads it, carries it out in one unit of the village, and leaves the answer in the outbox. Silence costs no write. */
export function createAttendant(options: AttendOptions): (utterance: Utterance) => Promise<void> {
  const { lane, reader, media, commands, snapshots, clock, take } = options
  const answering: AnswerOptions = { commands, snapshots, failed: failures(options) }

  const villageOf = ({ channel, account, room, speaker }: Utterance) =>
    room === null ? reader.villageOfContact(channel, account, speaker) : reader.villageOfRoom(channel, account, room)

  async function photoOf(village: string, utterance: Utterance): Promise<{ readonly taken: Taken; readonly person: string } | null> {
    if (utterance.media.length === 0) return null
    const { channel, account, speaker, room } = utterance
    const sender = await reader.read(village, async ({ contacts }) =>
      room === null || (await contacts.roomOf(channel, account, room)) ? contacts.personOf(channel, account, speaker) : null,
    )
    const taken = sender && (await takePhoto(utterance, media, options.pictures))
    return taken && { taken, person: sender.id }
  }

  /** Asked of the messenger before any unit of work, and only when an office-holder's line needs it. */
  async function membersFor(village: string, heard: Understanding, { channel, account }: Utterance): Promise<readonly RoomMember[] | null> {
    const command = commands.find(({ intent }) => intent === heard.reading.intent)
    if (heard.answers || !heard.speaker?.roles.includes('bookkeeper') || !command?.looksAtRoom?.(heard.line)) return null
    const rooms = await reader.read(village, ({ contacts }) => contacts.rooms('villagers'))
    const room = rooms.find((one) => one.channel === channel && one.account === account)
    try {
      return room && options.members ? await options.members(room.room) : null
    } catch (error) {
      options.log.warn({ error: error instanceof Error ? error.message : String(error) }, 'the members of a room could not be had')
      return null
    }
  }

  async function lonePhoto(
    sent: { readonly taken: Taken; readonly photo: Photo | null; readonly person: string },
    room: string | null,
    context: PhotoContext,
  ) {
    if (sent.photo) return placePhoto(sent.photo, room, context)
    return 'refusal' in sent.taken ? refusePhoto(sent.taken.refusal, sent.person, room, context) : []
  }

  const attendCode = createTying({ reader, lane, causeOf: causeOfMessage, take, ...(options.wording ? { wording: options.wording } : {}) })

  return async function attend(said) {
    const utterance = inWords(said)
    if (await attendCode(utterance, clock.now())) return
    const village = await villageOf(utterance)
    if (village === null) return
    const now = clock.now()
    const wordless = utterance.text.trim() === '' && !utterance.atBot
    const heard = wordless ? undefined : await reader.read(village, (stores) => understand(stores, utterance, snapshots, now))
    if (!wordless && !heard) return
    const members = heard ? await membersFor(village, heard, utterance) : null
    const sent = await photoOf(village, utterance)
    if (wordless && !sent) return
    const say = await lane.unit(village, async (stores) => {
      const { channel, account, id, speaker, room } = utterance
      const person = heard?.speaker?.person.id ?? sent?.person ?? null
      if (!(await stores.inbox.receive({ channel, account, id, digest: digestOf(utterance), person, at: now }))) return null
      const context: PhotoContext = { stores, now, schemeOf: (edition) => snapshots.schemeOf(stores, village, edition) }
      // before the words are carried out, so that a report takes the picture that came with it
      const photo = sent && (await keepPhoto(sent.taken, sent.person, context))
      // a question is answered once: by now another line may have done so
      const understood = heard?.answers ? await understand(stores, utterance, snapshots, now) : heard && { ...heard, members }
      const replies = understood ? [...(await answer(understood, utterance, stores, now, answering))] : []
      if (sent) replies.push(...(await lonePhoto({ ...sent, photo }, room, context)))
      await deliver(stores, replies, causeOfMessage(channel, id), { channel, account, room, contact: speaker }, options.wording)
      return take(village, stores)
    })
    say?.()
  }
}
