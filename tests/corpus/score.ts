import { readFile } from 'node:fs/promises'
import type { Grammar } from '../../bot/grammar/grammar.ts'
import type { Reading } from '../../models/intent.ts'
import type { ParserRole } from '../../models/role.ts'

/** One line of a corpus with the reading it should get. */
export interface Gold {
  readonly role: ParserRole
  readonly text: string
  readonly intent: string
  readonly slots: Readonly<Record<string, unknown>>
}

export const NOW = Date.parse('2026-11-22T10:00:00+08:00')

const isRole = (word: string | undefined): word is ParserRole => word === 'villager' || word === 'reviewer' || word === 'cadre'

/** Reads a corpus file: tab-separated, `"` is a plain character, `\n` a newline. */
export async function readCorpus(name: string): Promise<readonly Gold[]> {
  const lines = (await readFile(new URL(name, import.meta.url), 'utf8'))
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
  return lines.map((line) => {
    const [role, text, intent, slots] = line.split('\t')
    if (!isRole(role)) throw new Error(`no role in ${line}`)
    const parsed: unknown = JSON.parse(slots ?? '{}')
    return {
      role,
      text: (text ?? '').replaceAll('\\n', '\n'),
      intent: intent ?? '',
      slots: typeof parsed === 'object' && parsed !== null ? Object.fromEntries(Object.entries(parsed)) : {},
    }
  })
}

const SCORED = ['who', 'cat', 'date', 'qty', 'points', 'target']

const flat = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map((one) => JSON.stringify(one)) : [JSON.stringify(value)]

/** slot facts of a reading, one per value */
const facts = (slots: Readonly<Record<string, unknown>>): ReadonlySet<string> =>
  new Set(SCORED.filter((name) => slots[name] !== undefined).flatMap((name) => flat(slots[name]).map((value) => `${name}=${value}`)))

const PRIVATE = new Set(['report_violation', 'black_list_publish', 'object', 'appeal'])
const APPROVALS = new Set(['approve', 'approve_modified', 'approve_all', 'batch'])

/** Figures of a reading of a corpus. */
export interface Score {
  readonly lines: number
  readonly intent: number
  readonly f1: number
  readonly disturbed: number
  readonly wrongApprovals: number
  readonly falseAnswers: number
  /** bad conduct or a black list read as something that is answered in the room */
  readonly named: number
  readonly misses: readonly string[]
}

/** Compares a way of reading with the corpus. */
export function score(gold: readonly Gold[], read: (line: Gold) => Pick<Reading, 'intent' | 'slots'>): Score {
  let right = 0
  let hits = 0
  let expected = 0
  let given = 0
  let disturbed = 0
  let wrongApprovals = 0
  let falseAnswers = 0
  let named = 0
  const misses: string[] = []
  for (const line of gold) {
    const { intent, slots } = read(line)
    if (intent === line.intent) right += 1
    const wanted = facts(line.slots)
    const got = facts(Object.fromEntries(Object.entries(slots)))
    const common = [...got].filter((fact) => wanted.has(fact)).length
    hits += common
    expected += wanted.size
    given += got.size
    if (line.intent === 'ignore' && intent !== 'ignore' && intent !== 'ambiguous') disturbed += 1
    if (line.intent === 'ignore' && intent !== 'ignore') falseAnswers += 1
    if (PRIVATE.has(line.intent) && !PRIVATE.has(intent) && intent !== 'ignore' && intent !== 'ambiguous') named += 1
    if (APPROVALS.has(intent) && !APPROVALS.has(line.intent)) wrongApprovals += 1
    if (intent !== line.intent || common < Math.max(wanted.size, got.size))
      misses.push(
        `${intent === line.intent ? 'slots ' : 'INTENT'} ${line.role} ${JSON.stringify(line.text)}\n        want ${line.intent} ${[...wanted].join(' ')}\n        got  ${intent} ${[...got].join(' ')}`,
      )
  }
  const chatter = gold.filter(({ intent }) => intent === 'ignore').length
  const precision = given === 0 ? 1 : hits / given
  const recall = expected === 0 ? 1 : hits / expected
  return {
    lines: gold.length,
    intent: right / gold.length,
    f1: (2 * precision * recall) / (precision + recall || 1),
    disturbed,
    wrongApprovals,
    falseAnswers: chatter === 0 ? 0 : falseAnswers / chatter,
    named,
    misses,
  }
}

/** Reads with a grammar as the command line does: rights are applied strictly. */
export const byGrammar =
  (grammar: Grammar) =>
  (line: Gold): Reading => {
    const reading = grammar.parse({ text: line.text, role: line.role, now: NOW, strict: true })
    return reading.unknown !== undefined && reading.slots.cat === undefined
      ? { ...reading, slots: { ...reading.slots, cat: 'other' } }
      : reading
  }
