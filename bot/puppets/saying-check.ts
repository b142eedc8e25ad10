import type { ChatMessage, ChatPeople, Saying } from '../../models/chat.ts'
import { transcriptBot } from './local-payloads.ts'

/** Another message stands in the transcript under the same id. */
export class ChatConflict extends Error {
  override readonly name = 'ChatConflict'
}

/** Somebody who is not there, in a room that is not theirs, or quoting what they cannot see. */
export class WrongSaying extends Error {
  override readonly name = 'WrongSaying'
}

/** Whether a person sees a line: it stands in a room of theirs, or in their private chat with the bot. */
export function sees(person: string, message: ChatMessage, people: ChatPeople): boolean {
  const room = people.rooms.find((one) => one.id === message.to)
  if (room !== undefined) return room.members.includes(person)
  return message.from === person || message.to === person
}

/** Throws `WrongSaying` when nobody could have said this; `quoted` is the quoted line, null when there is none under its id. */
export function checkSaying(saying: Saying, quoted: ChatMessage | null, people: ChatPeople): void {
  const speaker = people.people.find((person) => person.id === saying.from)
  if (speaker?.phone !== true) throw new WrongSaying('the speaker is not in the chat')
  const room = people.rooms.find((one) => one.id === saying.to)
  if (saying.to !== transcriptBot && room === undefined) throw new WrongSaying('there is no such room')
  if (room !== undefined && !room.members.includes(saying.from)) throw new WrongSaying('the speaker is not in that room')
  if (saying.quote === undefined) return
  if (quoted === null || !sees(saying.from, quoted, people)) throw new WrongSaying('the speaker cannot see the quoted message')
}

/** Whether a line of the transcript is this saying once more; `file` is the SHA-256 of the saying's picture. */
export const isSame = (message: ChatMessage, saying: Saying, file: string | undefined): boolean =>
  message.from === saying.from &&
  message.to === saying.to &&
  message.text === saying.text &&
  message.quote === saying.quote &&
  message.file === file
