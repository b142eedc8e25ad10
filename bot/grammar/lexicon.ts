/** One place of a text where a word of a lexicon stands. */
export interface Hit<T> {
  readonly at: number
  readonly word: string
  readonly value: T
}

/** Words with what they mean, found in a text in one pass; the longest word at a place wins. */
export interface Lexicon<T> {
  /** the longest word that begins at a place */
  readonly startingAt: (text: string, at: number) => Hit<T> | null
  /** every word at every place, overlapping ones included, the longest of each place */
  readonly scan: (text: string) => readonly Hit<T>[]
}

/** Builds a lexicon; a word given twice keeps its first meaning. */
export function compileLexicon<T>(entries: Iterable<readonly [string, T]>): Lexicon<T> {
  const byFirst = new Map<string, { readonly word: string; readonly value: T }[]>()
  for (const [word, value] of entries) {
    const first = word[0]
    if (first === undefined) continue
    const known = byFirst.get(first) ?? []
    if (!known.some((entry) => entry.word === word)) known.push({ word, value })
    byFirst.set(first, known)
  }
  for (const words of byFirst.values()) words.sort((a, b) => b.word.length - a.word.length)
  const startingAt = (text: string, at: number): Hit<T> | null => {
    const found = byFirst.get(text[at] ?? '')?.find(({ word }) => text.startsWith(word, at))
    return found ? { at, ...found } : null
  }
  const scan = (text: string): readonly Hit<T>[] => {
    const hits: Hit<T>[] = []
    for (let at = 0; at < text.length; at += 1) {
      const hit = startingAt(text, at)
      if (hit) hits.push(hit)
    }
    return hits
  }
  return { startingAt, scan }
}
