import type { Clock } from '../../models/clock.ts'
import type { Log } from '../../models/log.ts'
import type { MediaStore, Outgoing } from '../../models/stores/stores.ts'
import type { Mouth } from '../channel.ts'
import { imageKind } from '../pictures/image-kind.ts'
import type { Pace } from './pace.ts'
import type { Timers } from '../timers.ts'

/** What became of a line, still to be written down. */
export interface Mark {
  readonly id: string
  readonly at: number
  readonly sentId: string | null
  /** null when it was sent */
  readonly failed: { readonly retryAt: number | null; readonly reason: string } | null
}

/** What the desk needs of the outbox it belongs to. */
export interface DeskOptions {
  readonly media: Pick<MediaStore, 'read'>
  readonly channel: Mouth & { readonly channel: string; readonly account: string }
  readonly pace: Pace
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
}

/** ms to wait after the first, second, … vain attempt; after the last the line is given up. */
const backoff = [2_000, 5_000, 15_000, 60_000, 300_000, 900_000, 3_600_000]

/** Where a line goes, as one word: what goes there goes in order. */
export const placeOf = ({ room, contact }: Pick<Outgoing, 'room' | 'contact'>): string =>
  room === null ? `contact:${contact ?? ''}` : `room:${room}`

interface Taken {
  readonly line: Outgoing
  until: number
}

interface Queue {
  readonly place: string
  readonly lines: Taken[]
  speaking: boolean
  cancel: () => void
}

/** The lines of one village that this process has taken and not yet marked: one queue per place, each in order. */
export class OutboxDesk {
  readonly #options: DeskOptions
  readonly #changed: () => void
  readonly #queues = new Map<string, Queue>()
  readonly #held = new Set<string>()
  /** lines whose words have arrived while their file has not */
  readonly #worded = new Map<string, string | null>()
  #marks: Mark[] = []
  #closed = false

  /** `changed` is called whenever there are marks to write or queues have moved. */
  constructor(options: DeskOptions, changed: () => void) {
    this.#options = options
    this.#changed = changed
  }

  /** Lays down lines taken until an instant; those already here and those of other accounts are passed over. */
  put(lines: readonly Outgoing[], until: number): void {
    const { channel, account } = this.#options.channel
    for (const line of lines) {
      if (line.channel !== channel || line.account !== account) continue
      const place = placeOf(line)
      if (this.#held.has(line.id)) {
        // its lease had run out, by a leap of the clock, and was renewed
        for (const taken of this.#queues.get(place)?.lines ?? []) taken.until = taken.line.id === line.id ? until : taken.until
        continue
      }
      this.#held.add(line.id)
      const queue = this.#queues.get(place) ?? { place, lines: [], speaking: false, cancel: () => undefined }
      this.#queues.set(place, queue)
      queue.lines.push({ line, until })
    }
    for (const queue of this.#queues.values()) this.#go(queue)
  }

  hasMarks(): boolean {
    return this.#marks.length > 0
  }

  takeMarks(): readonly Mark[] {
    const marks = this.#marks
    this.#marks = []
    return marks
  }

  returnMarks(marks: readonly Mark[]): void {
    this.#marks = [...marks, ...this.#marks]
  }

  /** The marks stand in the database: their lines may now be forgotten, they are not taken once more by mistake. */
  written(marks: readonly Mark[]): void {
    for (const mark of marks) this.#held.delete(mark.id)
  }

  /** Whether something is being said, or will be without anybody's doing; a line that waits for its hour does not count. */
  busy(now: number): boolean {
    return (
      this.hasMarks() || [...this.#queues.values()].some((queue) => queue.speaking || queue.lines.some(({ line }) => line.notBefore <= now))
    )
  }

  /** Begins no more lines; they are taken again after a restart. */
  close(): void {
    this.#closed = true
    for (const queue of this.#queues.values()) this.#drop(queue)
  }

  #go(queue: Queue): void {
    const head = queue.lines[0]
    if (queue.speaking || this.#closed) return
    queue.cancel()
    if (head === undefined) {
      this.#queues.delete(queue.place)
      return
    }
    const { clock, pace, timers } = this.#options
    const now = clock.now()
    const wait = Math.max(head.line.notBefore - now, pace.wait(queue.place, now))
    if (now + wait >= head.until) {
      this.#drop(queue)
      return
    }
    if (wait > 0) {
      queue.cancel = timers.after(wait, () => {
        this.#go(queue)
      })
      return
    }
    queue.speaking = true
    void this.#speak(queue, head)
  }

  /** What the lease does not cover is left to whoever takes it next, in order. */
  #drop(queue: Queue): void {
    queue.cancel()
    for (const { line } of queue.lines.splice(queue.speaking ? 1 : 0)) this.#held.delete(line.id)
    if (queue.lines.length === 0) this.#queues.delete(queue.place)
    this.#changed()
  }

  async #speak(queue: Queue, { line }: Taken): Promise<void> {
    const { clock, pace } = this.#options
    const mark = await this.#tried(line)
    pace.spoke(queue.place, clock.now())
    this.#marks.push(mark)
    queue.lines.shift()
    queue.speaking = false
    if (mark.failed === null || mark.failed.retryAt === null) {
      this.#worded.delete(line.id)
      this.#go(queue)
    } else {
      // what comes after a line that is to be tried again is taken again behind it
      this.#drop(queue)
    }
    this.#changed()
  }

  async #tried(line: Outgoing): Promise<Mark> {
    const { clock, log } = this.#options
    try {
      const sentId = await this.#send(line)
      return { id: line.id, at: clock.now(), sentId, failed: null }
    } catch (error) {
      const reason = error instanceof Error ? error.name : typeof error
      const at = clock.now()
      const wait = line.room === null && line.contact === null ? undefined : backoff[line.attempt - 1]
      const fields = { line: line.id, cause: line.cause, attempt: line.attempt, reason }
      if (wait === undefined) log.error(fields, 'a line was given up')
      else log.warn(fields, 'a line was not taken by the channel')
      return { id: line.id, at, sentId: null, failed: { retryAt: wait === undefined ? null : at + wait, reason } }
    }
  }

  async #send(line: Outgoing): Promise<string | null> {
    const { channel, media, log } = this.#options
    const worded = this.#worded.get(line.id)
    const sentId = worded === undefined && line.text !== '' ? await this.#say(line) : (worded ?? null)
    if (line.file === null) return sentId
    this.#worded.set(line.id, sentId)
    const bytes = await media.read(line.file)
    if (bytes === null) {
      log.error({ line: line.id, cause: line.cause }, 'the file of a line is gone')
      return sentId
    }
    const name = `${line.file.slice(0, 12)}.${imageKind(bytes) ?? 'bin'}`
    const fileId = await channel.sendFile(line.room === null ? { contact: line.contact ?? '' } : { room: line.room }, { name, bytes })
    return sentId ?? fileId
  }

  #say(line: Outgoing): Promise<string | null> {
    const { channel } = this.#options
    if (line.room !== null) return channel.sayInRoom(line.room, line.text)
    if (line.contact !== null) return channel.sayTo(line.contact, line.text)
    throw new TypeError('a line without a place')
  }
}
