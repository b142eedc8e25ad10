import type { SchemeChange } from '../../../models/scheme-change.ts'
import { withoutDay, type DatedLine } from './change-day.ts'
import { CHANGE, limitIn, LIMITING, NUMBER, numberIn, tellsLimit, TO } from './change-words.ts'
import type { Speech } from '../line.ts'
import { newItemIn } from './new-item.ts'
import { deedOf, type Read, type Rule, said, type Tools } from '../rule.ts'

/** What is left of a line once its item is taken out. */
interface Rest {
  readonly before: string
  readonly behind: string
  readonly dated: DatedLine
}

/** One way of wording a change of an item. */
interface Form {
  readonly name: string
  readonly read: (rest: Rest) => SchemeChange | null
}

/** A form by what stands behind the item, from its end to the end of the line. */
const behind = (name: string, source: string, read: (match: RegExpExecArray) => SchemeChange | null): Form => {
  const test = new RegExp(`^(?:的)?${source}$`, 'u')
  return {
    name,
    read: (rest) => {
      const match = rest.before === '' ? test.exec(rest.behind) : null
      return match && read(match)
    },
  }
}

const PICTURE = '(?:凭证|照片|拍照|拍照片|相片|证明|图片)'
const STOP = '(?:取消|停止|停用|停掉|停|暂停|终止)'
const AGAIN = '(?:恢复|重新开放|重新启用|重开)'
const THIS = '(?:这一项|这项|项目)'

/**
 * 取消项目 扫路, 停用 扫路, 扫路 从1月1日起 停: a day, the word 项目 or a gap show that an item of the scheme is meant, and no outing of
 * tomorrow; 取消 alone takes a report back.
 */
function turning(name: string, verb: string, change: SchemeChange): Form {
  const before = new RegExp(`^${verb}(?:积分)?(项目)?(?<!取消)( )?$`, 'u')
  const dated = new RegExp(`^${verb} ?$`, 'u')
  const after = new RegExp(`^(${THIS})? ?${verb}(?:计分|记分|积分)?$`, 'u')
  const whole = new RegExp(`^(${THIS})?$`, 'u')
  return {
    name,
    read: ({ before: head, behind: tail, dated: { from } }) => {
      const last = (head === '' ? after : whole).exec(tail)
      const first = head === '' ? null : (before.exec(head) ?? (dated.test(head) ? [] : null))
      if (!last || (head !== '' && !first)) return null
      return [from ?? undefined, last[1], first?.[1], first?.[2]].some((shown) => shown !== undefined) ? change : null
    },
  }
}

const range = (min: number | null, max: number | null, usual: number | null): SchemeChange => ({ kind: 'range', min, max, usual })

/** Every way of wording a change of an item; the first that reads the whole line has it. */
const forms: readonly Form[] = [
  behind('a range', `(?:分值|分数|标准|区间)? ?${CHANGE} ?(?:每次|一次)?${NUMBER}分?${TO}${NUMBER}分`, ([, min = '', max = '']) =>
    range(numberIn(min), numberIn(max), null),
  ),
  behind('one end of a range', `(最低|最少|最高|最多|常见|一般)分? ?${CHANGE} ?${NUMBER}分`, ([, which = '', points = '']) => {
    const value = numberIn(points)
    if (/低|少/u.test(which)) return range(value, null, null)
    return /高|多/u.test(which) ? range(null, value, null) : range(null, null, value)
  }),
  { name: 'a limit', read: ({ before, behind: words }) => (before === '' ? limitIn(words.replace(/^的/u, '')) : null) },
  behind('a share', `(?:比例|标准)? ?${CHANGE} ?(?:百分之${NUMBER}|${NUMBER}%)`, ([, one, other]) => ({
    kind: 'percent',
    percent: numberIn(one ?? other ?? ''),
  })),
  behind('what has to be shown', `${PICTURE}? ?${CHANGE} ?(?:必须|一定要|要|得|需要|须)(?:有|拍|交|带|附)?${PICTURE}?`, () => ({
    kind: 'evidence',
    evidence: 'required',
  })),
  behind('what should be shown', `${PICTURE}? ?${CHANGE} ?(?:最好|尽量)(?:有|拍|交|带|附)?${PICTURE}?`, () => ({
    kind: 'evidence',
    evidence: 'wanted',
  })),
  behind('nothing to be shown', `${PICTURE}? ?${CHANGE} ?(?:不用|不要|不需要|不必|免)(?:有|拍|交|带|附)?${PICTURE}?`, () => ({
    kind: 'evidence',
    evidence: 'none',
  })),
  turning('an end', STOP, { kind: 'end' }),
  {
    name: 'a last day',
    read: ({ before, behind: words, dated }) => (dated.ends && before === '' && /^(?:这一项|这项)?$/u.test(words) ? { kind: 'end' } : null),
  },
  turning('a new beginning', AGAIN, { kind: 'reopen' }),
  behind(
    'points',
    `(?:分值|分数|标准)? ?(?:[每一]?[一-龥a-z]{1,6}?(?:满${NUMBER}[一-龥]{1,2})?|满${NUMBER}[一-龥]{1,2})? ?${CHANGE} ?(?:[每一][一-龥a-z]{1,4})?${NUMBER}分`,
    ([, one, other, points = '']) => ({
      kind: 'points',
      points: numberIn(points),
      from: one === undefined && other === undefined ? null : numberIn(one ?? other ?? ''),
    }),
  ),
]

/** 扫路恢复了: told of the work or of the rule, done by nobody */
const TURNED = new RegExp(`^(?:已经|都|又|先)?(?:${STOP}|${AGAIN})(?:了|啦)$`, 'u')

/** 扫路的人要改成2分, 大家想把扫路改成…: talk about a change, by words that no change is given in */
const TALK = /[?？吗呢]|建议|[人要会想都也就该能]改|听说|据说|是不是|能不能|要不要/u

/** The item that stands first in a line, or behind the verb that it begins with, and what is left around it. */
function itemIn(dated: DatedLine, tools: Tools): { readonly code: string; readonly rest: Rest; readonly gap: boolean } | null {
  const words = dated.text.replace(/^(?:把|将|今后|以后|规定) ?/u, '')
  const verb = new RegExp(`^(?:${STOP}|${AGAIN})(?:积分)?(?:项目)? ?`, 'u').exec(words)?.[0] ?? ''
  for (const before of verb === '' ? [''] : [verb, '']) {
    const hit = tools.itemAt(words.slice(before.length))
    if (!hit) continue
    const behindIt = words.slice(before.length + hit.word.length)
    return {
      code: hit.code,
      gap: /^[ ,:]/u.test(behindIt),
      rest: { before, behind: behindIt.replace(/^[ ,:]+/u, ''), dated },
    }
  }
  return null
}

/** 「扫路每月最多4次」 said in passing tells the rule: only a gap, a verb of change, a day or the bot's name makes it a change. */
const isSaid = (change: SchemeChange, { text, from }: DatedLine, gap: boolean, speech: Speech): boolean =>
  (change.kind !== 'times' && change.kind !== 'cap') || gap || from !== null || speech.atBot || new RegExp(CHANGE, 'u').test(text)

function read(speech: Speech, tools: Tools): (Read & { readonly change: SchemeChange }) | 'told' | null {
  const dated = withoutDay({ ...speech })
  const trial = /^试算[ ,:]*/u.exec(dated.text)?.[0] ?? ''
  const line = { ...dated, text: dated.text.slice(trial.length) }
  const date = dated.from ?? undefined
  const item = newItemIn(line.text)
  if (item) {
    const points = item.rate.kind === 'ranged' ? undefined : item.rate.points
    return { intent: 'set_rule', slots: said({ cat: deedOf(speech, tools)?.cat, points, date }), change: { kind: 'new', item } }
  }
  const named = itemIn(line, tools)
  if (!named) return null
  for (const form of forms) {
    const change = form.read(named.rest)
    if (!change || (change.kind === 'points' && LIMITING.test(line.text))) continue
    if (!isSaid(change, line, named.gap, speech)) return 'told'
    const points = change.kind === 'points' ? change.points : undefined
    return { intent: 'set_rule', slots: said({ cat: deedOf(speech, tools)?.cat, points, date }), matched: [named.code], change }
  }
  return tellsLimit(named.rest.behind) || TURNED.test(named.rest.behind) ? 'told' : null
}

/**
 * A change of the scheme in a cadre's words: the whole line says it, or it is talk. From a villager such words are the rule as people
 * speak of it: no deed, and nothing to answer unless the bot is called by name.
 */
export const schemeChange: Rule = {
  name: 'a change of the scheme',
  read: (speech, tools) => {
    if (speech.card !== null || speech.text.length > 120 || TALK.test(speech.text)) return null
    const found = read(speech, tools)
    if (found === null) return null
    if (found === 'told') return { intent: 'ignore', slots: {} }
    // a reviewer who names points may be speaking of a report
    const heard = speech.role === 'cadre' || (speech.role === 'reviewer' && found.change.kind !== 'points') || speech.atBot
    return heard ? found : { intent: 'ignore', slots: {} }
  },
}
