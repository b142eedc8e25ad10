import type { ChatMessage, ChatPeople } from '../../models/chat.ts'
import { SandboxRefusal } from './port.ts'
import { sentences } from './sentences.ts'

/** The address of a private chat with the bot. */
export const bot = 'bot'

/** Lets pass who exists, has a phone and may speak in that place; else throws `SandboxRefusal` 400. */
export function checkSpeaker(town: ChatPeople, from: string, to: string): void {
  const speaker = town.people.find((person) => person.id === from) ?? refused(sentences.unknownPerson(from))
  if (!speaker.phone) refused(sentences.noPhone(from))
  if (to === bot) return
  const room = town.rooms.find(({ id }) => id === to) ?? refused(sentences.unknownRoom(to))
  if (!room.members.includes(from)) refused(sentences.notInRoom(from, to))
}

/** Lets pass the quote of a message that the speaker has in front of them; else throws `SandboxRefusal` 400. */
export function checkQuote(town: ChatPeople, from: string, quote: string, quoted: ChatMessage | null): void {
  if (quoted === null || !canSee(town, from, quoted)) refused(sentences.unknownQuote(quote))
}

/** Lets pass a room or a person whose messages can be listed; else throws `SandboxRefusal` 400. */
export function checkChat(town: ChatPeople, to: string): void {
  const known = town.rooms.some(({ id }) => id === to) || town.people.some(({ id }) => id === to)
  if (!known) refused(to === '' ? sentences.missingTo : sentences.unknownChat(to))
}

/** True when a person sees a message: a line of a room they are in, or of their own private chat with the bot. */
export function canSee(town: ChatPeople, person: string, { from, to }: ChatMessage): boolean {
  const room = town.rooms.find(({ id }) => id === to)
  if (room !== undefined) return room.members.includes(person)
  return to === person || (to === bot && from === person)
}

function refused(text: string): never {
  throw new SandboxRefusal(400, text)
}
