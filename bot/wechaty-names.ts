import type { impls } from 'wechaty-puppet'
import type { Clock } from '../models/clock.ts'
import type { RoomMember } from './channel.ts'
import { within, type Timers } from './timers.ts'

/** How many members of a room are asked for at a time: more looks like an attack to the messenger. */
const atOnce = 4

/** How long (ms) what a messenger told is believed. */
const kept = 600_000

/** Of how many speakers the names are kept; villages have fewer, and memory stays small. */
const most = 2_000

/** What looking up names needs; `note` is told of a name that could not be had. */
export interface NamesOptions {
  readonly puppet: impls.PuppetInterface
  readonly clock: Clock
  readonly timers: Timers
  /** ms to wait for one answer of the messenger */
  readonly patience: number
  note(error: unknown): void
}

/** What people are called on the channel; nothing is asked for before somebody needs it. */
export interface Names {
  /** the nickname in the room, else the contact's own name; empty when the messenger does not tell */
  of(contact: string, room: string | null): Promise<string>
  /** the members of a room without `self` */
  members(room: string, self: string): Promise<readonly RoomMember[]>
  /** somebody came or left, or another account has logged in */
  forget(): void
}

/** Looks names up with bounded haste and keeps them in memory only. */
export function createNames({ puppet, clock, timers, patience, note }: NamesOptions): Names {
  const rooms = new Map<string, { readonly at: number; readonly list: Promise<readonly RoomMember[]> }>()
  // Wechaty's own cache of room members never finds anything again
  const speakers = new Map<string, { readonly at: number; readonly name: string }>()

  async function asked<T>(question: () => Promise<T>): Promise<T | null> {
    try {
      return await within(timers, patience, question())
    } catch (error) {
      note(error)
      return null
    }
  }

  async function memberOf(room: string, contact: string): Promise<RoomMember> {
    const member = await asked(() => puppet.roomMemberPayload(room, contact))
    const roomName = member?.roomAlias ?? ''
    const name = member?.name ?? ''
    return { contact, name: name === '' ? await ownName(contact) : name, roomName }
  }

  async function ownName(contact: string): Promise<string> {
    return (await asked(() => puppet.contactPayload(contact)))?.name ?? ''
  }

  async function list(room: string, self: string): Promise<readonly RoomMember[]> {
    const contacts = (await within(timers, patience, puppet.roomMemberList(room))).filter((contact) => contact !== self)
    const found: RoomMember[] = []
    for (let next = 0; next < contacts.length; next += atOnce)
      found.push(...(await Promise.all(contacts.slice(next, next + atOnce).map((contact) => memberOf(room, contact)))))
    return found
  }

  return {
    async of(contact, room) {
      if (room === null) return ownName(contact)
      const key = `${room}/${contact}`
      const known = speakers.get(key)
      if (known !== undefined && clock.now() - known.at < kept) return known.name
      const { name, roomName } = await memberOf(room, contact)
      if (speakers.size >= most) speakers.clear()
      const shown = roomName === '' ? name : roomName
      if (shown !== '') speakers.set(key, { at: clock.now(), name: shown })
      return shown
    },
    members(room, self) {
      const known = rooms.get(room)
      if (known !== undefined && clock.now() - known.at < kept) return known.list
      const asking = list(room, self)
      rooms.set(room, { at: clock.now(), list: asking })
      // an answer that never came is asked for again
      asking.catch(() => rooms.delete(room))
      return asking
    },
    forget() {
      rooms.clear()
      speakers.clear()
    },
  }
}
