import type { SlotItem, Slots } from '../../../models/intent.ts'
import { type Clause, clausesOf, type ReadDeed } from './clauses.ts'
import { addressed, against, elsewhere, looksAhead } from './evidence.ts'
import { happened, isThisYear } from './happened.ts'
import { praised } from './kindness.ts'
import type { Speech } from '../line.ts'
import { type Mark, marksIn, wordsIn } from '../marks.ts'
import { pattern } from '../pattern.ts'
import { placeIn } from './place.ts'
import { type Read, type Rule, said } from '../rule.ts'
import { doerOf, type Doer } from './subject.ts'

const HEAD = pattern(
  '^(?:快|赶紧|赶快)?(?:我要|我想|我来|想|要|给我|帮我)?(?:申报积分|申报加分|申请积分|申请加分|积分申请|积分申报|报积分|报加分|自荐|上报积分|登记积分|加分申请|求加分|求积分|求登记|求记分|积分(?= ?:)|记积分|记个分|记一?分|加个分|加一?下分|申报一下|申报下|申报|申请|补报|补登|登记一?下|登记|报个到|报一?下|报备|打卡|汇报一下|汇报|加分加分|加分(?:啦|咯|嘛|呗|哟|喽)+(?: ?加分(?:啦|咯|嘛|呗|哟|喽)*){0,3}|加S(?=嘛|吧|呗|_)(?:嘛|吧|呗)?|加分|报)(?:一个|一下|下|个)?(?=_|$|[A-Z]|[^名警告喜错完销税社道复废批了数到给恩答应酬案酒这那什么怎吗没不的着过纸刊表单])',
)
/** heads that other things have too: they only count with a deed that is known */
const WEAK_HEAD =
  /^(?:我要|我想|我来|想|要|给我|帮我)?(?:登记|打卡|报备|汇报|报到|报个到|申请(?!积分|加分)|求登记|补登|报(?![ ,:]|积分|加分)|记(?!积分|个分|分))/u

const PROXY_HEAD = pattern(
  '^(?:我要|我想|我来)?(?:(?:代报|帮报|替报)(?!个?名)|代为申报|代申报|帮忙报|代为上报|推荐|评荐|(?:帮|替|给|代)(?:我家|我|俺家|俺)?(?:隔壁|邻居|对门|我们组的?|G的?)?(?:P|R|F|他|她|别人|人家|大家|隔壁|邻居)(?:们)?(?:家)?(?:申?报|补报|登记|登(?=(?:一?下|一?个|个记|上)(?:$|[ ,:]))|记(?=[ :,一个下上])|打(?=个?申报)))(?:一?下|一?个|一笔|个记|上)?',
)
const TAIL = pattern(
  '(?:一起|都|一并|全|也)(?:给|帮)?(?:我|俺)?(?:报|登记|记)(?:了|上|下|一下|起)+$|_(?:我)?(?:要|来|想)?报(?:个|一?下|一个)?(?:[一-龥]{2,6})?$|(?:给|帮|替|代|为)(?:他|她|佢|伊|P|R|我|俺|恁|们|咱|家|自己|我们家)+(?:申报|报|登记|登|记|加|算|补)(?:个|点|一|上|下|起|分|到|进去|积分|哈)*$|(?:求|给|能|帮|请|你|您|恁)?(?:我|俺)?(?:加分|加个分|加下分|记个分|记分|记一?下|记上|登记|登记一?下|登个记|登一?[下个]|记一?[个笔]|申报|加积分|报积分|积分|算分|入账|报一?下|加一分|加点分|登上)(?:一下|下)?(?:吧|呗|哈|噻)?$|(?:应该|该|要|请|麻烦|求|得|能不能)?(?:给|帮|替)?(?:他|她|P|R|我|我家|我们户|俺)?(?:家)?(?:加分|加个分|记一笔|记一功|记个功|加点分|记上|登记|记分|加几分|记到我们户|记到我们家|记下|加上|算上|登上|补上)(?:吧|呗|啊|呀|哈)?$',
)

/** what is measured by the households it reached */
const BY_HOUSEHOLD = new Set(['policy_promo'])

const amountMark = (marks: readonly Mark[], cat?: string): Mark | undefined =>
  marks.find(
    ({ letter, quantity }) =>
      letter === 'M' ||
      (letter === 'Q' &&
        quantity?.kind === 'unit' &&
        !(quantity.value === 1 && /^(?:趟|回|次|场|条|个)$/u.test(quantity.unit)) &&
        !(
          /^(?:遍|圈|家|户|人|名|位|组|户人家|口|期|单|岁|层|楼)$/u.test(quantity.unit) &&
          !(BY_HOUSEHOLD.has(cat ?? '') && /户|家/u.test(quantity.unit))
        ) &&
        !quantity.rough),
  )

/** 一包烟都不肯收: what a helper would not take is no amount of help */
const DECLINED = /Q(?:的)?(?:烟|酒|饭|水|茶|礼|红包)(?:钱)?(?:都|也)?(?:不|没)(?:肯|要|收|喝|吃|抽|拿)/u

/** 捐了一千二: what is given without a unit is money */
function bareMoney({ deed, mask, marks }: Clause): Mark | undefined {
  const mark =
    deed?.cat === 'donate' && /捐(?:了|出|款)?N(?![个本件床袋])/u.test(mask) ? marks.find(({ letter }) => letter === 'N') : undefined
  const value = mark?.number ?? 0
  return mark && value >= 10
    ? { ...mark, letter: 'M', quantity: { kind: 'money', value, unit: '元', length: mark.text.length } }
    : undefined
}

/** swept yesterday, and swept today: two deeds of one kind */
const apart = (last: ReadDeed, own: Mark | undefined): boolean =>
  last.date?.date !== undefined && own?.date !== undefined && own.date.past !== last.date.date.past && !/^(?:刚|头先)/u.test(own.text)

/** 牛栏边清了，晒坝也扫了: who cleaned at home goes on at home */
const AT_HOME = /^own_yard env_clean$/u
const IN_PUBLIC = /公|村|广场|马路|大路|街|桥|河|渠|祠堂|学校|路边|路上/u

/** 帮屋里黄阿婆报一下: somebody's deed is about to be told, and this clause is none itself */
const ASKED = /^[^QD]{0,4}(?:帮|替|代|给)[^QD]{0,8}(?:申?报|登记)(?:一?[下哈个声])?$/u

/** deeds of a line: neighbouring clauses of one kind are one deed; days and amounts go to the deed they stand by */
export function deedsIn(clauses: readonly Clause[]): readonly ReadDeed[] {
  const found: ReadDeed[] = []
  let date: Mark | undefined
  for (const clause of clauses) {
    if (clauses.length > 1 && ASKED.test(clause.mask)) continue
    const own = clause.marks.find(({ letter, text }) => letter === 'D' && !isThisYear(text))
    date = own ?? (found.length === 0 ? date : undefined)
    const amount = DECLINED.test(clause.mask)
      ? undefined
      : (amountMark(clause.marks, clause.deed?.cat ?? found.at(-1)?.cat) ?? bareMoney(clause))
    const hours = clause.marks.find(({ letter, quantity }) => letter === 'Q' && quantity?.kind === 'hours')
    const last = found.at(-1)
    const deed = clause.deed
    if (
      last &&
      (!deed ||
        (own === undefined && AT_HOME.test(`${last.cat ?? ''} ${deed.cat}`) && !IN_PUBLIC.test(clause.text)) ||
        (deed.cat === last.cat && !apart(last, own)) ||
        deed.bad)
    ) {
      found[found.length - 1] = { ...last, date: last.date ?? own, amount: last.amount ?? amount, hours: last.hours ?? hours }
    } else if (deed && !deed.bad) found.push({ cat: deed.cat, clause, items: deed.items, date: own ?? date, amount, hours })
    else if (!last && (amount ?? hours) && clauses.length > 1) continue
  }
  return found
}

/** kinds in which a number belongs to something else: two families' quarrel, one sheep found */
const UNCOUNTED = new Set(['lost_found', 'mediation', 'rescue', 'elder_care', 'filial', 'award', 'education'])
const MONEY_CATS = new Set(['donate', 'wedding_simple', 'income'])

/** Slots of one deed. */
export function slotsOf(deed: ReadDeed): Slots {
  const span = deed.date?.date
  const quantity = deed.amount?.quantity
  const counted =
    (!UNCOUNTED.has(deed.cat ?? '') && !(deed.cat === 'wedding_simple' && quantity?.kind !== 'money')) ||
    /^(?:担|挑|桶)$/u.test(quantity?.unit ?? '')
  return said({
    cat: deed.cat,
    date: span && !span.candidates ? span.past : null,
    ...(span?.approx ? { date_approx: true } : {}),
    ...(quantity && counted && (quantity.kind !== 'money' || MONEY_CATS.has(deed.cat ?? ''))
      ? { qty: quantity.value, unit: quantity.unit }
      : {}),
    hours: deed.hours?.quantity?.value,
    ...placeIn(deed.clause),
  })
}

const single = (deeds: readonly ReadDeed[]): boolean =>
  deeds.length === 1 ||
  deeds[0]?.cat === 'wedding_simple' ||
  (deeds[0]?.cat === 'award' && !deeds.slice(1).some(({ clause }) => /^(?:又|还|另外|再)/u.test(clause.mask))) ||
  new Set(deeds.map(({ cat, date }) => `${cat ?? ''} ${date?.date?.past ?? ''}`)).size === 1 ||
  (new Set(deeds.map(({ cat }) => cat)).size === 1 && deeds.some(({ date }) => date === undefined)) ||
  (!deeds.slice(1).every(({ clause }) => /[DT]|还|又|也|另外|再|顺便|然后|接着|同埋|后来/u.test(clause.mask)) && deeds.length < 3)

/** several deeds are items; one deed, or several words for one, is the line's own */
export function deedSlots(deeds: readonly ReadDeed[], multi: boolean, listed = false): Slots {
  const best = [...deeds].sort((a, b) => (b.clause.deed?.weight ?? 0) - (a.clause.deed?.weight ?? 0))[0]
  if (!best) return { date: null }
  if (!multi || (!listed && single(deeds))) {
    const dated = best.date ? best : { ...best, date: deeds.find(({ date }) => date)?.date }
    const measured = {
      ...dated,
      amount: dated.amount ?? deeds.find(({ amount }) => amount)?.amount,
      hours: dated.hours ?? deeds.find(({ hours }) => hours)?.hours,
    }
    return slotsOf(measured)
  }
  const items = deeds.map((deed): SlotItem => {
    const { cat, date, date_approx, qty, unit, hours, place, beneficiary } = slotsOf(deed)
    return Object.fromEntries(
      Object.entries({ cat, date, date_approx, qty, unit, hours, place, beneficiary }).filter(([, value]) => value !== undefined),
    )
  })
  return { items }
}

/** 教老人怎么用手机: what was taught is no question */
const TAUGHT =
  /(?:讲|教|宣传|演示|讲解|解释)(?:了|过|会|给)?[一-龥]{0,6}(?<![你恁])(?:怎么|如何|咋)(?=[交用办缴报弄分投填装开注刷识别防做打])|(?:讲|教|说|宣传|演示|学|告诉|解释)(?:了|过|会|给)?(?:大家|他们|老人|人家|村民|乡亲|R|P)?(?:们)?(?:怎么|如何|咋个?|啥是|什么是)/gu

/** 戏台昨天没人扫: what nobody did tells neither a deed nor its day */
const NOBODY = /没(?:得)?(?:人|谁)(?:去|来|管|肯|愿意)?(?:扫|清|捡|修|理|收拾|弄|做|干|通|打扫)/u

/** 必须表扬孙建国: who has to be praised is no order to do anything */
const MUST_BE_PRAISED = /^(?:必须|应该|一定要|真要|得)(?:要|得)?(?:好好)?(?=表扬|点赞|夸)/u

/** 莫讲我没做事: a word before the report, which denies nothing */
const PRELUDE =
  /(?:^|[ ,])(?:莫|别|不要|哪个|谁)(?:讲|说)我(?:们)?(?:没|不|懒|光)[^,]{0,8}[,!?]|没(?:得)?(?:人|谁)(?:去|来|管|肯|愿意)?(?:扫|清|捡|修|理|收拾|弄|做|干|通|打扫)/gu

/** who is asked for in the head is never the speaker, whatever the rest says */
function forWhom(speech: Speech, doer: Doer): Doer {
  const head = doer.proxy ? undefined : PROXY_HEAD.exec(speech.mask)?.[0]
  if (head === undefined || !/[PRF]/u.test(head)) return doer
  const who = marksIn(speech, 0, head.length).flatMap(({ person }) => (person ? [person.name] : []))
  return { ...doer, who, proxy: true, asked: true, own: true, stranger: false }
}

/** Reads a line as a report when its first words ask for it, or what it says has been done. */
export const reportRule: Rule = {
  name: 'report of a deed',
  read: (speech, tools) => {
    if (speech.card?.byBot === true && speech.card.target !== null) return null
    const head = PROXY_HEAD.exec(speech.mask) ?? HEAD.exec(speech.mask)
    const start = head?.[0].length ?? 0
    const clauses = clausesOf(speech, tools, PROXY_HEAD.test(speech.mask) ? 0 : start).map((clause) =>
      // 帮隔壁黄阿婆报一下: the asking is no deed
      clause.to <= start || NOBODY.test(clause.mask)
        ? { ...clause, deed: null, marks: NOBODY.test(clause.mask) ? [] : clause.marks }
        : clause,
    )
    const tail = TAIL.test(speech.mask)
    const deeds = praised(speech, clauses, deedsIn(clauses))
    const found = against(speech.mask.slice(0, 240).replace(TAIL, '').replace(TAUGHT, '').replace(MUST_BE_PRAISED, '').replace(PRELUDE, ''))
    const doer = forWhom(speech, doerOf(speech, clauses, deeds))
    // who praises somebody before the bot may well marvel
    const doubt = found === 'gossip' && (doer.asked || tail) ? null : found
    if (head && deeds.length === 0 && speech.card?.byBot === false) return null
    const told = head && doubt !== 'question' ? explicit(speech, clauses, deeds, doer, start) : null
    if (told && !(deeds.length === 0 && elsewhere.test(speech.mask))) return told
    if (elsewhere.test(speech.mask) || doubt !== null || looksAhead(speech) || deeds.length === 0) return null
    if (!happened(speech, deeds, doer, tail)) return null
    return spoken(doer, deeds, speech)
  },
}

/** 「报 扫路 1小时，看望老人」: kinds of deed in a row, at least one with its own amount, are several reports */
const isList = (deeds: readonly ReadDeed[]): boolean =>
  deeds.length > 1 &&
  deeds.every(({ cat }) => cat !== 'award') &&
  new Set(deeds.map(({ cat }) => cat)).size === deeds.length &&
  deeds.some(({ amount, hours }) => amount ?? hours)

/** an unknown deed behind the head: set off from it, or told with a day or an amount; 申报材料 and 加分题 are other things */
const SET_OFF = /^[ ,.。:;!、]|^$/u
const MEASURED = /[DQM]|了|过|完/u

function explicit(speech: Speech, clauses: readonly Clause[], deeds: readonly ReadDeed[], doer: Doer, start: number): Read | null {
  const words = wordsIn(speech, start, speech.mask.length).replace(/^[ ,.。:;!]+/u, '')
  if (words === '' && !/^(?:申报|加分|报|代报|帮报|替报)/u.test(speech.mask)) return null
  const matched = deeds.flatMap(({ items }) => items)
  const more = matched.length === 0 ? {} : { matched: [...new Set(matched)] }
  if (deeds.length > 0)
    return {
      intent: doer.proxy ? 'report_proxy' : 'report',
      slots: said({ who: doer.who, ...deedSlots(deeds, true, isList(deeds)), ...doer.more }),
      ...more,
    }
  const date = clauses.flatMap(({ marks }) => marks).find(({ letter }) => letter === 'D')?.date
  // 代报旅行团: neither a name nor a deed
  if (doer.proxy && doer.who === undefined && !SET_OFF.test(speech.mask.slice(start))) return null
  if (WEAK_HEAD.test(speech.mask) && !addressed(speech) && !doer.asked) return null
  if (start > 0 && !addressed(speech) && !SET_OFF.test(speech.mask.slice(start)) && !MEASURED.test(speech.mask)) return null
  const left = words.replace(/[0-9一二两三四五六七八九十半]+(?:个)?(?:小时|次|袋|天|斤|趟)$/u, '').trim()
  const amount = amountMark(clauses.flatMap(({ marks }) => marks))?.quantity
  const hours = clauses.flatMap(({ marks }) => marks).find(({ quantity }) => quantity?.kind === 'hours')?.quantity
  return {
    intent: doer.proxy ? 'report_proxy' : 'report',
    slots: said({ who: doer.who, date: date?.past ?? null, qty: amount?.value, unit: amount?.unit, hours: hours?.value }),
    ...(left === '' ? {} : { unknown: left }),
  }
}

function spoken(doer: Doer, deeds: readonly ReadDeed[], speech: Speech): Read | null {
  if (doer.surname !== undefined)
    return { intent: 'ambiguous', slots: said({ ask: 'which_household', cat: deeds[0]?.cat, date: deeds[0]?.date?.date?.past }) }
  const open = deeds.find(({ date }) => date?.date?.candidates)?.date?.date?.candidates
  if (open) return { intent: 'ambiguous', slots: said({ ask: 'date', cat: deeds[0]?.cat, date_candidates: open }) }
  if (doer.stranger) return null
  const matched = [...new Set(deeds.flatMap(({ items }) => items))]
  const image = speech.marks.size > 0 && [...speech.marks.values()].some(({ letter }) => letter === 'I')
  return {
    intent: doer.proxy ? 'report_proxy' : 'report',
    slots: said({ who: doer.who, ...deedSlots(deeds, true), ...doer.more, ...(image ? { evidence: ['image'] } : {}) }),
    ...(matched.length === 0 ? {} : { matched }),
  }
}
