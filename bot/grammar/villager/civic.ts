import type { Slots } from '../../../models/intent.ts'
import { elsewhere } from '../deeds/evidence.ts'
import type { Speech } from '../line.ts'
import { marksIn, wordsIn } from '../marks.ts'
import { pattern } from '../pattern.ts'
import { deedOf, type Rule, rule, said, type Tools } from '../rule.ts'

/** what a village calls its people to */
const ACTIVITY =
  '大扫除|扫除|清河道|清河|植树|种树|栽树|活动|包饺子|包粽子|打糍粑|义诊|义剪|演练|劳动|志愿|扫雪|清沟|清渠|修路|修渠|护林|巡逻|巡河|捡垃圾|培训|讲座|演出|慰问|宣讲|义务工|出工|卫生日|清洁日|洁净日|村晚|帮厨|党日|运动会'

const people = (speech: Speech, letters = 'PFR'): readonly string[] =>
  marksIn(speech)
    .filter(({ letter }) => letters.includes(letter))
    .map(({ person }) => person?.name ?? '')

const ballot = (speech: Speech): Slots => {
  const proxy = /代|替|帮/u.test(speech.mask) && people(speech).length > 0
  return said({ who: proxy ? people(speech).slice(0, 1) : undefined, choice: choiceOf(speech.mask), proxy: proxy ? true : undefined })
}

function choiceOf(mask: string): string {
  if (/弃权|都行|无所谓|随便/u.test(mask)) return 'abstain'
  return /反对|不同意|不赞成|不支持|不投赞成|否决/u.test(mask) ? 'against' : 'for'
}

const nextDay = (speech: Speech): string | undefined => marksIn(speech).find(({ letter }) => letter === 'D')?.date?.next

/** the activity of a sign-up: what stands between its day and the words of joining */
function activityIn(speech: Speech): string | undefined {
  const plain = speech.text.replace(/^(?:我|俺|给我|帮我)?(?:要|想)?(?:报名|报个名|参加)(?:参加)?[ ,:]*/u, '')
  const without = [...speech.marks.values()]
    .filter(({ letter }) => 'DTPRFQ'.includes(letter))
    .reduce((text, mark) => text.replace(mark.text, ''), plain)
  const word =
    /(?:的|那个|那场|这个)?([一-龥]{2,8}?)(?:的|活动)?(?:算(?:我|俺)|我(?:报名|参加|去|来|也|要)|俺|报名|加我|带我|去不了|来不了|不去|有事|取消|记我|我家|名字|[ ,。]|$)/u.exec(
      without.replace(/^[的 ,]+/u, ''),
    )?.[1]
  return word === undefined || /^(?:参加|报名|我也)/u.test(word) ? undefined : word
}

/** 算我一个 under a neighbour's line joins what that line calls to; a meal is none of the bot's business */
const CALLED = new RegExp(`${ACTIVITY}|报名|接龙|积分|开会|公益|义务`, 'u')

function signup(speech: Speech): Slots | null {
  const day = marksIn(speech).find(({ letter }) => letter === 'D')?.date
  if (day && day.past === day.next && day.past < speech.today) return null
  if (speech.card?.byBot === false && !CALLED.test(speech.card.text)) return null
  const others = /(?:帮|替|给|代)(?:P|R)|(?<![和跟同与带])[PR](?:也|要|想)*(?:报名|参加)/u.test(speech.mask)
    ? people(speech).slice(0, 1)
    : []
  const count = marksIn(speech).find(({ quantity }) => /^[人个]$/u.test(quantity?.unit ?? ''))?.quantity?.value
  return said({
    who: others.length > 0 ? others : ['self', ...companions(speech)],
    activity: activityIn(speech),
    date: nextDay(speech),
    people: count,
  })
}

/** 我跟我妈都报名: who comes along with the speaker */
const ALONG = pattern(
  `(?:^|D|_|${ACTIVITY})(?:的)?(?:活动)?{self}(?:和|跟|同|与|带)(?:我)?(?:家)?[RP](?:也|都|一起|两个|要|想|去|来|_)*(?:报|参加|去|来)`,
)
const companions = (speech: Speech): readonly string[] => (ALONG.test(speech.mask) ? people(speech, 'RP').slice(0, 1) : [])

const order = (speech: Speech): string | undefined =>
  /(?:那个|这个|C|N)?(?:的)?([一-龥]{2,4}?)(?:的|那个)?(?:单子|单|任务|活)/u.exec(speech.text)?.[1]?.replace(/^(?:那个|这个|号|的)+/u, '')

const NEED = /帮(?:我|俺|忙|R|我妈|我家)*([一-龥]{1,10})/u

/** a suggestion is for the bot when it speaks of points, of the rules, or of a deed */
function suggested(speech: Speech, tools: Tools): Slots | null {
  const cat = deedOf(speech, tools)?.cat
  if (
    cat === undefined &&
    !/^(?:我)?(?:建议|提议)[ :]/u.test(speech.mask) &&
    !/积分|分|S|加|扣|评议|公示|超市|办法|兑|项目|奖|村里|村规|提(?:个|点|一个)/u.test(speech.mask)
  )
    return null
  return said({ cat, points: marksIn(speech).find(({ letter }) => letter === 'S')?.quantity?.value })
}

const tasks = (speech: Speech): string | undefined => {
  const mark = marksIn(speech).find(({ letter }) => letter === 'C' || letter === 'N')
  return mark?.number === undefined ? undefined : `#${mark.number}`
}

/** Votes, suggestions, sign-ups, help among neighbours, binding and privacy. */
export const civicRules: readonly Rule[] = [
  rule(
    'vote',
    'vote',
    '^(?:(?:这一?票|这次)?(?:(?:{self}|R|P)(?:这一?票|这边)?)*(?:要)?{asks}?(?:我)?(?:代|替|帮)?(?:我)?(?:他|她|R|P)?(?:家)?(?:投|选)(?:了|个|一票)?(?:同意|赞成|反对|弃权|不同意|支持|否决)(?:一?票)?|(?:这次)?(?:投票|表决) ?{self}(?:就|先)?(?:投)?(?:同意|赞成|反对|弃权)(?:票|算了|吧)*|{self}(?:和|跟|同|与)(?:我)?R(?:都|一起|也)?(?:投|选)(?:同意|赞成|反对|弃权)(?:票)?|(?:这事|这个|这件事|这方案|这个方案){self}(?:都|坚决)?(?:反对|赞成|同意|弃权|不同意)|{self}不(?:参加|参与)?(?:投票|表决)[ ,]弃权|{self}(?:不)?(?:赞成|同意|支持|反对)_投(?:赞成|反对|弃权|同意)票?|(?:同意|赞成|反对|弃权){2,4}|(?:同意|反对|赞成|弃权)票(?:一张|Q)?|(?:我|俺|我家|俺家|俺们家|我们家|咱家|我户|我们户)?(?:赞成|反对|弃权|投弃权|投赞成票|投反对票|表示赞成|举手赞成|不赞成)(?:票)?|(?:我|俺|我家|我们家|我户|咱家)(?:表示|举手)?(?:同意|不同意|支持|反对|赞成)(?:票|这个方案|方案|这个办法)?|(?:赞成|反对|弃权|同意|不同意|支持|不支持)(?:这个|该|这)(?:方案|办法|提案|议案))$|(?:R|P){asks}(?:我)~(?:投|选)(?:同意|赞成|反对|弃权)|_(?:我|俺|我家|俺家|我们家|咱家)投(?:了)?(?:同意|赞成|反对|弃权)(?:一?票)?$',
    (_, speech) => (speech.card !== null && !speech.card.byBot ? null : ballot(speech)),
    { roles: ['villager', 'reviewer', 'cadre'], unless: elsewhere.source },
  ),
  rule(
    'suggest',
    'suggest',
    '(?:能不能|可不可以|希望|最好|建议)~(?:超市|兑换点)~(?:多|进|增|加|开|延)|^(?:希望|提议|倡议|提醒村里|盼着)~(?:积分|分|加分|扣分|评议|公示|超市|列入|纳入|算上)|^(?:我|俺)?(?:有个|提个|提一?个|提点|想提个|给个)?(?:小)?(?:建议|提议|倡议)(?: |把|给|加|增|捡|扫|让|村|以后|大家|每|积|对|可|能|是|在|多|少|将|下|搞|办|扣|设|[一-龥])|(?:提|有)(?:个|一个|点|条)?(?:意见|建议|想法)|(?:能不能|可不可以|要不|可以|应该)(?:把|给|让|考虑)?~(?:也)?(?:算|(?<!参)加|列入|纳入|记|给|增加|设)(?:个|点|上|到|成|进|为)?(?:积分|分|加分|项)',
    (_, speech, tools) => suggested(speech, tools),
    {
      unless: `${elsewhere.source}|P|哪些|啥|什么|哪样|么子|早点|出门|多穿|带伞|给他|给她|建议(?:你|您|他|她|妳)(?!们)|医生建议|专家建议|建议零售`,
    },
  ),
  rule(
    'cancel a sign-up',
    'cancel_signup',
    `(?:去不了|来不了|不去了|不来了|参加不了|不参加了|退出|有事|取消|划掉|去不成|来不成)~(?:报名|名字|划掉|取消|退|别算|除名|删)|(?:取消|撤销|退掉|退)(?:我)?(?:的)?(?:报名|名额)|^不报名了|(?:名字|名额)(?:给我|帮我)?(?:去掉|划掉|删掉|取消)|(?:报名|报了名|名单|接龙|${ACTIVITY})~(?:去不了|来不了|不去了|不来了|不参加了|退出|取消|划掉|去不成|来不成|参加不了|去不得)|(?:别|不|莫)(?:算|要算)我(?:了)?`,
    (_, speech) =>
      said({
        who: /(?:帮|替)(?:P|R)|^(?:P|R)/u.test(speech.mask) ? people(speech).slice(0, 1) : ['self'],
        activity: activityIn(speech),
        date: nextDay(speech),
      }),
    { unless: '[?？]|吗|酒席|吃饭|旅游|合作医疗|信息|资料|积分制|积分我|^活动取消' },
  ),
  rule(
    'sign up',
    'signup',
    `(?:^|D|T|P|R|我|俺|家|要|想|帮|替|给|_|的)(?:也|都|来|两个|俩|Q)?(?:报名|报个名|报上名|报上个名|报一?个名)(?!费|表|点|时间|了没|的人|截止|吗)|(?:算|加|带|添|记|写)(?:上)?(?:我|俺|R|P)(?:家)?(?:一个|一份|Q|俩|两个|上|们(?:[QN]|$|_|[一-龥]$))|(?:${ACTIVITY})报名(?:$|_)|(?:D|${ACTIVITY})(?:的)?(?:[一-龥]{1,4})?我(?:家)?(?:也|要|想|来)?报(?:一个|Q|个名|上一?个)$|(?:${ACTIVITY})~(?:给|帮|把)我(?:家)?(?:记|算|添|登|写|加|留)(?:上|个名)?(?:Q|一个|一份|名字?|上)?$|(?:D|${ACTIVITY})~(?:我|俺|我家)(?:参加|去|来|也去|也参加|报|能去|可以去|要去)$|(?:${ACTIVITY})(?:我|俺)(?:和|跟|同|带)(?:我|俺)?(?:家)?(?:R|P)(?:都|也|一起|要)*(?:去|参加|来|报名)(?:$|_报)|D(?:的)?(?:${ACTIVITY})(?:我|俺)?报(?:个)?名$|(?:${ACTIVITY})~(?:我家|我们家|俺家|{self})(?:也)?(?:去|来|出|报)(?:Q|[一二两俩三四五六七八九十]|N)|(?:${ACTIVITY})~(?:算|带|加|叫|喊|添)(?:上)?(?:我|俺)(?:家)?(?:$|和|跟)|(?:我|俺|R|P)(?:要|想|也|都|愿意|家|报名)*参加(?:D|T|的|这次)*(?:的)?~(?:${ACTIVITY})(?:活动)?$`,
    (_, speech) => signup(speech),
    {
      unless: `[?？]|吗|谁|孩子|娃|班|驾校|考试|补习|旅游|保险|医保|合作医疗|了没|过|学校|大学|吃饭|火锅|一桌|麻将|打牌|斗地主|开黑|拼单|团购|快递|喝酒|昨|前天|记(?:到|在|给)?(?:我|俺|咱)(?:们)?(?:家|户)|算(?:到|在)?(?:我|俺|咱)(?:们)?(?:家|户)的|招工|卖|M|便宜|月薪|工资|找我|联系|打球|篮球|足球|赶集|赶场|县城|逛|玩|车去|不带我|要的报|鸡苗|年发|那年|老支书|进厂|上分|加我微信|好友|群|参加了|加分不|不$|^(?:我|俺|我家)?(?:也)?报名了$`,
    },
  ),
  rule(
    'order done',
    'complete_order',
    '(?:做好|弄好|办好|做完|修好|送到)了~单子?~(?:结|销)|(?:送|买|修|帮|代|接|陪)[^,]{1,6}的单子?(?:已经|都|也)?(?:跑|送|做|办|干)(?:完|好|到)了|(?:单子|单|任务|C|N号|N|订单|那单|这单|活)~(?:做完|完成|送到|办完|搞定|送完|弄好|办好|干完|结束|已送|修好|办妥|送去|做好|接完|送过去|已经送|完工|了结)|(?:送到|做完|办完|搞定|送完|弄好|修好)(?:了)?~(?:(?<![名清菜账订])单|任务)|(?:药|菜|饭|化肥|柴|米|东西|油)(?:已经|都|给)?(?:P|R|F|老人|阿婆)*(?:家)?(?:已经)?(?:送到|买好|拿到|拉到|送过去|拉上去|搬好)(?:了)?~(?:单|任务|确认|签收|销单)',
    (_, speech) => said({ who: ['self'], target: tasks(speech), order: order(speech) }),
    { unless: '[?？]|吗|快递|外卖|没|作业|排单|收工|下班|生意|^任务完成' },
  ),
  rule(
    'take an order',
    'accept_order',
    '(?:单子|那单|这单|任务)(?:我|就我)(?:来)?(?:包|揽|顶|认|领|做|干)(?:了|下)|(?:单子|那单|这单|任务)(?:就)?(?:给|交给|派给|归)(?:我|俺)(?:吧|了)?$|(?:单子|单|任务|活|C|N号?)~(?:我|俺)(?:来)?(?:接|去|来|可以|做|干|送|办|领)(?:了|吧|单)?|(?:我|俺)(?:来)?(?:接|领|认领|抢)(?:了)?(?:这|那|C|N|号)?(?:个|一)?(?:单|任务|活|C|N)|^(?:接单|抢单|我接|我接了|认领)(?: (?:C|N)|$|_)|(?:我|俺)来(?:接)?(?:这|那)(?:个)?单',
    (_, speech) => said({ who: ['self'], target: tasks(speech), order: order(speech) }),
    { unless: '[?？]|吗|快递(?!那|的单|这)|外卖|滴滴|接孩子|接娃|接电话|接人|工程|生意|厂' },
  ),
  rule(
    'ask for help',
    'request_help',
    '(?:有没有人|有人|谁|哪个|哪位)(?:能|可以|来|有空)*(?:给我|帮我)?(?:搭把手|搭个手|搭下手|帮把手|帮个手)|(?:谁|哪个|哪位)(?:会|能|懂|有)[^,?]{1,8}(?:的|空)?(?:来|过来)帮(?:个|下|一下|我)?(?:忙|我)|(?:谁|哪个|哪位)(?:D|T|家|会)*(?:有车|有空|得空|顺路|去镇上|去县里|进城)~(?:带|载|送|拉|捎|接)(?:下|一下|个)?(?:我|俺|R|P)|谁会?[一-龥]{1,4}~帮(?:个|帮)?忙|(?:想|需要|要|求|^找|^请|_找|_请)(?:求|找|请|叫|喊)?(?:个|一个|几个|两个|三个|Q)?(?:人|志愿者|帮手|师傅|好心人)~(?:帮|来|给)|(?:谁|哪个|哪位|哪家|有没有人|有人)(?:能|可以|有空|得空|得闲|方便|愿意|有时间|顺路|顺便|有车|会|在家|D|T|的|_)*(?:来|过来)?(?:帮|替|给)(?:我|俺|忙|我家|我妈|R|P|一下)~(?:下|把|砍|剪|煮|做|扯|摘|晒|写|装|搬|拉|送|买|拿|修|带|看|抬|收|挑|劈|换|接|照|打|扛|运|取|陪|割|锄|犁|背|捎|装|卸|通|扶|喂|弄|清|扫|洗)|(?:求助|求帮忙|需要帮忙|请求帮助|微心愿|点单)(?: |:|$|[一-龥])~(?:帮|搬|拉|送|买|修|照|抬|挑|劈|接|打|扛|运|取|陪|收|人|志愿)|{self}(?:腿|手|腰|身体|年纪|一个人|眼睛)~(?:不便|疼|痛|不好|大了|摔|断|瘸|扛不动|搬不动|干不动|看不见)~(?:帮|求|谁|想)',
    (_, speech) => {
      const quantity = marksIn(speech).find(
        ({ letter, quantity: found }) => letter === 'Q' && found?.kind === 'unit' && !/^[个人]$/u.test(found.unit),
      )?.quantity
      const near = people(speech)
      return said({
        beneficiary: near[0] ?? 'self',
        need: NEED.exec(speech.text)?.[1],
        qty: quantity?.value,
        unit: quantity?.unit,
        date: nextDay(speech),
      })
    },
    {
      unless: `赶集|[带捎]我一?(?:段|程|脚)|打牌|麻将|三缺一|喝酒|砍一?刀|投票|投个票|点赞|转发|助力|拼多多|充值|流量|作业|电话号|微信号|代购|点一?下|链接|${elsewhere.source}|有人帮我~(?:多好|就好)|顶(?:一?下)?班|代班|要是|该多好|就好(?:了|$)|(?:看|瞧|瞅|问|查)(?:一?[下眼看哈]|看)?[^,]{0,8}(?:了没|没有|没|不|了吗)$`,
    },
  ),
  rule(
    'split household',
    'bind',
    '(?:跟|和|与)(?:我)?(?:R|P|老人|爹妈|爹娘|爸妈|父母|兄弟|弟兄|家里)(?:家|们|他们)?(?:已经|都|就|要|刚)*(?:分家|分户|分了家|分了户|分灶|分开单过|分出来)|另起炉灶(?=~(?:户|积分|分开|各算))|(?:R|给他|给她|我)~(?:单独|另外?)(?:立|开|起)(?:个|一个)?户|{self}~(?:分家|分户|分灶|分开过|分开单过|另过|单过)(?:了)?~(?:各|分开|另|单独)(?:是|算|记|管|过|归)|(?:我|俺|咱|我们|我家|俺家|家里)(?:们)?(?:要|想|已经|现在)?(?:家)?(?:跟|和|与)?(?:R|P|他们|我|老人|爹妈|爹娘|爸妈|父母|兄弟)?(?:要|想)?(?:分家|分户|分了家|分了户|另立门户|单立户|单独立户|单独一户|分开算|分开记)|(?:分家|分户)(?:了)?~(?:各算|分开|另|单独|算|登记|怎么)',
    () => ({ kind: 'split_household' }),
    { roles: ['villager', 'reviewer'], unless: '[?？]|吗|小时候|Q了$|N年|多年|十年|吵' },
  ),
  rule(
    'rebind',
    'bind',
    '(?:换|改)(?:了)?(?:个|新)?(?:手机|微信|号|手机号|微信号|新号)~(?:绑|重新|换绑|登记|认|是)|(?:重新|换|解除?|取消|解)(?:一下)?绑定?|解绑|(?:微信|号)(?:换|丢|被盗)了~(?:绑|重新|登记)',
    (_, speech) =>
      said({
        who: people(speech, 'P').length === 0 ? undefined : people(speech, 'P'),
        group_no: marksIn(speech).find(({ letter }) => letter === 'G')?.quantity?.value,
        kind: /解绑|解除|取消/u.test(speech.mask) ? 'unbind' : 'rebind',
      }),
    { unless: '银行|支付|卡|[?？]' },
  ),
  rule(
    'introduction',
    'bind',
    '^(?:大家好|新来的)? (?:我是|俺是|我叫|俺叫|我姓名|本人是|额是)(?:咱)?(?:村)?(?:G)(?:组|村民)?(?:的)?(?!的)[一-龥P]{1,4}|^(?:我是|俺是|额是)~(?:绑定|认证|入册|登记一?下(?:身份|户))|^(?:我是|我叫|俺是|俺叫)(?:P|[一-龥]{2,3}) ?~(?:G|绑|认|登记|户)|(?:绑定|认证|入册|登记)(?:一下)?(?:我|身份|户|账号|名字|我们家|我家)|(?:我|俺)(?:要|想|来)?(?:绑定|认证|入户)',
    (match, speech) => {
      const named = people(speech, 'P')
      const free =
        /(?:我是|我叫|俺是|俺叫|本人是)(?:咱)?(?:村)?(?:[一二三四五六七八九十\d]{1,3}[组屯])?(?:的)?([一-龥]{2,3})(?=[ ,.。:;!]|$)/u.exec(
          speech.text,
        )?.[1]
      const rest =
        match[0] === '绑定' ? /^[一-龥]{2,4}$/u.exec(wordsIn(speech, match[0].length, speech.mask.length).trim())?.[0] : undefined
      return said({
        who: named.length > 0 ? named : names(free ?? rest),
        group_no: marksIn(speech).find(({ letter }) => letter === 'G')?.quantity?.value,
      })
    },
    { unless: '银行|手机绑|支付|[?？]|不是' },
  ),
  rule(
    'privacy',
    'privacy',
    '(?:不|别|不要|不想|不愿|莫|不让)(?:再)?(?:意)?(?:公开|显示|公布|晒|写|登|露|把)~(?:我|俺|名字|姓名|信息|名)|(?:我|俺|我家|名字|姓名)(?:的)?(?:名字|姓名|信息|照片)?~(?:不要|别|不想|莫|不愿)(?:意)?(?:放到|放上|挂|贴|传|公开|显示|公布|公示|上榜|晒|写出|登出|发出)|(?:删|删除|删掉|清除|抹掉|注销)(?:了|掉)?(?:我|俺|我家|全部)?(?:的)?(?:个人)?(?:信息|资料|数据|名字|账号|照片|记录)|(?:我|俺|我家|我们家|咱家)(?:的)?(?:个人)?(?:信息|资料|数据|账号|照片|名字)~(?:删|清|抹|注销|去掉|撤)|(?:我|俺|我家|我们家)?(?:不|要|想)(?:想)?(?:参加|退出|参与)(?:积分|这个积分|积分制)|退出积分|积分(?:这个?事|这个|制|这块)?(?:我|俺|我家|我们家)(?:要|想)?(?:退出|不参加|不搞|退了|不弄)|(?:重新|再|继续|回来)(?:来)?(?:参加|参与|加入)积分|(?:导出|下载|打印|导|拷|复制|发)(?:一份|份|一下)?(?:我|俺|我家|我们家)(?:的|家)?(?:的)?(?:积分|数据|信息|资料|记录|清单|台账|明细)|(?:清单|记录|资料|数据|信息|明细|流水|台账)~(?:给我|给俺|我要|帮我)(?:导|打印|拷|复制|下载)|(?:{self}|自己)~(?:清单|记录|资料|数据|信息|明细|台账|流水|账)~(?:导|打印|打包|打|拷|复制|下载|抄)(?:出|个)?(?:一?份|一张|一下|出来|下来)*(?:给|发给)?(?:我)?(?:不|吗|么|呗)?$|{self}的?(?:数据|资料|信息|记录)(?:给|帮)我(?:打包|导出|拷|打印)(?:一?份)?|(?:信息|资料|数据|名字|照片|记录)(?:都|全|也|全部|统统|给我|帮我|替我)*(?:清|删|抹|销)(?:了|掉|空|干净|除)|(?:你们|机器人|谁|村里)?(?:存|收集|记|保存|留|拿)(?:了)?我(?:的|们)?(?:哪些|什么|啥|多少)(?:信息|资料|数据)|(?:可以|同意|愿意|能)(?:公开|显示|公布)(?:我)?(?:的)?(?:名字|姓名)|^(?:看|查|看看|查看)?我的信息$|(?:看|查)(?:看|一下|下)?(?:我|俺|自己|本人)(?:家)?(?:的)?(?:个人)?(?:数据|资料|信息)',
    (_, speech) => {
      const kind = privacyKind(speech.mask)
      // a cadre who speaks of lists speaks of the village's
      return speech.role === 'cadre' && !(/^(?:hide|show|opt)/u.test(kind) && /我|俺|本人/u.test(speech.mask)) ? null : { kind }
    },
    { unless: '发错群|手滑|丑死|难看|朋友圈|手机里|相册|群里的|电脑|手机卡|快递|银行|视频|抖音|微信聊天' },
  ),
]

const names = (name: string | undefined): readonly string[] | undefined => (name === undefined ? undefined : [name])

function privacyKind(mask: string): string {
  if (/删|注销|清除|清(?:了|掉|空|干净)|抹|销(?:了|掉)/u.test(mask)) return 'opt_out_delete'
  if (/退出|不(?:想)?参/u.test(mask)) return 'opt_out'
  if (/(?:参加|参与|加入)(?:这个)?积分/u.test(mask)) return 'opt_in'
  if (/导|下载|打(?:印|包|出|个?一?份)|拷|复制|抄/u.test(mask)) return 'export_own'
  if (/公开|显示|公布|晒|上榜|名|照片/u.test(mask)) return /不|别|莫/u.test(mask) ? 'hide_name' : 'show_name'
  return 'what_is_kept'
}
