const ENDING = '[\\s，。！!~～…、]*(?:了|啦|哈|呀|哦)?[\\s，。！!~～…、]*$'

/** Thanks and yeses that nobody wants an answer to, not even in private. */
const COURTESY = new RegExp(
  `^(?:谢+|多谢|感谢|辛苦|麻烦|好|好的|好嘞|行|中|要得|嗯+|哦+|噢|对|对的|是|是的|收到|知道|晓得|明白|ok|再见|拜拜|晚安|早|早上好|没事)(?:你|您|大家)?${ENDING}`,
  'iu',
)

/** What a program writes into a chat by itself: links, cards, stickers. */
const BY_PROGRAM = /^(?:\[|https?:|<)/u

const WORDS = /[\p{L}\p{N}]/u

/** How a stranger asks to be let in. */
const WANTS_IN = /积分|绑定|登记|参加|加入|认识|你好|您好|在吗|在不|有人|怎么|咋/u

/** A question is dropped by these words wherever it was asked; in private shorter ones will do. */
const DROPS = /^(?:取消(?: ?#?\d{3,6}号?)?|不报了?|不办了?|算了[，, ]?不[报办弄]了?|先不[报办弄]了?)[。！!]?$/u
const DROPS_IN_PRIVATE = /^(?:那)?(?:算了|不了|不用了|不要了)(?:吧)?[。！!]?$/u

/** Does a private line that nobody could read want an answer? Whoever writes to the bot alone means the bot; thanks and signs need none. */
export const wantsAnswer = (text: string): boolean => WORDS.test(text) && !COURTESY.test(text) && !BY_PROGRAM.test(text)

/** Does a private line of somebody whom nobody has bound ask how to take part? Advertisers and other programs get no answer. */
export const asksToJoin = (text: string): boolean => wantsAnswer(text) && WANTS_IN.test(text)

/** Does a line give up what the bot has asked about? */
export const dropsQuestion = (text: string, inPrivate: boolean): boolean => DROPS.test(text) || (inPrivate && DROPS_IN_PRIVATE.test(text))
