import type { Slots } from '../../models/intent.ts'
import type { Speech } from './line.ts'
import { marksIn, wordsIn } from './marks.ts'
import { type Rule, rule, said } from './rule.ts'

/** Lines that begin with a command's own word. */
export const explicitRules: readonly Rule[] = [
  rule(
    'bind a child',
    'bind',
    '^(?:我要|我想|想|要)?(?:给|帮|替)(?:我家|我们家|我|俺家|俺|家里|自家)?(?:的)?(?:孩子|娃娃|娃|小孩|小娃|崽|儿子|女儿|闺女|孙子|孙女|R)(?:P)?(?:绑定|绑个|绑一下|绑)(?:微信|一下)? (?:G)? (?:的)?(?:P)?$',
    (_, speech) => {
      const named = marksIn(speech).find(({ letter }) => letter === 'P')?.person?.name
      return said({ who: named === undefined ? undefined : [named], kind: 'child' })
    },
  ),
  rule(
    'bind',
    'bind',
    '^(?:我要|我想|申请|请|要|想|帮我)?(?:绑定|(?:认证|实名认证|登记身份)(?= ?(?:我是)? ?[GP])) (?:我是)? (?:G)? (?:的)?(?:P)?',
    (match, speech) => {
      const rest = wordsIn(speech, match[0].length, speech.mask.length).trim()
      const name = marksIn(speech).find(({ letter }) => letter === 'P')?.person?.name ?? (/^[一-龥]{2,4}$/u.test(rest) ? rest : undefined)
      return said({
        who: name === undefined ? undefined : [name],
        group_no: marksIn(speech).find(({ letter }) => letter === 'G')?.quantity?.value,
      })
    },
    { unless: '成功|失败|不了|银行|手机号|流量|支付|社保卡|领红包|医保|电话' },
  ),
  rule(
    'withdraw',
    'withdraw',
    '^(?:我要)?(?:取消(?= ?[CN])|撤回|撤销|撤掉|收回|撤)(?:了)?(?:我)?(?:刚才|刚刚|上一?条|那条|我|这条|D)?(?:报|申报|的)?(?:的)?(?:那条|申报|报的|那个)? (?:C|N)?(?:号)?$',
    (_, speech) => {
      const mark = marksIn(speech).find(({ letter }) => letter === 'C' || letter === 'N')
      return { target: mark?.number === undefined ? (speech.card?.target ?? 'latest_report') : `#${mark.number}` }
    },
    { roles: ['villager', 'cadre'] },
  ),
]

/** 报 过年不放炮: an item by its own name behind the word of reporting, whatever else its words could say */
export const namedItem: Rule = {
  name: 'an item by its name',
  read: (speech, tools) => {
    const named = /^(?:我要)?(?:报|申报)[ :,]{1,2}(?=.)/u.exec(speech.text)
    const rest = named ? speech.text.slice(named[0].length) : ''
    if (speech.card !== null || rest === '' || rest.length > 24) return null
    const deed = tools.deed(rest)
    if (!deed || deed.bad || deed.items.length === 0 || deed.words[0] !== rest) return null
    return { intent: 'report', slots: { who: ['self'], cat: deed.cat, date: null }, matched: deed.items }
  },
}

/** nothing but numbers, names, days and groups stands behind the word */
const ARGUMENT = /^[ :,]{0,3}(?:[CNPFRDGSQ][ ,、和]{0,2}){1,6}$/u

/**
 * A command's own word from the village's table when no other rule has read the line: alone, with a bare argument (a number, a name,
 * a day), or before anything when the bot is called by name.
 */
export const commandRule: Rule = {
  name: 'command word',
  read: (speech, tools) => {
    const command = speech.card === null ? tools.commandAt(speech.text) : null
    if (!command || command.word.length < 2) return null
    const place = speech.starts.indexOf(command.word.length)
    const rest = place < 0 ? null : speech.mask.slice(place, place + REACH)
    if (rest === '' || (rest !== null && /^[ :]/u.test(rest) && speech.atBot)) return { intent: command.intent, slots: argument(speech) }
    return rest !== null && ARGUMENT.test(rest) ? { intent: command.intent, slots: argument(speech) } : null
  },
}

const REACH = 80

function argument(speech: Speech): Slots {
  const marks = marksIn(speech)
  const number = marks.find(({ letter }) => letter === 'C' || letter === 'N')?.number
  const people = marks.filter(({ letter }) => 'PFR'.includes(letter)).map(({ person }) => person?.name ?? '')
  return said({
    target: number === undefined ? undefined : `#${String(number)}`,
    who: people.length === 0 ? undefined : people,
    points: marks.find(({ letter }) => letter === 'S')?.quantity?.value,
    date: marks.find(({ letter }) => letter === 'D')?.date?.past,
    group_no: marks.find(({ letter }) => letter === 'G')?.quantity?.value,
  })
}
