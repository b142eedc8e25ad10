import type { SlotItem, Slots } from '../../../models/intent.ts'
import { dayIn } from './change-day.ts'
import type { Speech } from '../line.ts'
import { marksIn, wordsIn } from '../marks.ts'
import { deedOf, said, type Tools } from '../rule.ts'

/** Who may speak to the village's affairs. */
export const CADRE = ['cadre', 'reviewer'] as const
/** Offices of the village by their words. */
export const OFFICE =
  '评议员|监督员|评委|管理员|店长|店员|超市管理员|网格员|会计|组长|保管员|护林员|小组长|院长|理事长|理事会|(?<![办处管料打])理事(?!情)|两委(?:成员|委员)|两委|村委委员|村委|党员|记分员|审核员|宣传员|监督小组|评议小组|组织委员|柜员'

/** who is meant by no name of the register: 聘李四当评议员; nobody of these is somebody's name */
export const UNKNOWN =
  '(?!大家|每|各|所有|全|他|她|我|俺|你|咱|这|那|几|孩子|娃|老师|学生|驾|交警|公司|平台|车|别人|人家|自己|家里|群里|村里|党员|干部)([一-龥]{2,4}?)(?:家)?'

/** Names of people in a line. */
export const people = (speech: Speech): readonly string[] =>
  marksIn(speech)
    .filter(({ letter }) => 'PF'.includes(letter))
    .map(({ person }) => person?.name ?? '')
/** The villager group a line names. */
export const group = (speech: Speech): number | undefined => marksIn(speech).find(({ letter }) => letter === 'G')?.quantity?.value
/** The money a line names, in 元. */
export const money = (speech: Speech): number | undefined => {
  const mark = marksIn(speech).find(({ letter }) => letter === 'M') ?? marksIn(speech).find(({ letter }) => letter === 'N')
  return mark?.quantity?.value ?? mark?.number
}
/** The number of days a line names. */
export const days = (speech: Speech): number | undefined => marksIn(speech).find(({ quantity }) => quantity?.unit === '天')?.quantity?.value
/** The points a line names. */
export const points = (speech: Speech): number | undefined => marksIn(speech).find(({ letter }) => letter === 'S')?.quantity?.value
/** The case a line names or quotes. */
export const caseIn = (speech: Speech): string | undefined => {
  const mark = marksIn(speech).find(({ letter }) => letter === 'C') ?? marksIn(speech).find(({ letter }) => letter === 'N')
  return mark?.number === undefined ? (speech.card?.target ?? undefined) : `#${mark.number}`
}
/** The coming day a line names; 明年3月1日 is one day. */
export function nextDay(speech: Speech): string | undefined {
  const at = [...speech.marks].find(([, { letter }]) => letter === 'D')?.[0]
  return at === undefined ? undefined : dayIn(speech, at, at + 2)
}
/** The words after a match. */
export const rest = (match: RegExpExecArray, speech: Speech): string | undefined => {
  const words = wordsIn(speech, match.index + match[0].length, speech.mask.length).replace(/^[ ,.。:;、!]+/u, '')
  return words === '' ? undefined : words
}

/** goods as a cadre lists them: name and amount, pair by pair */
export function stock(speech: Speech): readonly SlotItem[] {
  const items: SlotItem[] = []
  for (const [place, mark] of speech.marks) {
    if (mark.letter !== 'Q' && mark.letter !== 'N') continue
    const name = /([一-龥]{1,6})[ :]*$/u
      .exec(speech.mask.slice(Math.max(0, place - 7), place))?.[1]
      ?.replace(/^(?:超市|今天|进货|到货|入库|进了?|买了?|送来|新到|补货|来了|了)+|(?:进了|到了|来了|入库)$/gu, '')
    const behind = /^([一-龥]{1,6})/u.exec(speech.mask.slice(place + 1))?.[1]
    const called = name === undefined || name === '' ? behind : name
    if (called !== undefined && called !== '')
      items.push({ name: called, qty: mark.quantity?.value ?? mark.number ?? 0, ...(mark.quantity ? { unit: mark.quantity.unit } : {}) })
  }
  return items
}

/** Results of an inspection by household number; null when the line lists none. */
export function inspection(speech: Speech): Slots | null {
  const results: Record<string, string> = {}
  for (const hit of speech.text.matchAll(
    /(?:^|[ ,:、;。\n])(\d{1,3})(?:号|户)?[ .、:]?(最?清洁|较?清洁|很?整洁|优秀|良好|一般|较差|差|合格|不合格|不清洁|优|良|中|脏|好)/gu,
  ))
    results[hit[1] ?? ''] = hit[2] ?? ''
  return Object.keys(results).length === 0 ? null : said({ group_no: group(speech), results })
}

/** The number that stands by a word. */
export const figure = (text: string, words: string): number | undefined => {
  const hit = new RegExp(`(?:${words})(?:有|了|:|为|是|户|票)?[ ]?(\\d{1,5})|(\\d{1,5})(?:人|户|票|名)?(?:${words})`, 'u').exec(text)
  const value = hit?.[1] ?? hit?.[2]
  return value === undefined ? undefined : Number(value)
}

/** The number behind a word, else before it: 「应到21人实到13人」 has both on either side of 实到. */
const counted = (text: string, words: string): number | undefined => {
  const hit = new RegExp(`(?:${words})(?:有|了|:|为|是)?[ ]?(\\d{1,5})`, 'u').exec(text)?.[1]
  return hit === undefined ? figure(text, words) : Number(hit)
}

/** A meeting held on paper: the count is checked by the data file of the law, so only what was said and its arithmetic is read. */
export function meeting(speech: Speech): Slots | null {
  const expected = counted(speech.text, '应到')
  const present = counted(speech.text, '实到|到会|到场|参会|来了|到了|出席')
  if (expected === undefined && present === undefined) return null
  const everybody = /(?:都|全体|全票|一致|全部)(?:同意|赞成|通过)/u.test(speech.text)
  const inFavour = everybody ? present : figure(speech.text, '同意|赞成|支持')
  const date = marksIn(speech).find(({ letter }) => letter === 'D')?.date?.past
  if (expected === undefined || present === undefined) return said({ date, expected, present, for: inFavour })
  const household = /村民大会|村民会议|户代表会议/u.test(speech.text)
  const quorum = household && !/户/u.test(speech.text) ? present * 2 > expected : present * 3 >= expected * 2
  return said({
    date,
    expected,
    present,
    for: inFavour,
    quorum,
    passed: inFavour === undefined ? undefined : quorum && inFavour * 2 > present,
  })
}

/** Points given (1) or proposed as a deduction (-1) to named people. */
export function award(speech: Speech, tools: Tools, sign: 1 | -1): Slots | null {
  const who = people(speech)
  const value = points(speech)
  if (who.length === 0 && !/以上|名单|这些|全体|每户|各户|所有/u.test(speech.mask)) return null
  const date = marksIn(speech).find(({ letter }) => letter === 'D')?.date
  const reason = /[ ,:](?:因为|原因|理由)?[ :]*([^,]{2,40})$/u.exec(speech.text)?.[1]
  return said({
    who: who.length === 0 ? undefined : who,
    points: value === undefined ? undefined : sign * value,
    cat: deedOf(speech, tools)?.cat,
    date: date?.past,
    reason,
  })
}

/** Which setting a line changes. */
export function setting(mask: string): string | undefined {
  if (/公示/u.test(mask)) return 'notice_days'
  return /提醒|播报|免打扰|安静/u.test(mask) ? 'quiet' : undefined
}

/** Which file a line asks for. */
export const exported = (mask: string): string => {
  if (/报表|镇[里上政]|乡[里上镇政]|上报|26号|县[里上]|街道/u.test(mask)) return 'township_report'
  if (/台账/u.test(mask)) return 'ledger'
  return /兑换/u.test(mask) ? 'redemptions' : 'table'
}
