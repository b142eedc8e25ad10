import type { Speech } from './line.ts'
import { pattern } from './pattern.ts'

/** What speaks against a line being a report of something done. */
export const notDone = {
  question: pattern(
    '[?？]|了没(?:_|$)|([一-龥])不\\1|吗(?:$|[ ,])|(?:了没|没有|不得|不啊|没|么|不|呢|啵|噻|咩|没得)$|怎么|咋|为啥|为什么|什么|多少|谁|啥|哪|几时|几分|是不是|能不能|可不可以|要不要|有没有|可以不|算不算|行不行',
  ),
  plan: pattern(
    '要不(?:要|我|咱|大家|一起|周|明|去)|改日|抽空|明天|明儿|后天|下周|下个月|下礼拜|打算|准备|计划|将要|要去(?!了)|等下|等会|待会|一会儿?(?:去|再)|马上(?:去|要)|改天|以后|回头(?:去|我)|该(?:去)?(?:扫|清|修|捡)|(?:我|俺)(?:想|要)(?:去|扫|捡|清|参)|快要|正要|得去|得把|还得|还要|有空|报名参加|商量|考虑',
  ),
  wish: pattern('要是|就好了|希望|如果|假如|最好|应该|建议|多好|但愿|倡议|能不能|该多|想要|巴不得|何不|不如|早知道|若是'),
  order: pattern(
    '大家(?:都)?(?:来|要|快|赶紧|记得|注意|莫|不要|别|把|一起)|请(?:大家|各|村民|全体|注意|把|及时|自觉|勿|不要|相互)|各家各户|各位|记得|别忘|赶紧|赶快|快去|快来|注意|务必|千万|不要|不准|禁止|莫(?:打|乱|要|忘|搞|去|再)|谁(?:去|来|有空|家)|来人|通知(?!书|单)|(?<!响应)号召|一起来|都来|请自觉|严禁|少(?:打|扔|烧)|切勿|抓紧|麻烦(?:谁|哪)|搞快',
  ),
  story: pattern(
    '小时候|以前|从前|当年|那年|那时候|那会儿?|年轻(?:时|那)|过去|往年|早些年|旧社会|解放|生产队|想当年|记得我?(?:小|当|以|那)|老早|早年|前几年|前些年|几十年|N年前|大集体|七几年|八几年|九几年|民国|我们那|爷爷辈|公社|工分',
  ),
  hearsay: pattern(
    '听(?:我|俺|人|他|她|隔壁|邻居)?(?:R|P|家|们)?(?:说|讲)|有人(?:来|在|去)(?:扫|清|捡|修)|(?:扫|清|修|捡|护)[一-龥]{1,3}的(?:P|F|R|人|大爷|大妈|阿姨|师傅|工程队|那个)|可(?:认真|勤快|厉害|能干|热闹|开心|高兴)|听说|据说|电视|新闻|抖音|快手|视频里|别的村|隔壁村|邻村|外村|人家(?:村|那)|网上|朋友圈|公众号|报纸|县里(?:有个|通报)|小说|电影|梦|群里(?:说|转)|好像|可能|大概|估计|怕是|说是|段子|笑话|看到有个|某地|外地有|那个[^,]{1,8}的|真(?:勇敢|厉害|辛苦|不容易|了不起|热闹|漂亮)|招(?:人|工)|挣|赚|把房子|租(?:出|给)|摔了|不敢',
  ),
  not: pattern(
    '(?:没|不|冇|莫|未|没有|未曾|还没|都没|懒得|忘了|忘记|哪有空|没空|来不及|没去|没来|没参加|没扫|没捡|不想|不去|舍不得|不用)(?:扫|清|捡|修|去|参|捐|帮|送|做|献|巡|来得及|护|值|分|开)|没(?:去|来|到)(?:$|_)|没去成|没赶上|没扫成|白扫|算了|取消了|忘了(?:扫|清|去)|还没(?:扫|清|捡|修|开|去)',
  ),
} as const

/** Words of other people's points: traffic fines, exams, shops, games, matches; a line with them is not about the village's points. */
export const elsewhere = pattern(
  '驾照|驾驶证|滴滴|交警|违章(?!建|搭)|闯红灯|考试|中考|高考(?:分|成绩|加分)|期末|期中|月考|分数线|体测|体育加分|学分|绩点|数学|语文|英语|作业|卷子|会员|芝麻|信用|淘宝|京东|拼多多|天猫|美团|支付宝|银行卡?积分|信用卡|话费|移动积分|电信|联通|加油站|球赛|足球|篮球赛|比分|国足|王者|吃鸡|排位|段位|游戏|上分|开黑|斗地主|欢乐豆|满减|优惠券|沃尔|砍一刀|主播|打榜|粉丝|点赞关注|股票|基金|彩票|演唱会|电视剧|豆瓣|评分(?:高|低)|抖音|航空|里程|快递|外卖|好评|五星好评|满分(?:作文)?|面试|笔试|公务员|国考|事业编|科目[一二三四]|淘|微商|比赛|选手|裁判|堵车|联赛|中超|英超|欧冠|巴萨|积分榜上|nba|出线|小组赛|分手|学校扣|班级|班主任',
)

const DONE = pattern(
  '了|过(?!去|年|节|路|道|来|几)|完|咗|好了|毕|哒|喽|啦|的$|在的|去的|(?:D|T)[^,]{0,8}的|起来|掉|干净|(?<!不)成|到了|报到|挂起|刚|评为|评上|获得|获评|录取|考上|从简|没办|没收|没摆|不收|不办',
)

/** Whether a clause says that something has been done. */
export const isDone = (clause: string): boolean => DONE.test(clause)

/** The first thing that speaks against a report in the line, or null. */
export function against(mask: string): keyof typeof notDone | null {
  for (const [name, test] of [
    ['question', notDone.question],
    ['story', notDone.story],
    ['wish', notDone.wish],
    ['order', notDone.order],
    ['plan', notDone.plan],
    ['hearsay', notDone.hearsay],
    ['not', notDone.not],
  ] as const)
    if (test.test(mask)) return name
  return null
}

/** Whether the speaker turned to the bot: named it, or quoted it. */
export const addressed = (speech: Speech): boolean => speech.atBot || speech.card?.byBot === true
