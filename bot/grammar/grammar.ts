import { dateOf, type LocalDate } from '../../models/dates.ts'
import type { IntentName, Reading } from '../../models/intent.ts'
import type { Vocabulary } from '../../models/vocabulary.ts'
import { readDate } from './days/dates.ts'
import { compileConduct, compileDeeds } from './deeds/deeds.ts'
import { foldText } from './fold.ts'
import { compileLexicon } from './lexicon.ts'
import { type Line, prepare, type Speech } from './line.ts'
import { readNumber } from './numerals.ts'
import { compilePeople } from './hearing/people.ts'
import { amountAlone } from './deeds/told-amount.ts'
import { applyRights } from './review/rights.ts'
import { isDeedAlone } from './deeds/told-deed.ts'
import { echo, several } from './villager/mixed.ts'
import type { Rule, Tools } from './rule.ts'
import { rulesWith } from './rules.ts'
import { outOfPlace } from './silence.ts'
import { compileListener } from './hearing/sounds.ts'
import { kept } from './deeds/violation.ts'

/** Tells which rule read what. */
export type Trace = (rule: string, what: string) => void

/** A village's language: reads lines, and answers to the bot's questions. Pure; any text gets a reading, nothing is thrown. */
export interface Grammar {
  parse(line: Line, trace?: Trace): Reading
  /** a deed as the answer to what was done; null when the line says anything else besides */
  deed(line: Line): Reading | null
  /** an amount as the answer to a question, when the line says nothing else; a bare number is `qty` */
  quantity(text: string): { readonly qty?: number; readonly hours?: number; readonly unit?: string } | null
  /** a day in the past as the answer to a question; `approx` when only the month is known */
  date(text: string, now: number): { readonly date: LocalDate; readonly approx?: boolean } | null
  /** the answer to a numbered question, or to one of yes and no */
  choice(text: string): number | 'yes' | 'no' | null
}

const COMMANDS = '加分 积分 申报 兑换 公示 异议 同意 通过 排名 扣分 驳回 撤回 明细 报名 代报 查分 绑定 审核 赞成 弃权 反对 举报'.split(' ')

const REPORT = '报'

/** Compiles the closed vocabulary of a village into its grammar. */
export function compileGrammar(vocabulary: Vocabulary): Grammar {
  const people = compilePeople(vocabulary.people)
  const names = new Set(vocabulary.people.flatMap((person) => [person.name, ...person.called]))
  const itemWords = vocabulary.items.flatMap((item) => [item.name, ...item.words])
  const commandWords = vocabulary.commands.flatMap((command) => command.words.map((word) => [word, command.intent] as const))
  const listen = compileListener(COMMANDS, [...commandWords.map(([word]) => word), ...itemWords, ...names, ...vocabulary.goods])
  const commands = compileLexicon<IntentName>(commandWords)
  const items = compileLexicon(vocabulary.items.flatMap(({ code, name, words }) => [name, ...words].map((word) => [word, code] as const)))
  const tools: Tools = {
    deed: compileDeeds(vocabulary.items),
    conduct: compileConduct(vocabulary.items),
    goods: vocabulary.goods,
    itemAt: (text) => {
      const hit = items.startingAt(text, 0)
      return hit && { code: hit.value, word: hit.word }
    },
    commandAt: (text) => {
      const hit = commands.startingAt(text, 0)
      return hit && { intent: hit.value, word: hit.word }
    },
  }

  const isPerson = (name: string): boolean => names.has(name)

  const parse = (line: Line, trace: Trace = () => undefined): Reading => {
    const speech = prepare(line, vocabulary.botName, people, listen, isPerson)
    trace('words', speech.text)
    trace('marks', speech.mask)
    const part = (text: string): Reading =>
      read(
        prepare({ text, role: line.role, now: line.now }, vocabulary.botName, people, listen, isPerson),
        tools,
        () => undefined,
        rulesWith([]),
      )
    return read(speech, tools, trace, rulesWith([several(part), echo(part)]))
  }

  const deed = (line: Line): Reading | null => {
    const speech = prepare(line, vocabulary.botName, people, listen, isPerson)
    return isDeedAlone(speech, tools) ? parse({ ...line, text: `${REPORT} ${speech.text}` }) : null
  }

  return { parse, deed, quantity: amountAlone, date, choice }
}

function read(speech: Speech, tools: Tools, trace: Trace, order: readonly Rule[]): Reading {
  for (const rule of order) {
    if (rule.roles && !rule.roles.includes(speech.role)) continue
    const first = rule.read(speech, tools)
    if (!first) continue
    const found = kept(first, speech, tools)
    if (outOfPlace(found, speech)) {
      trace('out of place', `${rule.name}: ignore`)
      return { intent: 'ignore', slots: {} }
    }
    trace(rule.name, `${found.intent} ${JSON.stringify(found.slots)}`)
    return applyRights(found, speech, trace)
  }
  if (speech.atBot && speech.card?.byBot !== false) {
    trace('nothing, but called by name', 'ambiguous')
    return { intent: 'ambiguous', slots: { ask: 'what' } }
  }
  trace('nothing', 'ignore')
  return { intent: 'ignore', slots: {} }
}

function date(text: string, now: number): { readonly date: LocalDate; readonly approx?: boolean } | null {
  const folded = foldText(text).toLowerCase()
  const today = dateOf(now)
  for (let at = 0; at < Math.min(folded.length, 60); at += 1) {
    const span = readDate(folded, at, today)
    if (span) return span.approx ? { date: span.past, approx: true } : { date: span.past }
  }
  return null
}

const YES =
  /^(?:是|是的|是啊|对|对的|对头|好|好的|好嘞|行|行的|可以|要得|中|确认|确定|没错|嗯|嗯嗯|得|yes|ok|y|同意|👌|👍|✅|要|就是|是这个|对啊)(?:了|吧|啊|的|呀|哈)?$/iu
const NO =
  /^(?:不|不是|不对|不是的|不行|不要|不用|不可以|否|算了|取消|no|n|别|莫|不了|错了|不确认|不同意|👎|❌|不中|要不得)(?:了|吧|啊|的|呀|哈)?$/iu

function choice(text: string): number | 'yes' | 'no' | null {
  const word = foldText(text)
    .replace(/[ ,.。!、~]+$/u, '')
    .trim()
  if (NO.test(word)) return 'no'
  if (YES.test(word)) return 'yes'
  const numbered =
    /^(?:选|我选|要|是|就|就是)?(?:第|序号|选项)?(\d{1,2}|[一二两三四五六七八九十])(?:个|号|项|条|种)?(?:吧|的|那个|这个|那条)?$/u.exec(
      word,
    )
  return numbered ? (readNumber(numbered[1] ?? '', 0)?.value ?? null) : null
}
