import type { Slots } from '../../../models/intent.ts'
import type { Card } from '../card.ts'
import type { Speech } from '../line.ts'
import { type Mark, wordsIn } from '../marks.ts'
import { pattern } from '../pattern.ts'
import { PAPERS, reasonIn, type Verdict, verdictIn } from './review-words.ts'
import { type Read, type Rule, said } from '../rule.ts'

/** The case number of a mark, as cards print it. */
export const caseOf = (mark: Mark): string => `#${mark.number ?? 0}`

/** points of a changed approval: as said, or the proposed ones plus or minus what was said */
function pointsIn(speech: Speech, from: number): number | undefined {
  const proposed = speech.card?.points ?? null
  const words = speech.mask.slice(from)
  if (/减半|一半|折半|对半|对折/u.test(words)) return proposed === null ? undefined : Math.floor(proposed / 2)
  if (/翻倍|加倍/u.test(words)) return proposed === null ? undefined : proposed * 2
  const place = [...speech.marks].find(
    ([at, mark]) =>
      at >= from &&
      !/^(?:太|有点|是)?[多高少低]/u.test(speech.mask.slice(at + 1)) &&
      (mark.letter === 'S' || (mark.letter === 'N' && /(?:改|给|算|按|记|调|降|到|成|为|是)(?:成|为)?$/u.test(speech.mask.slice(0, at)))),
  )
  const value = place?.[1].quantity?.value ?? place?.[1].number
  if (place === undefined || value === undefined) return undefined
  const before = speech.mask.slice(Math.max(from, place[0] - 4), place[0])
  if (proposed !== null && /(?:再加|(?<!最)多给|添|^加|[ ,]加|多加|补)(?:他|她)?$/u.test(before)) return proposed + value
  if (proposed !== null && /(?:减|少给|扣|少)(?:他|她|掉)?$/u.test(before)) return proposed - value
  return value
}

/** Slots of a decision: its case, and the points, reason or evidence its words name. */
export function decided(verdict: Verdict, target: Slots['target'], speech: Speech, from: number): Slots {
  const typed = wordsIn(speech, from, speech.mask.length)
  const masked = speech.mask.slice(from)
  const points = verdict === 'approve_modified' ? pointsIn(speech, from) : undefined
  const need = verdict === 'request_evidence' ? needIn(typed) : undefined
  const reason = verdict === 'approve' || verdict === 'request_evidence' || verdict === 'revoke' ? undefined : reasonOf(masked, typed)
  return said({ target, points, reason, need })
}

/** masks keep the decision's figures as one letter, so the reason is cut from the typed words by what the mask leaves */
function reasonOf(masked: string, typed: string): string | undefined {
  const left = reasonIn(masked)
  if (left === undefined || left.length === masked.length) return left === undefined ? undefined : (reasonIn(typed) ?? typed)
  const cut = /[ ,.。:;、!]/u.exec(typed)
  const inner = reasonIn(typed)
  return inner !== undefined && inner.length < typed.length ? inner : typed.slice((cut?.index ?? 0) + 1)
}

const NEEDED = new RegExp(`${PAPERS}|时间|地点|证人|几点|哪`, 'u')
const OF_PAPER = /(?:证|书|收据|发票|收条|小票|票据|单据|奖状|回执|表)$/u

function needIn(typed: string): string {
  const thing = NEEDED.exec(typed)?.[0] ?? '说明'
  return /拍|照/u.test(typed) && OF_PAPER.test(thing) ? `${thing}照片` : thing.replace(/^(?:图|图片|相片)$/u, '照片')
}

/** An appeal against a deduction or a listing is answered like an objection, as its card says; a rejected report is reviewed anew. */
const isAppeal = ({ kind, text }: Card): boolean => (kind === 'deduction' || !/待审/u.test(text)) && /申诉[:：]/u.test(text)

/** 咋才三分？给他五分: the question is the reviewer's own, the answer follows */
const WONDERED = /^[^?]{1,14}[?][ ,]*(?=.)/u

/** A decision under the bot's card: the number printed on it is the case. */
export const underCard: Rule = {
  name: 'decision under a card',
  read: (speech) => {
    const card = speech.card
    if (!card?.byBot || card.target === null) return null
    if (speech.role !== 'reviewer' && !(speech.role === 'cadre' && card.kind === 'binding')) return null
    if (card.kind === 'objection') return resolution(speech, card.target, 0)
    const answer = isAppeal(card) ? resolution(speech, card.target, 0) : null
    if (answer?.slots.result === 'maintain' || answer?.slots.result === 'reverse') return answer
    const words = speech.mask === '' ? signWords(speech.signs) : speech.mask.replace(/^#?[NC][ ,]*/u, '')
    const asked = WONDERED.exec(words)?.[0].length ?? 0
    const after = verdictIn(words.slice(asked))
    if (asked > 0 && after === 'approve_modified') return { intent: after, slots: decided(after, card.target, speech, asked) }
    if (/^(?:这个|这条)?(?:咋|怎么|为啥|为什么|什么)/u.test(words)) return null
    const verdict = verdictIn(words)
    if (!verdict || (card.kind === 'other' && verdict !== 'revoke')) return null
    return { intent: verdict, slots: decided(verdict, card.target, speech, 0) }
  },
}

function signWords(signs: string): string {
  if (/👌|👍|✅|🆗|💯|✔|☑|🤝|\[ok\]|\[强\]|\[赞\]|\[好的\]|\[鼓掌\]/iu.test(signs)) return '同意'
  return /👎|❌|🙅|⛔|✖|\[弱\]|\[no\]/iu.test(signs) ? '不同意' : ''
}

const MAINTAIN = pattern(
  '维持|不成立|不属实|没有问题|原来的?对|没错|驳回|不支持|不改|核实过?了?[^,]{0,6}(?:没问题|无误|对的)|查无|异议无效|照旧|不予',
)
const REVERSE = pattern('撤销|取消(?:掉|这)|全扣|全额扣回|冲正|扣回|这笔(?:不算|作废)|作废|撤掉|收回这|不该给')
const CORRECT = pattern('属实|改正|更正|补S|改成?S|改为S|应该是S|补记|补上|成立|确实|漏了|记错|算错|加S|重算|少记|多记')

/** The answer to an objection in the words after a place of the line: maintained, corrected or reversed. */
export function resolution(speech: Speech, target: string, from: number): Read | null {
  const words = speech.mask.slice(from)
  if (words === '' || /[?？]|吗$|吧$/u.test(words)) return null
  const evidence = verdictIn(words)
  const typed = wordsIn(speech, from, speech.mask.length)
  const points = [...speech.marks].find(([at, mark]) => at >= from && mark.letter === 'S')?.[1].quantity?.value
  const result = resultOf(words)
  if (result !== null) {
    return {
      intent: 'resolve_objection',
      slots: said({
        target,
        result,
        kind: result,
        points: result === 'correct' ? points : undefined,
        reason: reasonIn(typed.replace(/^(?:属实|不属实|不成立|成立)[ ,]*(?:补\S{1,3}分)?/u, '')),
      }),
    }
  }
  return evidence === 'defer' || evidence === 'request_evidence' || evidence === 'recuse'
    ? { intent: evidence, slots: decided(evidence, target, speech, from) }
    : null
}

function resultOf(words: string): 'maintain' | 'correct' | 'reverse' | null {
  if (MAINTAIN.test(words)) return 'maintain'
  if (REVERSE.test(words)) return 'reverse'
  return CORRECT.test(words) ? 'correct' : null
}

/** A decision under a card by somebody who may not decide: nobody's business. */
export const withoutRight: Rule = {
  name: 'decision under a card without the right',
  read: (speech) => {
    const card = speech.card
    if (!card?.byBot || speech.role === 'reviewer') return null
    const words = speech.mask === '' ? signWords(speech.signs) : speech.mask
    return verdictIn(words) === null && speech.mask !== '' ? null : { intent: 'ignore', slots: {} }
  },
}
