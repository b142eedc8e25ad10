/** A line without the mention of the bot, and whether there was one. */
export interface Addressed {
  readonly atBot: boolean
  readonly text: string
}

const ENDS = new Set([' ', '\u2005', '\u00a0', '\u3000', '\n', ',', '，', ':', '：', '、', '。', '!', '！', '?', '？'])

/** Takes `@name` out of a line, wherever it stands; the name ends at U+2005, white space, punctuation, a bracket or the end. */
export function stripMention(text: string, botName: string): Addressed {
  const pieces: string[] = []
  let atBot = false
  let from = 0
  for (;;) {
    const hit = nearest(text, botName, from)
    if (hit < 0) break
    const end = hit + 1 + botName.length
    const next = text[end]
    if (next === undefined || ENDS.has(next) || hit === 0) {
      atBot = true
      pieces.push(text.slice(from, hit))
      from = next !== undefined && /[\s\u2005]/u.test(next) ? end + 1 : end
    } else {
      pieces.push(text.slice(from, end))
      from = end
    }
  }
  if (!atBot) return { atBot: false, text }
  pieces.push(text.slice(from))
  return {
    atBot: true,
    text: pieces
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '')
      .join(' ')
      .replace(/^[,，:：、\s]+/u, ''),
  }
}

function nearest(text: string, botName: string, from: number): number {
  const half = text.indexOf(`@${botName}`, from)
  const full = text.indexOf(`＠${botName}`, from)
  if (half < 0) return full
  return full < 0 ? half : Math.min(half, full)
}
