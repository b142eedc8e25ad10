import { looksAhead, OTHER_MATTERS } from '../deeds/evidence.ts'
import type { Slots } from '../../../models/intent.ts'
import type { Speech } from '../line.ts'
import { marksIn } from '../marks.ts'
import { deedOf, rule, said, type Rule } from '../rule.ts'
import { amount, caseIn, people } from './dispute-slots.ts'

const latest = (speech: Speech): string => caseIn(speech) ?? speech.card?.target ?? 'latest_report'

/** what is right after all: of 是前天不是昨天 and 不是三袋是五袋 the part that 是 affirms */
function corrected(speech: Speech): Slots {
  const marks = [...speech.marks]
  const denied = new Set(
    marks
      .filter(([place]) => /(?:不是|不算|而不是|别是|不对)(?:的|了|我|写的|写)?$/u.test(speech.mask.slice(Math.max(0, place - 5), place)))
      .map(([place]) => place),
  )
  const changed = /改(?:成|为|到)|其实|实际/u.exec(speech.mask)?.index ?? -1
  const after = marks.filter(([place]) => place > changed)
  const right = (after.length > 0 ? after : marks).filter(([place]) => !denied.has(place)).map(([, mark]) => mark)
  const date = right.find(({ letter, text }) => letter === 'D' && !/^(?:刚|方才|头先|才刚)/u.test(text))?.date
  const quantity = right.find(({ letter, quantity: found }) => (letter === 'Q' || letter === 'M') && found?.kind !== 'hours')?.quantity
  const hours = right.find(({ quantity: found }) => found?.kind === 'hours')?.quantity
  const who = (/(?:帮|送|看|陪|照顾)的是/u.test(speech.mask) ? [] : right)
    .filter(({ letter }) => 'PR'.includes(letter))
    .map(({ person }) => person?.name ?? '')
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

/** 撤回: under the bot's receipt it takes back what the receipt confirms. */
export const takenBack: Rule = rule(
  'withdraw under the receipt',
  'withdraw',
  '^(?:撤回|撤销|撤|撤掉|撤了|取消|不报了|删掉|删了|收回|作废|算了不报了|我撤回|报错了|报重了)(?:吧|了|掉|这条|一下)?(?:$|_)',
  (_, speech) => (speech.card?.byBot && speech.card.target !== null ? { target: speech.card.target } : null),
  { roles: ['villager', 'cadre'] },
)

/** What a villager does with an own report or vouches for in another's: withdraw, correct, supplement, witness. */
export const ownReportRules: readonly Rule[] = [
  rule(
    'correction under the receipt',
    'correct',
    '^不是[^,]{1,8}[, ](?:而)?是[^,]{1,10}$',
    (_, speech, tools) => {
      if (!speech.card?.byBot || speech.card.target === null) return null
      const right = /是([^,]{2,10})$/u.exec(speech.text)?.[1]
      return said({ ...corrected(speech), cat: right === undefined ? undefined : tools.deed(right)?.cat })
    },
    { roles: ['villager', 'cadre'] },
  ),
  rule(
    'withdraw a report',
    'withdraw',
    '^(?:撤掉|撤了|撤|删掉|删了|取消)(?:吧|了)?[ ,](?:(?:那条|这条)(?=我|不算|不要|是|报|写|申报|错|重|$)|刚才|上一?条|我(?:写|报|发)错)|(?:那个|那条|刚才的?|上一?条|这个|这条)(?:我)?(?:申报|报的|报告|报的那条)?(?:就)?(?:别|莫|不要|不用)(?:再)?(?:给我)?(?:记|算|登|审)(?:分|了)*$|^(?:把|给我把)(?:C|N)(?:号)?(?:那条|这条)?(?:撤|取消|删|作废)(?:了|掉|回)?(?:吧)?$|^(?:C|N)(?:号)?(?:那条|这条|那个)?(?:我|是我)?(?:报|写|发)?(?:错|重)?了?~(?:撤|不要|删|作废|取消|不报)|报(?:了)?(?:两|2|Q|重)(?:遍|次|回|条)?~(?:撤|删|取消)|(?:报|申报|写|发|登)(?:错|重|岔|多)了?~(?:删|撤|取消|不要|去掉|作废|划掉|不算)|(?:撤回|撤销|取消|删掉|删除|不要|作废|撤掉)(?:我)?(?:刚才|刚刚|D|上一?条|那条|我)?(?:的)?(?:那个|那条|那次)?~(?:申报|报的|积分申请|报告|登记)|(?:刚才|刚刚|那条|上一?条|D(?:T)?(?:我)?(?:的)?(?:报|申报|那条|那个|发)|我的|我那条|我报的|报的)~(?:撤回|撤了|撤掉|不算|删掉|删了|不报了|取消|作废|不要了)|(?:申报|报的)(?:那条|那个)?(?:给我|帮我|先)?(?:取消|撤了|撤掉|撤回|不要了|作废|删了|删掉)(?:吧|了|掉)*$|^(?:不报了|算了不报了|那条不算|不算了撤掉)',
    (_, speech, tools) =>
      // 明天下雨取消扫路: what is put off was never reported
      looksAhead(speech)
        ? null
        : said({
            target: latest(speech),
            cat: deedOf(speech, tools)?.cat,
            date: marksIn(speech).find(({ letter }) => letter === 'D' && !/刚|头先|方才/u.test(speech.text))?.date?.past,
          }),
    {
      roles: ['villager', 'cadre'],
      unless:
        '消息|微信|群聊|换|兑|退|报名|来不了|去不了|婚|户口|房产|聚|去不成|来不成|不去了|不来了|不参加了|有事|快递|订单|黑榜|公示|信息|资料|数据|照片|拍',
    },
  ),
  rule(
    'correction',
    'correct',
    '^(?:更正|纠正)[:,](?:应该|应当|是|不是|我报|刚才|日期|时间|数量|地点|名字|人数|D|Q|M|C|P)|^(?:D|刚才|那条|上一?条)(?:那条|那个|的)?(?:时间|日期|数量|名字|地点|人|次数|斤数|日子)(?:讲|说|写|报|弄|搞|填)错(?:了)?[ ,]~(?:Q|D|M|P|T)|^(?:D|上一?条|那条|我|这条)(?:刚)?(?:报的|那条|那个|的|报)*不是[^,]{1,8}[, ]是[^,]{1,10}$|(?:少|多)(?:报|写|填|记|说|打)了~(?:改|是|应该|一共|总共|Q)|^(?:更正|改正|纠正|修改|改)(?:一下|下)? ?(?:C|N)(?!路)|^(?:C|N)(?:号)?(?:那条|的)? ?改(?:一?下)?[ ,:]*(?:是|应该|成|为|D|Q)|报的(?:Q|D|M)(?:不对)?改(?:成|为)|(?:打|写|报|说|弄|记|搞|填|转|听|发|识别)(?:错|岔)(?:了|字)*~(?:是|不是|应该|改)|(?:报|写|填|记|说)(?:少|多)了~(?:改|是|应该)|^(?:C|N)(?:号)?(?:那条|的)?应该是(?:Q|D|M|P|R)|报的是(?:Q|D|M)~(?:打|写|记|说)成|(?:报|写|填|记|说|打)成(?:了)?(?:D|Q|M|P|R|[一-龥]{1,4})(?:了)?~(?:其实|应该|实际)~是|(?:把)?(?:C|N)(?:号)?(?:那条|的)?(?:日期|时间|数量)?改(?:成|为)(?:D|Q|M|P|R)|(?:把)?(?:C|N)(?:号)?(?:那条|的)?(?:日期|时间|数量)改|不是[^,]{2,8}[, ]?(?:是|而是)[^,]{2,8}[, ](?:写|打|报|说|填|弄)错|(?:日期|时间|数量|名字|日子|地点|人|次数|斤数)(?:写|报|打|记|弄|搞)?(?:不对|错了?|有误|反了)|(?:不是|不对)(?:D|Q|M|S|P|R|N)~是(?:D|Q|M|S|P|R|N)|不是(?:我|P|R)~是(?:我家|我)?(?:的)?(?:P|R)~(?:的|改)|是(?:D|Q|M|S|P|R|N)(?:的)?(?: )?(?:不是|而不是)(?:D|Q|M|S|P|R|N)|(?:更正|纠正|改正)(?:一下|下)?(?: )?(?:刚才|上一?条|我的|申报|D|Q|日期|时间|数量|为|成|[:,]|不是)|(?:改一下|改下|修改)(?:一下|下)? ?(?:刚才|上一?条|我的|申报|我报|D(?:报|的)|Q|日期|数量)|(?:刚才|上一?条|那条|我报的|D报的)~(?:改成|改为|改到|应该是|更正)',
    (_, speech, tools) => {
      if (marksIn(speech).some(({ date }) => date?.future === true)) return null
      const right = /不是[^,]{1,8}[, ]*是([^,]{2,10})$/u.exec(speech.text)?.[1]
      const slots = said({ ...corrected(speech), cat: right === undefined ? undefined : tools.deed(right)?.cat })
      return Object.keys(slots).length > 1 ||
        /错|反了|不对|改/u.test(speech.mask.replace('改正', '')) ||
        /^(?:更正|纠正)[:,](?:应该|应当|是|不是)|报|刚|那条|[CD]/u.test(speech.mask)
        ? slots
        : null
    },
    {
      roles: ['villager', 'cadre'],
      unless: `[?？]|吗$|不对吧|(?:D|Q)吧$|^(?:补充)|会议|首歌|停水|${OTHER_MATTERS}|作业|老师|快递|地址|票|手机号|电话|{points}改成|价|每`,
    },
  ),
  rule(
    'witness',
    'witness',
    '^(?:我)?(?:来|可以|能|愿意)?(?:给|帮|替|为)(?:P|F|R)(?:家)?(?:作证|作个证|做证|做个证|证明|证实)|^(?:我)?(?:来|可以|能|愿意)?(?:给)?(?:作证|证明|做个证)(?:一?下)?[ ,:]+(?:P|F)|(?:C|N)~(?:作证|在场|证明)|P~(?:我|俺)(?:在旁边|就在|亲眼|都)*(?:看着|看见|看到|瞧见|在场)|(?:我|俺)~(?:在场|看见|看到)~(?:可以|能|愿意)(?:给|帮|替)?(?:他|她)?(?:作证|证明)|(?:我|俺|咱|我们)(?:都|们)?(?:能|可以|来|愿意|给|帮|也)?(?:给|帮|替)?(?:P|F|R|他|她)?(?:家)?(?:作证|作个证|做证|证明|当证人|做个证|证实)|(?:我|俺)(?:亲眼|亲自|当时|在场|也)?(?:看见|看到|瞧见|见到|见)(?:了|的)?~(?:P|F)~(?:确实|真的|去了|在|扫|清|捡|来了)~(?:作证|没假|是真|属实|证明|$)|(?:P|F)~(?:确实|真的|是真|的确)(?:去|来|扫|清|捡|参加|干|做|在|帮|送)',
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
    '^(?:给)?(?:补充|补)?(?:一下|说明)? ?(?:C|N)(?:号)?(?:那条)?(?:再)?(?=补)|^(?:补充|补)(?:一下|说明)? ?(?:C|N)|^(?:C|N)(?:号)? ?(?:的|我)?(?:再|来)?补(?:充|一?下|个|张|Q)|^(?:补|补充|补个|补张|补一下|补一?张|再补|补上|补交|追加)(?:一下|下|个|张|几张|一张|点|发|Q)?(?:照片|图片|图|证据|凭证|说明|材料|视频|证明|I|:|,|$|刚才|D|C|地点|时间)|(?:照片|图片|凭证|证据|证明|证明材料|收据|证书|献血证|图|发票)(?:我)?(?:补发|补传|补交|重发|补|发|拍|找|传|交|拿)(?:上|来|过来|好|到|给|一下|了|齐)|(?:刚才|上一?条|那个|那条|D报的)~(?:加|补|添)(?:个|一下|张|上|一张)*(?:地点|时间|照片|证明人|证人|说明|数量)|(?:刚才|上一?条|那个|那条|D报的)~(?:忘了?(?:说|写|讲|加)|漏(?:写|说|了)|还有|补充|少写|没写)|(?:忘了?(?:说|写|讲|填)|漏(?:说|写|讲|填)了|还要加上|补充一?(?:句|点|下))(?=.{0,40}(?:报|申报|[CIDQ]|照片|地点|时间|证|那条|刚才|刚))|^(?:这是|这张是|给)?(?:刚才|上面|我报|我刚|前面|那个|那条|D(?:报|扫|那|交|的))~(?:的)?(?:照片|凭证|图|证|证据|证明)',
    (_, speech) => {
      if (marksIn(speech).some(({ date: day }) => day?.future === true)) return null
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
