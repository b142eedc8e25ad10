import type { Slots } from '../../../models/intent.ts'
import type { Clause, ReadDeed } from './clauses.ts'
import { elsewhere } from './evidence.ts'
import type { Speech } from '../line.ts'
import { marksIn } from '../marks.ts'
import { pattern } from '../pattern.ts'

/** Who did a deed, from the words of the line. */
export interface Doer {
  /** absent when somebody is meant who is not named */
  readonly who?: readonly string[]
  readonly proxy: boolean
  /** 老李家: a family name alone, to be asked back */
  readonly surname?: string
  /** somebody who is nobody of the village did it */
  readonly stranger: boolean
  /** the speaker says 我 */
  readonly own: boolean
  /** somebody else of the village did it */
  readonly named: boolean
  /** points are asked for somebody, or somebody is praised */
  readonly asked: boolean
  readonly more: Slots
}

const FOR = pattern(
  '^好人好事[ :]+P|给(?:P|R|F)(?:家)?(?:点个?赞|竖个?大拇指)|(?:托|叫|让|喊|请)我(?:来|帮|替|代|给)*(?:他|她)?(?:报|申报|登记|记)|(?:给|帮|替|代|为)(?:他|她|佢|伊)(?:们|家|俩|两个|两家|几个)*(?:申报|报|登记|登|记|加|算|补|讲|说)(?:上|起|个|一|下|分|点|$|_)|(?:代报|帮报|替报|代申报|帮忙报|代为申报|推荐|评荐|举荐|表扬|点赞|夸|表彰|赞)(?:一?下|个|给)?|^(?:要)?(?:表扬|点赞|推荐)|^(?:今天|D)?P(?:真是|真|这人|这个人)?(?:好样的|好人一个|真是好人|做了件好事|做好事)|名单 ?[ :]P(?:(?:、|和|跟|_)P)+~(?:报|登记|记|加分|积分)|的(?:人)?(?:有|是|就是) ?P(?:(?:、|和|跟|_)P)*~(?:报|登记|记|加分)|(?:帮|替|给|代|为)(?:我|我家)?(?:邻居|隔壁|对门)(?:的)?(?:P|R|F)(?:家)?[^扫清捡,]{0,4}(?:报|申报|登|记)|(?:帮|替|给|代|为)(?:俺家|我家|我屋里|我屋头|我屋|我|俺|家里|屋里|屋头|老家|我们家|咱家|隔壁|邻居|G)?(?:的)?(?:P|R|F)(?:家|他们家)?[^扫清捡,]{0,4}(?:报|申报|登记|登(?=(?:一?下|一?个|个记|上)(?:$|[ ,:]))|记|讲|说|申请|加分|加个分)',
)
/** points are asked for somebody, but nobody is named */
const UNNAMED = pattern(
  '^(?:我要|我想|我来)?(?:代报|帮报|替报|代为申报|代申报|代为上报|推荐|评荐|举荐|(?:帮|替|给|代)(?:他|她|别人|人家|大家|隔壁|邻居)(?:们)?(?:家)?(?:申?报|登记|加个?分))',
)
const PRAISE = pattern('^(?:要|想|必须)?(?:给)?(?:表扬|点赞|夸夸|夸)(?:一?下|个)?')
const THEIRS = pattern(
  '(?:记|算|加|登|入)(?:到|在|给)(?:我|俺|咱)(?:们)?(?:户|家)|没手机|不会(?:打字|用手机|弄)|没微信|耳朵背|不识字|不会发',
)
const SUBJECT = pattern(
  '^(?:G|的|那个|家里|老家|我看到|看到|看见|今天看到|我见|我们组|隔壁|咱村|我们村|T|D|那天|就是|那晚|_)*(?:我|俺|咱)?(?:家)?(?:的)?([PFR])(?!说|讲|问|你|来了|家门口|那|的|他们说)',
)
const TOGETHER = pattern('{self}(?:和|跟|同|与|带着|带|陪|叫上|、)(?:我|俺|我家)?(?:P|R)')
/** 陪罗奶奶看病: who is gone with is helped, not a doer */
const ACCOMPANIED = new Set(['elder_care', 'filial'])
const WITH = pattern('(?:^|D|T|半晌|早|晚)(?:和|跟|同|与|带着|喊上|叫上)(?:我|俺)?(?:家)?(?:P|R)(?!说|讲|商量|学|借|要)')
const SELF = pattern('^(?:D|T|_|的)*{self}')
/** those who are nobody of the register: officials, trades, crowds, machines */
const AGENT =
  '支书|书记|主任|会计|组长|队长|村长|院长|镇长|乡长|他们?|她们?|它们?|人家|有人|别人|那人|那家|某人|大家伙?|大伙|村民们?|群众|老人们|妇女们|女同志|年轻人|小伙子?|后生|姑娘|老太太|老头子|老两口|英雄|环卫工?|保洁员?|清洁工|工人|工程队|施工队|队伍|志愿者们?|义工们?|学生们?|同学们?|娃娃们|孩子们|小朋友|师生|老师|医生|护士|干部|领导|村干部|党员们|部队|战士|官兵|消防[员队车]?|民警|警察|城管|派出所|供电所|电工|司机|师傅|老板|物业|公司|血站|献血车|巡逻车|洒水车|垃圾车|挖机|铲车|救护车|护林员|保安|网格员|社工|外地人|城里人|乡里|镇里|镇上|县里|村里|村上|村委|组里|公社|学校|医院|卫生院|电力|水务|无人机|机器人|好心人|大爷|大妈|大娘|大叔|大婶|阿姨|老头儿?|老太|男的|女的|几个人|一群人|一帮人|好多人'
const OTHERS = pattern(
  `^(?:[DT]|那天|那晚|刚才?|就|又|看见|看到|我看|咱村|我们村|G|_|那个?|这个?|几个|一群|一帮|有几?个?|有|好多|的)*(?:${AGENT})(?!门|口|里面?|旁|边|后|前|周|附近|路|那|大门|家|组织|喊|叫|安排|让|通知|要求|派|的)`,
)
/** who stands last before the verb did it: 公路上有人扫雪, 我们小区物业昨天扫雪 */
/** my cousin, my colleague: of the speaker's acquaintance, not of the household */
const ACQUAINTED = pattern(
  '^(?:[DT]|_)*(?:我|俺|咱)(?:家|们)?(?:的)?(?:一?个)?(?:老)?(?:表[哥弟姐妹叔]|堂[哥弟姐妹]|侄|外甥|同学|同事|朋友|战友|亲戚|亲家|连襟|小舅子|大舅子|小姨|姨妈|姨父|闺蜜|徒弟|老乡|发小)',
)
const NEAREST = pattern(
  '(?:有人|的人|人家|他们?|她们?|物业|公司|工程队|施工队|师傅|工人|干部|领导|医生|老师|学生|(?<![我俺咱])们|部门|村委|公路段|水务|电力|挖机|铲车|P|F)(?:[DT]|来|去|在|正|又|都|也|就|刚|已经|还|天天)*(?:把[^,我俺]{1,8}|给[^,我俺]{1,6})?$',
)
/** 两家吵起来, 我给说和了: whoever else acts, the deed is the speaker's */
const BY_ME = pattern('^(?:D|T|是|后来|最后|还是|幸好|就|才)*(?:我|俺|额)(?!们|家|村|屋)')
const I_MYSELF = pattern('(?:^|_|D|T|就|是)(?:我|俺|额)(?!们|家|村)')
const MYSELF = pattern('{self}')
const CARED = new Set(['filial', 'elder_care'])
const BY_MYSELF = pattern('(?:都是|全是|全靠|是|靠)(?:我|俺|额)|(?:给|帮)(?:我|俺|额)(?:申报|报|登记|记|加)')
const HOUSEHOLD_CATS = new Set(['education', 'award', 'wedding_simple', 'military', 'income'])

const named = (clause: Clause, letters: string): readonly string[] =>
  clause.marks.filter(({ letter }) => letters.includes(letter)).map(({ person }) => person?.name ?? '')

/** Finds who is meant to get the points of the deeds of a line. */
export function doerOf(speech: Speech, clauses: readonly Clause[], deeds: readonly ReadDeed[]): Doer {
  const none: Doer = { who: ['self'], proxy: false, stranger: false, own: SELF.test(speech.mask), asked: false, named: false, more: {} }
  const asked = FOR.exec(speech.mask)
  if (asked) {
    const who = listed(speech, clauses)
    if (who.length > 0) return { ...none, who, proxy: true, own: true, asked: true }
  }
  const { who: _self, ...nobody } = none
  if (UNNAMED.test(speech.mask)) return { ...nobody, proxy: true, asked: true }
  if (PRAISE.test(speech.mask)) return { ...nobody, stranger: true }
  const cat = deeds[0]?.cat
  const first = clauses.find((clause) => SUBJECT.test(clause.mask))
  const place = first ? clauses.indexOf(first) : -1
  const deedPlace = deeds[0] ? clauses.indexOf(deeds[0].clause) : 0
  if (first && place <= deedPlace && !elsewhere.test(first.mask)) {
    const letter = SUBJECT.exec(first.mask)?.[1]
    const owned =
      clauses.slice(place + 1, deedPlace + 1).some((clause) => pattern('^(?:我|俺|咱)(?!们|家)').test(clause.mask)) &&
      !THEIRS.test(speech.mask)
    if (owned || (letter === 'R' && CARED.has(cat ?? '') && BY_MYSELF.test(speech.mask))) return none
    if (letter === 'R' && cat !== undefined && HOUSEHOLD_CATS.has(cat)) return none
    if (letter === 'F') return { ...none, who: named(first, 'F'), proxy: true, surname: named(first, 'F')[0] ?? '' }
    // 我儿子冯小兵: the relative is called by name
    const called = letter === 'R' && /R(?:叫|是)?P/u.test(first.mask) ? named(first, 'P') : named(first, 'PR')
    const who = called.slice(0, 1)
    if (letter === 'R' || letter === 'P')
      return { ...none, who: letter === 'P' ? coordinated(first) : who, proxy: true, named: letter === 'P' && !THEIRS.test(speech.mask) }
  }
  const both = clauses.find((clause) => TOGETHER.test(clause.mask) || (clause.deed !== null && WITH.test(clause.mask)))
  if (both && !(ACCOMPANIED.has(cat ?? '') && /[陪带](?:着)?[PR]/u.test(both.mask)))
    return { ...none, who: ['self', ...companions(both, speech)] }
  return {
    ...none,
    stranger:
      ACQUAINTED.test(speech.mask) ||
      (!deeds.some(({ clause }) => BY_ME.test(clause.mask)) &&
        clauses.slice(0, Math.max(0, deedPlace) + 1).some(({ mask }) => OTHERS.test(mask) && !MYSELF.test(mask))) ||
      (deeds.every(({ clause }) => NEAREST.test(lead(clause))) && !I_MYSELF.test(speech.mask)),
  }
}

/** the words of a clause before its deed */
const lead = ({ mask, deed }: Clause): string => mask.slice(0, Math.max(0, mask.indexOf(deed?.words[0] ?? mask)))

/** 我和王秀英、马玉芬: everybody of the list that 和 opens */
function companions(clause: Clause, speech: Speech): readonly string[] {
  const run = pattern('(?:和|跟|同|与|带着|带|陪|叫上|喊上|、)(?:我|俺|我家)?((?:P|R)(?:家)?(?:(?:、|和|跟|与|_)(?:P|R)(?:家)?)*)').exec(
    speech.mask.slice(clause.from),
  )
  const count = run ? [...(run[1] ?? '')].filter((letter) => 'PR'.includes(letter)).length : 1
  return marksIn(speech, clause.from)
    .filter(({ letter }) => 'PR'.includes(letter))
    .map(({ person }) => person?.name ?? '')
    .slice(0, Math.max(1, count))
}

/** 王秀英和李长顺昨天…: both did it */
function coordinated(clause: Clause): readonly string[] {
  const run = pattern('P(?:家)?(?:(?:和|跟|同|与|、|_)P(?:家)?)*').exec(clause.mask)
  const count = run ? [...run[0]].filter((letter) => letter === 'P').length : 1
  return named(clause, 'P').slice(0, count)
}

function listed(speech: Speech, clauses: readonly Clause[]): readonly string[] {
  const all = clauses.flatMap((clause) => named(clause, 'PRF'))
  const run = pattern('[PFR](?:家)?(?:(?:_|和|跟|与|同|、)[PFR](?:家)?)*').exec(speech.mask)
  const count = run ? [...run[0]].filter((letter) => 'PFR'.includes(letter)).length : 1
  return all.slice(0, Math.max(1, count))
}
