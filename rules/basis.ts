import type { Item } from './scheme.ts'

/** 「公安行政处罚决定书」「派出所已处理」: an office has found that it was so. */
const DECIDED = /决定|处罚|裁定|判决|调解书|通知书|处分|查处|认定/u
const UNDECIDED = /(?:没有?|无|未|还没|等)[^，。,.]{0,8}(?:决定|处罚|裁定|判决|调解书|通知书|处分|查处|认定)/u
/** 「本人承认」 */
const ADMITTED = /承认|认了/u
const DENIED = /(?:不|没有?|拒不|未)承认|不认/u

const decided = (words: string): boolean => DECIDED.test(words) && !UNDECIDED.test(words)
const admitted = (words: string): boolean => ADMITTED.test(words) && !DENIED.test(words)

/** True when the words of a deduction or a veto name what it must rest on: nothing more, the competent office's decision, or that or own admission (GY-5, law.md). */
export function hasBasis({ basis }: Pick<Item, 'basis'>, words: string): boolean {
  switch (basis) {
    case 'panel':
      return true
    case 'decision':
      return decided(words)
    case 'admission':
      return decided(words) || admitted(words)
  }
}
