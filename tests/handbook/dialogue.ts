import assert from 'node:assert/strict'

/** What happens in a line of a conversation. */
export type Turn =
  | { readonly kind: 'says'; readonly who: string; readonly where: string; readonly quoting: string | null; readonly text: string }
  | { readonly kind: 'bot'; readonly where: string; readonly text: string }
  | { readonly kind: 'passes'; readonly span: string }
  | { readonly kind: 'until'; readonly date: string; readonly time: string }
  | { readonly kind: 'silence' }

/** A conversation of the handbook: its line in the file, whether it goes on from the one before, and what happens in it. */
export interface Dialogue {
  readonly line: number
  readonly goesOn: boolean
  readonly turns: readonly Turn[]
}

const SAID = /^([^@\s]+)@([^（(:：\s]+)(?:（引用 ([^）]+)）)?[:：] ?(.*)$/u
const PASSED = /^（过了(\d+)(天|小时|分钟)）$/u
const UNTIL = /^（到了(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})）$/u

const units: Readonly<Record<string, string>> = { 天: 'd', 小时: 'h', 分钟: 'm' }

function turnOf(text: string, line: number): Turn {
  if (text === '（管家不说话）') return { kind: 'silence' }
  const [, count = '', unit = ''] = PASSED.exec(text) ?? []
  if (count !== '') return { kind: 'passes', span: `${count}${units[unit] ?? ''}` }
  const [, date = '', time = ''] = UNTIL.exec(text) ?? []
  if (date !== '') return { kind: 'until', date, time }
  const [, who = '', where = '', quoting = null, words = ''] = SAID.exec(text) ?? assert.fail(`line ${String(line)} is no turn: ${text}`)
  return who === '积分管家' ? { kind: 'bot', where, text: words } : { kind: 'says', who, where, quoting, text: words }
}

/** The conversations of a handbook: blocks fenced with ```对话, each told in a fresh village, or, with 接上, where the last one ended. */
export function dialoguesOf(markdown: string): readonly Dialogue[] {
  const found: Dialogue[] = []
  let open: { readonly line: number; readonly goesOn: boolean; readonly turns: Turn[] } | null = null
  for (const [index, text] of markdown.split('\n').entries()) {
    if (open && text === '```') {
      found.push(open)
      open = null
    } else if (open) open.turns.push(turnOf(text, index + 1))
    else if (text.startsWith('```对话')) open = { line: index + 1, goesOn: text.includes('接上'), turns: [] }
  }
  assert.equal(open, null, 'a conversation is not closed')
  return found
}

/** A line as the handbook prints it: … stands for anything, all else for itself. */
export function printed(text: string): RegExp {
  const parts = text.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`, 'u')
}
