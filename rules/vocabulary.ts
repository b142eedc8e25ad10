import type { VocabularyItem } from '../models/vocabulary.ts'
import type { Cat } from './categories.ts'
import { badCats, cats } from './categories.ts'
import type { Item, Rate, Scheme } from './scheme.ts'
import { isForEverybody } from './rates/tiers.ts'

/** Units as typed, with their synonyms, that a rate counts in. */
export function unitsOf(rate: Rate): readonly string[] {
  if (rate.kind === 'per-unit') return rate.units.flatMap(({ name, words }) => [name, ...words])
  return rate.kind === 'tiered' && rate.by === 'quantity' ? [rate.unit.name, ...rate.unit.words] : []
}

const bad: ReadonlySet<string> = new Set(badCats)

/** True when an item rewards or deducts what its category is about, awards for good conduct, deductions for bad, and is open to every villager. */
const fits = (item: Item) => bad.has(item.cat) === (item.kind === 'deduction') && isForEverybody(item)

/** The item that the usual words of a category mean: the first that villagers can report themselves, else the first. */
function generalOf(items: readonly Item[]): Item | undefined {
  const fitting = items.filter(fits)
  return fitting.find(({ whoMayReport }) => whoMayReport === 'anyone' || whoMayReport === 'household') ?? fitting[0]
}

function wordsOf(scheme: Scheme, cat: Cat): readonly VocabularyItem[] {
  const { name, words, units } = scheme.categories[cat]
  const items = scheme.items.filter((item) => item.cat === cat)
  const general = generalOf(items)
  const entries = items.map(({ code, name, words, rate }) => ({ code, cat, name, words, units: unitsOf(rate) }))
  if (general === undefined) return [...entries, { code: cat, cat, name, words, units }]
  return entries.map((entry) => {
    if (entry.code !== general.code) return entry
    const others = new Set([...entry.words, name, ...words])
    others.delete(entry.name)
    return { ...entry, words: [...others], units: [...new Set([...entry.units, ...units])] }
  })
}

/**
 * What the parser must know of the scheme: every item, the general words of a category with the item they mean,
 * and each category without points under its own code.
 */
export const vocabularyItems = (scheme: Scheme): readonly VocabularyItem[] => cats.flatMap((cat) => wordsOf(scheme, cat))
