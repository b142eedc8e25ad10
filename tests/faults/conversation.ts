import { pick } from './random.ts'
import type { Said, Saying } from '../process/village-process.ts'

/** A message somebody sent, and the answer they got, if they got one. */
export interface Sent extends Saying {
  readonly kind: 'case' | 'review' | 'question' | 'chatter'
  answer: Said | null
}

const villagers = ['王秀英', '赵福贵', '马玉芬', '李长顺', '郑小军']
const reviewers = ['周大山', '陈玉莲']

/** The seven who speak. */
export const speakers: readonly string[] = [...villagers, ...reviewers]

const cases = [
  '报 扫路 1小时',
  '报 扫路 30分钟',
  '报 扫路 2袋',
  '报 看望老人',
  '报 出工 半天',
  '报 护林',
  '报 参加会议',
  '报 邻里互助',
  '建议 捡烟头一斤给两分',
  '建议 捡塑料瓶一斤给一分',
]
const questions = ['查分', '排名', '明细']
const chatter = ['今天天气真好', '谁家的鸡跑出来了', '晚上打牌不', '收到', '好的']

/** What the numbered receipts of an answer say: the numbers of the cases it opened. */
export const openedBy = (texts: readonly string[]): readonly number[] =>
  texts.flatMap((text) => /^(?:已收到#|建议已记下（#)(\d+)/u.exec(text)?.[1] ?? []).map(Number)

/** The next message of a speaker; reviewers decide about cases that somebody has a receipt for. */
export function nextMessage(random: () => number, from: string, id: string, receipts: readonly number[]): Sent {
  const chance = random()
  if (reviewers.includes(from) && receipts.length > 0 && chance < 0.7) {
    const number = String(pick(random, receipts.slice(-12)))
    return {
      id,
      from,
      to: '评议群',
      text: pick(random, [`${number}通过`, `${number}通过`, `${number}驳回 照片看不清`]),
      kind: 'review',
      answer: null,
    }
  }
  if (chance < 0.65) return { id, from, to: pick(random, ['村民群', 'bot']), text: pick(random, cases), kind: 'case', answer: null }
  if (chance < 0.85) return { id, from, to: '村民群', text: pick(random, questions), kind: 'question', answer: null }
  return { id, from, to: '村民群', text: pick(random, chatter), kind: 'chatter', answer: null }
}
