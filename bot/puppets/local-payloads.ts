import { types, type payloads } from 'wechaty-puppet'
import type { ChatMessage, ChatPeople, Saying } from '../../models/chat.ts'

/** What the bot is called in every room of the training village. */
export const botName = '积分管家'

/** Where the transcript writes the bot, as sender or as receiver of a private line. */
export const transcriptBot = 'bot'

const ruler = '- - - - - - - - - - - - - - -'
const pictureWord = '[图片]'
const imageSuffix = '/image'

/** Ids under which a saying is heard: words first under its own id, a picture beside words under `<id>/image`. */
export const heardIds = (saying: Pick<Saying, 'id' | 'text'>, hasImage: boolean): readonly string[] =>
  hasImage && saying.text !== '' ? [saying.id, saying.id + imageSuffix] : [saying.id]

/** The id in the transcript of an id under which something is heard. */
export const transcriptId = (heardId: string): string => (heardId.endsWith(imageSuffix) ? heardId.slice(0, -imageSuffix.length) : heardId)

const nameOf = (id: string, people: ChatPeople): string =>
  id === transcriptBot ? botName : (people.people.find((person) => person.id === id)?.name ?? id)

/** Words as WeChat shows them: a quote stands above them with its speaker's name and without its id. */
export function shownText(message: ChatMessage, quoted: ChatMessage | null, people: ChatPeople): string {
  if (quoted === null) return message.text
  const words = quoted.text === '' ? pictureWord : quoted.text
  return `「${nameOf(quoted.from, people)}：${words}」\n${ruler}\n${message.text}`
}

/** One heard id of a transcript line as Wechaty wants it; `self` is the bot's contact id. */
export function messagePayload(heardId: string, message: ChatMessage, shown: string, self: string, people: ChatPeople): payloads.Message {
  const image = message.file !== undefined && (message.text === '' || heardId !== message.id)
  const base = {
    id: heardId,
    talkerId: message.from === transcriptBot ? self : message.from,
    timestamp: message.at,
    type: image ? types.Message.Image : types.Message.Text,
    text: image ? '' : shown,
    ...(image ? { filename: message.id } : {}),
  }
  if (!people.rooms.some((room) => room.id === message.to)) return { ...base, listenerId: message.to === transcriptBot ? self : message.to }
  return { ...base, roomId: message.to, mentionIdList: !image && message.text.includes(`@${botName}`) ? [self] : [] }
}
