import type { Slots } from '../../../models/intent.ts'
import { OTHER_MATTERS } from '../deeds/evidence.ts'
import type { Speech } from '../line.ts'
import { marksIn, wordsIn } from '../marks.ts'
import { pattern } from '../pattern.ts'
import { complainsOfReview } from './complaint.ts'
import { deedOf, type Rule, rule, said, type Tools } from '../rule.ts'

const AGAINST_TRAP = '火锅|电视|比分|裁判|价钱|菜价|物业'

const people = (speech: Speech): readonly string[] =>
  marksIn(speech)
    .filter(({ letter }) => 'PF'.includes(letter))
    .map(({ person }) => person?.name ?? '')

const caseIn = (speech: Speech): string | undefined => {
  const mark = marksIn(speech).find(({ letter, text }) => letter === 'C' || (letter === 'N' && /^\d{2,6}$/u.test(text)))
  return mark?.number === undefined ? undefined : `#${mark.number}`
}

/** the points a line affirms: of 应该是12分不是9分 the first */
function amount(speech: Speech): number | undefined {
  const all = [...speech.marks].filter(([, { letter }]) => letter === 'S')
  const affirmed = all.filter(([place]) => !/(?:不是|而不是|不算)$/u.test(speech.mask.slice(Math.max(0, place - 3), place)))
  return (affirmed.length > 0 ? affirmed : all).at(-1)?.[1].quantity?.value
}

const listed = (names: readonly string[]): readonly string[] | undefined => (names.length === 0 ? undefined : names)

/** whom and what an objection is about; the deed is the one that is doubted */
function objection(speech: Speech, tools: Tools, kind?: string): Slots {
  const who = people(speech)
  const own = /我家|我的|我们家|俺家|俺的|给我|我(?:明明|只|才|那|报|扫|去|做|干|没|少|多)|咱家/u.test(speech.mask)
  const date = marksIn(speech).find(({ letter }) => letter === 'D')?.date
  return said({
    who: who.length === 0 && own ? ['self'] : listed(who),
    target: caseIn(speech) ?? speech.card?.target ?? (speech.card?.byBot ? 'quoted' : undefined),
    cat: deedOf(speech, tools)?.cat,
    points: amount(speech),
    date: date?.past,
    kind: kind ?? objectionKind(speech.mask),
  })
}

function objectionKind(mask: string): string | undefined {
  if (/亲戚|自家|自己人|偏心|走后门|不公|徇私|回避/u.test(mask)) return 'conflict_of_interest'
  if (/漏|少(?:记|算|了)|没(?:记|算|加)上?|没给/u.test(mask)) return 'missing_credit'
  if (/(?:根本|压根|又|都|明明)?没(?:来|去|扫|清|参加|干|做|见)|假的|冒(?:领|报)|虚报|造假|糊弄|不是他|哪(?:有|来)/u.test(mask))
    return 'false_credit'
  if (/重复|两遍|两次|双份/u.test(mask)) return 'duplicate'
  return /应该是|算错|记错|多(?:记|加|算)|不对/u.test(mask) ? 'wrong_points' : undefined
}

/** a decision on the speaker's own case */
function contested(speech: Speech): Slots {
  const points = amount(speech)
  return said({
    who: ['self'],
    target: caseIn(speech) ?? speech.card?.target ?? undefined,
    points: points === undefined ? undefined : -points,
    kind: /驳回|不通过|不批|打回/u.test(speech.mask) ? 'rejection' : 'deduction',
  })
}

const underNotice: Rule = {
  name: 'disagreement under a bot line',
  read: (speech, tools) => {
    if (
      !speech.card?.byBot ||
      !pattern(
        '不对|[算记搞弄加写]错|错了|(?:没|不)(?:有)?(?:算|记|加|给)(?:对|全|够|完)|[算记加给]少|少[了算记给加]|差(?:了)?S|对不上|有异议|异议|(?:应该|应当|本该|该|明明)(?:是|有|得)|(?:{why})?(?:只|才)(?:有|给|记|算)|不服|假的|没(?:去|来|扫|干|参加|做)|不公平|凭啥|凭什么|少(?:了|记|算)|多(?:了|记|算)|漏|重复|怎么(?:才|只)|我不同意|明明|弄错|搞错|不止|不是',
      ).test(speech.mask)
    )
      return null
    if (pattern('申诉|不服|为啥驳回|凭啥(?:扣|驳)|扣(?:错|了)').test(speech.mask) || /驳回|扣分|整改/u.test(speech.card.text))
      return { intent: 'appeal', slots: said({ who: ['self'], target: speech.card.target ?? 'quoted' }) }
    const own = /您家|你家|您的|你的|您本月/u.test(speech.card.text) || (speech.card.target === null && /我/u.test(speech.mask))
    const slots = objection(speech, tools)
    const { cat: _cat, ...rest } = slots
    return {
      intent: 'object',
      slots: said({ ...rest, who: slots.who ?? (own ? ['self'] : undefined), target: speech.card.target ?? 'quoted' }),
    }
  },
}

/** 审核员给自家老婆审的，不合规矩: against those who decide, whoever they are */
const ofTheReview: Rule = {
  name: 'objection to the review',
  roles: ['villager', 'cadre'],
  read: (speech) =>
    !complainsOfReview(speech) || /[?？]$|吗$|没有?异议/u.test(speech.mask)
      ? null
      : {
          intent: 'object',
          slots: said({ who: listed(people(speech)), target: caseIn(speech), kind: 'conflict_of_interest' }),
        },
}

const latest = (speech: Speech): string => caseIn(speech) ?? speech.card?.target ?? 'latest_report'

/** what is right after all: of 是前天不是昨天 and 不是三袋是五袋 the part that 是 affirms */
function corrected(speech: Speech): Slots {
  const marks = [...speech.marks]
  const denied = new Set(
    marks
      .filter(([place]) => /(?:不是|不算|而不是|别是|不对)(?:的|了|我|写的|写)?$/u.test(speech.mask.slice(Math.max(0, place - 5), place)))
      .map(([place]) => place),
  )
  const changed = /改(?:成|为|到)/u.exec(speech.mask)?.index ?? -1
  const after = marks.filter(([place]) => place > changed)
  const right = (after.length > 0 ? after : marks).filter(([place]) => !denied.has(place)).map(([, mark]) => mark)
  const date = right.find(({ letter, text }) => letter === 'D' && !/^(?:刚|方才|头先|才刚)/u.test(text))?.date
  const quantity = right.find(({ letter, quantity: found }) => (letter === 'Q' || letter === 'M') && found?.kind !== 'hours')?.quantity
  const hours = right.find(({ quantity: found }) => found?.kind === 'hours')?.quantity
  const who = right.filter(({ letter }) => 'PR'.includes(letter)).map(({ person }) => person?.name ?? '')
  return said({
    target: latest(speech),
    who: who.length === 0 ? undefined : who.slice(-1),
    date: date?.past,
    qty: quantity?.value,
    unit: quantity?.unit,
    hours: hours?.value,
    points: amount(speech),
  })
}

/** Objections, appeals, and what a villager does with an own report. */
export const disputeRules: readonly Rule[] = [
  rule(
    'withdraw under the receipt',
    'withdraw',
    '^(?:撤回|撤销|撤|撤掉|撤了|取消|不报了|删掉|删了|收回|作废|算了不报了|我撤回|报错了|报重了)(?:吧|了|掉|这条|一下)?(?:$|_)',
    (_, speech) => (speech.card?.byBot && speech.card.target !== null ? { target: speech.card.target } : null),
    { roles: ['villager', 'cadre'] },
  ),
  underNotice,
  ofTheReview,
  rule(
    'objection in its own word',
    'object',
    '^(?:提出|我有|有|我要提|我提)?(?:个)?(?:异议|质疑)(?:_|$|[^期表处的请找可去很大])',
    (match, speech, tools) => {
      const reason = restOf(speech, match[0].length - (/[^期表处议疑]$/u.test(match[0]) ? 1 : 0)).replace(/^#?\d{1,6}(?:号)?[ ,:]*/u, '')
      return said({ ...objection(speech, tools), reason: reason === '' ? undefined : reason })
    },
  ),
  rule('appeal in its own word', 'appeal', '申诉(?!信|书|表|期|号|成功|通过|失败|过)', (_, speech) => contested(speech), {
    unless:
      '驾照|交警|罚单|老师|违章停车|学校|法院|平台|(?:处理|受理|审)~(?:咋样|怎么样|到哪|结果|没$|吗$)|^(?!_|我|俺|要|想)[^,]{3,}申诉|谁|几条|待审',
  }),
  rule(
    'appeal: rectified',
    'appeal',
    '(?:整改|改|清理|清|弄|搞|拆|收拾|处理|搬|挪|拉|运|收|圈|关|拴|栓|填|扫|移|撤|铲)(?:好|完|到位|干净|掉|走|开|起来|出来|进去|上|净)(?:了)?~(?:复查|来查|来检查|复检|来看|别扣|不要扣|莫扣|不扣|撤销|验收|复核|销号|重新检查|再看)',
    (_, speech) => said({ who: ['self'], target: caseIn(speech) ?? speech.card?.target ?? undefined, kind: 'rectified' }),
    { roles: ['villager'] },
  ),
  rule(
    'appeal',
    'appeal',
    '不服~(?:扣|驳|判|决定|处理|结果|审|评)|(?:扣|驳)~不服|(?:扣|驳回?)(?:我|俺)?(?:家)?(?:的)?(?:分|积分|S)?~(?:冤|不合理|不应该|不公平|没道理|扣错|有误|误会|搞错|弄错|凭什么|重新审|复议|复核|不该)|冤枉~(?:分|扣|处理|通知|整改|公示|榜|评|罚)|(?:扣|罚|整改|通知|榜)~冤枉|^冤枉(?:啊|我)?$|(?:不该扣|扣错|误扣|错扣)|(?:凭啥|凭什么)扣(?:我|俺)?(?:家)?(?:的)?(?:S|分)[^S分啊呀呢嘛?？]|(?:为啥|凭啥|凭什么|为什么|怎么)(?:把|要|给)?(?:我|俺)?(?:的|家)?(?:驳回|不通过|不批|打回|退)|(?:驳回|没通过|不通过|不批)~(?:重新审|再审|复核|复议|不服|冤|再看看|有照片|我有)|(?:别|不要|莫|不用|不能)(?:再)?扣(?:我)?(?:家)?(?:的)?{points}|要求(?:重新)?(?:复议|复核|重审|审核|审一下|再审|听证)|凭(?:啥|什么)~不(?:给|让|予)?(?:过|批|通过)|驳回(?:的)?(?:理由|原因)?~(?:不对|不成立|没道理|不合理|说不通)|(?:驳回|没通过|不通过|不批|扣)~(?:不服|不认|冤)|别扣~(?:已经|整改|改)|(?:上|进)(?:了)?(?:提醒|黑)(?:名单|榜)~(?:撤|不服|冤|凭)',
    (_, speech) => contested(speech),
    {
      unless: '驾照|交警|罚单|老师|违章停车|学校|(?:处理|受理|审)~(?:咋样|怎么样|到哪|结果|没$|吗$)',
      roles: ['villager'],
    },
  ),
  rule(
    'objection to a person',
    'object',
    '(?:异议|质疑|我不认|我不服|(?:举报|反映)(?=~(?:没|假|分|重复|冒|审))|不公平|不合理|不属实|造假|冒领|虚报|凭啥|凭什么|公示)~(?:P|F|某人)~(?:没|不|假|分|加|凭|重复|多)|(?:P|F)~(?:根本|压根|明明|哪里?|又)?没(?:来|去|扫|清|参加|干|做|捡|到|出工|露面|现身|出现|动手|见人|见影)~(?:分|加分|积分|凭|公示|怎么|咋)|^(?:我)?反对[ ,:](?:P|F)(?:家)?~没(?:来|去|扫|清|参加|干|做|捡|到|出工|露面|动手)|P~(?:明明|那天|根本)~(?:咋|怎么|凭啥|为啥)(?:也|还|又|会|能)*(?:有|给|加|得|记)~分|(?:凭啥|凭什么|为啥|为什么|怎么|咋)(?:给)?(?:P|F)(?:家)?(?:~S|加|记|得|有|分|比)|(?:P|F)(?:家)?(?:的)?(?:凭啥|凭什么|为啥|为什么|怎么|咋)(?:能|会|就|也|又|还|可以)?(?:加|得|记|有|拿|给|评|上)|(?:P|F)(?:家)?(?:那|的|这)(?:S|分|几分|条)~(?:不对|假|有问题|有水分|不该|没去|不实|凭|重复|弄错)',
    (_, speech, tools) => (deedOf(speech, tools)?.bad === true ? null : objection(speech, tools, undefined)),
    { unless: AGAINST_TRAP, roles: ['villager', 'cadre'] },
  ),
  rule(
    'objection',
    'object',
    '(?:有|提|提出|要提)(?:个|点)?(?:异议|质疑)(?![的请找可去])|^(?:异议|质疑)(?!期|表|处|很|大)|实名(?:反映|举报)|(?:审核|评分|打分|评议|公示|加分|积分|评议员)~(?:不公|不公正|偏心|有问题|有猫腻|不透明|走后门|徇私|有假|造假|不对|有误|错了|漏了|写错|弄错|搞错|算错)|(?:漏|少|多|错)(?:记|算|加|登)(?:了)?(?:我|俺|{self})?(?:家)?~(?:S|{points}|次|Q|的)|(?:我|俺|我家|我们家|{self})~(?:漏|少|多|错)(?:记|算|加|登)|(?:凭啥|凭什么)~(?:他|她|人家|别人|某些人)~(?:加|分|多)|^(?:对)?(?:C|N号?)(?:这|那)?(?:条|个|笔|单)?(?:我)?~(?:不服|反对|有意见|不实|不属实|不认|不对|假的|没(?:去|来|干|扫|清)|虚报|重复|有问题|有水分)|(?:公示|榜上|积分名单)~(?:没有我|没我|没得我|冇我|不见我|漏|不对|有误|少了)|{self}(?:的)?分~(?:记|算|加)(?:到|给|成)(?:了)?(?:别人|人家|隔壁|P|F|他|她)|分(?:数)?(?:算|记|加|给)?(?:错|少|漏|不对)了?(?:$|_)|{self}~(?:只|才)(?:记|算)(?:了)?(?:S|Q|N|一半)|(?:对)?(?:公示|审核|评议|评分|积分|结果)(?:的)?(?:结果)?(?:有|提)(?:点|个)?意见|明明~(?:只|才)(?:给|记|算|加|登|有)|(?:只|才)(?:给|记|算|加|登)(?:了)?(?:我|俺)(?:家)?(?:记|算|加|登)?(?:了)?(?:S|Q|N|一半)|{self}~(?:咋|怎么|为啥|为什么|没|未)(?:没|不)?(?:有)?上(?:榜|公示|名单)|我(?:家)?(?:的)?分(?:数)?(?:不对|算错|记错|少了|错了)',
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
  rule(
    'withdraw a report',
    'withdraw',
    '^(?:把|给我把)(?:C|N)(?:号)?(?:那条|这条)?(?:撤|取消|删|作废)(?:了|掉|回)?(?:吧)?$|^(?:C|N)(?:号)?(?:那条|这条|那个)?(?:我|是我)?(?:报|写|发)?(?:错|重)?了?~(?:撤|不要|删|作废|取消|不报)|报(?:了)?(?:两|2|Q|重)(?:遍|次|回|条)?~(?:撤|删|取消)|(?:报|申报|写|发|登)(?:错|重|岔|多)了?~(?:删|撤|取消|不要|去掉|作废|划掉|不算)|(?:撤回|撤销|取消|删掉|删除|不要|作废|撤掉)(?:我)?(?:刚才|刚刚|D|上一?条|那条|我)?(?:的)?(?:那个|那条|那次)?~(?:申报|报的|积分申请|报告|登记)|(?:刚才|刚刚|那条|上一?条|D|我的?|我报的|报的)~(?:撤回|撤了|撤掉|不算|删掉|删了|不报了|取消|作废|不要了)|(?:申报|报的)(?:那条|那个)?(?:给我|帮我|先)?(?:取消|撤了|撤掉|撤回|不要了|作废|删了|删掉)(?:吧|了|掉)*$|^(?:不报了|算了不报了|那条不算|不算了撤掉)',
    (_, speech, tools) =>
      said({
        target: latest(speech),
        cat: deedOf(speech, tools)?.cat,
        date: marksIn(speech).find(({ letter }) => letter === 'D' && !/刚|头先|方才/u.test(speech.text))?.date?.past,
      }),
    {
      roles: ['villager', 'cadre'],
      unless:
        '消息|微信|群聊|换|兑|退|报名|来不了|去不了|去不成|来不成|不去了|不来了|不参加了|有事|快递|订单|黑榜|公示|信息|资料|数据|照片|拍',
    },
  ),
  rule(
    'correction',
    'correct',
    '^(?:D|上一?条|那条|我|这条)(?:刚)?(?:报的|那条|那个|的|报)*不是[^,]{1,8}[, ]是[^,]{1,10}$|(?:少|多)(?:报|写|填|记|说|打)了~(?:改|是|应该|一共|总共|Q)|^(?:更正|改正|纠正|修改|改)(?:一下|下)? ?(?:C|N)(?!路)|^(?:C|N)(?:号)?(?:那条|的)? ?改(?:一?下)?[ ,:]*(?:是|应该|成|为|D|Q)|报的(?:Q|D|M)(?:不对)?改(?:成|为)|(?:打|写|报|说|弄|记|搞|填|转|听|发|识别)(?:错|岔)(?:了|字)*~(?:是|不是|应该|改)|(?:报|写|填|记|说)(?:少|多)了~(?:改|是|应该)|^(?:C|N)(?:号)?(?:那条|的)?应该是(?:Q|D|M|P|R)|报的是(?:Q|D|M)~(?:打|写|记|说)成|(?:报|写|填|记|说|打)成(?:了)?(?:D|Q|M|P|R|[一-龥]{1,4})(?:了)?~(?:其实|应该|实际)~是|(?:把)?(?:C|N)(?:号)?(?:那条|的)?(?:日期|时间|数量)?改(?:成|为)(?:D|Q|M|P|R)|(?:把)?(?:C|N)(?:号)?(?:那条|的)?(?:日期|时间|数量)改|不是[^,]{2,8}[, ]?(?:是|而是)[^,]{2,8}[, ](?:写|打|报|说|填|弄)错|(?:日期|时间|数量|名字|日子|地点|人|次数|斤数)(?:写|报|打|记|弄|搞)?(?:不对|错了?|有误|反了)|(?:不是|不对)(?:D|Q|M|S|P|R|N)~是(?:D|Q|M|S|P|R|N)|不是(?:我|P|R)~是(?:我家|我)?(?:的)?(?:P|R)~(?:的|改)|是(?:D|Q|M|S|P|R|N)(?:的)?(?: )?(?:不是|而不是)(?:D|Q|M|S|P|R|N)|(?:更正|纠正|改正)(?:一下|下)?(?: )?(?:刚才|上一?条|我的|申报|D|Q|日期|时间|数量|为|成|[:,]|不是)|(?:改一下|改下|修改)(?:一下|下)? ?(?:刚才|上一?条|我的|申报|我报|D(?:报|的)|Q|日期|数量)|(?:刚才|上一?条|那条|我报的|D报的)~(?:改成|改为|改到|应该是|更正)',
    (_, speech, tools) => {
      if (marksIn(speech).some(({ date }) => date?.future === true)) return null
      const right = /不是[^,]{1,8}[, ]*是([^,]{2,10})$/u.exec(speech.text)?.[1]
      const slots = said({ ...corrected(speech), cat: right === undefined ? undefined : tools.deed(right)?.cat })
      return Object.keys(slots).length > 1 ||
        /错|反了|不对|改/u.test(speech.mask.replace('改正', '')) ||
        /报|刚|那条|[CD]/u.test(speech.mask)
        ? slots
        : null
    },
    {
      roles: ['villager', 'cadre'],
      unless: `[?？]|吗$|不对吧|(?:D|Q)吧$|^(?:补充)|${OTHER_MATTERS}|作业|老师|快递|地址|票|手机号|电话|{points}改成|价|每`,
    },
  ),
  rule(
    'witness',
    'witness',
    '(?:C|N)~(?:作证|在场|证明)|P~(?:我|俺)(?:在旁边|就在|亲眼|都)*(?:看着|看见|看到|瞧见|在场)|(?:我|俺)~(?:在场|看见|看到)~(?:可以|能|愿意)(?:给|帮|替)?(?:他|她)?(?:作证|证明)|(?:我|俺|咱|我们)(?:都|们)?(?:能|可以|来|愿意|给|帮|也)?(?:给|帮|替)?(?:P|F|R|他|她)?(?:家)?(?:作证|作个证|做证|证明|当证人|做个证|证实)|(?:我|俺)(?:亲眼|亲自|当时|在场|也)?(?:看见|看到|瞧见|见到|见)(?:了|的)?~(?:P|F)~(?:确实|真的|去了|在|扫|清|捡|来了)~(?:作证|没假|是真|属实|证明|$)|(?:P|F)~(?:确实|真的|是真|的确)(?:去|来|扫|清|捡|参加|干|做|在|帮|送)',
    (_, speech, tools) => {
      const date = marksIn(speech).find(({ letter }) => letter === 'D')?.date
      if (deedOf(speech, tools)?.bad === true) return null
      const about = people(speech).length > 0 || caseIn(speech) !== undefined || speech.card !== null || deedOf(speech, tools) !== null
      if (!about && !/那[天日晚]|在场|一起|一块|确实|真的|去了/u.test(speech.mask)) return null
      return said({
        who: people(speech).length === 0 ? undefined : people(speech),
        target: caseIn(speech) ?? speech.card?.target ?? undefined,
        cat: deedOf(speech, tools)?.cat,
        date: date?.past,
      })
    },
    { unless: '^(?:C|N)(?:号)? ?(?:我|再)?补|[?？]|吗|谁|补充|证明人|法院|警察|身份证|开.{0,4}证明|好吃|好看|漂亮' },
  ),
  rule(
    'supplement',
    'supplement',
    '^(?:给)?(?:补充|补)?(?:一下|说明)? ?(?:C|N)(?:号)?(?:那条)?(?:再)?(?=补)|^(?:补充|补)(?:一下|说明)? ?(?:C|N)|^(?:C|N)(?:号)? ?(?:的|我)?(?:再|来)?补(?:充|一?下|个|张|Q)|^(?:补|补充|补个|补张|补一下|补一?张|再补|补上|补交|追加)(?:一下|下|个|张|几张|一张|点|发|Q)?(?:照片|图片|图|证据|凭证|说明|材料|视频|证明|I|:|,|$|刚才|D|C|地点|时间)|(?:照片|图片|凭证|证据|证明|证明材料|收据|证书|献血证|图|发票)(?:我)?(?:补发|补传|补交|重发|补|发|拍|找|传|交|拿)(?:上|来|过来|好|到|给|一下|了|齐)|(?:刚才|上一?条|那个|那条|D报的)~(?:加|补|添)(?:个|一下|张|上|一张)*(?:地点|时间|照片|证明人|证人|说明|数量)|(?:刚才|上一?条|那个|那条|D报的)~(?:忘了?(?:说|写|讲|加)|漏(?:写|说|了)|还有|补充|少写|没写)|(?:忘了?(?:说|写)|漏(?:说|写)了|还要加上|补充一?(?:句|点|下))(?=.{0,40}(?:报|申报|[CIDQ]|照片|地点|时间|证|那条|刚才|刚))|^(?:这是|这张是|给)?(?:刚才|上面|我报|我刚|前面|那个|那条|D(?:报|扫|那|交|的))~(?:的)?(?:照片|凭证|图|证|证据|证明)',
    (_, speech) => {
      const date = marksIn(speech).find(({ letter, text }) => letter === 'D' && !/^(?:刚|头先|方才|才刚)/u.test(text))?.date
      const image = marksIn(speech).some(({ letter }) => letter === 'I')
      return said({
        target: latest(speech),
        evidence: image ? ['image'] : undefined,
        date: date?.past,
        witness: /作证|看见|在场/u.test(speech.mask) ? people(speech) : undefined,
      })
    },
    {
      unless: `${OTHER_MATTERS}|[?？]|吗|作业|补课|补牙|补胎|密码|带钥匙|带伞|做饭|碗筷|(?:照片|图|视频)(?:给我|给大家|到群里)?(?:发|传)(?:一?下|来|出来|群里)(?!了)`,
      roles: ['villager', 'cadre'],
    },
  ),
  rule(
    'photo under the own receipt',
    'supplement',
    'I|照片|凭证|证明|收据|在这|补|P(?:看见|作证|在场)|发了|拍了',
    (_, speech) =>
      speech.card?.byBot && speech.card.target !== null
        ? said({ target: speech.card.target, evidence: marksIn(speech).some(({ letter }) => letter === 'I') ? ['image'] : undefined })
        : null,
    { roles: ['villager', 'cadre'] },
  ),
]

/** the words of a line after a place, without leading punctuation */
export const restOf = (speech: Speech, from: number): string => wordsIn(speech, from, speech.mask.length).replace(/^[ ,.。:;、!]+/u, '')
