import { type Clause, clausesOf } from './clauses.ts'
import { addressed, elsewhere, notDone } from './evidence.ts'
import type { Speech } from '../line.ts'
import { marksIn } from '../marks.ts'
import { pattern } from '../pattern.ts'
import { placeIn } from './place.ts'
import type { IntentName } from '../../../models/intent.ts'
import { type Read, type Rule, said, type Tools } from '../rule.ts'
import { complainsOfReview } from '../villager/complaint.ts'

const SOMEBODY = pattern(
  '有人|有的人|有些人|个别人|某户|哪些人|有(?:户|家|个)(?:人家?|的|[一-龥]{1,5}的)?(?:把|在|往|天天|又|到处|办|摆|养)|某些?人|某家|某户|谁家(?!办|结婚|娶|嫁|有喜)|谁又?在?(?:往|把|在|乱|烧|倒)|哪个(?:缺德|把|在|又|家|龟)|隔壁|邻居|对门|那家|那户|他家|P|F|有几个|几个人|一伙|外地|一帮|又|天天|老是|总是|经常|缺德|G有',
)
const COMPLAINT = pattern(
  '都不管|造孽|丧良心|没良心|看不下去|说好的?不|规定|超标|没批|没手续|请查|臭得|熏得|吵得|车都|过不了车|走不了|没法走|睡不着|没法睡|要脸|丑不丑|丑吗|晓得丑|心里没数|心里清楚|心里有数|恶心|要管|举报|反映|投诉|检举|揭发|要整改|管一?管|管管|管一下|不是说(?:不准|不让|不许|禁止|不能)|也不(?:扫|清|管|收|捡)|烟熏|熏(?:人|得|死)|扣几分|扣多少|该扣|应该扣|要扣|罚款不|谁管|合规吗|合不合规|让不让|谁受得了|半夜|没王法|没素质|影响(?:村容|别人|人家)|吓(?:死|哭|坏)|管不管|没人管|来查|处理(?:一?下|$)|扣(?:他|分)|曝光|太不像话|不像话|不讲究|缺德|过分|臭死|受不了|烟大|呛|怎么过|过不去|罚(?!了|款)',
)
const BOAST = pattern(
  '^{self}(?!们|看到|看见|亲眼|见|刚|发现|举报|要举报|昨|今|家(?:门口|地里|田里|菜))|别(?:烧|放|倒|乱|堆|养|赌|扔)|不要|莫|禁止|严禁|不准|不许|大家(?!都|心里|看|晓得|知道|有目共睹)|请|通知|注意|不让|罚款的|规定|快(?:来)?(?:牵|领|赶|抱)|(?:牵|领|赶|抱)(?:走|回|一?下)|挪一?下|挪走|来牵|来帮忙|帮忙[赶找抓牵]|^P[, ]?(?:你|您)|上梁|喜事|嫁女|娶亲|娶媳妇|满月|乔迁|开业|考上|升学',
)

/** 谁家的鸡跑出来了: the owner is called, nobody accused, as long as nothing was done to anybody */
const ESTRAY = /谁家的?(?:大|小|老|黑|白|黄|花)?[鸡鸭鹅猪牛羊狗](?:鸭|娃|崽)?(?:又|都)?(?:跑|走|飞|进|溜|钻|丢)/u
const HARM = /咬|拉屎|屎|粪|刨|啄|拱|踩|糟蹋|祸害|吃了|撞|追|没拴|没栓|满街|到处|天天|老是/u

/** 莫讲是我说的: what follows is for the bot's ear alone */
const WHISPER = pattern(
  '^(?:我|俺)?(?:私底下|私下里?|悄悄|偷偷|小声|暗地里|保密|不要声张|莫声张|别声张|(?:莫|别|不要)(?:讲|说)是我(?:讲|说)的)(?:地)?(?:跟|给|和|同|对)?(?:你|您|管家)?(?:讲|说|反映|透露|告诉)?(?:一?声|一?下|句|个事|件事|哈|啊|嘛)*[ ,:]+',
)
const whisper = (speech: Speech): number =>
  addressed(speech) || /[PF]|隔壁|对门|邻居/u.test(speech.mask) ? (WHISPER.exec(speech.mask)?.[0].length ?? 0) : 0

/** Somebody reports bad conduct. Kept as a private clue; a name is never repeated in the room. */
export const violationRule: Rule = {
  name: 'report of bad conduct',
  read: (speech, tools) => {
    if (speech.mask.length > 240 || speech.card !== null) return null
    const clauses = clausesOf(speech, tools, whisper(speech))
    const explicit = /举报|检举|投诉|反映|揭发/u.test(speech.mask) || whisper(speech) > 0
    const bad = clauses.find(({ deed }) => deed?.bad === true) ?? complainedOf(speech, clauses, tools, explicit)
    if (!bad?.deed || elsewhere.test(speech.mask)) return null
    if (BOAST.test(speech.mask) && !explicit && !COMPLAINT.test(speech.mask)) return null
    if (ESTRAY.test(speech.mask) && !explicit && !HARM.test(speech.mask) && !COMPLAINT.test(speech.mask)) return null
    if (
      notDone.story.test(speech.mask) ||
      (bad.deed.cat !== 'rumor' && notDone.hearsay.test(speech.mask.slice(whisper(speech))) && !DENOUNCED.test(speech.mask)) ||
      (notDone.wish.test(speech.mask) && !COMPLAINT.test(speech.mask))
    )
      return null
    if (
      !explicit &&
      !addressed(speech) &&
      !COMPLAINT.test(speech.mask) &&
      !(
        SOMEBODY.test(speech.mask) &&
        (ACTING.test(speech.mask) ||
          /有人/u.test(speech.mask) ||
          (INSINUATED.test(speech.mask) && bad.deed.cat !== 'firework') ||
          NAMED.test(bad.mask))
      )
    )
      return null
    if (
      bad.deed.cat === 'banquet' &&
      !/大操大办|大摆|大办|收礼|敛财|乱办|滥办/u.test(speech.text) &&
      !explicit &&
      !COMPLAINT.test(speech.mask) &&
      !addressed(speech)
    )
      return null
    const date = marksIn(speech).find(({ letter }) => letter === 'D')?.date
    const { place } = placeIn(bad)
    return {
      intent: 'report_violation',
      slots: said({
        who: [
          accused(
            speech.mask,
            clauses.flatMap(({ marks }) => marks.filter(({ letter }) => 'PF'.includes(letter)).map(({ person }) => person?.name ?? '')),
          ),
        ],
        cat: bad.deed.cat,
        date: date?.past,
        place,
        ...(/某些?人|天天|老是|总是/u.test(speech.mask) && !/P|F/u.test(speech.mask) ? { vague: true } : {}),
      }),
      ...(bad.deed.items.length === 0 ? {} : { matched: bad.deed.items }),
    }
  },
}

/** readings that are answered in the room */
const OPEN: ReadonlySet<IntentName> = new Set<IntentName>([
  'query_rules',
  'query_rank',
  'suggest',
  'request_help',
  'witness',
  'help',
  'signup',
  'query_status',
  'query_history',
  'query_balance',
  'redeem_query',
])

/** Keeps whoever is named with bad conduct out of the room: what was read as a question or a suggestion is a clue, or nothing. */
export function kept(read: Read, speech: Speech, tools: Tools): Read {
  if (speech.role !== 'villager' || !OPEN.has(read.intent)) return read
  if (complainsOfReview(speech) && speech.card === null) return { intent: 'object', slots: { kind: 'conflict_of_interest' } }
  if (!/[PF]/u.test(speech.mask) || tools.conduct(speech.text.slice(0, 160)) === null) return read
  return violationRule.read(speech, tools) ?? { intent: 'ignore', slots: {} }
}

/** The same where the line begins with 举报: nothing else is meant, whatever else it speaks of. */
export const denounced: Rule = {
  name: 'denounced',
  read: (speech, tools) =>
    DENOUNCED.test(speech.mask) || (speech.role === 'villager' && SHAMED.test(speech.mask) && /[PF]/u.test(speech.mask))
      ? violationRule.read(speech, tools)
      : null,
}

/** 这种人就该上黑榜: who tells of bad conduct gives a clue, whatever list is asked for */
const SHAMED = pattern('黑榜|黑名单|曝光|通报|点名')

const DENOUNCED = pattern('^(?:我要|我想|我|要|实名|匿名|村民)*(?:举报|检举|揭发|投诉|反映)(?:一下|下|一个|个)?')
/** thrown where nothing may be thrown: no clearing away, though rubbish was carted */
const DUMPED = /(?:倒|扔|甩|丢|抛|排)(?:在|到|进|往|了)?(?:后山|山上|山里|河|沟|塘|路|渠|田|地里|桥|水|村口|林|别人|人家|我家|我们)/u
/** a complaint is about the bad in its words, though a neighbour or a pile of wood be named as well */
function complainedOf(speech: Speech, clauses: readonly Clause[], tools: Tools, explicit: boolean): Clause | undefined {
  const dumped = NAMED.test(speech.mask) && DUMPED.test(speech.mask)
  if (!explicit && !dumped && !(COMPLAINT.test(speech.mask) && SOMEBODY.test(speech.mask))) return undefined
  return clauses.map((clause) => ({ ...clause, deed: tools.conduct(clause.text) })).find(({ deed }) => deed !== null)
}

/** who is named right before the bad conduct is told of, however shortly */
const NAMED = /^(?:[DT]|就是|那个|我们组|这个)*[PF](?!说|讲)/u
/** 有些人: who says so means somebody */
const INSINUATED = pattern('^(?:有的人|有些人|某些?人|个别人|某户|有几个人)')
const ACTING = pattern('在|又|了|着|从来|专|净|一直|总是|把|到处|四处|私自|天天|老是|总|经常|往|乱|没拴|被|偷偷|正')

function accused(mask: string, names: readonly string[]): string | null {
  const [name] = names
  if (name !== undefined && name !== '') return name
  return /(隔壁|邻居|对门)(?!们|都|也|全|家?家户户|的?人都)/u.exec(mask)?.[1] ?? null
}
