import type { Cat } from '../categories.ts'
import type { Finding } from './problem.ts'
import { doubtful, wrong } from './problem.ts'
import type { Item, Scheme } from '../scheme.ts'
import { capsOn } from '../rates/sections.ts'

interface Forbidden {
  readonly words: RegExp
  readonly message: string
}

const PETITION = /信访|上访/u

/** What no deduction may be for, however it is worded (law.md §1, hard). */
const neverDeducted: readonly Forbidden[] = [
  {
    words: /信访|上访|举报|投诉|告状|检举|反映(?:问题|情况)/u,
    message: '不能因信访、举报扣分（信访工作条例：不得打击报复），请删掉这一项',
  },
  { words: /批评|意见|言论|牢骚|发言|顶撞|差评|骂(?:干部|村官)/u, message: '不能因说话、提意见扣分（宪法第四十一条），请删掉这一项' },
  { words: /救济|救助|低保|求助|要补助/u, message: '不能因申请救助扣分（社会救助暂行办法），请删掉这一项' },
  {
    words: /(?:不|没|未|拒|缺|少|躲).{0,4}(?:出工|义务工|劳动|捐|志愿)|缺工|误工/u,
    message: '义务出工和捐款全凭自愿，不能因没参加扣分，请删掉这一项',
  },
  { words: /征地|拆迁|拆房|让地|签字|签协议/u, message: '征地拆迁不能和积分挂钩，请删掉这一项' },
]

/** What no item may be about. */
const neverItem: readonly Forbidden[] = [
  { words: /罚款|罚金|罚钱|交钱|押金/u, message: '村里无权罚款，积分办法里不能写罚款、交钱，请删掉' },
  {
    words: /打卡|登录|签到|下载|安装|点赞|转发|集赞|关注公众号|刷屏|注册账号/u,
    message: '不能给打卡、登录、转发、装软件记分（整治形式主义规定），请删掉这一项',
  },
  { words: /指纹|人脸|刷脸/u, message: '不能采集指纹、人脸（个人信息保护法第二十八条），请改用取货码和签字' },
]

/** What points may not do (MIN-5 and law.md §1). */
const neverUse: readonly Forbidden[] = [
  {
    words: /(?:停|扣|取消|剥夺|减|不得享受|不能享受|不予).{0,8}(?:补贴|补助|低保|救助|股份|股权|分红|集体(?:经济)?收益|承包)/u,
    message: '积分不得影响政府补贴、低保和集体收益（中农发〔2020〕11号），请删掉这一行',
  },
  { words: /成员资格|成员身份|集体成员/u, message: '积分不能决定集体成员资格（农村集体经济组织法），请删掉这一行' },
  { words: /参选|候选|选举|罢免|免职|撤职|工资|报酬|绩效/u, message: '积分不能决定当选、免职或工资，只能作评议参考，请删掉这一行' },
  { words: /罚款|罚金|罚钱/u, message: '村里无权罚款，请删掉这一行' },
  {
    words: /公开.{0,4}黑榜|黑榜.{0,4}(?:公开|公示|公布)|黑旗/u,
    message: '不能公开黑榜、插黑旗（个人信息保护法第二十五条），请改为私下提醒、到期复查',
  },
  { words: /兑换?现金|换钱|提现|折现/u, message: '积分不兑现金（人民银行法第二十条），请改为生活用品' },
]

/** Bad conduct that is for the competent office to find: without its decision, or own admission, no deduction. */
const needsBasis: ReadonlySet<Cat> = new Set<Cat>(['gamble', 'burn', 'illegal_build', 'rumor', 'fish_poison', 'firework'])

const volunteered: ReadonlySet<Cat> = new Set<Cat>(['duty_labor', 'volunteer', 'donate', 'meeting', 'blood', 'military', 'land_support'])

const firstOf = (rules: readonly Forbidden[], text: string) => rules.find(({ words }) => words.test(text))

/** Only what an item is called is held against the words: the problem it addresses may well speak of complaints. */
function worded(item: Item, index: number, rules: readonly Forbidden[]): readonly Finding[] {
  const texts = [
    { text: item.name, path: ['items', index, 'name'] },
    ...item.words.map((text, place) => ({ text, path: ['items', index, 'words', place] })),
  ]
  return texts.flatMap(({ text, path }) => {
    const rule = firstOf(rules, text)
    return rule === undefined ? [] : [wrong(path, `“${text}”：${rule.message}`)]
  })
}

function petitionFindings({ problem, name }: Item, index: number): readonly Finding[] {
  if (!PETITION.test(problem)) return []
  return [wrong(['items', index, 'problem'], `“${name}”：不能为了减少信访而扣分（信访工作条例：不得打击报复），请删掉这一项`)]
}

function basisFindings({ cat, name, basis }: Item, index: number): readonly Finding[] {
  if (cat === 'rumor' && basis !== 'decision') {
    return [wrong(['items', index], `“${name}”：没有公安机关的决定不能因言论扣分，请删掉这一项，或写 basis: decision`)]
  }
  if (!needsBasis.has(cat) || basis !== 'panel') return []
  return [wrong(['items', index], `“${name}”要有主管部门的决定或本人承认才能扣分，请写 basis: decision 或 basis: admission`)]
}

function deductionFindings(item: Item, index: number): readonly Finding[] {
  const { cat, name, evidence, rectifyDays, secondPerson, whoMayReport } = item
  const at = ['items', index]
  return [
    ...worded(item, index, neverDeducted),
    ...petitionFindings(item, index),
    ...(volunteered.has(cat) ? [wrong([...at, 'cat'], `“${name}”：这类事全凭自愿，不做也不能扣分，请删掉这一项`)] : []),
    ...basisFindings(item, index),
    ...(rectifyDays === undefined ? [wrong(at, `扣分项“${name}”要先给整改的日子，请写 rectifyDays: 14`)] : []),
    ...(evidence === 'required' ? [] : [wrong(at, `扣分项“${name}”要有凭证，请写 evidence: required`)]),
    ...(secondPerson ? [] : [wrong(at, `扣分项“${name}”要两户的两个人定，请写 secondPerson: true`)]),
    ...(whoMayReport === 'panel' ? [] : [wrong(at, `扣分项“${name}”只能由评议员提出，请写 whoMayReport: panel`)]),
  ]
}

function awardFindings(scheme: Scheme, item: Item, index: number): readonly Finding[] {
  const { cat, name, book, rate, limits, caps, rectifyDays } = item
  const at = ['items', index]
  const redeemable = scheme.books[book]?.redeemable === true
  const capped = limits.length + caps.length > 0 || capsOn(scheme, item).length > 0
  return [
    ...(cat === 'donate' && redeemable ? [wrong(at, `“${name}”：捐款捐物只记荣誉分，不能换东西，请写一本 redeemable: false 的账本`)] : []),
    ...(cat === 'donate' && !capped ? [wrong(at, `“${name}”：捐款捐物的分要封顶，请写 limits 或 caps`)] : []),
    ...(cat === 'land_support' && (redeemable || rate.kind !== 'fixed')
      ? [wrong(at, `“${name}”：让地、支持建设只能表示感谢，不能按面积计分、不能换东西，请用固定的荣誉分`)]
      : []),
    ...(rectifyDays === undefined ? [] : [doubtful([...at, 'rectifyDays'], `“${name}”是加分项，用不着整改天数，可以删掉`)]),
  ]
}

/** The lines of the law that can be seen in a scheme file; every finding says what to write instead. */
export function redLines(scheme: Scheme): readonly Finding[] {
  const items = scheme.items.flatMap((item, index) => [
    ...worded(item, index, neverItem),
    ...(item.kind === 'deduction' ? deductionFindings(item, index) : awardFindings(scheme, item, index)),
  ])
  const uses = scheme.uses.flatMap((text, index) => {
    const rule = firstOf(neverUse, text)
    return rule === undefined ? [] : [wrong(['uses', index], `“${text}”：${rule.message}`)]
  })
  return [...items, ...uses]
}
