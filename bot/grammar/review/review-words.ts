import { pattern } from '../pattern.ts'

/** What a decision says, from the words that stand after a case number, under a card or alone. */
export type Verdict = 'approve' | 'approve_modified' | 'reject' | 'defer' | 'request_evidence' | 'recuse' | 'revoke'

const QUESTION = pattern(
  '[?？]|([一-龥])不\\1|吗|么$|(?:没问题|没错|可以的?|是|对|行的?|属实)吧|呢$|不$|没$|没有$|咋|怎么|为啥|为什么|是不是|能不能|可不可以|行不行|好不好',
)
const APPROVE = pattern(
  '^(?:我|这条|这个|这事|经核实|核实了|核实|看过了|看了|审核|审|予以|给|给予|可以|同意|应该|全部|全|一起|一并|一律|一齐|都|也|嗯|好|是的|对|情况|照片我看了|现场我去过|我看行|我看|我这边|表示|就这么定|就这么办|确有此事|经查|查过了|问过了|看见了|我看见的|有这事|是有这事|就|给他|给她|按这个|照这个)*' +
    ' (?:通过|同意|应该给|该给|可行|行的|对的|支持一下|支持|批准|准了?|批了?|可以|行|中|要得|没问题|莫得问题|冇问题|没得问题|没有问题|没得?意见|没啥意见|没什么意见|没得?异议|没得?毛病|没啥毛病|没话说|没啥(?:好)?说的|无异议|没毛病|ok|okay|好|好的|过|认可|认|属实|赞成|得|成|妥|阔以|对头|放行|支持|情况属实|确实|是真的|真的|真实|不假|靠谱|给过|算数|该给|应该的|该加|使得|可|得行|yes|确认)(?:了|吧|的|咯|啦|的吧|\\+1|一下)*(?:$|_|[,，()]|干|辛苦|给|加|不错|很|确实|我|他|她|属实|没|照|可以|同意|通过|批|行|S|N)',
)
const REJECT = pattern(
  '不过(?=$|[ ,.!;:了吧的哈啊审哦])|[莫勿甭]批|别批|(?:行|中|过|批|可以|同意|好)(?:个)?(?:啥|什么|屁|毛|鬼|锤子)|没(?:见|看见|看到|瞧见)(?:过)?(?:他|她|P|人)|压根|不通过|不同意|不批|(?<![拿说吃])不准|驳回|打回|退回(?!去?补|[^,]{0,3}补充)|否决|不给|不过关|不能(?:过|批|给|认|算|同意)|别过|别通过|没通过|不予|不认|不算|不中|不得行|要不得|不可以|拒绝|毙掉|毙了|否了|不行|不合格|不符合|不属实|不能通过|不应该|通不过|不能给|不该|pass掉|冇得|莫得行|不可|没同意|未通过|作废|假的|没有的事|没这回事|没这事|不能加|不该加|不够格|不够条件|过不了|虚报|重复(?:报|了|申报)|报重了|(?:他|她|人|P)(?:家)?(?:D|那天|根本|压根|又|都)*没(?:去|来|干|做|扫|清|捡|参加|出工|到)|(?:D|那天)[^,]{0,6}(?:在外地|不在|在镇上|在县城|没出工)|收了?(?:人家)?钱|^否(?![则认])|^驳(?![船杂])|不成|反对|(?:过|批|给|认|通|加)不(?:得|成|下)',
)
/** What a reviewer may want to see before deciding. */
export const PAPERS =
  '录取通知书|通知书|献血证|捐血证|荣誉证书|证书|奖状|奖牌|牌匾|照片|相片|图片|图|证明|凭证|凭据|证据|证|材料|发票|收据|收条|小票|票据|单据|转账记录|截图|回执|签到表|登记表|病历|原件|复印件|录像|视频'
const EVIDENCE = pattern(
  `(?:${PAPERS})[^错]{0,10}(?:补|发|拍|拿|传|上|给|呢|看看|来|有没有|没有|在哪|缺|要|晒|亮|出示|交|附)|(?:补|发|拍|拿|传|上传|交|缺|要|有没有|有|没有|没|来|附|看下|看看|晒|亮|出示|提供)[^错]{0,6}(?:${PAPERS})|(?:谁|哪个|哪位)(?:能|来|可以)?(?:看见|看到|证明|作证|在场)|证人(?:是|呢|在|有)|有(?:没有)?证人|有人(?:看见|证明)|说清楚|写清楚|讲清楚|补充|哪一?段|哪天的|几点|什么时候|拍个?照|具体(?:哪|在)|哪里的|在哪(?:儿|里)?(?:修|扫|清|干|捡|弄|做)?的|拍(?:一?张|个|下|来)|补照|补张|补个`,
)
const DEFER = pattern(
  '(?:拿|吃|说)不准|不好说|不确定|^缓$|D再|先放|压一压|先压|(?:先|暂时|暂且)(?:不动|摆|挂|留|搁|停)|放一边|等开会|缓一?缓|缓一?下|缓缓|等[^,]{1,8}再(?:定|说|审|议|看|批)|等等|等一?下|等会|再等|回头再|回头看|暂缓|搁|再议|待定|先不|先莫|先别|暂不|等(?:评议|会上|大家|核|查)|明天再|晚点|改天|下次(?:再|会|开会)|放一放|先留|留着|再看看|再核实|核实(?:一?下)?再|我去(?:看|现场)|开会(?:再|讨论)|上会|等我|等P|过两天|过[QD]再|过几天|先等|稍后|押后|延后|晚上再|缓办|先压|再问问|问问再|问清|(?:D|明天|后天)看|我查查|查一?下再|了解一?下|看看情况',
)
const RECUSE = pattern(
  '回避|避嫌|(?:我|自己|俺)家(?:的|里)?[^,]{0,8}(?:不审|不好审|不参与|不方便|不能审|别让我|别人审|换人)|我不(?:好|能|便|方便)?审|我审不合适|(?:是我|我)(?:家|亲|侄|弟|哥|舅|姐|妹|叔|外甥|媳妇|儿|R)[^,]{0,8}[, ](?:换|别人|让别|请别|你们)|换(?:个)?(?:人|P|F|别人)审|避一[下避]|让别人审|别人来审|不便审',
)
const REVOKE = pattern('^撤$|撤(?:销|回|掉)|(?:批|审|点|按|过|发|回|驳)错|手滑|不算数|收回|作罢|按快了|撤了|批早了')
const MODIFY = pattern(
  '(?:改成?|给|算|按|记|调成?|降到|降成|降为|加到|改为|应该是|只能给|最多给|就给|就算|改作|先给|只给|给个)(?:他|她|个)?(?:S|N)(?!以)|^S|(?:加|多给|添|再加|补)(?:他|她)?S|(?:减|少给|扣|少|降)(?:他|她|掉)?S|减半|一半|折半|对半|对折|打折|翻倍|加倍',
)

/** The decision in some words, and where it stands; null when they decide nothing. Doubt is never an approval. */
export function verdictIn(spoken: string): Verdict | null {
  const words = spoken.replace(SEEN, '').replace(NOTHING_AGAINST, '同意')
  if (words === '' || words.length > 120) return null
  if (/真的假的|真假|真的吗|不会吧/u.test(words)) return null
  if (NOT_YET.test(words)) return 'defer'
  if (REVOKE.test(words)) return 'revoke'
  if (RECUSE.test(words)) return 'recuse'
  const doubtful = QUESTION.test(words)
  const negated = NOT_NO.test(words)
  const asks = EVIDENCE.test(words)
  if (negated) return asks ? 'request_evidence' : 'defer'
  if (REJECT.test(words) && !doubtful && !/(?:谁|哪个|哪位)(?:能|来|可以)?(?:证明|作证|看见)|没(?:照片|图|证)[^,]*(?:补|发)/u.test(words))
    return 'reject'
  if (/^(?:照片|相片|图|证)[^,]{0,6}(?:看了|有了|收到|清楚|没问题)/u.test(words) && APPROVE.test(words.replace(/^[^,]*[, ]/u, '')))
    return modified(words) ?? 'approve'
  const change = modified(words)
  if (change && !doubtful) return change
  if (DEFER.test(words)) return 'defer'
  if (asks) return 'request_evidence'
  if (doubtful) return null
  return APPROVE.test(words) && !NEGATION.test(words) ? 'approve' : null
}

/** 我看见他干的，可以: what the reviewer saw goes before the decision */
const SEEN = /^我(?:亲眼|当时|那天|也|路过)*(?:看见|看到|见到|瞧见|见|在场|晓得|知道|问过|核实过)[^,不没假别]{0,10}[, ]+(?=[^ ,])/u
/** 没啥不同意的: two noes that agree. */
export const NOTHING_AGAINST = /没(?:啥|什么|得啥|有啥|得什么|有什么)(?:好|可)?不(?:同意|可以|行|通过|批)的?/u
/** 先莫通过 waits, it refuses nothing */
const NOT_YET = /(?:先|暂时|暂且|暂)(?:莫|别|不要|不忙|不急)(?:着急|急着|忙着)?(?:通过|批|过|审|给|动|定|同意)/u
/** 不是不批, 没说不给: no refusal, and no approval either */
const NOT_NO =
  /(?:不是|没说|没讲|也不是|并非|不是说|又不是)(?:我)?(?:不(?:想|肯|愿|让)?(?:行|可以|同意|给|批|过|准|认|通过|算|加)|卡你|为难)/u

const NEGATION = /(?:不|没|别|莫|未|勿|甭|冇|无法|难)(?!(?:得|啥|什么|有)?(?:问题|意见|毛病|异议|话说|(?:好)?说的)|错)/u

const modified = (words: string): Verdict | null =>
  MODIFY.test(words) && !/[0-9一二三四五]点/u.test(words.slice(0, 3)) ? 'approve_modified' : null

/** The reason in some words of a decision: what is left when the decision itself is taken off. */
export function reasonIn(words: string): string | undefined {
  const rest = words
    .replace(
      /^(?:不通过|不同意|不批准|不批|驳回|打回|不行|不准|不予通过|否决|不给过|不能过|不认|拒绝|退回|改成?S|改为S|给S|加S|减S|先放着|先放一放|先放放|缓一缓|暂缓|回避|维持|撤销|改正|更正|属实|不属实|通过|同意|撤回|撤)[ ,.。:;、!]*/u,
      '',
    )
    .replace(/^(?:因为|理由是?|原因是?|吧|了|的)[ ,:]*/u, '')
    .trim()
  return rest === '' || (rest === words.trim() && rest.length < 3) ? undefined : rest
}
