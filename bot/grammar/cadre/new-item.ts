import type { LimitChange, NewItem, SimpleRate } from '../../../models/scheme-change.ts'
import { limitIn, NUMBER, numberIn, TO } from './change-words.ts'

const HEAD = /^(?:新增|增加|添加|增设|加)(?:一个|一项|个)?(?:(?:积分|加分|计分)?项目|一项)[ ,:]{0,2}/u
const NAME = /^[一-龥a-z\d]{2,20}$/u
const HEADING = /^(?:类别|栏目|归到|归|属于)[:]?(.*)$/u
const WHY = /^(?:为了|为的是|解决|针对)[: ]?.{2,}$/u
const RATE = new RegExp(`^(?:(?:每|一)(次|回|趟|件|[一-龥]{1,3}?))?(?:给|记|加|算)?${NUMBER}分?(?:${TO}${NUMBER})?分$`, 'u')
const MOST = new RegExp(`^(?:每次|一次)?(?:最多|至多|不超过)${NUMBER}([一-龥]{1,3})$`, 'u')
/** 护校一次2分: name and rate without a gap */
const GLUED = new RegExp(
  `^([一-龥a-z]{2,20}?)((?:每|一)(?:次|回|趟|件|小时|天|斤|袋)(?:给|记|加|算)?${NUMBER}分(?:${TO}${NUMBER}分)?)$`,
  'u',
)

const ONCE = '次回趟件'

interface Draft {
  readonly rate: SimpleRate | null
  readonly heading: string | null
  readonly limits: readonly LimitChange[]
}

function rateIn(word: string): SimpleRate | null {
  const [, unit = '次', low = '', high] = RATE.exec(word) ?? []
  if (low === '') return null
  const [least, most] = [numberIn(low), high === undefined ? null : numberIn(high)]
  if (most !== null) return ONCE.includes(unit) ? { kind: 'ranged', min: least, max: most } : null
  return ONCE.includes(unit) ? { kind: 'fixed', points: least } : { kind: 'per-unit', unit, points: least, max: null }
}

/** One word behind the name: rate, class, limit, or how much at a time; null when it is none of them. */
function withWord(draft: Draft, word: string): Draft | null {
  const rate = rateIn(word)
  if (rate) return draft.rate === null ? { ...draft, rate } : null
  const heading = HEADING.exec(word)?.[1]
  if (heading !== undefined && heading !== '') return { ...draft, heading }
  const limit = limitIn(word)
  if (limit) return { ...draft, limits: [...draft.limits, limit] }
  const [, most = '', unit] = MOST.exec(word) ?? []
  if (most === '' || draft.rate?.kind !== 'per-unit' || draft.rate.unit !== unit) return null
  return { ...draft, rate: { ...draft.rate, max: numberIn(most) } }
}

/** 「新增项目 送餐 每次2分 类别 邻里」: a new item, word by word; null when one of its words says something else. */
export function newItemIn(text: string): NewItem | null {
  const head = HEAD.exec(text)
  if (!head) return null
  const said = text.slice(head[0].length).replace(/(类别|栏目)[ :]+/gu, '$1')
  const why = said.search(/[ ,](?:为了|为的是|解决|针对)/u)
  const reason = why < 0 ? '' : said.slice(why + 1).trim()
  const [first = '', ...others] = (why < 0 ? said : said.slice(0, why)).split(/[ ,;]+/u).filter((word) => word !== '')
  const glued = GLUED.exec(first)
  const name = glued?.[1] ?? first
  const words = glued?.[2] === undefined ? others : [glued[2], ...others]
  const draft = words.reduce<Draft | null>((so, word) => so && withWord(so, word), { rate: null, heading: null, limits: [] })
  if (!draft?.rate || !NAME.test(name) || (reason !== '' && !WHY.test(reason))) return null
  return { name, rate: draft.rate, heading: draft.heading, limits: draft.limits, problem: reason === '' ? null : reason }
}
