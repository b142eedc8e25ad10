import type { IntentName } from '../../../models/intent.ts'
import type { Speech } from '../line.ts'
import { marksIn, wordsIn } from '../marks.ts'
import { pattern } from '../pattern.ts'
import { caseOf, resolution, underCard } from './review-cards.ts'
import { byNumber } from './review-numbers.ts'
import { byOwner, evidenceOf } from './review-names.ts'
import { type Rule, rule, said } from '../rule.ts'

const REVIEWER = ['reviewer'] as const

/** a refusal anywhere before the words of agreement: nothing is approved */
const REFUSED = '(?:不|没|别|莫|未|勿|甭)(?:都|全|能|要|予|给|再|全部)?(?:同意|通过|过|批|批准|准|行|可以)'

const target = (match: RegExpExecArray, speech: Speech): string =>
  marksIn(speech, 0, match.index + match[0].length).find(({ letter }) => letter === 'P' || letter === 'F')?.person?.name ?? ''

const byName = (intent: IntentName, words: string): Rule =>
  rule(
    `${intent} by name`,
    intent,
    `^(?:把)? (?:${words})(?:掉|了)? (?:P|F)(?:家)?{that}?(?:扫|清|捡)?[^说讲,]{0,8}(?:_|$)(?!说)|^(?:把|给)?(?:P|F)(?:家)?{that}(?:也|就|都|可以|给|先|应该|的|我|_|扫|清|捡|路|沟|渠|[^,](?=[^,]{0,5}(?:通过|同意|驳|不|没|未|先|回|打)))*(?:${words})(?:了|掉|吧)?(?:_|$)`,
    (match, speech) => {
      const rest = wordsIn(speech, match.index + match[0].length, speech.mask.length)
      return said({ target: target(match, speech), reason: intent === 'approve' || rest === '' ? undefined : rest, points: undefined })
    },
    {
      roles: REVIEWER,
      unless:
        '[?？]|吗$|被(?:驳|打|退)|说的|讲的|的话|意见|提议|看法|吃|喝|考试|驾照|科目|体检|面试|政审|四级|六级|手术|贷款|签证|比赛|生日|好友|年检|检疫|(?:P|F)(?:家)?的?(?:R|娃|孩子|崽|闺女)|(?:P|F)(?:家)?的(?:婚事|亲事|车|房|职称|方案|工作|工资|彩礼|病|货|生意|店|对象|低保|补贴)',
    },
  )

const bare = (intent: IntentName, words: string): Rule =>
  rule(`${intent}, only pending`, intent, `^(?:这条|这个|刚才那条|那条)?(?:${words})$`, () => ({ target: 'only_pending' }), {
    roles: REVIEWER,
  })

/** 全过，何金水那个先不批: what is left out stands in the last words */
const leftOut = rule(
  'all, but not one',
  'approve_all',
  '^(?:待审|今天|这些|手上|{other}|所有|D|的|几条|这几条|_)*{all}(?:给)?(?:过|通过|批|批准|同意|准)(?:了|吧)?_ ?(?:除了?|不算|排除)(?:P|F|C|N)(?:(?:号|家)?(?:_|和|跟|与|及)?(?:P|F|C|N))*(?:号|家)?(?:的|那个|那条|这条|那几条|以外|之外|外)*$|^(?:待审|今天|这些|手上|{other}|所有|D|的|几条|这几条|_)*{all}(?:给)?(?:过|通过|批|批准|同意|准)(?:了|吧)?_ ?(?:就|只|但)?(?:(?:P|F|C|N)(?:号|家|的|那个|那条|这条|这个|先|暂|和|跟|_)*)+(?:不批|不过|不通过|不同意|不动|放着|放一放|缓一缓|缓|除外|不算|等等|再说|别批|别动)(?:了|吧)?$',
  (_, speech) => said({ scope: 'my_pending', except: exceptions(speech) }),
  { roles: REVIEWER },
)

const allButOne: Rule = {
  ...leftOut,
  read: (speech, tools) => {
    const read = leftOut.read(speech, tools)
    return read && { ...read, leftOut: true }
  },
}

/** 异议维持: the reviewer answers the objection that was put to the panel; a villager's own begins with what is wrong */
const OBJECTION_HEAD = pattern(
  '^(?:这个|这条|那条|那个|最新的?(?:那个|那条)?|最近的?(?:那个|那条)?|头一(?:个|条)|上一?(?:个|条)|刚才(?:那个|那条)?|(?:对)?(?:P|F)(?:家)?(?:提)?的|D的)*异议(?:的事)?[ ,:]*(?:我看|我们|查了|查过了?|经查|核实了?|看了|问了|开会定了)*[ ,:]*',
)
const ANSWER = pattern('^(?:维持|不成立|属实|不属实|成立|驳回|撤销|改正|更正|无效|有效|照旧|不予|补S|改成?S|改为S|没道理|有道理)')

/** Decisions of reviewers, most specific first. */
export const reviewRules: readonly Rule[] = [
  underCard,
  {
    name: 'answer to the objection at hand',
    roles: REVIEWER,
    read: (speech) => {
      const head = OBJECTION_HEAD.exec(speech.mask)?.[0].length ?? 0
      if (head === 0 || !ANSWER.test(speech.mask.slice(head))) return null
      const named = marksIn(speech, 0, head).find(({ letter }) => letter === 'P' || letter === 'F')?.person?.name
      return resolution(speech, named ?? 'latest_objection', head)
    },
  },
  rule(
    'all but',
    'approve_all',
    '(?:除了?|不算|排除|除) (?:P|F)(?: (?:和|跟|与|及)? (?:P|F))*~(?:{all}|{other})~(?:{pass}(?:了|吧|的)?(?:$|_)|(?:行|可以)(?:的)?$)',
    (match, speech) => ({
      scope: 'my_pending',
      except: marksIn(speech)
        .filter(({ letter }) => letter === 'P' || letter === 'F')
        .map(({ person }) => person?.name ?? ''),
    }),
    { roles: REVIEWER, unless: `[?？]|吗|${REFUSED}` },
  ),
  rule(
    'all but some cases',
    'approve_all',
    '^(?:(?:待审|手上|这些|今天)(?:的)?(?:里头?|中|里面)?)?(?:除了?|不算|排除) (?:C|N)(?: (?:和|跟|与|及)? (?:C|N))*(?:号)?(?:那条|这条|的|那几条|这几条)? (?:以外|之外|外)? {other}?(?:的)?{all}(?:给)?{pass}(?:了|吧|的)?(?:$|_)',
    (_, speech) => said({ scope: 'my_pending', except: exceptions(speech) }),
    { roles: REVIEWER, unless: `[?？]|吗|${REFUSED}` },
  ),
  rule(
    'others all, not one',
    'approve_all',
    '{other}(?:的|几条|几个)?{all}?(?:给)?{pass}(?:了|吧|的)?(?:$|_)',
    (_, speech) => said({ scope: 'my_pending', except: exceptions(speech) }),
    { roles: REVIEWER, unless: `[?？]|吗|火锅|${REFUSED}` },
  ),
  byNumber,
  allButOne,
  evidenceOf,
  rule(
    'all',
    'approve_all',
    '^(?:待审|今天|这些|我这边?|我手上|手上|手头|{other}|所有|D|的|几条|这几条|_)*(?:{all}|所有的?都?)(?:同意|通过|过|批了?|批准|准了?|给过|审过)(?:了|吧)?$|^(?:通过|同意|批准)(?:全部|所有)(?:的)?(?:待审)?$',
    () => ({ scope: 'my_pending' }),
    { roles: REVIEWER, unless: `[?？]|吗|${REFUSED}` },
  ),
  byOwner,
  byName('reject', '驳回|不予通过|不能通过|不给通过|没通过|未通过|不予批准|不批准|不通过|不同意|打回|不批|退回|不给过|否掉|否决|驳(?!倒)'),
  rule(
    'reject by name, 不行',
    'reject',
    '^(?:P|F)(?:家)?(?:的|那条|那个|的那条|的那个|报的)不行(?:_|$)',
    (match, speech) => {
      const rest = wordsIn(speech, match[0].length, speech.mask.length)
      return said({ target: target(match, speech), reason: rest === '' ? undefined : rest })
    },
    { roles: REVIEWER, unless: '[?？]|吗$' },
  ),
  byName('approve', '通过|同意|批准|准|批|过|审核通过'),
  byName('defer', '先放着|先放放|放放|先放一放|缓一缓|先缓缓|暂缓|先不审|放一放'),
  byName('recuse', '我回避|回避|我不审|我避嫌'),
  rule(
    'recuse',
    'recuse',
    '(?:我|俺)?(?:要|得|申请|应该|需要)?(?:回避|避嫌)|我(?:家|自家)~我不审|(?:自己|自家|我家)(?:的|那条)~(?:不好审|不能审|别人审|你们审)',
    (_, speech) => said({ target: recused(speech) }),
    { roles: REVIEWER, unless: '[?？]|吗|谁|应不应|他|要不要|什么|啥|干嘛' },
  ),
  rule(
    'revoke',
    'revoke',
    '^(?:撤|撤销|撤回)(?:了)?(?: (?:C|N)(?:号)?)?$|(?:撤|撤销|撤回|收回)(?:了|掉)?(?:我)?(?:对|给)?(?:C|N|P)(?:号)?(?:的|那条|家)*(?:通过|审核|驳回|同意|决定|批准)|(?:刚才|刚刚|D|上一条)~(?:通过|批|审|驳)~(?:撤|收回|不算)|(?:刚才|刚刚|D|上一条|那条|P)~(?:批|审|点|按|过|驳)错|手滑|^(?:(?:点|按|批|审|驳)错了 ?)+(?:C|N)|(?:批|审|点)错了~(?:撤|收回|改)|(?:批|审|过|通过)(?:了)?的?(?:C|N)~(?:收回|撤|不算)|(?:撤回|撤销|收回)(?:我)?(?:刚才|刚刚|D|上一?条)?(?:的)?(?:审核|通过|同意|决定|批准|驳回)',
    (_, speech) => ({ target: revoked(speech) }),
    { roles: REVIEWER, unless: '[?？]|吗' },
  ),
  rule(
    'delegate',
    'delegate',
    '(?:委托|授权|拜托|托付|指定|托|让|请|转给|交给|由)(?:给)? P ~(?:审|批|代|替|处理|把关)|(?:这几天|这段时间|我不在|出门|外出|D)~(?:交给|委托|托给|让|由|请) P|(?:审核|审批|待审)~(?:转|交|托)(?:给) P',
    (_, speech) => said({ to: names(speech), period: undefined }),
    { roles: REVIEWER, unless: '[?？]|吗' },
  ),
  rule(
    'next',
    'next_pending',
    '^(?:好|行|继续|接着|来)?[ ,]*(?:审|看|来|批)?(?:下一(?:条|个|位)|下(?:条|个)|再来(?:一(?:条|个)|Q)|接着(?:审|来)|继续审|还有下一(?:条|个)|来下一(?:条|个)|继续(?:审)?|接着)$',
    () => ({}),
    { roles: REVIEWER },
  ),
  rule(
    'pending',
    'query_pending',
    '(?:看看|看下|查|还有|还|我这)~(?:压着|堆着|积着)(?:几|多少)(?:条|个|单)|^(?:我的?)?(?:待审|待办|待审列表|待审清单|待审核|未审)(?:的)?$|(?:还有|有|剩|还剩|积压|压了|手上|我这|我这里|我这儿|列出|看看|看下|查)~(?:没审|要审|待审|未审|没批(?!发)|要批(?!发)|待批|等批|待我审|等我审|等着审|需要审)|(?:哪些|哪几条|多少条|几条|啥|几个)~(?:没审|待审|要审|未审|没批|等审)|待审(?:的)?(?:有|还有)?(?:几|多少|哪)|(?:没审|待审|未审|没批)(?:的)?(?:都|给我)?(?:列|报|发|看|晒|给)(?:一?下|出来|看|我|给|哈|过来)*$',
    () => ({}),
    { roles: ['reviewer', 'cadre'], unless: '谁没审|催|提醒|P~没审|(?<![要待没等])(?:通过|同意|批|过)了?$|转给|交给|委托' },
  ),
  bare(
    'approve',
    '通过|同意|批准|准了|批了|审核通过|可以通过|予以通过|通过了|同意[ ,](?:加分|给分|加上|通过|过)|通过[ ,](?:加分|给分)|同意通过|准予通过|通过吧|准|我同意|我通过',
  ),
  rule(
    'reject, only pending',
    'reject',
    '^(?:这条|这个|那条)?(?:(?:不通过|驳回|不批准?|打回|不予通过|不给过)(?:了|吧)?(?:$|[ ,:])|(?:不同意|我不同意|不能过|退回去)(?:了|吧)?$)',
    (match, speech) => {
      const reason = wordsIn(speech, match[0].length, speech.mask.length)
      return said({ target: 'only_pending', reason: reason === '' ? undefined : reason })
    },
    { roles: REVIEWER, unless: '[?？]|吗|你|说' },
  ),
  bare('defer', '先放着|先放一放|缓一缓|暂缓|先放放|再议|先缓缓|回头再审|待定'),
  rule(
    'modified, only pending',
    'approve_modified',
    '^(?:这条|这个)?(?:改成?|改为|给|按|通过 (?:改成?|给))S$',
    (_, speech) => said({ target: 'only_pending', points: marksIn(speech).find(({ letter }) => letter === 'S')?.quantity?.value }),
    { roles: REVIEWER },
  ),
]

const names = (speech: Speech): readonly string[] =>
  marksIn(speech)
    .filter(({ letter }) => letter === 'P')
    .map(({ person }) => person?.name ?? '')

function exceptions(speech: Speech): readonly string[] | undefined {
  const people = marksIn(speech)
    .filter(({ letter }) => 'PF'.includes(letter))
    .map(({ person }) => person?.name ?? '')
  const cases = marksIn(speech)
    .filter(({ letter }) => letter === 'C' || letter === 'N')
    .map(caseOf)
  const all = [...people, ...cases]
  return all.length === 0 ? undefined : all
}

const recused = (speech: Speech): string | undefined => {
  const mark = marksIn(speech).find(({ letter }) => 'CPF'.includes(letter))
  return mark?.letter === 'C' ? caseOf(mark) : (mark?.person?.name ?? undefined)
}

const revoked = (speech: Speech): string => {
  const mark = marksIn(speech).find(({ letter }) => 'CNPF'.includes(letter))
  if (!mark) return 'latest'
  return mark.letter === 'C' || mark.letter === 'N' ? caseOf(mark) : (mark.person?.name ?? 'latest')
}
