import { pinyin } from 'pinyin-pro'
import { isCat } from './categories.ts'
import type { Item, Scheme } from './scheme.ts'
import { isForEverybody } from './rates/tiers.ts'

const NAME_WEIGHT = 1.1
const SOUND_WEIGHT = 0.9
/** more of a line says nothing about the deed it names */
const MOST_SIGNS = 40

/** The item of a code, or undefined when the scheme has none. */
export const itemOf = (scheme: Scheme, code: string): Item | undefined => scheme.items.find((item) => item.code === code)

/** The items of a category that anybody's deed can earn points by, in the scheme's order; deductions are not among them, nor what is for cadres or party members only or not open yet. */
export const itemsOf = (scheme: Scheme, cat: string): readonly Item[] =>
  scheme.items.filter((item) => item.cat === cat && item.kind === 'award' && isForEverybody(item))

/** True when a deed reported on `day` can still be given the item (MIN-2: an item may have an end date). */
export const inForce = (item: Item, day: string): boolean => item.endsOn === undefined || day <= item.endsOn

/** Two items that any villager can report, to show how it is done: where there are such, one that is counted and one that is not. */
export function exampleItems(scheme: Scheme, day: string): readonly Item[] {
  const open = scheme.items.filter(
    (item) => item.kind === 'award' && isForEverybody(item) && inForce(item, day) && item.whoMayReport === 'anyone',
  )
  const counted = open.find(({ rate }) => rate.kind === 'per-unit')
  const plain = open.find((item) => item !== counted && item.rate.kind === 'fixed')
  return [...new Set([counted, plain, ...open])].filter((item) => item !== undefined).slice(0, 2)
}

/** The village's name of a category that is known but carries no points; undefined when it has items or is unknown. */
export function knownOf(scheme: Scheme, cat: string): string | undefined {
  if (!isCat(cat) || scheme.items.some((item) => item.cat === cat && isForEverybody(item))) return undefined
  return scheme.categories[cat].name
}

/** The scheme without the items whose end date has come before `day`: what can still be earned, or taken, on it (MIN-2). */
export const onDay = (scheme: Scheme, day: string): Scheme =>
  scheme.items.every((item) => inForce(item, day)) ? scheme : { ...scheme, items: scheme.items.filter((item) => inForce(item, day)) }

interface Sounded {
  readonly signs: ReadonlySet<string>
  readonly sound: ReadonlySet<string>
}

/** Single parts and neighbouring pairs: order counts a little. */
const partsOf = (parts: readonly string[]): ReadonlySet<string> =>
  new Set([...parts, ...parts.slice(1).map((part, index) => `${parts[index] ?? ''} ${part}`)])

/** Dice's overlap, 0 (nothing shared) to 1 (the same). */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const part of one) if (other.has(part)) shared += 1
  return (2 * shared) / (one.size + other.size || 1)
}

const sounded = (text: string): Sounded => ({
  signs: partsOf([...text]),
  sound: partsOf(pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' })),
})

interface SoundedItem {
  readonly item: Item
  readonly name: Sounded
  readonly words: readonly Sounded[]
}

/** Sounds of a scheme's words take a while to work out and never change. */
const remembered = new WeakMap<Scheme, readonly SoundedItem[]>()

function soundedItems(scheme: Scheme): readonly SoundedItem[] {
  const before = remembered.get(scheme)
  if (before !== undefined) return before
  const awards = scheme.items.filter((item) => item.kind === 'award' && isForEverybody(item))
  const items = awards.map((item) => ({ item, name: sounded(item.name), words: item.words.map(sounded) }))
  remembered.set(scheme, items)
  return items
}

const likeness = (said: Sounded, name: Sounded): number =>
  Math.max(overlap(said.signs, name.signs), SOUND_WEIGHT * overlap(said.sound, name.sound))

/**
 * The items most like words the scheme does not know, best first, by shared characters and by sound;
 * filled up in the scheme's order so that there are always `count` (or all) of them. Deductions, and what is not open yet, are not offered.
 */
export function nearestItems(scheme: Scheme, words: string, count: number): readonly Item[] {
  const said = sounded(words.slice(0, MOST_SIGNS))
  return soundedItems(scheme)
    .map(({ item, name, words: others }, order) => {
      const byWord = others.map((word) => likeness(said, word))
      return { item, order, score: Math.max(NAME_WEIGHT * likeness(said, name), ...byWord) }
    })
    .sort((one, other) => other.score - one.score || one.order - other.order)
    .slice(0, count)
    .map(({ item }) => item)
}

/** The deed in the villager's own word when the line has one, else the item's name; a code that is no item stands for itself. */
export function deedWord(scheme: Scheme, code: string, line: string): string {
  const item = itemOf(scheme, code)
  if (!item) return code
  const said = [item.name, ...item.words].filter((word) => line.includes(word))
  return said.sort((one, other) => other.length - one.length)[0] ?? item.name
}
