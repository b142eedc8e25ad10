/**
 * What of a room's talk reaches the bot: every line, or only lines that mention it. In private it hears everything.
 * Under `mentions` people are told to type 「@积分管家 同意」, and a lone photo is to be sent in private.
 */
export type Hears = 'everything' | 'mentions'

/** Where the bot says something: a room, or a contact in private; ids are the channel's. */
export type Place = { readonly room: string } | { readonly contact: string }

/** A file the bot sends; `name` is what people see. */
export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The bot's mouth on one account: each call gives the channel's id of what was sent, or null when the channel does not tell; throws when it was not sent. */
export interface Mouth {
  /** true while something said now has a chance to arrive */
  online(): boolean
  sayInRoom(room: string, text: string): Promise<string | null>
  sayTo(contact: string, text: string): Promise<string | null>
  sendFile(to: Place, file: SentFile): Promise<string | null>
}

/** Somebody in a room, as the messenger shows them; names are what people chose, they grant no rights. */
export interface RoomMember {
  readonly contact: string
  /** the contact's own name, empty when the messenger does not tell */
  readonly name: string
  /** the nickname in that room, empty when there is none */
  readonly roomName: string
}

/** One account of the bot on one channel, as the rest of the bot knows it. */
export interface Channel extends Mouth {
  /** puppet kind: `local`, `wecom`, … */
  readonly channel: string
  /** the bot's own contact id there; empty until the first login */
  readonly account: string
  readonly hears: Hears
  /** connects; resolves when the puppet runs, which may be long before somebody has logged in */
  start(): Promise<void>
  stop(): Promise<void>
  /** whether the gateway still answers; a login that lies is found out here */
  alive(): Promise<boolean>
  /** resolves when the message with this id, which is to be heard next, has been dealt with; ask before it is said */
  handled(id: string): Promise<void>
  /** who is in a room, the bot left out; asked of the messenger at most once in ten minutes and a few members at a time */
  members(room: string): Promise<readonly RoomMember[]>
}
