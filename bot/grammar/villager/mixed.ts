import type { IntentName, Reading, Slots } from '../../../models/intent.ts'
import { addressed, against, elsewhere, isDone } from '../deeds/evidence.ts'
import type { Speech } from '../line.ts'
import { marksIn } from '../marks.ts'
import { pattern } from '../pattern.ts'
import { deedOf, type Rule, rule, said } from '../rule.ts'

/** nothing but the word of reporting: nobody says it alone to anybody but the bot */
const BARE_REPORT = /^(?:报|申报)[ 。.!]*$/u

const bare: Readonly<Record<string, Slots>> = { 同意: { ask: 'vote_or_review' }, 不同意: { ask: 'vote_or_review' } }

/** Lines that are for the bot but lack what they are about; asked back only when the bot is addressed. */
export const doubtRules: readonly Rule[] = [
  {
    name: 'agreement to nothing',
    read: (speech) =>
      speech.card === null && speech.role === 'villager' && bare[speech.mask]
        ? { intent: 'ambiguous', slots: bare[speech.mask] ?? {} }
        : null,
  },
  rule(
    'whose household',
    'ambiguous',
    '^F(?:(?:跟|和|同|与|、)F)*(?:家里|家|里|也|都|D|T)*(?:扫|清|去|来|捡|参加|干|做|搞|捐|修|巡|出工|挖|栽)(?:了|过|完|干净|路|渠|河|沟|垃圾|树|款|山|塘|村|M|Q|去了|出来|给村里|一天|半天)*$',
    (_, speech, tools) =>
      speech.card === null
        ? said({ ask: 'which_household', cat: deedOf(speech, tools)?.cat ?? (/扫|捡/u.test(speech.mask) ? 'env_clean' : undefined) })
        : null,
  ),
  rule(
    'which points',
    'ambiguous',
    '^(?:上次|上回|那天|之前|前面)(?:的)?(?:那个|那)?(?:东西|事|那件事|那事)?(?:咋|怎么|为啥)(?:还|都|一直)?(?:没|不)(?:给|到|来|弄|办|好|发)(?:我|俺|下来)?$|(?:上次|上回|那天|之前|前面|那个)(?:说|讲|答应)?(?:好|过)?(?:的)?(?:那个|那)?(?:分|积分|加分)~(?:还没|咋|怎么|没到|啥时候|什么时候|呢)',
    () => ({ ask: 'which' }),
    { unless: elsewhere.source },
  ),
  rule(
    'me too',
    'ambiguous',
    '^(?:咱也是|咱家也是|我家也一样|我也有的|我也有份|我也有一份|算我的|我也是|我也一样|我也去了|我也有|俺也是|俺也一样|我家也是|我也扫了|我也参加了|加我一个|也给我记上|我们也是|我家也去了|给我也记上|给我也加上|我也要|我的也是|还有我)$',
    (_, speech) => (speech.card === null ? { ask: 'what' } : null),
  ),
  rule('a number alone', 'ambiguous', '^(?:N|S|[一二三四五六七八九]十)$', (match, speech) => {
    const value = marksIn(speech)[0]?.number ?? marksIn(speech)[0]?.quantity?.value ?? 0
    return speech.card === null && ((value >= 10 && /[十百廿]/u.test(speech.text)) || (match[0] === 'S' && value > 0))
      ? { ask: 'what' }
      : null
  }),
  rule(
    'to record, but what',
    'ambiguous',
    '^(?:给|帮)(?:我|俺)(?:也)?(?:加|记|登|报|算)(?:上|个|一?下|一下分|分|积分|上分)*$|^加一下分?$|^申请(?:加分|积分|记分)$|^(?:我)?(?:做|干)(?:了|过)(?:一?件|个|件)?好事[ ,]*(?:请|麻烦|帮|给|求)?(?:我|忙)?(?:记|加|登|报)(?:上|一下|下|个分|分|一笔|上去)*$|^(?:我要|要|想)?(?:报|申报|加分|记分|积分|加积分)(?:一下)?$|^那个(?:分|积分|事|扫地的|报的)(?:呢)?$|^(?:怎么办|咋办|咋弄)$',
    (_, speech) => {
      if (/怎么办|咋/u.test(speech.mask) && !addressed(speech)) return null
      return { ask: BARE_REPORT.test(speech.raw) && speech.card === null ? 'deed' : 'what' }
    },
  ),
  rule(
    'which person',
    'ambiguous',
    '^(?:查|看|查一下|看看)(?:他|她|那个人|人家)(?:家)?(?:的)?(?:分|积分|多少分)|^(?:给|帮)(?:他|她)(?:家)?(?:加|报|记|登记)(?:分|上|一下|个分)*$',
    () => ({ ask: 'who' }),
  ),
]

interface Ask {
  readonly intent: IntentName
  readonly words: RegExp
}

const ASKS: readonly Ask[] = [
  { intent: 'query_balance', words: /(?:多少|几多|几|好多)(?:积分|分)|查分|查(?:一下|下)?(?:我的?)?积分|余额/u },
  { intent: 'query_rank', words: /排名|排第?几|第几名?|榜/u },
  { intent: 'query_history', words: /明细|流水(?![席线账])/u },
  { intent: 'query_status', words: /(?:批|审|过)了?(?:没|吗)|审到哪/u },
  { intent: 'redeem_query', words: /(?:能|可以|够)(?:不能)?(?:换|兑)(?:啥|什么|点啥|哪些|个啥|到啥)/u },
  { intent: 'help', words: /^(?:帮助|怎么用)$/u },
]

/** Two wishes in one line: each is read on its own from its part of the line. */
export const several = (readPart: (text: string) => Reading): Rule => ({
  name: 'several wishes',
  read: (speech, tools) => {
    if (
      speech.card !== null ||
      /算[^,]{1,4}(?:不|吗|么)$|取消(?:我的)?报名|报名取消|名字[^,]{0,4}(?:划掉|取消|去掉|删)|(?:去|来)不(?:成|了)|名额(?:取消|退)/u.test(
        speech.mask,
      ) ||
      speech.mask.length > 120 ||
      elsewhere.test(speech.mask)
    )
      return null
    const parts = speech.text
      .split(
        /[,.。;!?？、 ]+|顺便|另外|然后|还有就是|再(?=查|看|问|帮|报|兑|换)|(?<=分|排名|明细|余额)(?:和|跟|与)(?=排名|明细|查|余额|积分)/u,
      )
      .map((part) => part.trim())
      .filter((part) => part !== '')
    if (parts.length < 2 || parts.length > 6) return null
    const found = parts.flatMap((part) => {
      const asked = ASKS.find(({ words }) => words.test(part))?.intent
      if (asked) return [{ intent: asked, slots: {} }]
      const deed = tools.deed(part)
      if (
        deed &&
        !deed.bad &&
        isDone(part) &&
        /了|过|完|咗|报|(?:\d|[一二两俩三仨四五六七八九十半])(?:个|袋|小时|钟头|斤|天|次|趟|块|回|遍)/u.test(part) &&
        against(part) === null
      )
        return [{ intent: 'report' as const, slots: said({ cat: deed.cat }) }]
      const read = readPart(part)
      if (read.intent === 'query_rules' && !ASKING.test(part)) return []
      return WISHES.has(read.intent) ? [{ intent: read.intent, slots: read.slots }] : []
    })
    const kinds = [...new Set(found.map(({ intent }) => intent))]
    if (kinds.includes('suggest') && kinds.length === 2) return null
    if (kinds.length < 2 || kinds.every((kind) => kind === 'report' || kind === 'report_proxy')) return null
    if (kinds.includes('query_status') && kinds.length === 2 && (kinds.includes('report') || kinds.includes('report_proxy'))) return null
    const first = [...found].reverse().reduce<Slots>((all, { slots }) => ({ ...all, ...slots }), {})
    return {
      intent: 'multi',
      slots: said({
        intents: kinds,
        who: first.who ?? ['self'],
        cat: first.cat ?? deedOf(speech, tools)?.cat,
        items: first.items,
        date: kinds.includes('report') ? marksIn(speech).find(({ letter }) => letter === 'D')?.date?.past : undefined,
      }),
    }
  },
})

/** what is told of the rules is no question about them */
const ASKING = /[?？]|吗|不$|么$|没$|多少|几|啥|什么|怎么|咋|哪|谁|能不能|可以不|查|看/u

const WISHES: ReadonlySet<IntentName> = new Set<IntentName>([
  'report',
  'report_proxy',
  'redeem',
  'withdraw',
  'signup',
  'query_balance',
  'query_rank',
  'query_history',
  'donate_points',
  'query_rules',
  'redeem_query',
  'bind',
  'suggest',
  'object',
  'cancel_signup',
  'recycle',
])

const relatives = (speech: Speech): readonly string[] =>
  marksIn(speech)
    .filter(({ letter }) => letter === 'R')
    .map(({ person }) => person?.name ?? '')

/** 我也去了 under a person's report: the deed of the quoted line, done by the speaker. */
export const echo = (readPart: (text: string) => Reading): Rule => ({
  name: 'the same as quoted',
  read: (speech) => {
    if (speech.card === null || speech.card.byBot) return null
    if (
      !pattern(
        '^(?:我|俺|额|我家|俺家|我们|还有我|算上我|加我|我们家)(?:们)?(?:(?:跟|和|同|与|带着?)(?:我|俺)?(?:家)?R(?:家)?(?:两个|俩|Q)?)?(?:也|一样|同样|也是|都|是|跟他|跟着)*(?:一起|一块儿?|一道|同去)?(?:去|来|在场|到|是|有|扫|清|捡|参加|干|做|一样|在|报|要)*(?:了|的|过){0,2}(?:一个)?(?:_(?:也|帮我|给我|麻烦|请|都)*(?:报|记|登记|加分|算)(?:上|一?下|个分|分|一个|一笔)*)?$|^{self}(?:跟|和|同|与)(?:他|她|你|你们|他们|她们)(?:是)?(?:一起|一路|一块儿?|一道|同去)(?:去|干|做|扫|清|捡|来|弄)?(?:了|的)*$|^(?:\\+1|也加我|加一|带上我)',
      ).test(speech.mask)
    )
      return null
    const told = readPart(speech.card.text)
    if (told.intent !== 'report' && told.intent !== 'report_proxy') return null
    return {
      intent: 'report',
      slots: { ...told.slots, who: ['self', ...relatives(speech)], target: 'quoted' },
      ...(told.matched ? { matched: told.matched } : {}),
    }
  },
})
