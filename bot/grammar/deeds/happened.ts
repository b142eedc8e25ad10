import type { ReadDeed } from './clauses.ts'
import { isDone } from './evidence.ts'
import type { Speech } from '../line.ts'
import { pattern } from '../pattern.ts'
import type { Doer } from './subject.ts'

/** Whether a date's words name the running year, which says nothing of the day. */
export const isThisYear = (words: string): boolean => /^今年|^本年/u.test(words)

const OWN = pattern('{self}|屋里|家里|全家')
/** luck and honour of a house: told of one's own house, or of nobody that the bot is asked about */
const OF_A_HOUSE = new Set(['education', 'award', 'military', 'income'])
const OUR_HOUSE = pattern('参加|{self}|屋里|家里|全家|R|娃|崽|孩子|伢子?|闺女|妹子|老人|大儿|小儿|考研上岸|新种|新养|扩种|扩建|带动|带了?Q')
const THEIR_HOUSE = pattern(
  '(?:他|她|人家|别人|谁)家|(?:他|她)们?(?:儿子|女儿|娃|孩子)|P(?:的)?R|F|隔壁|邻居|对门|同学|同事|侄|外甥|亲戚|堂[哥弟姐妹]|表[哥弟姐妹]',
)
/** what is said for the company's sake: the same words are a tale more often than a report */
const MOOD = pattern(
  '死了|气死|出仇|累死|饿死|困死|吵死|睡着|累瘫|累得|累坏|热死|冷死|冻死|笑死|气死|烦死|晒死|腰都|腰酸|腰疼|腿疼|手疼|腿软|难得|太阳打西边|嘿嘿|哈哈|呵呵|唉|哎呀|倒霉|晦气|真香|好看|好吃|舒服|真好|开心|歇会|歇一?下|睡觉|清静|可惜|舍不得|才知道|原来|居然|竟然|没想到|害我|害得',
)

const SOME_DAY = pattern('T|(?:^|_)(?:刚|才)(?![好才刚])|(?:前|这)(?:几|两|些)天|那天|那晚|前阵子?|上回|最近|刚刚')
/** 帮王秀英收谷: who helps somebody named and names nobody else is the speaker */
const HELPS = pattern(
  '(?:^|_)(?:[DT]|(?:前|这)(?:几|两|些)天|天天|每天|一直|都|又|还|去|来)*(?:帮|替|陪|给)(?:着|助|隔壁|邻居|五保户|困难户|瘫痪的|孤寡的|独居的|生病的)*(?:P|R)',
)
/** words of those who do a thing for the village, and say so */
const PURPOSE = pattern(
  '已经|主动|义务|还给|交还|归还|送还|还了人|交到|送到村|支持|配合|给(?:村|学校|灾区|敬老院|组里|集体|大家|大伙|困难)|无偿|免费|自愿|志愿|(?:不|没|没有)(?:要|收)(?:一分)?(?:钱|补偿|报酬)|(?:补偿|钱|报酬)(?:没|不|冇)(?:要|收)|分文(?:不|没)|响应',
)

/** kinds whose words are everyday talk: what has to stand beside them before they are a deed */
const WEAK: Readonly<Record<string, RegExp>> = {
  meeting: /参加|参与|去|来|听|到了|到场|在场|上了|上完|开了|开完|到会|参会|学/u,
  policy_promo: /宣传|发|劝|讲|贴|帮|登记|普查|喊|动员|通知|送|教/u,
  // one's own child's homework is no service to the village
  volunteer: /^(?!.*辅导)|村里|留守|义务|志愿|学生|邻居|隔壁|P|F|孩子们|娃娃们|小孩|小朋友|免费|别人/u,
  income: /我|俺|种了|养了|开了|办了|带|扩|新种|新养|考了|学/u,
  patrol: /去|我|俺|巡|守|值|护林|看山|执勤/u,
  education: /考研|上岸|考上|考取|录取|考进|考起|三好|奖学金|上了/u,
  hazard_report: /上报|告诉|报告|报给|发现|通知|跟村|跟支书|反映|汇报|处理|排查|说了|打电话|喊人|喊了|报了/u,
  award: /评|获|得了|拿了|授|表彰|挂|奖/u,
  military: /参军|入伍|当兵|立功|喜报|训练|拉练|优秀|三等|二等/u,
  donate: /[款钱元块衣书被米物沙砖桌树路桥校村灾裳鞋油]|M|Q|N|水泥|口罩|基金|给/u,
  lost_found: /还|交|送|失主|主人|原主|归/u,
  neighbor_help:
    /P|F|邻居|隔壁|对门|别人|人家|乡亲|他家|她家|路人|过路|司机|困难户|贫困户|我家|俺家|做好事|好人好事|义务|免费|留守|电饭煲|陷|互助/u,
}

/** a danger is seen in one clause and reported in the next */
const TOLD_APART = new Set(['hazard_report', 'lost_found', 'donate'])

const isWeak = (shown: string, { cat, clause }: ReadDeed): boolean => {
  const beside = WEAK[cat ?? '']
  return beside !== undefined && !beside.test(TOLD_APART.has(cat ?? '') ? shown : `${clause.text} ${clause.mask}`)
}

/** 巡河的无人机: the deed only tells which one is meant */
const behind = ({ clause }: ReadDeed): string => {
  const word = clause.deed?.words.at(-1) ?? ''
  return clause.text.slice(clause.text.indexOf(word) + word.length)
}

const MODIFIER = /^的(?!时候|时|那[天日晚]|活|事)[一-龥]/u
/** 捐款名单, 巡逻车: a thing that has its name from the deed */
const COMPOUND = /^(?:名单|箱|车|站|表|费|检查|队(?:的|又|来|走|里|啥|什么|怎么|在哪)|通知|消息|工程|工资|补贴|政策|志愿书|体检|电话)/u

/** 给我家鸡圈换稻草: what one does for the own house helps no neighbour */
const FOR_OURSELVES = /(?:给|帮|替)(?:我|自|咱)(?:家|己)/u

const certain = ({ date }: ReadDeed): boolean => date?.date !== undefined && date.date.future !== true

/** Whether deeds are told as done: by a 了, by a past day, by their amount, or because points are asked for or somebody is praised. */
export function happened(speech: Speech, deeds: readonly ReadDeed[], doer: Doer, tail: boolean): boolean {
  const shown = speech.mask.slice(0, 160)
  if (
    deeds.every(
      ({ cat, clause }) => cat === 'neighbor_help' && (/[帮替给]R/u.test(clause.mask) || (!doer.proxy && FOR_OURSELVES.test(clause.mask))),
    )
  )
    return false
  if (tail || doer.asked) return true
  if (deeds.every((deed) => isWeak(shown, deed)) || doer.named) return false
  const household = deeds.every(({ cat }) => OF_A_HOUSE.has(cat ?? ''))
  const frugal = deeds.every(({ cat }) => cat === 'wedding_simple')
  if (household && (!OUR_HOUSE.test(shown) || THEIR_HOUSE.test(shown))) return false
  if (deeds.every((deed) => COMPOUND.test(behind(deed)))) return false
  if (deeds.every((deed) => MODIFIER.test(behind(deed))) && !OWN.test(shown) && !/I/u.test(shown)) return false
  const measured = deeds.some(({ amount, hours }) => amount !== undefined || hours !== undefined)
  if (deeds.some(({ date }) => /^(?:周|星期|礼拜)/u.test(date?.text ?? '')) && !isDone(shown) && !measured) return false
  if (deeds.some(({ date }) => /^\d{4}$/u.test(date?.date?.past ?? ''))) return false
  const weighty = deeds.some(({ clause }) => (clause.deed?.weight ?? 0) >= 4)
  const evidence = [
    doer.own || doer.proxy || OWN.test(shown) || /^R/u.test(shown) || HELPS.test(shown) || ((frugal || household) && OUR_HOUSE.test(shown)),
    deeds.some((deed) => certain(deed) && !isThisYear(deed.date?.text ?? '')) || SOME_DAY.test(shown),
    weighty && (measured || deeds.some((deed) => certain(deed) && deed.date?.date?.approx !== true)),
    measured,
    isDone(shown) || frugal || (household && /翻番|翻了|增收|就业|带动/u.test(shown)),
    isDone(shown) && deeds.some(({ clause, items }) => items.length > 0 && (clause.deed?.weight ?? 0) >= 5),
    /I/u.test(shown),
    PURPOSE.test(shown),
  ]
  // 扫了 without what was swept is little
  const slight = deeds.every(({ clause }) => clause.deed?.words.includes('了') === true)
  return evidence.filter(Boolean).length >= 2 + (slight || MOOD.test(shown) ? 1 : 0)
}
