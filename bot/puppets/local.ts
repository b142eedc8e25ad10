import { createHash } from 'node:crypto'
import { setImmediate as settle } from 'node:timers/promises'
import { FileBox, type FileBoxInterface } from 'file-box'
import { types, type payloads } from 'wechaty-puppet'
import type { ChatMessage, ChatPeople, LocalChat, Saying, Transcript } from '../../models/chat.ts'
import type { Clock } from '../../models/clock.ts'
import type { MediaStore } from '../../models/stores/stores.ts'
import { imageKind } from '../pictures/image-kind.ts'
import type { Hears } from '../channel.ts'
import { createTurns } from '../turns.ts'
import { botName, heardIds, messagePayload, shownText, transcriptBot, transcriptId } from './local-payloads.ts'
import { RefusingPuppet } from './refusing-puppet.ts'
import { ChatConflict, checkSaying, isSame, WrongSaying } from './saying-check.ts'

/** What the training village's puppet needs: who is there, where lines and pictures are kept, its clock and its source of ids. */
export interface PuppetLocalOptions {
  /** the bot's own contact id */
  readonly account: string
  readonly people: ChatPeople
  readonly transcript: Transcript
  readonly media: Pick<MediaStore, 'keep' | 'read'>
  readonly clock: Clock
  /** what of a room's talk reaches the bot; everything when it is not said */
  readonly hears?: Hears
  newId(): string
}

/** The training village as a messenger that Wechaty can be connected to: person and room ids are its contact and room ids. */
export class PuppetLocal extends RefusingPuppet implements LocalChat {
  static override readonly VERSION = '1.0.0'

  /** as a channel declares it */
  readonly hears: Hears
  readonly #village: PuppetLocalOptions
  readonly #listeners = new Set<(message: ChatMessage) => void>()
  readonly #turns = createTurns()
  #people: ChatPeople

  constructor(options: PuppetLocalOptions) {
    // the base class prints its options into a string: it gets none of ours
    super({})
    this.#village = options
    this.hears = options.hears ?? 'everything'
    this.#people = options.people
  }

  override name(): string {
    return 'PuppetLocal'
  }

  override version(): string {
    return PuppetLocal.VERSION
  }

  override onStart(): Promise<void> {
    this.login(this.#village.account)
    this.emit('ready', { data: 'the training village is open' })
    return Promise.resolve()
  }

  override onStop(): Promise<void> {
    return Promise.resolve()
  }

  override ding(data?: string): void {
    if (this.isLoggedIn) this.emit('dong', { data: data ?? '' })
  }

  /** Throws `WrongSaying` when it cannot be said and `ChatConflict` when its id stands for another message. */
  async hear(saying: Saying): Promise<void> {
    await this.#turns(saying.id, async () => {
      if (!this.isLoggedIn) throw new WrongSaying('the bot is not connected')
      const quoted = saying.quote === undefined ? null : await this.#village.transcript.find(saying.quote)
      checkSaying(saying, quoted, this.#people)
      const message = await this.#written(saying)
      const shown = shownText(message, quoted, this.#people)
      if (!this.#reaches(saying)) return
      for (const id of heardIds(saying, message.file !== undefined)) {
        this.cache.message.set(id, messagePayload(id, message, shown, this.#village.account, this.#people))
        this.emit('message', { messageId: id })
        // Wechaty looks each message up by itself: without this turn the picture could overtake its words
        await settle()
      }
    })
  }

  populate(people: ChatPeople): void {
    this.#people = people
    this.cache.clear()
    if (!this.isLoggedIn) return
    for (const room of people.rooms) this.emit('dirty', { payloadType: types.Dirty.Room, payloadId: room.id })
  }

  subscribe(listener: (message: ChatMessage) => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** as robots of office messengers: in a room only what mentions the bot, which a lone picture cannot */
  #reaches({ to, text }: Saying): boolean {
    return this.hears !== 'mentions' || to === transcriptBot || text.includes(`@${botName}`)
  }

  async #written(saying: Saying): Promise<ChatMessage> {
    const { transcript, media, clock } = this.#village
    const file = saying.image === undefined ? undefined : createHash('sha256').update(saying.image).digest('hex')
    const before = await transcript.find(saying.id)
    if (before !== null) {
      if (!isSame(before, saying, file)) throw new ChatConflict('another message has this id')
      return before
    }
    if (saying.image !== undefined) await media.keep(saying.image)
    const { id, from, to, text, quote } = saying
    return this.#say({
      id,
      from,
      to,
      text,
      ...(file === undefined ? {} : { file }),
      ...(quote === undefined ? {} : { quote }),
      at: clock.now(),
    })
  }

  async #say(message: ChatMessage): Promise<ChatMessage> {
    await this.#village.transcript.append(message)
    for (const listener of this.#listeners) {
      try {
        listener(message)
      } catch (error) {
        this.emit('error', error as Error)
      }
    }
    return message
  }

  async #speak(to: string, line: Pick<ChatMessage, 'text' | 'file'>): Promise<string> {
    if (!this.isLoggedIn) throw new WrongSaying('the bot is not connected')
    const known =
      this.#people.rooms.some((room) => room.id === to) || this.#people.people.some((person) => person.id === to && person.phone)
    if (!known) throw new WrongSaying('there is no such room or contact')
    const { newId, clock } = this.#village
    const message = await this.#say({ id: newId(), from: transcriptBot, to, ...line, at: clock.now() })
    return message.id
  }

  override messageSendText(conversationId: string, text: string): Promise<string> {
    return this.#speak(conversationId, { text })
  }

  override async messageSendFile(conversationId: string, file: FileBoxInterface): Promise<string> {
    return this.#speak(conversationId, { text: '', file: await this.#village.media.keep(await file.toBuffer()) })
  }

  override async messageFile(messageId: string): Promise<FileBoxInterface> {
    const message = await this.#village.transcript.find(transcriptId(messageId))
    const bytes = message?.file === undefined ? null : await this.#village.media.read(message.file)
    if (bytes === null) throw new WrongSaying('the message has no picture')
    return FileBox.fromBuffer(Buffer.from(bytes), `picture.${imageKind(bytes) ?? 'bin'}`)
  }

  override messageImage(messageId: string): Promise<FileBoxInterface> {
    return this.messageFile(messageId)
  }

  override async messageRawPayload(id: string): Promise<payloads.Message> {
    const { transcript, account } = this.#village
    const message = (await transcript.find(id)) ?? (await transcript.find(transcriptId(id)))
    if (message === null) throw new WrongSaying('there is no such message')
    const quoted = message.quote === undefined ? null : await transcript.find(message.quote)
    return messagePayload(id, message, shownText(message, quoted, this.#people), account, this.#people)
  }

  override messageRawPayloadParser(payload: payloads.Message): Promise<payloads.Message> {
    return Promise.resolve(payload)
  }

  override contactList(): Promise<string[]> {
    return Promise.resolve(this.#people.people.filter((person) => person.phone).map((person) => person.id))
  }

  override async contactRawPayload(id: string): Promise<payloads.Contact> {
    const self = id === this.#village.account
    const name = self ? botName : this.#people.people.find((person) => person.id === id && person.phone)?.name
    if (name === undefined) throw new WrongSaying('there is no such contact')
    return Promise.resolve({ id, name, gender: types.ContactGender.Unknown, type: types.Contact.Individual, avatar: '', phone: [] })
  }

  override contactRawPayloadParser(payload: payloads.Contact): Promise<payloads.Contact> {
    return Promise.resolve(payload)
  }

  override roomList(): Promise<string[]> {
    return Promise.resolve(this.#people.rooms.map((room) => room.id))
  }

  override async roomRawPayload(id: string): Promise<payloads.Room> {
    return Promise.resolve({ id, topic: id, memberIdList: await this.roomMemberList(id), adminIdList: [] })
  }

  override roomRawPayloadParser(payload: payloads.Room): Promise<payloads.Room> {
    return Promise.resolve(payload)
  }

  override roomMemberList(roomId: string): Promise<string[]> {
    const room = this.#people.rooms.find((one) => one.id === roomId)
    if (room === undefined) return Promise.reject(new WrongSaying('there is no such room'))
    return Promise.resolve([...room.members, this.#village.account])
  }

  override async roomMemberRawPayload(_roomId: string, contactId: string): Promise<payloads.RoomMember> {
    const { id, name, avatar } = await this.contactPayload(contactId)
    return { id, name, avatar }
  }

  override roomMemberRawPayloadParser(payload: payloads.RoomMember): Promise<payloads.RoomMember> {
    return Promise.resolve(payload)
  }
}
