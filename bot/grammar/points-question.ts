import { elsewhere } from './evidence.ts'
import type { Speech } from './line.ts'
import { marksIn } from './marks.ts'
import { pattern } from './pattern.ts'
import { periodIn, subject } from './query.ts'
import { deedOf, type Read, type Rule, said, type Tools } from './rule.ts'

const HOW_MUCH = pattern(
  '{much}(?:个)?(?:{points}|$|_|[呢咧哩啊呀哒])|{points}(?:还|都|现在|一共|总共|到底)*(?:有|剩|余|是|攒|积|得)?(?:了|到|下)?{much}|(?:够|有|到|满)(?:不够|没有|没|不)?(?:S|N)(?:没|吗|不|了没|$)',
)
const RATE =
  /(?:给|加|算|得|值|计|记|奖|扣|减|罚|拿|挣)(?:得|到|上|个|他|我)?(?:多少|几多|好多|几|多)|(?:多少|几多|好多|几)(?:积?分)(?:一|每)|(?:一[次回趟天袋斤]|每[次回趟天袋斤]|Q)/u
const HELD = pattern('账|本子|存折|户头|名下|攒|积了|剩|余|还有|一共|总共|累计|现在|目前|到底|手头|手上|得了|挣了|拿了|涨到|够')
const ABOUT_POINTS = pattern('{points}')
const TRADE = pattern('换|兑|超市|熟|钱|块|斤|米|考|打{much}|评|几分(?:钟|饱|像|真)|S钟')

/** What nobody's own wording has caught: 多少 and 分 in one line, told apart by whether points are held or a deed is worth them. */
export const pointsQuestion: Rule = {
  name: 'how many points',
  read: (speech, tools) => {
    const asked = speech.mask.slice(0, 60)
    if (!HOW_MUCH.test(asked) || elsewhere.test(asked) || TRADE.test(asked) || speech.card !== null) return null
    return worth(speech, tools, asked) ?? held(speech, asked)
  },
}

function worth(speech: Speech, tools: Tools, asked: string): Read | null {
  const cat = deedOf(speech, tools)?.cat
  return cat !== undefined && RATE.test(asked) && !HELD.test(asked) ? { intent: 'query_rules', slots: { cat } } : null
}

function held(speech: Speech, asked: string): Read | null {
  const named = marksIn(speech).some(({ letter }) => 'PFR'.includes(letter))
  const own = pattern('{self}').test(asked)
  if (!ABOUT_POINTS.test(asked) || !(named || own || HELD.test(asked))) return null
  return { intent: 'query_balance', slots: said({ who: subject(speech), period: periodIn(speech) }) }
}
