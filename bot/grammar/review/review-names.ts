import type { Speech } from '../line.ts'
import { marksIn } from '../marks.ts'
import { pattern } from '../pattern.ts'
import { type Rule, said } from '../rule.ts'
import { decided } from './review-cards.ts'
import { verdictIn } from './review-words.ts'

/** 王秀英那条: somebody's report, named by its owner */
const OWNERS = pattern('^(?:把)?(?:P|F)(?:家)?(?:的|报|交|申)*(?:那条|这条|那个|这个|那笔|这笔|那份|那件|那张单|那单|的申报|的)[ ,:]*')
/** no report is meant: a person's child, car or affair, or what a person thinks */
const OTHERWISE =
  /[?？]|吗$|说的|讲的|意见|提议|看法|考试|驾照|体检|面试|手术|贷款|签证|方案|婚|车|房|工作|工资|生病|看病|货|生意|对象|低保|补贴|手机|电话/u
/** 给她过: an approval says so in its own word, a mere 可以 is talk */
const SAYS_SO = pattern('(?:通过|同意|批|准|过|给分|加分|给S|按S|加上)(?:了|吧|的)?(?:$|_)')

/** 李长顺那条没毛病，过 · 杨帆那个同意，但按3分: a report named by its owner, and a decision in more than one word. */
export const byOwner: Rule = {
  name: 'decision by owner',
  roles: ['reviewer'],
  read: (speech) => {
    const head = speech.card === null ? (OWNERS.exec(speech.mask)?.[0] ?? '') : ''
    const words = speech.mask.slice(head.length)
    if (head === '' || words.length > 30 || OTHERWISE.test(speech.mask)) return null
    const verdict = verdictIn(words)
    if (!verdict || verdict === 'revoke' || (verdict === 'approve' && !SAYS_SO.test(words))) return null
    return { intent: verdict, slots: decided(verdict, owner(speech), speech, head.length) }
  },
}

const ASKED_FOR = pattern(
  '^(?:让|叫|喊|要|请|通知|催)(?:P|F)(?:家)?(?:那边|赶紧|快点|再|把|先)*(?:补|拍|发|交|传|拿|提供|附|晒)(?:个|一?张|一?份|一?下|点|上|来|过来|出)*(?:他|她)?(?:的)?(?:照片|相片|图|证明|凭证|收据|发票|收条|票据|献血证|证书|证|通知书|材料|截图|视频)',
)

/** 让何金水补个收据: evidence that is asked of the owner. */
export const evidenceOf: Rule = {
  name: 'evidence asked of the owner',
  roles: ['reviewer'],
  read: (speech) =>
    speech.card === null && ASKED_FOR.test(speech.mask) && !/[?？]|吗$|低保|医保|户口|群里|朋友圈|红包|报账|新房/u.test(speech.mask)
      ? { intent: 'request_evidence', slots: said({ ...decided('request_evidence', owner(speech), speech, 0) }) }
      : null,
}

const owner = (speech: Speech): string => marksIn(speech).find(({ letter }) => letter === 'P' || letter === 'F')?.person?.name ?? ''
