/** What a WeChat quote in a text says: whose words, and which; `text` is the answer below it. */
export interface QuotedLine {
  readonly quote: { readonly name: string; readonly text: string } | null
  readonly text: string
}

const RULE = /\n[ \t]*[-—─－](?:[ \t]*[-—─－]){2,}[ \t]*(?:\n|$)/g
/** a nickname in a quote is no longer than this; longer means that the colon belongs to the words */
const LONGEST_NAME = 40

/**
 * Takes the quote form 「name：words」⏎- - -⏎answer apart. The quoted words may hold newlines, colons and brackets: the last rule that
 * follows a closing bracket ends the quote. Text without the form comes back whole.
 */
export function splitQuote(text: string): QuotedLine {
  const start = /^\s*「/.exec(text)
  if (!start) return { quote: null, text }
  let end: { readonly close: number; readonly after: number } | null = null
  for (const rule of text.matchAll(RULE)) {
    const before = text.slice(0, rule.index).trimEnd()
    if (before.endsWith('」')) end = { close: before.length - 1, after: rule.index + rule[0].length }
  }
  if (!end) return { quote: null, text }
  const inside = text.slice(start[0].length, end.close)
  const colon = /[:：]/.exec(inside.slice(0, LONGEST_NAME))
  const quote = colon
    ? { name: inside.slice(0, colon.index).trim(), text: inside.slice(colon.index + 1).trim() }
    : { name: '', text: inside.trim() }
  return { quote, text: text.slice(end.after).trim() }
}
