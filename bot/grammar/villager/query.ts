import type { Slots } from '../../../models/intent.ts'
import { elsewhere } from '../deeds/evidence.ts'
import type { Speech } from '../line.ts'
import { type Mark, marksIn } from '../marks.ts'
import { deedOf, type Rule, rule, said, type Tools } from '../rule.ts'

const OTHER = `${elsewhere.source}|奖金|工资|[电水气话]费|转账|红包|物业|房租`

/** whom a question is about: somebody named, a relative, or the speaker */
export function subject(speech: Speech): readonly string[] {
  const people = marksIn(speech)
    .filter(({ letter }) => 'PFR'.includes(letter))
    .map(({ person }) => person?.name ?? '')
  return people.length === 0 ? ['self'] : people.slice(0, 1)
}

const first = (speech: Speech, letter: Mark['letter']): Mark | undefined => marksIn(speech).find((mark) => mark.letter === letter)

/** the period a question names: a month, quarter, year, or a single day */
export const periodIn = (speech: Speech): string | undefined => {
  const date = first(speech, 'D')?.date
  return date && (date.period ?? date.past)
}

const group = (speech: Speech): number | undefined => first(speech, 'G')?.quantity?.value

/** 扫路排名: the ranking of one kind of deed */
const OF_A_KIND = /^(?:积分)?([一-龥]{2,6}?)的?(?:积分)?(?:排名|排行|排行榜)(?:榜|表)?$/u

function rankSlots(speech: Speech, tools: Tools): Slots | null {
  const kind = OF_A_KIND.exec(speech.mask)?.[1]
  const cat = kind === undefined ? undefined : tools.deed(kind)?.cat
  if (cat === undefined && !RANKING.test(speech.mask)) return null
  if (/(?:[我俺咱]们|[本这])[组队屯寨](?!合)/u.test(speech.mask)) return said({ who: ['self'], scope: 'group', period: periodIn(speech) })
  if (cat !== undefined && marksIn(speech).length === 0) return { scope: 'village', cat }
  const groupNumber = group(speech)
  const top = /第一|榜首|状元|冠军|头名|头一|打头|领头|最(?:多|高)/u.test(speech.mask) ? 1 : topNumber(speech)
  const own = /(?:我|俺|咱|自)[^,]{0,6}(?:第几|排|名次|几名|排名)|排(?:第)?几/u.test(speech.mask) && !/谁/u.test(speech.mask)
  const people = marksIn(speech)
    .filter(({ letter }) => 'PFR'.includes(letter))
    .map(({ person }) => person?.name ?? '')
  const self = /我|俺|咱/u.test(speech.mask)
  const compare = people.length > 0 && (self || people.length > 1) && /谁|高|多|比|哪|过/u.test(speech.mask)
  if (compare) return { who: [...(self ? ['self'] : []), ...people], scope: 'compare' }
  const bottom = /倒数|垫底|最后|最少|最低/u.test(speech.mask)
  return said({
    who: people.length === 0 && own ? ['self'] : named(people),
    scope: scopeOf(groupNumber, own && !/全村|村里/u.test(speech.mask)),
    group_no: groupNumber,
    top: top > 0 ? top : undefined,
    period: periodIn(speech),
    kind: bottom ? 'bottom' : undefined,
  })
}

const named = (people: readonly string[]): readonly string[] | undefined => (people.length === 0 ? undefined : people)

function scopeOf(groupNumber: number | undefined, own: boolean): string {
  if (groupNumber !== undefined) return 'group'
  return own ? 'own' : 'village'
}

function topNumber(speech: Speech): number {
  const hit = /(?:前|头)([一二三四五六七八九十]{1,3}|\d{1,3})(?:名|位|户|家|$)?/u.exec(speech.text)
  const word = hit?.[1]
  if (word === undefined) return 0
  if (/^\d/u.test(word)) return Number(word)
  const tens: Readonly<Record<string, number>> = {
    一: 1,
    二: 2,
    三: 3,
    四: 4,
    五: 5,
    六: 6,
    七: 7,
    八: 8,
    九: 9,
    十: 10,
    二十: 20,
    三十: 30,
    五十: 50,
  }
  return tens[word] ?? 0
}

const number = (mark: Mark | undefined): string | undefined => (mark?.number === undefined ? undefined : `#${mark.number}`)

function statusSlots(speech: Speech): Slots {
  const mark = first(speech, 'C') ?? first(speech, 'N')
  const date = first(speech, 'D')?.date
  return said({
    who: number(mark) === undefined || /我的?[CN]/u.test(speech.mask) ? subject(speech) : undefined,
    target: number(mark) ?? speech.card?.target ?? undefined,
    date: date?.past,
    ...(date?.approx ? { date_approx: true } : {}),
  })
}

/** a ranking is wanted, not spoken of */
const RANKING =
  /^(?:[我俺咱]们?家?的?|[我俺咱]们[组队屯寨]的?|[本这][组队屯寨]的?|村里的?|全村的?|本村的?|[DG]的?)*(?:积分)?(?:排名|排行|名次|积分榜|光荣榜|榜单|(?:前|头)[一二三四五六七八九十N])|谁|哪|几|多少|看|查|晒|列|发|亮|贴|公布|问|高|排过|比过|超过|[?？]|吗|不$|呢$|没$|倒数|来一?[份下]/u

/** Questions about points, reports and ranking. */
export const queryRules: readonly Rule[] = [
  rule(
    'status by number',
    'query_status',
    '^[CN](?:号)?(?:那条|这条|的|那个|这个)*(?: )?(?:是|到底)*(?:怎么|咋)(?:回事|个情况)$|^(?:C|N)(?:号)?(?:那条|的)?(?:有|出)(?:没有)?(?:结果|下文|消息|动静|回音|答复)~(?:没|吗|不|了没|$)|^(?:查|看|查一?下)?进度 (?:C|N)(?:号)?$|^(?:C|N)(?:号)?(?:的)?(?:那条|这条)?~(?:没审|没批|没人审|没动静|没消息|没下文|没结果)|^(?:C|N)(?:号)?(?:的)?(?:那条|这条)?(?:过|批|审|通过|审核)(?:了|过|完|好|下来|出来)*(?:没得|没有|没|冇|吗|不)$|^(?:我的?|我报的|我那个?)? ?C ?(?:批|审|过)(?:下来|好|完)?了?(?:没得|没有|没|冇)|(?:C|N) ?(?:号)?(?:的)?(?:那条|这条)? ?~(?:审到|到哪|哪一步|进度|审了|批了|审完|什么情况|啥情况|怎么样|咋样|过了没|通过了没|状态|审核得|批没批|审没审|处理)',
    (_, speech) => statusSlots(speech),
    { unless: '^P' },
  ),
  rule(
    'status',
    'query_status',
    '(?:报|申报|申请|提交|交)(?:的|上去的)~(?:什么时候|啥时候|几时|哪天|多久|多会儿?)(?:能|才|会|可以)*(?:批|审|过|通过|入账|下来|有结果|出结果|到账)|(?:报|申请|申报|提交|交)(?:的|上去的)(?:那个|那条|那份|事)?~(?:好|成)了?(?:没有|没|吗)|(?:报|申报|申请|提交|交|登记|申诉|异议|建议|反映)~(?:批|审|过|通过|登|处理|受理|记|入账|加|审核|审批|下来|结果|回复|答复)~(?:没|吗|没有|不|了没|咋样|怎么样|如何|到哪|[?？])|(?:报|申报|提交|申诉|异议)(?:的)?~(?:咋样了?|怎么样了?|啥情况|什么情况|到哪)|(?:报|申报|申请|提交|异议|建议|那个|那条|上回|D)~(?:还没|{why}|一直没|老没|总没)~(?:消息|动静|批|审|下来|通过|结果|回音|音信|音讯|下文|回信|回复|入账|着落|反应|到账|加上|信(?:$|儿|_)|声响|响动|说法)|(?:报|申报|那个|那条|上回|上次|D)~(?:的)?(?:审|批|办)(?:得|到)(?:咋样|怎么样|怎样|如何|什么样|哪)|(?:报|申报|申请|提交|交|登记|申诉|异议)~有(?:没有)?~(?:下文|结果|消息|回音|动静|着落)~(?:没|吗|不|[?？]|$)|(?:审到|到)哪(?:一步|步|里)了|(?:那个|那条|D|上次)~(?:批|审|通过)~(?:了没|没|没有|没得|冇|吗)$|(?:报|申报|申请|提交|交|登记|申诉|异议)~(?:有没有|有|没)(?:得)?人(?:审|管|看|处理|理)|审核进度|^进度$|(?:查|看)~(?:审核|申报|进度|状态)|^(?:我的?|我报的?|我那个|那个)?(?:批|审)(?:(?:下来|完|过|好)?了|下来|完|好)(?:没得|没有|没|冇|吗)',
    (_, speech, tools) => said({ ...statusSlots(speech), cat: deedOf(speech, tools)?.cat }),
    {
      unless: `${OTHER}|^报名|好几次|多少次|没用|快递|工资|贷款|低保|谁|宅基地|建房|银行|平台|学校|单位|公司|方案|规划|预算|议案|政策|文件|考试|手术|体检|县里|镇里|上面|省里|大家|补贴|身份证|房子|狗|检疫|护照|签证|假条|粮补|养老|补助|贫困|残疾|危房|低保`,
    },
  ),
  rule(
    'history',
    'query_history',
    '^(?:D|{self}|家)*(?:有没有|是不是)?(?:被)?(?:扣|减|加)(?:过|了)(?:积)?分(?:没有|没|吗|么|不)$|^(?:啥时候|什么时候|哪天|几时|为啥|因为啥)(?:给|跟)?{self}(?:家)?(?:加|扣|记|算)(?:了|的)(?:那|这)?S|^{self}(?:家)?(?:的)?{points}{why}(?:变|又|突然|一下)*(?:少|降|低|没|掉|减)|^(?:{self}的?)?(?:积分)?(?:明细|流水|记录)(?:给|发|让)(?:我)?(?:看|瞧|来|发|一?份)(?:一?下|看|一?份|瞧|一?眼)*$|^(?:{please}{look}?)?{self}?(?:的)?(?:积分|加分|得分|D的?|{points})?(?:D的?)?(?:明细|流水|账单|积分记录|加分记录|扣分记录|记录|对账单|清单明细|得分情况|加分情况|积分情况|得分)(?:{look})?$|^明细 ?(?:D|P|R)?$|(?:D|{self}|P|R)~(?:积分|分|账)?(?:的)?(?:明细|流水|加分记录|积分记录)|(?:S|{points}|N)(?:都|又|到底|究竟|是不是)?(?:是|算)?(?:咋|怎么|啥时候|什么时候|几时|哪天|几号|从哪|打哪|哪(?:件|个|回|次|桩)?|(?:凭|因为|因|靠|做|干|搞|为)(?:了)?(?:{what}|哪桩)|{what})(?:事情|事|活|名堂|原因)?(?:样|里|儿)?(?:来|得|加|给|扣|得来|弄|算|有|少|没|记)|{why}(?:要|会)?(?:给|把|又|就)?{self}?(?:家)?(?:扣|加|减|少|只有|多|才)(?:了|给)?(?:{self})?(?:家)?(?:S|{points}|N|这么|那么)|S{why}(?:就|又)?(?:变|成|剩)(?:成|得|了)?S|(?:加|扣|得|记)(?:了|过)(?:哪些|哪几(?:笔|次|条|回)|{much}(?:次|回)|几次|些啥|几回|啥子|什么)(?:分|积分)?|(?:哪些|几次|啥|什么)~(?:加|得|扣)(?:的|过|了)分|分(?:都)?(?:是)?(?:哪来|从哪来|咋来|怎么来)|(?:S|N分)(?:都)?(?:是)?(?:怎么|咋|啥|什么)回事|(?:得|加|扣|拿|记|减)(?:的|了|我)(?:我)?(?:的)?(?:这|那)?(?:S|{points}|N分)(?:都|又)?(?:是)?(?:啥|什么|哪些|因|为|怎么|咋|哪)',
    (_, speech) => history(speech),
    { unless: OTHER },
  ),
  rule(
    'rank',
    'query_rank',
    '(?:[咱我]们?[组队屯寨])(?:跟|和|同|与|比)G~(?:哪个|哪组|谁)?(?:{points})?(?:高|多|强|厉害)|(?:排名|排行|排行榜|名次|积分榜|光荣榜|龙虎榜|(?:晒|看|列|查|发|报|亮|贴|排|公布)~(?:前|头)(?:[一二三四五六七八九十]{1,3}|N|几)(?:名|位|户|家)|(?:前|头)(?:[二三四五六七八九十]{1,3}|N|几)(?:名|位|户|家)?(?:的)?(?:都)?(?:有|是)?(?:哪些|谁|哪几|哪|$|~晒|发(?:一?下|出来|来看)|~看|列|出来|亮)|第几名|排第几|排(?:第)?(?:几|多少)|排几|排老几|第几|倒数|垫底|榜单|榜首)(?!的(?:菜|歌|队)|~(?:球|联赛|世界杯))|(?:G|全村|村里|咱村|本村)~(?:头名|头Q|头名状元|打头|领头)(?:是)?~(?:谁|哪|$)|(?:G|全村|村里|咱村|本村)~(?:谁|哪家|哪户|哪个)~(?:头名|头Q|打头|领头)|(?:全村|村里|咱村|本村|G)(?:的)?头Q~(?:哪|谁|看|晒|列|亮)|{self}~(?:能不能|能|可以)?(?:排|超|赶|比)(?:得|不)?过(?:P|F)(?=~(?:分|名|不|吗|没|$))|(?:G|[咱我俺]们?[组队屯寨]|全村|村里|咱村|本村|D|这个月|哪家|谁家?|哪个|哪户|哪个组|哪组)~(?:第一|{points}最(?:多|高)|最高|{points}(?:高|多)|最多)|(?:咱|我们|全|本)?村(?:里)?(?:的)?第一(?:名)?(?:是)?(?:谁|哪)|第一名(?:是)?(?:谁|哪)|(?:{self}|P|F)(?:家)?(?:和|跟|同|与|比)(?:P|F|{self})(?:家)?~(?:谁|哪个|哪家)?(?:{points})?(?:高|多|厉害)',
    (_, speech, tools) => rankSlots(speech, tools),
    {
      unless: `${OTHER}|县里|全县|全省|全国|世界|高校|大学|票房|热搜|看病|挂号|几号了|第一的(?!是)|不分先后|乡第|价格|靠后|靠前|前几(?:天|日|个|年|次|回|周|月|晚)|名出来|榜出来|发一?下?排名|公布|村第一(?!名)|国倒数|歌|天下|排队|挂号|疫苗|体检|核酸|取号|打针|孩子|娃|崽|考了|考第|有(?:啥|什么)用|没用|^(?:你|他|她)(?:们)?(?:排|第)|第一(?:书记|次|天|时间|回|个|批|名书记)|广告`,
    },
  ),
  rule(
    'balance',
    'query_balance',
    '(?:帮|替|给)(?:我|俺)?(?:R|P|F)(?:家)?{look}(?:一下|下)?(?:他|她)?(?:的)?(?:{points}|{much}{points})|^(?:{please}{look})(?:{self})?(?:的|家的|家)?(?:D的?)?(?:{points}|余额)(?:余额|情况|有{much})?$|^{self}(?:这里|这儿|这|家)?(?:有|还有|剩|还剩|得|攒|共|总共|一共|都|现在|目前|到底)*{much}(?:个)?{points}|^(?:R|P|F)(?:家)?(?:现在|目前|一共|总共|还)?(?:有|剩)(?:了)?{much}(?:个)?{points}|^(?:查分|查积分|我的积分|积分|积分查询|余额|查余额|分数|我的分|积分余额|我要查分|{self}的?{points})$|^(?:查分|查积分|查询一下|查询|查看|查下|查|查一下|看看|看一下|看下|问下|问一下) ?(?:P|R|F|{self}){1,2}(?:家)?(?:的)?(?:{points})?$|(?:{self}|P|R|F)(?:家)?(?:的)?~(?:还)?(?:有|剩|是|攒|积|得|拿|存|到底)?(?:了|下|着|到|得)?(?:{much})(?:个)?{points}|{points}(?:还)?(?:有|剩|余|是|攒)(?:了|下)?(?:{much})|(?:有|剩|攒了?|得了|还有)(?:{much}){points}|(?:账|本|存折|卡|户头|名下)(?:上|里|子上)?(?:还)?(?:有|剩)?(?:{much})(?:{points}|$|了)|{much}{points}了$|{points}{much}了?(?:{self})?$|(?:P|F|R)(?:家)?(?:{much}){points}|^(?:R|P|F|{self})+(?:家)?的?(?:那个)?{points}(?:给我|给俺)?(?:看|查|报)(?:一?下|看|哈|一哈|下)?$|(?:有|剩|余)(?:了|下)?(?:{much})(?:个)?{points}?(?:能|可|好|够|用来|拿来|来)?(?:以)?(?:兑|换|用)(?:换)?(?:东西|货)?(?:的)?{points}?$|(?:能|可)(?:以)?(?:兑|换|用)的(?:{points})(?:{self})?(?:还)?(?:有|剩)~{much}|^{points}{look}(?:一?[下哈]|哈|一)?$|(?:{self}|R|家里)(?:还)?有{much}{points}(?:可以|能|好)(?:换|兑|用)|家里~{much}(?:个)?{points}|^(?:{self})?(?:R|P|F)(?:家|那户|户头|那本)?的?{points}{look}(?:一?[下哈])?$|^(?:{self})?屋?(?:R|P|F)(?:家)?的?{points}(?:给我|帮我|让我)?{look}(?:一?[下哈])?$',
    (_, speech) =>
      said({ who: subject(speech), kind: /换|兑|能用|可用/u.test(speech.mask) ? 'redeemable' : undefined, period: periodIn(speech) }),
    {
      unless: `${OTHER}|(?:给|加|扣|得|算|值|换|捐|补|要|能加|记|打)(?:我|他)?(?:{much})(?:个)?{points}|(?:需|要)(?:{much}){points}|扣了?{much}|{much}分(?:地|钟|钱)`,
    },
  ),
  rule(
    'help',
    'help',
    '^(?:你)?(?:怎么用(?:这个|你们|这)?(?:积分|管家|机器人)|帮助|help|菜单|使用说明|说明书|怎么用|咋用|咋个用|怎么玩|功能|指令|命令|用法|操作说明|使用方法|你?会干啥|你会做什么|你能干啥|你能做什么|你会啥|你能干什么|你有什么功能|你有啥用|你是谁|你是干啥的|你是干什么的|这个怎么用|这个咋用|怎么操作|咋操作|(?:这个|这)(?:怎么|咋|咋个)(?:弄|搞|玩|操作)|(?:怎么|咋|咋个|如何)(?:报分|报积分|申报积分|登记积分|参加积分)|你(?:都|到底)?(?:有|会)(?:些|哪些|什么|啥)*(?:功能|本事|能耐|用处|用场|作用|花样)|你是(?:做|干|搞)(?:什么|啥)(?:用|事|活)?的|你能做些(?:啥|什么)|你(?:的|有)?(?:啥|什么|哪些)(?:用|用处|用场)|你(?:都|到底|还)?(?:能|会|可以|懂)(?:干|做|帮)?(?:些|点|个)?(?:啥|什么|哪些)|怎么个(?:用法|玩法|搞法|弄法)|积分怎么个用法|教(?:我|下我|一下我|教我)?(?:怎么|咋|咋个|如何)(?:用|报|申报|弄|兑|换|参加)|不会用|怎么申报|咋报|怎么报|教教我|教我用|有什么功能|能干嘛|(?:这个|这|积分)?(?:怎么|咋|咋个)用(?:啊|呀|的)?(?:这个|这|你)?|你能帮我干啥|你是干嘛的|你是做啥子?的|(?:能|会|可以)帮我(?:干|做)(?:点|些)?(?:啥子?|什么|嘛|么子)|你(?:都|到底|还)?(?:能|会|可以)(?:帮我|帮我们|为我们)?(?:干|做|帮)(?:些|点|个)?(?:啥|什么|嘛|么子)(?:事|活|呢)?)(?:$|_)|(?:怎么|咋|咋个|啷个|如何)(?:用|使|操作|弄)(?:你|这个(?:机器人|管家)|机器人)|(?:机器人|管家)(?:怎么|咋|咋个)(?:用|弄)',
    () => ({}),
    { unless: '^你(?:会|是|能|有)[^,?]{0,6}[,!](?!教|讲|说|告诉|介绍).' },
  ),
]

function history(speech: Speech): Slots {
  const points = first(speech, 'S')?.quantity?.value ?? undefined
  const deducted = /扣|减|少/u.test(speech.mask)
  return said({
    who: subject(speech),
    points: deducted && points !== undefined ? -points : points,
    kind: deducted && /为|咋|怎么|凭|因/u.test(speech.mask) ? 'deduction_reason' : undefined,
    period: periodIn(speech),
  })
}
