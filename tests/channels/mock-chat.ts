import { setImmediate as settle } from 'node:timers/promises'
import { FileBox } from 'file-box'
import { types } from 'wechaty-puppet'
import { PuppetMock, mock } from 'wechaty-puppet-mock'
import type { ChatMessage, ChatPeople, LocalChat, Saying } from '../../models/chat.ts'
import { botName, heardIds, messagePayload, shownText, transcriptBot } from '../../bot/puppets/local-payloads.ts'
import type { PuppetLocalOptions } from '../../bot/puppets/local.ts'
import { checkSaying } from '../../bot/puppets/saying-check.ts'

/** The mock takes what has an @ in its id for a room. */
const roomMark = '@chatroom'

/** The id of a room on the mock. */
export const mockRoom = (room: string): string => room + roomMark

/** The village's room of an id on the mock; a contact's id is the same in both. */
export const villageRoom = (id: string): string => (id.endsWith(roomMark) ? id.slice(0, -roomMark.length) : id)

/** The ecosystem's mock puppet, played by the people of the training village: it tells no ids of what it sends and echoes it. */
export function mockChat(options: PuppetLocalOptions): { puppet: PuppetMock; chat: LocalChat; written(): Promise<void> } {
  const { transcript, media, account, clock } = options
  const mocker = new mock.Mocker()
  const puppet = new PuppetMock({ mocker })
  const listeners = new Set<(message: ChatMessage) => void>()
  let { people } = options
  let writing = Promise.resolve()

  function populate(next: ChatPeople): void {
    people = next
    const contact = (id: string, name: string) => {
      const payload = { id, name, gender: types.ContactGender.Unknown, type: types.Contact.Individual, avatar: '', phone: [] }
      if (mocker.cacheContactPayload.has(id)) mocker.contactPayload(id, payload)
      else mocker.createContact(payload)
    }
    contact(account, botName)
    for (const { id, name, phone } of next.people) if (phone) contact(id, name)
    for (const { id, members } of next.rooms) {
      const payload = { id: mockRoom(id), topic: id, memberIdList: [...members, account], adminIdList: [] }
      if (mocker.cacheRoomPayload.has(payload.id)) mocker.roomPayload(payload.id, payload)
      else mocker.createRoom(payload)
    }
  }

  function write(message: ChatMessage): Promise<void> {
    writing = writing.then(() => transcript.append(message))
    for (const listener of listeners) listener(message)
    return writing
  }

  async function hear(saying: Saying): Promise<void> {
    const { id, from, to, text, image } = saying
    const quoted = saying.quote === undefined ? null : await transcript.find(saying.quote)
    checkSaying(saying, quoted, people)
    const file = image === undefined ? undefined : await media.keep(image)
    const message = { id, from, to, text, ...(file === undefined ? {} : { file }), at: clock.now() }
    if ((await transcript.find(id)) === null) await write(message)
    for (const heard of heardIds(saying, image !== undefined)) {
      const payload = messagePayload(heard, message, shownText(message, quoted, people), account, people)
      if (!mocker.cacheMessagePayload.has(heard)) {
        mocker.MessageMock.create('roomId' in payload && payload.roomId ? { ...payload, roomId: mockRoom(payload.roomId) } : payload)
        if (image !== undefined)
          mocker.cacheFileBoxPayload.set(heard, FileBox.fromBase64(Buffer.from(image).toString('base64'), 'picture.png').toJSON())
      }
      puppet.emit('message', { messageId: heard })
      await settle()
    }
  }

  mocker.use(() => {
    mocker.login(mocker.ContactMock.load(account))
    return () => undefined
  })
  populate(people)
  puppet.on('message', ({ messageId }) => {
    const { talkerId, roomId, listenerId, text } = mocker.messagePayload(messageId)
    if (talkerId !== account) return
    const to = villageRoom(roomId ?? listenerId ?? '')
    void write({ id: messageId, from: transcriptBot, to, text: text ?? '', at: clock.now() })
  })
  return {
    puppet,
    written: () => writing,
    chat: {
      hear,
      populate,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
  }
}
