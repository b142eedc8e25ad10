import { readMessages, readState } from './server.js'

/** @import { Message, Person, Room, Run } from './server.js' */

const storageKey = 'xiangyue.me'

/**
 * What the page knows: people, rooms, who I am, what was said. Parts of the page listen with `on`.
 * A chat is a room id, or the id of a person for their private chat with the bot.
 */
export function createVillage() {
  /** @type {Map<string, Set<(detail: any) => void>>} */
  const ears = new Map()
  /** @type {Map<string, Message[]>} */
  let talks = new Map()
  /** @type {Set<string>} */
  let complete = new Set()
  /** @type {Map<string, Set<string>>} chat and viewer → ids of unread messages */
  let unread = new Map()
  let clock = { at: 0, seenAt: window.performance.now() }

  const village = {
    /** @type {Person[]} */
    people: [],
    /** @type {Room[]} */
    rooms: [],
    me: sessionStorage.getItem(storageKey) ?? '王秀英',
    /** @type {string | null} */
    open: null,

    /** @param {string} what @param {(detail: any) => void} ear */
    on(what, ear) {
      ears.set(what, (ears.get(what) ?? new Set()).add(ear))
    },
    /** @param {string} what @param {unknown} [detail] */
    tell(what, detail) {
      ears.get(what)?.forEach((ear) => ear(detail))
    },

    now: () => clock.at + window.performance.now() - clock.seenAt,
    /** @param {string} iso */
    setNow(iso) {
      clock = { at: Date.parse(iso), seenAt: window.performance.now() }
      village.tell('tick')
    },

    /** @param {string} id */
    person: (id) => village.people.find((person) => person.id === id),
    /** @param {string} id */
    isRoom: (id) => village.rooms.some((room) => room.id === id),
    /** a person without phone is in no room and cannot speak @param {Person} person */
    canSpeak: (person) => person.inRoom || village.rooms.some((room) => room.members.includes(person.id)),
    /** the chats of somebody: their rooms, then the private one @param {string} id */
    chatsOf: (id) => [...village.rooms.filter((room) => room.members.includes(id)).map((room) => room.id), id],
    /** @param {string} chat */
    said: (chat) => talks.get(chat) ?? [],
    /** @param {Message} message */
    chatOf: ({ from, to }) => (to === 'bot' ? from : to),
    /** @param {string} id */
    find: (id) => [...talks.values()].flat().find((message) => message.id === id),
    /** @param {string} chat */
    unread: (chat) => unread.get(`${chat}\n${village.me}`)?.size ?? 0,

    /** @param {string} id */
    async become(id) {
      village.me = id
      sessionStorage.setItem(storageKey, id)
      if (village.open !== null && !village.chatsOf(id).includes(village.open)) village.open = village.isRoom(village.open) ? null : id
      village.tell('me')
      await Promise.all(village.chatsOf(id).map((chat) => village.fetch(chat)))
      village.show(village.open)
    },
    /** @param {string | null} chat */
    show(chat) {
      village.open = chat
      if (chat !== null) unread.delete(`${chat}\n${village.me}`)
      village.tell('open')
    },
    /** fetches what was said before the page was opened @param {string} chat */
    async fetch(chat) {
      if (complete.has(chat)) return
      complete.add(chat)
      const known = await readMessages(chat)
      const ids = new Set(known.map((message) => message.id))
      talks.set(chat, [...known, ...village.said(chat).filter((message) => !ids.has(message.id))])
      village.tell('fetched', chat)
    },
    /** takes a message that was just said, by whoever @param {Message} message */
    hear(message) {
      const chat = village.chatOf(message)
      const before = village.said(chat)
      const place = before.findIndex(({ id }) => id === message.id)
      talks.set(chat, place < 0 ? [...before, message] : before.with(place, message))
      if (place < 0) markUnread(chat, message)
      village.tell('message', { chat, message, isNew: place < 0 })
    },
    /** forgets a message that could not be sent @param {Message} message */
    forget(message) {
      const chat = village.chatOf(message)
      talks.set(
        chat,
        village.said(chat).filter(({ id }) => id !== message.id),
      )
      village.tell('fetched', chat)
    },
    /** reads everything anew: at the start, after a gap, after a reset */
    async refresh() {
      const state = await readState()
      village.people = state.people
      village.rooms = state.rooms
      village.setNow(state.now)
      complete = new Set()
      const me = village.person(village.me)
      if (me === undefined || !village.canSpeak(me)) village.me = village.people.find(village.canSpeak)?.id ?? ''
      village.tell('people')
      await village.become(village.me)
    },
    clear() {
      talks = new Map()
      unread = new Map()
      complete = new Set()
    },
  }

  /** @param {string} chat @param {Message} message */
  function markUnread(chat, message) {
    const readers = village.rooms.find((room) => room.id === chat)?.members ?? [chat]
    const looking = village.open === chat ? village.me : null
    for (const reader of readers) {
      if (reader === looking || reader === message.from) continue
      const key = `${chat}\n${reader}`
      unread.set(key, (unread.get(key) ?? new Set()).add(message.id))
    }
  }

  return village
}

/** @typedef {ReturnType<typeof createVillage>} Village */
