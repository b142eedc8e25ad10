import type { Finding } from './problem.ts'
import { wrong } from './problem.ts'
import type { Scheme } from '../scheme.ts'

interface Named {
  readonly word: string
  readonly path: Finding['path']
  /** whose word it is, for people */
  readonly owner: string
  /** an item's own name or word: those are what a villager types after 报 */
  readonly ofItem: boolean
}

const fold = (word: string) => word.normalize('NFKC').toLowerCase().replace(/\s/gu, '')

function itemWords({ items }: Scheme): readonly Named[] {
  return items.flatMap(({ name, words }, index) => [
    { word: name, path: ['items', index, 'name'], owner: name, ofItem: true },
    ...words.map((word, place) => ({ word, path: ['items', index, 'words', place], owner: name, ofItem: true })),
  ])
}

function categoryWords({ categories }: Scheme): readonly Named[] {
  return Object.entries(categories).flatMap(([cat, { name, words }]) => [
    { word: name, path: ['categories', cat, 'name'], owner: name, ofItem: false },
    ...words.map((word, place) => ({ word, path: ['categories', cat, 'words', place], owner: name, ofItem: false })),
  ])
}

/** A category may carry the name of its item: that is one thing said twice, not two things of one name. */
function sameThing(scheme: Scheme, named: Named, first: Named): boolean {
  const [section, cat] = named.path
  if (section !== 'categories' || first.path[0] !== 'items') return false
  return scheme.items[Number(first.path[1])]?.cat === cat
}

function doubles(scheme: Scheme, all: readonly Named[]): readonly Finding[] {
  const firsts = new Map<string, Named>()
  return all.flatMap((named) => {
    const first = firsts.get(fold(named.word))
    if (first === undefined) {
      firsts.set(fold(named.word), named)
      return []
    }
    if (sameThing(scheme, named, first)) return []
    const message =
      first.owner === named.owner
        ? `“${named.word}”写了两遍，留一个就行`
        : `“${named.word}”已经是“${first.owner}”的叫法，机器人会分不清，请换一个词`
    return [wrong(named.path, message)]
  })
}

function commandLike(all: readonly Named[], reserved: readonly string[]): readonly Finding[] {
  return all.flatMap(({ word, path, ofItem }) => {
    const command = ofItem ? reserved.find((start) => start !== '' && fold(word).startsWith(fold(start))) : undefined
    return command === undefined ? [] : [wrong(path, `“${word}”以口令“${command}”开头，村民一打字就成了口令，请换个叫法`)]
  })
}

/** Names and words that mean two things, or that the bot would take for a command. */
export function wordChecks(scheme: Scheme, reserved: readonly string[]): readonly Finding[] {
  const all = [...itemWords(scheme), ...categoryWords(scheme)]
  return [...doubles(scheme, all), ...commandLike(all, reserved)]
}
