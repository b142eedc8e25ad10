import type { Message } from 'wechaty'
import { types, type payloads } from 'wechaty-puppet'
import type { Media, Utterance } from '../models/utterance.ts'
import { stripMention } from './grammar/mention.ts'
import { splitQuote } from './grammar/quote.ts'

/** Who the bot is on the channel where a message was heard. */
export interface Ears {
  /** the contact id by which messages mention the bot */
  readonly self: string
  readonly channel: string
  readonly account: string
  readonly botName: string
}

/** What a message consists of, in the channel's ids, before anybody's name is known. */
export interface HeardMessage {
  readonly id: string
  readonly room: string | null
  readonly speaker: string
  readonly at: number
  readonly text: string
  readonly mentions: readonly string[]
  readonly media: Media['kind'] | null
  readonly fileName: string
}

const mediaKinds: ReadonlyMap<types.Message, Media['kind']> = new Map([
  [types.Message.Image, 'image'],
  [types.Message.Audio, 'voice'],
  [types.Message.Attachment, 'file'],
])

/** Contacts that are the messenger itself: their lines are notices of the program. */
const messengerItself = new Set(['weixin', 'fmessage', 'medianote', 'newsapp', 'notifymessage', 'qqmail', 'filehelper'])

/** What the messenger writes into a chat by itself, as whole lines; nobody said them. */
const systemLines = [
  /^(收到|领取了?)?(一个)?红包，请在手机上查看$/u,
  /^Red packet received[.,] View on phone\.?$/iu,
  /^\[(微信)?红包\]/u,
  /^["“]?.{1,40}["”]?撤回了一条消息$/u,
  /^["“]?.{1,40}["”]?(邀请|通过扫描).{1,80}加入了?群聊$/u,
]

/** The bot's own lines, red packets, notices of the messenger and kinds nobody can read are nobody's words: null. */
export function heardMessage(message: Pick<Message, 'id' | 'payload'>, self: string, now: number): HeardMessage | null {
  const payload = message.payload
  if (payload === undefined) return null
  const speaker = payload.talkerId
  if (speaker === '' || speaker === self || messengerItself.has(speaker)) return null
  const media = mediaKinds.get(payload.type) ?? null
  if (payload.type !== types.Message.Text && media === null) return null
  const room = payload.roomId === undefined || payload.roomId === '' ? null : payload.roomId
  if (room === speaker) return null
  // other kinds carry XML or a link in `text`
  const text = media === null ? (payload.text ?? '') : ''
  if (systemLines.some((line) => line.test(text))) return null
  return {
    id: message.id,
    room,
    speaker,
    at: instantOf(payload.timestamp, now),
    text,
    mentions: mentionsOf(payload),
    media,
    fileName: payload.filename ?? '',
  }
}

const mentionsOf = (payload: payloads.Message): readonly string[] => ('mentionIdList' in payload ? (payload.mentionIdList ?? []) : [])

/** Puppets give seconds or milliseconds, and some nothing at all. */
function instantOf(timestamp: number, now: number): number {
  if (!Number.isFinite(timestamp) || timestamp <= 0) return now
  return Math.round(timestamp < 100_000_000_000 ? timestamp * 1000 : timestamp)
}

/** A mention at the head of a line, as messengers write it: the nickname may hold spaces, U+2005 ends it. */
const otherName = /^\s*@[^\u2005\n]{1,40}\u2005\s*/u

/** The message as the bot understands speech: quote and mention are taken out of the words, nothing else is changed. */
export function utteranceOf(heard: HeardMessage, ears: Ears, speakerName: string, media: readonly Media[]): Utterance {
  const { quote, text } = splitQuote(heard.text)
  const named = stripMention(text, ears.botName)
  const meant = heard.mentions.includes(ears.self)
  // in this room the bot may bear another nickname, which only the list of mentioned contacts tells
  const addressed = meant && !named.atBot ? { atBot: true, text: text.replace(otherName, '') } : named
  return {
    channel: ears.channel,
    account: ears.account,
    id: heard.id,
    room: heard.room,
    speaker: heard.speaker,
    speakerName,
    text: addressed.text,
    atBot: addressed.atBot,
    quote,
    media,
    at: heard.at,
  }
}
