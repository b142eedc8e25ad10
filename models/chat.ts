/** A message of the training village's transcript, both sides. `to` is a room id, `bot`, or (from the bot) a person id. */
export interface ChatMessage {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly text: string
  /** SHA-256 hex of an attached picture in the media store */
  readonly file?: string
  /** id of the quoted message */
  readonly quote?: string
  readonly at: number
}

/** What somebody in the training village says. */
export interface Saying {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly text: string
  readonly image?: Uint8Array
  readonly quote?: string
}

/** Keeps the training village's transcript; order is the order of `append`. */
export interface Transcript {
  append(message: ChatMessage): Promise<void>
  find(id: string): Promise<ChatMessage | null>
  /** oldest first, `after` exclusive; a room's lines, or a person's private chat with the bot */
  list(where: { readonly room: string } | { readonly person: string }, after: string | null): Promise<readonly ChatMessage[]>
}

/** Who can be spoken to in the training village. */
export interface ChatPeople {
  readonly people: readonly { readonly id: string; readonly name: string; readonly phone: boolean }[]
  readonly rooms: readonly { readonly id: string; readonly members: readonly string[] }[]
}

/** The training village's side of the puppet, as the sandbox page uses it. */
export interface LocalChat {
  /** lets somebody speak; resolves when the puppet has handed the message to Wechaty */
  hear(saying: Saying): Promise<void>
  /** another village: rooms and people change, ids of the old one are gone */
  populate(people: ChatPeople): void
  /** called with every new message, both sides; returns the way to stop */
  subscribe(listener: (message: ChatMessage) => void): () => void
}
