import { wordsForRoom } from '../../handlers/room-words.ts'
import type { Reply } from '../../models/reply.ts'
import type { Outgoing, Stores } from '../../models/stores/stores.ts'

/** The place in which somebody spoke, in the channel's own ids. */
export interface Place {
  readonly channel: string
  readonly account: string
  readonly room: string | null
  readonly contact: string
}

type Address = Pick<Outgoing, 'channel' | 'account' | 'room' | 'contact'>

/** Words a line for the place where it goes: an instruction is followed differently where the bot hears only mentions. */
export type Wording = (text: string, address: Address) => string

/** Every place hears everything. */
export const asWritten: Wording = (text) => text

async function addresses(reply: Reply, stores: Stores, place: Place | null): Promise<readonly Address[]> {
  switch (reply.to) {
    case 'here':
      return place ? [{ ...place, contact: place.room === null ? place.contact : null }] : []
    case 'contact':
      return place ? [{ channel: place.channel, account: place.account, room: null, contact: reply.contact }] : []
    case 'room': {
      const rooms = await stores.contacts.rooms(reply.room)
      return rooms.map(({ channel, account, room }) => ({ channel, account, room, contact: null }))
    }
    case 'person': {
      const aliases = await stores.contacts.aliasesOf(reply.person)
      const near = aliases.find(({ channel, account }) => channel === place?.channel && account === place.account) ?? aliases[0]
      return near ? [{ channel: near.channel, account: near.account, room: null, contact: near.contact }] : []
    }
  }
}

/**
 * Puts a handler's or job's lines into the outbox, in order, within the unit that decided them.
 * A person without a contact is told nothing: whoever spoke for them has the receipt. No line to a room names a child.
 */
export async function deliver(
  stores: Stores,
  replies: readonly Reply[],
  cause: string,
  place: Place | null,
  wording: Wording = asWritten,
): Promise<void> {
  const lines: Omit<Outgoing, 'id' | 'attempt' | 'state' | 'sentId'>[] = []
  for (const reply of replies) {
    for (const { channel, account, room, contact } of await addresses(reply, stores, place)) {
      const words = room === null ? reply.text : await wordsForRoom(reply.text, stores)
      lines.push({
        cause,
        order: lines.length,
        channel,
        account,
        room,
        contact,
        text: wording(words, { channel, account, room, contact }),
        file: reply.file ?? null,
        about: reply.about ?? null,
        notBefore: reply.notBefore ?? 0,
      })
    }
  }
  if (lines.length > 0) await stores.outbox.put(lines)
}
