import { dateOf, type LocalDate } from '../../models/dates.ts'
import type { ParserRole } from '../../models/role.ts'
import type { Quote } from '../../models/utterance.ts'
import { withAnnounced } from './hearing/announced.ts'
import { type Card, readCard } from './card.ts'
import { foldText } from './fold.ts'
import { type MarkedText, markText } from './marks.ts'
import { stripMention } from './mention.ts'
import type { PeopleReader } from './hearing/people.ts'
import { splitQuote } from './quote.ts'
import type { Listener } from './hearing/sounds.ts'

/** A line as heard; quote and mention may still stand in the text, or be given apart. */
export interface Line {
  readonly text: string
  readonly role: ParserRole
  /** UTC ms */
  readonly now: number
  readonly quote?: Quote | null
  readonly atBot?: boolean
  /** read a decision by somebody without the right as `ignore`, also when it names its case (the command line's corpus mode) */
  readonly strict?: boolean
}

/** A line made ready for the rules. */
export interface Speech extends MarkedText {
  readonly role: ParserRole
  readonly today: LocalDate
  readonly strict: boolean
  readonly atBot: boolean
  /** the folded words without quote and mention, with emoji and polite words */
  readonly raw: string
  /** emoji and stickers of the line */
  readonly signs: string
  readonly card: Card | null
}

const SIGN =
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\ufe0f\u200d])+|\[(?!图片|照片|视频|文件|小视频|链接|语音)[^[\] \d]{1,6}\]/gu
const BEFORE =
  /^(?:麻烦(?:你|您|了|问下|问一下|大家)?|请问(?:一下|下(?!一))?|劳驾|唔该|谢谢(?:了|啦|你|您|管家)?|您好|你好|管家|嗯+|哎+|喂|哈+(?!密)|嘛+|辛苦(?:了|你|您)|不好意思|拜托(?:了)?|[ ,.。、:;!~…]+)/u
const AFTER =
  /(?:谢谢(?:了|啦|你|您|大家|管家)?|多谢(?:了|啦)?|麻烦(?:了|你了|您了|你|您)?|辛苦(?:了|你了|您了)?|拜托(?:了)?|哈+|嘛+|哦+|喔+|噢+|[啊呀哟嘞咯]+|[ ,.。、:;!~…]+)$/u

/** 烧…不是烧，是运走了: what the speaker takes back at once is not said */
const TAKEN_BACK =
  /([一-龥]{1,4})[.…, ]{1,6}(?:哦|噢|呃|啊|喔|诶|嗯|哎)?[, ]?(?:不对|(?:说|讲|打)?错了?|口误)?[, ]{0,2}不是\1[, ]{0,2}(?:是|而是)?/gu
/** 三袋，哦不，是四袋 · 前天…不对，是大前天: of two figures or days the second is meant */
const MENDED =
  /(?:[\d一二两俩三仨四五六七八九十半百][一-龥\d]{0,4}?|(?:大|上)?(?:前|昨|今)(?:天|日|晚|早))[,.… ]{0,6}(?:哦|噢|呃|啊|喔|诶|嗯|额)?[, ]?(?:不对|不是|不不|不|说错了?|讲错了?|错了|口误)[,.… ]{1,3}(?:应该|应)?(?:是)?(?=[\d一二两俩三仨四五六七八九十半百大上前昨今])/gu

/** 没去清渠，去巡山了 · 原先打算明天扫的，今早就扫了: what was not done before what was */
const INSTEAD =
  /没(?:有)?(?:去|来|参加)[^,了]{0,6}, ?(?=(?:是|而是|我|就|改)?(?:去|在)[^,]{1,10}了)|(?:原先|原本|本来)(?:打算|想着?|准备|说是?)[^,]{0,12}, ?(?=(?:今|昨|刚|后来)[^,]{2,16}了)/gu

/** so much of a line is searched for numbers, days and names; what is longer is a list or a forwarded text */
const READ = 480

const unwrap = (text: string, edge: RegExp): string => {
  let rest = text
  for (let turn = 0; turn < 12; turn += 1) {
    const less = rest.replace(edge, '')
    if (less === rest) return rest
    rest = less
  }
  return rest
}

/** the last characters decide: a polite tail is short, so only the end of a long line is looked at */
function withoutTail(text: string): string {
  const head = text.slice(0, -40)
  return head + unwrap(text.slice(-40), AFTER)
}

/** Takes quote, mention, emoji and politeness off a line, hears slips as what was meant, and marks what it names. */
export function prepare(line: Line, botName: string, people: PeopleReader, listen: Listener, isPerson: (name: string) => boolean): Speech {
  const split = line.quote === undefined || line.quote === null ? splitQuote(line.text) : { quote: line.quote, text: line.text }
  const addressed = stripMention(split.text, botName)
  const raw = foldText(addressed.text)
  const signs = (raw.match(SIGN) ?? []).join('')
  const words = raw
    .replace(SIGN, ' ')
    .toLowerCase()
    .replace(/[ \u2005]+/g, ' ')
    .trim()
  const core = unwrap(withoutTail(words), BEFORE).replace(TAKEN_BACK, '').replace(MENDED, '').replace(INSTEAD, '')
  const today = dateOf(line.now)
  const heard = listen(core.slice(0, READ)) + core.slice(READ)
  const head = heard.slice(0, READ)
  const marked = markText(head, today, withAnnounced(people, head))
  return {
    ...marked,
    text: heard,
    role: line.role,
    today,
    strict: line.strict === true,
    atBot: line.atBot === true || addressed.atBot,
    raw,
    signs,
    card: split.quote === null ? null : readCard(split.quote, botName, isPerson),
  }
}
