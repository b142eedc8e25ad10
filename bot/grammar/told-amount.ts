import { foldText } from './fold.ts'
import { readNumber } from './numerals.ts'
import { readQuantity } from './quantities.ts'

/** what may stand around the amount in an answer: 大概扫了两个小时吧, 改成3分 */
const AROUND =
  /大概|大约|差不多|估计|应该|一共|总共|合计|左右|上下|样子|[扫做干搞弄捡清修挖割送陪走改补给成为算按报记有就是约共才也都我家这那个了的整吧啊呀哈呢嘛嗯 ,.。!:;、~]/gu

/** An amount that a line tells and nothing else; a bare number is `qty`. Whoever talks of something else has not answered. */
export function amountAlone(text: string): { readonly qty?: number; readonly hours?: number; readonly unit?: string } | null {
  const folded = foldText(text).toLowerCase()
  for (let at = 0; at < Math.min(folded.length, 60); at += 1) {
    const span = readQuantity(folded, at)
    const number = span ?? readNumber(folded, at)
    if (!number) continue
    const around = `${folded.slice(0, at)} ${folded.slice(at + number.length)}`
    if (around.replace(AROUND, '') !== '') return null
    if (!span) return { qty: number.value }
    return span.kind === 'hours' ? { hours: span.value } : { qty: span.value, unit: span.unit }
  }
  return null
}
