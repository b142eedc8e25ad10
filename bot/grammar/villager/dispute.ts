import type { Speech } from '../line.ts'
import { wordsIn } from '../marks.ts'
import { pattern } from '../pattern.ts'
import { deedOf, type Rule, rule, said, type Tools } from '../rule.ts'
import { complainsOfReview, wrongOf } from './complaint.ts'
import { caseIn, contested, listed, objection, people } from './dispute-slots.ts'

const AGAINST_TRAP = '唱得|跳得|火锅|电视|比分|裁判|价钱|菜价|物业'

/** 不是扫路，是修渠: under the own receipt that mends the report */
const NOT_BUT = pattern('^不是[^,]{1,8}[, ](?:而)?是')

/** 那天护林的没有她: who is meant stands on the card */
const doubted = (speech: Speech): readonly string[] | undefined =>
  /[他她]/u.test(speech.mask) && typeof speech.card?.subject === 'string' ? [speech.card.subject] : undefined

const underNotice: Rule = {
  name: 'disagreement under a bot line',
  read: (speech, tools) => {
    if (
      !speech.card?.byBot ||
      (/^已收到/u.test(speech.card.text) && NOT_BUT.test(speech.mask)) ||
      !pattern(
        '不对|[算记搞弄加写]错|错了|(?:没|不)(?:有)?(?:算|记|加|给)(?:对|全|够|完)|[算记加给]少|少[了算记给加]|差(?:了)?S|对不上|有异议|异议|(?:应该|应当|本该|该|明明)(?:是|有|得)|(?:{why})?(?:只|才)(?:有|给|记|算)|不服|假的|没(?:去|来|扫|干|参加|做)|不公平|凭啥|凭什么|少(?:了|记|算)|多(?:了|记|算)|漏|重复|怎么(?:才|只)|我不同意|明明|弄错|搞错|不止|不是',
      ).test(speech.mask)
    )
      return null
    if (pattern('申诉|不服|为啥驳回|凭啥(?:扣|驳)|扣(?:错|了)').test(speech.mask) || /驳回|扣分|整改/u.test(speech.card.text))
      return { intent: 'appeal', slots: said({ who: ['self'], target: speech.card.target ?? 'quoted' }) }
    const own = /您家|你家|您的|你的|您本月/u.test(speech.card.text) || (speech.card.target === null && /我/u.test(speech.mask))
    const slots = objection(speech, tools)
    return {
      intent: 'object',
      slots: said({
        ...slots,
        // the case itself says what it is about
        cat: speech.card.target === null ? slots.cat : undefined,
        who: slots.who ?? (own ? ['self'] : doubted(speech)),
        target: speech.card.target ?? 'quoted',
      }),
    }
  },
}

/** 审核员给自家老婆审的，不合规矩: against those who decide, whoever they are */
const ofTheReview: Rule = {
  name: 'objection to the review',
  roles: ['villager', 'cadre'],
  read: (speech) =>
    !complainsOfReview(speech) || /没有?异议/u.test(speech.mask)
      ? null
      : {
          intent: 'object',
          slots: said({ who: listed(people(speech)), target: caseIn(speech), kind: wrongOf(speech) }),
        },
}

/** the conduct that a rectified case was about, where the line says so */
const charged = (speech: Speech, tools: Tools): string | undefined =>
  /占道|乱堆|乱倒|散养|没拴/u.test(speech.mask) ? tools.conduct(speech.text.slice(0, 160))?.cat : undefined

/** Objections and appeals. */
export const disputeRules: readonly Rule[] = [
  underNotice,
  ofTheReview,
  rule(
    'objection in its own word',
    'object',
    '^(?:提出|我有|有|我要提|我提)?(?:个)?(?:异议|质疑)(?:_|$|[^期表处的请找可去很大你我?])',
    (match, speech, tools) => {
      const reason = restOf(speech, match[0].length - (/[^期表处议疑]$/u.test(match[0]) ? 1 : 0)).replace(/^#?\d{1,6}(?:号)?[ ,:]*/u, '')
      return said({ ...objection(speech, tools), reason: reason === '' ? undefined : reason })
    },
  ),
  rule('appeal in its own word', 'appeal', '申诉(?!信|书|表|期|号|成功|通过|失败|过)', (_, speech, tools) => contested(speech, tools), {
    unless:
      '驾照|交警|罚单|老师|违章停车|学校|法院|平台|(?:处理|受理|审)~(?:咋样|怎么样|到哪|结果|没$|吗$)|^(?!_|我|俺|要|想)[^,]{3,}申诉|谁|几条|待审',
  }),
  rule(
    'appeal: rectified',
    'appeal',
    '(?:整改|改|清理|清|让|腾|围|圈|修|补|刷|归整|收拾|弄|搞|拆|收拾|处理|搬|挪|拉|运|收|圈|关|拴|栓|填|扫|移|撤|铲)(?:好|完|到位|干净|利索|整齐|清爽|妥当|掉|走|开|起来|起|出来|进去|上|净)(?:了)?~(?:复查|来查|来检查|复检|来看|(?:把|扣)(?:掉)?(?:的)?(?:扣的)?{points}~(?:还|退|补|加)(?:给我|给俺|回|上|我)|别扣|不要扣|莫扣|不扣|撤销|验收|复核|销号|重新检查|再看)',
    (_, speech, tools) =>
      said({ who: ['self'], target: caseIn(speech) ?? speech.card?.target ?? undefined, cat: charged(speech, tools), kind: 'rectified' }),
    { roles: ['villager'] },
  ),
  rule(
    'appeal',
    'appeal',
    '(?:{self}|我的|那条|那个)~{why}(?:会|要|又|就|都)?(?:被|给)(?:驳|打回|退回|毙|否)|(?:整改|改|清理|弄|收拾)(?:都|也)?(?:弄|改|搞|清)?(?:好|完|干净)(?:了)?~{why}(?:还|又|仍)(?:要|给|把|让)?~(?:名单|榜|扣|通知)|(?:名单|榜)(?:上|里)?~(?:撤|去掉|拿掉|划掉|消)~(?:改好|整改|清了|清干净|搞好|弄好)|不服~(?:扣|驳|判|决定|处理|结果|审|评)|(?:扣|驳)~不服|(?:扣|驳回?)(?:我|俺)?(?:家)?(?:的)?(?:分|积分|S)?~(?:冤|不合理|不应该|不公平|没道理|扣错|有误|误会|搞错|弄错|凭什么|重新审|复议|复核|不该)|冤枉~(?:分|扣|处理|通知|整改|公示|榜|评|罚)|(?:扣|罚|整改|通知|榜)~冤枉|^冤枉(?:啊|我)?$|(?:不该扣|扣错|误扣|错扣)|(?:凭啥|凭什么)扣(?:我|俺)?(?:家)?(?:的)?(?:S|分)[^S分啊呀呢嘛?？]|(?:为啥|凭啥|凭什么|为什么|怎么)(?:把|要|给)?(?:我|俺)?(?:的|家)?(?:驳回|不通过|不批|打回|退)|(?:驳回|没通过|不通过|不批)~(?:重新审|再审|复核|复议|不服|冤|再看看|有照片|我有)|(?:别|不要|莫|不用|不能)(?:再)?扣(?:我)?(?:家)?(?:的)?{points}|要求(?:重新)?(?:复议|复核|重审|审核|审一下|再审|听证)|凭(?:啥|什么)~不(?:给|让|予)?(?:过|批|通过)|驳回(?:的)?(?:理由|原因)?~(?:不对|不成立|没道理|不合理|说不通)|(?:驳回|没通过|不通过|不批|扣)~(?:不服|不认|冤)|别扣~(?:已经|整改|改)|(?:上|进)(?:了)?(?:提醒|黑)(?:名单|榜)~(?:撤|不服|冤|凭)',
    (_, speech, tools) => contested(speech, tools),
    {
      unless: '驾照|交警|罚单|老师|违章停车|学校|(?:处理|受理|审)~(?:咋样|怎么样|到哪|结果|没$|吗$)',
      roles: ['villager'],
    },
  ),
  rule(
    'objection to a person',
    'object',
    '对(?:P|F)(?:家)?(?:的|得的|那|这|加的){0,2}(?:{points}|加分|S|得分)~(?:有意见|有异议|不服|有看法|不同意|不认)|(?:异议|质疑|我不认|我不服|(?:举报|反映)(?=~(?:没|假|分|重复|冒|审))|不公平|不合理|不属实|造假|冒领|虚报|凭啥|凭什么|公示)~(?:P|F|某人)~(?:没|不|假|分|加|凭|重复|多)|(?:P|F)~(?:根本|压根|明明|哪里?|又)?没(?:来|去|扫|清|参加|干|做|捡|到|出工|露面|现身|出现|动手|见人|见影)~(?:分|加分|积分|凭|公示|怎么|咋)|(?:P|F)~那(?:S|几分|点分)~(?:有水分|不对|是假|有假|不实|不该|有问题)|^(?:我)?(?:反对|不同意|不赞成)(?:给)(?:P|F)(?:家)?(?:加|记|评|算|补)|^(?:我)?反对[ ,:](?:P|F)(?:家)?~没(?:来|去|扫|清|参加|干|做|捡|到|出工|露面|动手)|P~(?:明明|那天|根本)~(?:咋|怎么|凭啥|为啥)(?:也|还|又|会|能)*(?:有|给|加|得|记)~分|(?:凭啥|凭什么|为啥|为什么|怎么|咋)(?:给)?(?:P|F)(?:家)?(?:~S|加|记|得|有|分|比)|(?:P|F)(?:家)?(?:的)?(?:凭啥|凭什么|为啥|为什么|怎么|咋)(?:能|会|就|也|又|还|可以)?(?:加|得|记|有|拿|给|评|上)|(?:P|F)(?:家)?(?:那|的|这)(?:S|分|几分|条)~(?:不对|假|有问题|有水分|不该|没去|不实|凭|重复|弄错)',
    (_, speech, tools) => (deedOf(speech, tools)?.bad === true ? null : objection(speech, tools, undefined)),
    { unless: AGAINST_TRAP, roles: ['villager', 'cadre'] },
  ),
  rule(
    'objection',
    'object',
    '(?:有|提|提出|要提)(?:个|点)?(?:异议|质疑)(?![的请找可去])|^(?:异议|质疑)(?!期|表|处|很|大|你|我|[?])|实名(?:反映|举报)|(?:审核|评分|打分|评议|公示|加分|积分|评议员)~(?:不公|不公正|偏心|有问题|有猫腻|不透明|走后门|徇私|有假|造假|不对|有误|错了|漏了|写错|弄错|搞错|算错)|(?:漏|少|多|错)(?:记|算|加|登)(?:了)?(?:我|俺|{self})?(?:家)?~(?:S|{points}|次|Q|的)|(?:我|俺|我家|我们家|{self})~(?:漏|少|多|错)(?:记|算|加|登)|(?:凭啥|凭什么)~(?:他|她|人家|别人|某些人)~(?:加|分|多)|^(?:对)?(?:C|N号?)(?:这|那)?(?:条|个|笔|单)?(?:我)?~(?:不服|反对|有意见|不实|不属实|不认|不对|假的|没(?:去|来|干|扫|清)|虚报|重复|有问题|有水分)|(?:公示|榜上|积分名单)~(?:没有我|没我|没得我|冇我|不见我|漏|不对|有误|少了)|{self}(?:的)?分~(?:记|算|加)(?:到|给|成)(?:了)?(?:别人|人家|隔壁|P|F|他|她)|分(?:数)?(?:算|记|加|给)?(?:错|少|漏|不对)了?(?:$|_)|{self}~(?:只|才)(?:记|算)(?:了)?(?:S|Q|N|一半)|(?:对)?(?:公示|审核|评议|评分|积分|结果)(?:的)?(?:结果)?(?:有|提)(?:点|个)?意见|明明~(?:只|才)(?:给|记|算|加|登|有)|(?:只|才)(?:给|记|算|加|登)(?:了)?(?:我|俺)(?:家)?(?:记|算|加|登)?(?:了)?(?:S|Q|N|一半)|{self}~(?:咋|怎么|为啥|为什么|没|未)(?:没|不)?(?:有)?上(?:榜|公示|名单)|我(?:家)?(?:的)?分(?:数)?(?:不对|算错|记错|少了|错了)',
    (_, speech, tools) => objection(speech, tools),
    {
      unless: `^(?:C|N)(?:号)? ?(?:我|再)?补|^补充|${AGAINST_TRAP}|没有?异议|无异议|考试|{much}|教练|老师|[发把].{0,6}撤|先撤|^(?:C|N号?)(?:驳回|通过|不通过|同意|不同意|不行)`,
    },
  ),
  rule(
    'a deed left out',
    'object',
    '(?:{self}|P)(?:家)?~(?:没|没有|冇|未)(?:有)?(?:给|帮)?(?:我|俺|我家|他)?(?:记|算|加|登|入)(?:上|分|进去?|到|账)*(?:啊|呀|呢|哦|嘛)?$',
    (_, speech, tools) =>
      deedOf(speech, tools) === null && !/积分|公示|榜/u.test(speech.mask) ? null : objection(speech, tools, 'missing_credit'),
    { unless: `${AGAINST_TRAP}|还没|吗|[?？]|工资|钱|饭|账单`, roles: ['villager', 'cadre'] },
  ),
]

/** the words of a line after a place, without leading punctuation */
const restOf = (speech: Speech, from: number): string => wordsIn(speech, from, speech.mask.length).replace(/^[ ,.。:;、!]+/u, '')
