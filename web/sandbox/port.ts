import type { ChatMessage, Saying } from '../../models/chat.ts'
import type { JobRun } from '../../models/job.ts'
import type { PublicEntry } from '../../models/ledger.ts'
import type { TrainingVillage } from './training-village.ts'

/** A message that a saying caused; `file` is the SHA-256 hex of a picture. */
export interface CausedReply {
  readonly id: string
  /** room id or person id */
  readonly to: string
  readonly text: string
  readonly file?: string
}

/** What a saying caused, in all rooms and private chats, in send order. */
export interface Said {
  readonly id: string
  readonly replies: readonly CausedReply[]
}

/** What a turn of the clock did: the new time (UTC ms) and the runs that did something, in order. */
export interface Turned {
  readonly now: number
  readonly ran: readonly JobRun[]
}

/** How a new training village is to be; absent = the default scheme, the people of the sheet. */
export interface NewVillage {
  readonly scheme?: string
  /** households in all, those of the sheet included */
  readonly households?: number
}

/** The public fields of the ledger, exactly those that are hashed. */
export interface PublicLedger {
  readonly village: string
  readonly edition: number
  readonly entries: readonly PublicEntry[]
  readonly checkpoints: readonly unknown[]
}

/** The training village's bot, as the page and its API use it; `main` builds it. */
export interface SandboxPort {
  /** the village's time, UTC ms */
  now(): number
  /** people and rooms as they are now; another one after `reset` */
  village(): TrainingVillage
  /** lets somebody speak and waits for what it caused; throws `SandboxRefusal` (409 when the id was used for something else) */
  say(saying: Saying): Promise<Said>
  /** a message of the transcript, either side; null when there is none */
  message(id: string): Promise<ChatMessage | null>
  /** lines of a room or of a person's private chat, oldest first, `after` exclusive */
  messages(to: string, after: string | null): Promise<readonly ChatMessage[]>
  /** steps the clock through each due instant up to an instant (UTC ms) that is not before `now` */
  advance(to: number): Promise<Turned>
  /** a new village in place of the old one; throws `SandboxRefusal` when there is no such scheme */
  reset(wanted: NewVillage): Promise<void>
  ledger(): Promise<PublicLedger>
  /** the bytes of a picture by SHA-256 hex; null when there is none */
  media(sha256: string): Promise<Uint8Array | null>
  /** called with every new message, both sides, until the returned function is called */
  subscribe(listener: (message: ChatMessage) => void): () => void
}

/** A request the training village does not take; `text` says why in Chinese, nothing was changed. */
export class SandboxRefusal extends Error {
  override readonly name = 'SandboxRefusal'
  readonly status: 400 | 409
  readonly text: string

  constructor(status: 400 | 409, text: string) {
    super(text)
    this.status = status
    this.text = text
  }
}
