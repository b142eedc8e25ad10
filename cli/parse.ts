import { compileGrammar, type Grammar } from '../bot/grammar/grammar.ts'
import type { ParserRole } from '../models/role.ts'
import { shifanVocabulary } from './parse/shifan-vocabulary.ts'

/** What the command needs of the outside. */
export interface ParseIo {
  out(line: string): void
  err(line: string): void
  readFile(path: string): Promise<string>
  readonly clock: { now(): number }
}

interface Wish {
  readonly corpus: string | null
  readonly now: number
  readonly role: ParserRole
  readonly verbose: boolean
  readonly line: string | null
}

const USAGE = '用法：parse [--corpus 文件.tsv] [--now 2026-11-22T10:00:00+08:00] [--role villager|reviewer|cadre] [-v] ["一句话"]'

const isRole = (word: string | undefined): word is ParserRole => word === 'villager' || word === 'reviewer' || word === 'cadre'

function wishOf(args: readonly string[], clock: number): Wish | null {
  let wish: Wish = { corpus: null, now: clock, role: 'villager', verbose: false, line: null }
  for (let place = 0; place < args.length; place += 1) {
    const word = args[place] ?? ''
    const value = args[place + 1]
    if (word === '-v' || word === '--verbose') wish = { ...wish, verbose: true }
    else if (word === '--corpus' || word === '--now' || word === '--role') {
      const taken = withOption(wish, word, value)
      if (!taken) return null
      wish = taken
      place += 1
    } else if (word.startsWith('--') && word.length > 2) return null
    else wish = { ...wish, line: wish.line === null ? word : `${wish.line} ${word}` }
  }
  return wish.corpus === null && wish.line === null ? null : wish
}

function withOption(wish: Wish, name: string, value: string | undefined): Wish | null {
  if (value === undefined) return null
  if (name === '--corpus') return { ...wish, corpus: value }
  if (name === '--role') return isRole(value) ? { ...wish, role: value } : null
  const now = Date.parse(value)
  return Number.isNaN(now) ? null : { ...wish, now }
}

/**
 * `parse`: prints the reading of one line, or of each line of a corpus file in order, as `{"intent","slots"}`. Only the columns role
 * and text of the file are read. Decisions are read strictly: without the right they are `ignore`. Ends 0, or 2 when misused.
 */
export async function run(args: readonly string[], io: ParseIo): Promise<number> {
  const wish = wishOf(args, io.clock.now())
  if (!wish) {
    io.err(USAGE)
    return 2
  }
  const grammar = compileGrammar(shifanVocabulary)
  if (wish.line !== null) say(grammar, wish.role, wish.line, wish, io)
  if (wish.corpus === null) return 0
  const rows = (await io.readFile(wish.corpus)).replace(/^\ufeff/, '').split(/\r?\n/)
  const [head = ''] = rows
  const named = head.split('\t')
  const role = Math.max(0, named.indexOf('role'))
  const text = named.includes('text') ? named.indexOf('text') : 1
  for (const row of rows.slice(named.includes('text') ? 1 : 0)) {
    if (row === '') continue
    const cells = row.split('\t')
    const who = cells[role]
    say(grammar, isRole(who) ? who : 'villager', (cells[text] ?? '').replaceAll('\\n', '\n'), wish, io)
  }
  return 0
}

function say(grammar: Grammar, role: ParserRole, text: string, { now, verbose }: Wish, io: ParseIo): void {
  const trace = verbose
    ? (rule: string, what: string) => {
        io.err(`  ${rule}: ${what}`)
      }
    : undefined
  if (verbose) io.err(text.replaceAll('\n', '\\n'))
  const { intent, slots, unknown } = grammar.parse({ text, role, now, strict: true }, trace)
  const other = unknown !== undefined && slots.cat === undefined && slots.items === undefined ? { cat: 'other' } : {}
  io.out(JSON.stringify({ intent, slots: { ...slots, ...other } }))
}
