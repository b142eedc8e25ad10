import type { RoomKind } from './village.ts'

/** Where a line of the bot goes: where it was asked, to a person privately, or to a room of the village. */
export type Destination =
  | { readonly to: 'here' }
  | { readonly to: 'person'; readonly person: string }
  | { readonly to: 'contact'; readonly contact: string }
  | { readonly to: 'room'; readonly room: RoomKind }

/** One line the bot will say; an effect, carried out by the outbox after the unit has committed. */
export type Reply = Destination & {
  readonly text: string
  /** the case the line is about, so that a quote of it finds the case */
  readonly about?: number
  /** not before this instant (UTC ms): night work is told in the morning */
  readonly notBefore?: number
  /** a file of the media store to send after the text */
  readonly file?: string
}

/** Says it where the speaker spoke. */
export const here = (text: string, about?: number): Reply => ({ to: 'here', text, ...(about === undefined ? {} : { about }) })

/** Says it to one person, in private. */
export const privately = (person: string, text: string, about?: number): Reply => ({
  to: 'person',
  person,
  text,
  ...(about === undefined ? {} : { about }),
})

/** Says it in a room of the village; a village without that room loses the line to nobody: the outbox drops it and logs. */
export const inRoom = (room: RoomKind, text: string, about?: number): Reply => ({
  to: 'room',
  room,
  text,
  ...(about === undefined ? {} : { about }),
})
