import { elsewhere } from '../deeds/evidence.ts'
import type { Speech } from '../line.ts'
import { marksIn } from '../marks.ts'
import { pattern } from '../pattern.ts'
import { periodIn, subject } from './query.ts'
import { deedOf, type Read, type Rule, rule, said, type Tools } from '../rule.ts'

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/折现|现金|变现|提现|取现|套现|(?:换|折|兑|变|转|抵|折算|折换|换算|当)(?:得了|得到|成)?(?:现金|钱|现)/u, 'cash'],
  [/到账|入账|几天(?:能|才)?(?:到|算|入)|多久(?:能|才)?(?:到|算|入)/u, 'notice'],
  [/有(?:啥|什么|多大)(?:用|好处|意思)|用处|用途|好处|能干(?:啥|什么|嘛)/u, 'uses'],
  [/过期|清零|清不清|归零|作废|算数|有效期|永久|到期|管多久|留到|结转|带到|明年/u, 'expiry'],
  [/上限|封顶|最多|限制|几次|限几/u, 'limit'],
  [/谁能|谁可以|(?:咋|怎么|如何|怎样)(?:参加|加入|参与)|参加不|能参加|外地|租房|外村|资格|条件|户口/u, 'eligibility'],
  [/公示/u, 'notice'],
  [/扣分|扣几|会不会扣|扣不扣/u, 'deduction'],
  [/清单|单子|目录|项目|哪些|啥事|什么事|办法|规则|标准|细则|怎么算/u, 'catalogue'],
]

/** something is asked, or a list of the rules is wanted */
const ASKED =
  /[?？]|吗|不|么|没|噻|啵|多|会|能|可以|怎|咋|啥|什么|哪|几|谁|何|是否|(?:规矩|规定|章程|办法|规则|细则|标准|目录|清单|单子|制度)(?:$|[ ,]|发|给|看|查|来|在|是|里)|最|封顶|上限|如何|啷个/u

/** Questions about the scheme itself. */
export const rulesQueries: readonly Rule[] = [
  rule(
    'what a deed gives',
    'query_rules',
    '(?:给|加|得|算|值|计|记|有|拿|奖|能加|能得|可以加|扣)(?:我|你|他)?(?:{much})(?:个)?{points}|{much}{points}(?:一|每)?(?:次|回|趟|小时|天(?!注)|袋|斤|个)|(?:Q|一次|一回|一趟|一天|一小时|一袋|一斤|每次|每天|每小时|每袋|每斤)~{much}(?:{points}|$)|(?:能|可以|会|给|有|算)(?:不能|不给|没有)?(?:加|算|给|得|记)?(?:不)?(?:积分|加分|分)(?:吗|不|么|没|噻|[?？]|啵|嘛|$)|有(?:积)?分(?:加|拿|得|记)?(?:吗|不|没|么)|(?:算不算|给不给|加不加|能不能加|能不能算|能不能得|会不会扣|扣不扣)(?:积分|加分|分)?|(?:要|会)(?:不会|被)?扣{much}?{points}|(?:能|可以|给)(?:不能)?(?:登记|申报|报分|报积分|记分|算分)(?:一下)?(?:不|吗|么|噻|没|啵)$|算(?:啥|什么|哪样|个啥|多少)(?:分|类|项)$|算(?:不算)?(?:孝老|孝亲|孝敬|调解|志愿|义务工|好事|善行|敬老|互助|做好事|见义勇为)(?:不|吗|么|噻|没)$',
    (_, speech, tools) => {
      const deed = deedOf(speech, tools)
      const kind = KINDS.find(([test]) => test.test(speech.mask))?.[1]
      if (!deed && kind === undefined && !/积分|加分|扣分|分|算/u.test(speech.mask)) return null
      const date = marksIn(speech).some(({ letter }) => letter === 'D') && /我|俺/u.test(speech.mask) && /了/u.test(speech.mask)
      return date && deed && !/给|加|算/u.test(speech.mask) ? null : said({ cat: deed?.cat, kind: deed ? undefined : kind })
    },
    {
      unless: `${elsewhere.source}|给我加|换|兑|(?:{self}|R|家里)(?:家|这里|这儿|这|那户|这户|户头)?(?:的)?(?:还|现在|一共|总共|都|目前|到底){0,3}(?:有|剩|攒|得了)|得了{much}|名下|手头|家里(?:还)?有{much}|那(?:S|个分)|为啥|为什么|凭|打{much}分|P|F|账|本子|存折|户头|攒|剩|还有{much}|查一?[下查]`,
    },
  ),
  rule(
    'rules of the scheme',
    'query_rules',
    '(?:咋|咋个|怎么|如何|怎样)(?:参加|加入|参与)积分|^(?:{self}的?|这个?|村里的?|攒的?)?(?:积分|{points})(?:到底|都|究竟|又)?(?:能|可以|好|会|有)(?:干|做|派|顶|用来干|用来做|拿来干|拿来做)?(?:点|些)?(?:啥子?|什么|么子|哪些|啥个)?(?:用处?|用途|好处|意思|作用)?(?:嘛|呢|啊|呀|咧|的|哦)*$|(?:积分|{points})(?:能|可以)(?:不能)?(?:给|让)(?:{self})?(?:R|别人|人家|家里人|亲戚)(?:家)?(?:用|花|换|兑)(?:吗|不|么|没)|(?:积分|{points})~(?:清不清|清零不|作不作废|过不过期|算不算数|归零不|作数不|有效不|清不清零)|(?:积分|{points})(?:能不能|可不可以|可以不可以)(?:给|让|转给|借给|送给)|(?:积分|{points})~(?:送|给|转)(?:给)?(?:别人|人家|他人|亲戚|邻居)(?:吗|不|么|没)|(?:积分|分|{points})~(?:{cash}|现金|过期|清零|一清|归零|清空|作废|有效期|管多久|转给|转让|借|继承|封顶|上限|结转|留到|带到)|(?:加分|积分|扣分|得分)的?(?:规矩|规定|章程|门道)~(?:发|给|看|拿|贴|讲|说)|(?:积分)(?:办法|规则|细则|标准|制度|项目|目录|清单|怎么算|怎么来|怎么得|咋算|咋得|咋挣|怎么挣|咋个算|如何)|(?:啥|什么|哪些|哪样|么子|做啥|干啥|啥子)(?:事|活|行为|情况|样|善行|好事|项目|东西)?(?:情|子)?(?:都)?(?:能|可以|会|算|要|有|得)?(?:不能)?(?:加|扣|得|挣|算|记|拿|有|攒|积|涨)(?:到|些|点)?(?:积)?分|(?:加|得|攒|扣|挣|有|算)分的(?:事|活|项目|名堂|情况|行为)(?:情)?(?:都)?(?:有|是)?(?:{what}|几样|几项|多少)|(?:怎么|咋|咋个|如何|怎样|啷个)(?:样)?(?:才)?(?:能|可以)?(?:多|快)?(?:加|挣|得|拿|攒|赚)(?:到|点|些)?(?:积)?分|(?:谁|外地|外地人|租房|租户|外村|外来|户口|小孩|娃娃|学生|党员|嫁|新搬|打工)~(?:能|可以|算不算|也能)~(?:参加|参与|积分|加分|换|兑|领)~(?:积分|分|不|吗|么|[?？]|$)|(?:每天|一天|每月|一个月|一年)(?:最多|能)?~(?:加|得|报|拿){much}(?:次|分|回)|(?:公示)(?:要|期)?(?:多少|几|多久)(?:天|$)|(?:一户|每家|每户|一家)(?:最多|每月|每天|一个月)~{much}|(?:最多|上限|封顶)~{much}(?:分|次)|(?:多久|几天|啥时候|什么时候)(?:能)?(?:到账|入账|公示完)|(?:审核|审批)(?:要)?(?:多久|几天|多长)',
    (_, speech, tools) =>
      ASKED.test(speech.mask)
        ? said({
            cat: /转|送|捐/u.test(speech.mask) ? undefined : deedOf(speech, tools)?.cat,
            kind: KINDS.find(([test]) => test.test(speech.mask))?.[1] ?? 'catalogue',
          })
        : null,
    { unless: `${elsewhere.source}|饭|菜|{much}钱` },
  ),
]

const HOW_MUCH = pattern(
  '{much}(?:个)?(?:{points}|$|_|[呢咧哩啊呀哒])|{points}(?:还|都|现在|一共|总共|到底)*(?:有|剩|余|是|攒|积|得)?(?:了|到|下)?{much}|(?:够|有|到|满)(?:不够|没有|没|不)?(?:S|N)(?:没|吗|不|了没|$)',
)
const RATE =
  /(?:给|加|算|得|值|计|记|奖|扣|减|罚|拿|挣)(?:得|到|上|个|他|我)?(?:多少|几多|好多|几|多)|(?:多少|几多|好多|几)(?:积?分)(?:一|每)|(?:一[次回趟天袋斤]|每[次回趟天袋斤]|Q)/u
/** 看望老人几分: the deed and the question, nothing else */
const BARE_RATE = pattern('^(?!{self}|你|他|她)[一-龥]{2,8}(?:{much})(?:个)?{points}(?:啊|呀|呢|嘛|咧|的)?$')
const HELD = pattern('账|本子|存折|户头|名下|攒|积了|剩|余|还有|一共|总共|累计|现在|目前|到底|手头|手上|得了|挣了|拿了|涨到|够')
const ABOUT_POINTS = pattern('{points}')
const TRADE = pattern('奖金|分红|工资|换|兑|超市|熟|钱|块|斤|米|考|打{much}|评|几分(?:钟|饱|像|真)|S钟')

/** What nobody's own wording has caught: 多少 and 分 in one line, told apart by whether points are held or a deed is worth them. */
export const pointsQuestion: Rule = {
  name: 'how many points',
  read: (speech, tools) => {
    const asked = speech.mask.slice(0, 60)
    if (!HOW_MUCH.test(asked) || elsewhere.test(asked) || TRADE.test(asked) || speech.card !== null) return null
    return worth(speech, tools, asked) ?? held(speech, asked)
  },
}

function worth(speech: Speech, tools: Tools, asked: string): Read | null {
  const cat = deedOf(speech, tools)?.cat
  if (cat !== undefined && BARE_RATE.test(asked) && speech.marks.size === 0 && !HELD.test(asked))
    return { intent: 'query_rules', slots: { cat } }
  return cat !== undefined && RATE.test(asked) && !HELD.test(asked) ? { intent: 'query_rules', slots: { cat } } : null
}

function held(speech: Speech, asked: string): Read | null {
  const named = marksIn(speech).some(({ letter }) => 'PFR'.includes(letter))
  const own = pattern('{self}').test(asked)
  if (!ABOUT_POINTS.test(asked) || !(named || own || HELD.test(asked))) return null
  return { intent: 'query_balance', slots: said({ who: subject(speech), period: periodIn(speech) }) }
}
