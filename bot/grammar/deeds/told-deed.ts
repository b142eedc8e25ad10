import { looksAhead } from './evidence.ts'
import type { Speech } from '../line.ts'
import type { Tools } from '../rule.ts'

/** what may stand beside the words of a deed: 帮邻居搬家 */
const BESIDE = /邻居|隔壁|乡亲|[了过给帮在,.。!:;、 ]/gu

/** Whether a line names a good deed and says nothing else: besides its words only days, amounts and people may stand there. */
export function isDeedAlone(speech: Speech, tools: Tools): boolean {
  const deed = speech.card === null ? tools.deed(speech.text) : null
  if (deed === null || deed.bad || looksAhead(speech)) return false
  // 扫了两小时马路: the words of a deed may stand apart
  const rest = [...deed.words.join('')].reduce((left, char) => left.replace(char, ''), speech.mask)
  return rest.replace(/[A-Z]/gu, '').replace(BESIDE, '') === ''
}
