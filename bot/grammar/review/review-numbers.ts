import type { SlotItem } from '../../../models/intent.ts'
import type { Speech } from '../line.ts'
import { type Mark, marksIn, wordsIn } from '../marks.ts'
import { pattern } from '../pattern.ts'
import { caseOf, decided, resolution } from './review-cards.ts'
import { reasonIn, verdictIn } from './review-words.ts'
import { type Read, type Rule, said } from '../rule.ts'

const DECISION =
  /通过|同意|批|准|驳|过|不行|不给|改|维持|属实|成立|撤|改正|更正|补S|先放|缓|回避|行$|可以|加S|减S|减半|ok|拒|退|给S|按S|算S|补|拍|照片|凭证|[要缺少没交拿看]证|献血证|中(?=$|[ ,了])|否|毙|[莫别勿]批|打回|等会|等等|再审|再议|搁|收据|发票|票据|视频|证明/u

/** what is contested is no decision of the speaker's */
const CONTESTED = /不服|被(?:驳|扣|退|打回|毙)|申诉|冤|凭(?:啥|什么)|我(?:有|去|明明|反对|不同意|不认)|不属实|假的|虚报|有意见/u
/** that it was not done contests it too, unless it is the reason of a verdict */
const UNDONE = /没(?:去|来|干|扫|清|做|参加|出工)/u
const VERDICT_FIRST = pattern('^ (?:C|N)号?(?:驳回|通过|不通过|同意|不同意|不行|打回)')

const contested = (mask: string): boolean => CONTESTED.test(mask) || (UNDONE.test(mask) && !VERDICT_FIRST.test(mask))

/** 1042通过 · 通过 1042 · 1043 1044都过 · 1通过 2驳回没证据 */
export const byNumber: Rule = {
  name: 'decision by number',
  read: (speech) => {
    if (speech.card !== null && !speech.card.byBot) return null
    const places = [...speech.marks].filter(([, mark]) => mark.letter === 'N' || mark.letter === 'C')
    const first = places[0]
    if (speech.role !== 'reviewer' && contested(speech.mask)) return null
    if (!first || !DECISION.test(speech.mask) || /[?？]|吗|吧$|到哪|了没|没有$/u.test(speech.mask)) return null
    if (pattern('^(?:异议|待审|申报|编号|_)*(?:C|N)').test(speech.mask)) return leading(speech, places)
    const behind = pattern(
      '^ (?:审核|审批)?(通过|同意|批准|驳回|不同意|不通过|打回|撤回|撤销|维持|先放|回避|准)(?:了)? (?:C|N)(?: (?:C|N|和|跟))*(?:号)?(?:这条|那条)?',
    ).exec(speech.mask)
    if (!behind || (/^撤/u.test(behind[1] ?? '') && speech.role !== 'reviewer')) return null
    const verdict = verdictIn(behind[1] ?? '')
    const targets = marksIn(speech, 0, behind[0].length)
      .filter(({ letter }) => letter === 'N' || letter === 'C')
      .map(caseOf)
    if (!verdict || targets.length === 0) return null
    const reason = wordsIn(speech, behind[0].length, speech.mask.length).replace(/^[ ,.。:;、!]+/u, '')
    if (behind[1] === '维持')
      return {
        intent: 'resolve_objection',
        slots: said({ target: one(targets), result: 'maintain', kind: 'maintain', reason: reason === '' ? undefined : reason }),
        named: true,
      }
    return {
      intent: verdict,
      slots: said({ target: one(targets), reason: reason === '' || verdict === 'approve' ? undefined : reason }),
      named: true,
    }
  },
}

const one = (targets: readonly string[]): string | readonly string[] => (targets.length === 1 ? (targets[0] ?? '') : targets)

interface Part {
  readonly marks: readonly Mark[]
  readonly from: number
  readonly to: number
}

/** 1042到1045: so many cases are named at once by their first and last */
const LONGEST_RANGE = 30

function range(first: Mark | undefined, last: Mark): readonly Mark[] | null {
  const from = first?.number ?? 0
  const to = last.number ?? 0
  if (from < 1000 || to <= from || to - from > LONGEST_RANGE) return null
  return Array.from({ length: to - from }, (_, step) => ({ letter: 'N' as const, text: String(from + step + 1), number: from + step + 1 }))
}

/** numbers that stand together share the words that follow them */
function leading(speech: Speech, places: readonly (readonly [number, Mark])[]): Read | null {
  const parts: Part[] = []
  for (const [place, mark] of places) {
    const last = parts.at(-1)
    const between = last ? speech.mask.slice(last.from, place) : ''
    const until = last && /^ ?[到至~-] ?$/u.test(between) ? range(last.marks.at(-1), mark) : null
    if (last && until) {
      parts[parts.length - 1] = { marks: [...last.marks, ...until], from: place + 1, to: place + 1 }
      continue
    }
    if (last && (/^[ ,、.。:;和跟及号到#-]*$/u.test(between) || /(?:改成?|给|算|按|到|成|为)$/u.test(between))) {
      if (!/(?:改成?|给|算|按|到|成|为)$/u.test(between))
        parts[parts.length - 1] = { marks: [...last.marks, mark], from: place + 1, to: place + 1 }
    } else parts.push({ marks: [mark], from: place + 1, to: place + 1 })
  }
  const closed = parts.map((part, index) => ({ ...part, to: closing(parts[index + 1], speech.mask.length) }))
  const [only] = closed
  if (!only) return null
  return closed.length === 1 ? single(speech, only) : batch(speech, closed)
}

const closing = (next: Part | undefined, end: number): number => (next ? next.from - next.marks.length : end)

function single(speech: Speech, part: Part): Read | null {
  const from =
    part.from + (/^(?:[ ,.。:;、!号的这那条个都]|异议|Q(?=都|全|一起|一并))*/u.exec(speech.mask.slice(part.from))?.[0].length ?? 0)
  const words = speech.mask.slice(from)
  const target = one(part.marks.map(caseOf))
  const objection =
    pattern('^(?:维持|属实|不成立|成立|改正|更正|撤销|冲正|补S)').test(words) && typeof target === 'string'
      ? resolution(speech, target, from)
      : null
  if (objection) return { ...objection, named: true }
  const verdict = verdictIn(words)
  if ((verdict === 'revoke' || verdict === 'request_evidence') && speech.role !== 'reviewer') return null
  return verdict && { intent: verdict, slots: decided(verdict, target, speech, from), named: true }
}

function batch(speech: Speech, parts: readonly Part[]): Read | null {
  const items: SlotItem[] = []
  for (const part of parts) {
    const words = speech.mask.slice(part.from, part.to).replace(/^[ ,.。:;、!号的这那条个都]+|[ ,.。:;、#]+$/gu, '')
    const verdict = verdictIn(words)
    if (!verdict) return null
    const own = [...speech.marks].find(([at, mark]) => at >= part.from && at < part.to && (mark.letter === 'S' || mark.letter === 'N'))?.[1]
    const typed = wordsIn(speech, part.from, part.to).replace(/^[ ,.。:;、!号的这那条个都]+|[ ,.。:;、#]+$/gu, '')
    const reason = verdict === 'reject' || verdict === 'defer' ? reasonIn(typed) : undefined
    const points = verdict === 'approve_modified' ? (own?.quantity?.value ?? own?.number) : undefined
    for (const mark of part.marks)
      items.push({
        n: mark.number ?? 0,
        op: verdict,
        ...(reason === undefined ? {} : { reason }),
        ...(points === undefined ? {} : { points }),
      })
  }
  const numbered = items.every(({ n, op }) => (n ?? 0) >= 1000 && op === 'approve')
  if (numbered) return { intent: 'approve', slots: { target: items.map(({ n }) => `#${n ?? 0}`) }, named: true }
  return { intent: 'batch', slots: { items }, named: true }
}
