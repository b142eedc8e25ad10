import { foldText } from '../fold.ts'
import { readNumber } from '../numerals.ts'
import { readQuantity } from '../quantities.ts'

/** what may stand around the amount in an answer: 大概扫了两个小时吧, 改成3分 */
const AROUND =
  /大概|大约|差不多|估计|应该|一共|总共|合计|左右|上下|样子|今天|早上|上午|中午|下午|晚上|谢|[扫做干搞弄捡清修挖割送陪走改补给成为算按报记有就是约共才也都我家这那个了的整吧啊呀哈呢嘛嗯 ,.。!:;、~]/gu

/** after hours or points, which little else is counted in, more may be told: 2小时,扫的村口那段 */
const TOLD_MORE = /^[,.。;! ]/u

/** An amount that a line tells before anything else; a bare number is `qty`. Whoever talks of something else has not answered. */
export function amountAlone(text: string): { readonly qty?: number; readonly hours?: number; readonly unit?: string } | null {
  const folded = foldText(text).toLowerCase()
  for (let at = 0; at < Math.min(folded.length, 60); at += 1) {
    const span = readQuantity(folded, at)
    const number = span ?? readNumber(folded, at)
    if (!number) continue
    const after = folded.slice(at + number.length)
    const more = (span?.kind === 'hours' || span?.kind === 'points') && TOLD_MORE.test(after)
    const beside = `${folded.slice(0, at)} ${more ? '' : after}`
    if (beside.replace(AROUND, '') !== '') return null
    if (!span) return { qty: number.value }
    return span.kind === 'hours' ? { hours: span.value } : { qty: span.value, unit: span.unit }
  }
  return null
}
