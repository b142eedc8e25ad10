import { addDays, type LocalDate } from '../../models/dates.ts'
import type { Reading } from '../../models/intent.ts'
import { refuse } from '../../models/outcome.ts'
import type { NewItem, SchemeChange } from '../../models/scheme-change.ts'
import type { Edit } from '../../rules/changing/edit-text.ts'
import { planNewItem } from '../../rules/changing/new-item.ts'
import { planChange } from '../../rules/changing/plan-change.ts'
import type { Item, Scheme } from '../../rules/scheme.ts'
import * as words from '../../texts/scheme/scheme-change.ts'
import * as texts from '../../texts/scheme/scheme.ts'

/** A change of the scheme as it is meant: what has to be written, and the sentence that tells it. */
export interface Meant {
  readonly edits: readonly Edit[]
  readonly change: string
  /** the trouble the item is for (MIN-2); null for one that ends */
  readonly problem: string | null
  /** a new item that nobody has said yet what it is for, by its name */
  readonly unexplained: string | null
}

/** A number with these words is a limit, or the worth of an item that is not there yet: never the points of an item. */
const OTHERWISE = /上限|封顶|最多|至多|不超过|不限|新增|增加|增设|取消|删/u

/** The item that the line began with; one that is only meant by a word for its whole class is asked for, where the class has others. */
function itemNamed({ items }: Scheme, code: string | undefined, line: string): Item {
  const item = items.find((one) => one.code === code) ?? refuse(texts.whichItem([]))
  const others = items.filter(({ cat }) => cat === item.cat)
  const byItself = [item.name, ...item.words].some((word) => line.includes(word))
  return byItself || others.length === 1 ? item : refuse(texts.whichItem(others.map(({ name }) => name)))
}

/** The one item that the line names; else whose name, or else whose word, stands in it: the longest wins. */
function itemMeant(scheme: Scheme, { matched, change, slots: { cat } }: Reading, line: string): Item {
  if (change !== undefined) return itemNamed(scheme, matched?.[0], line)
  const { items } = scheme
  const said = items.flatMap((item) => [item.name, ...item.words].filter((word) => line.includes(word)).map((word) => ({ item, word })))
  const longest = Math.max(0, ...said.map(({ word }) => word.length))
  const named = [...new Set(said.filter(({ word }) => word.length === longest).map(({ item }) => item))]
  const found = named.length > 0 ? named : items.filter((item) => item.cat === cat)
  const [only, other] = found
  return only && !other ? only : refuse(texts.whichItem(found.map(({ name }) => name)))
}

/** What shall be different; a line that only names points changes the points. */
function changeIn({ change, slots: { points } }: Reading, line: string): SchemeChange {
  if (change !== undefined) return change
  return points === undefined || OTHERWISE.test(line) ? refuse(texts.changeHow) : { kind: 'points', points, from: null }
}

function newItem(item: NewItem, scheme: Scheme): Meant {
  const planned = planNewItem(scheme, item)
  if ('choose' in planned) return refuse(words.whichHeading(item.name, planned.choose))
  if ('lacks' in planned) return refuse(words.howManyAtMost(item.name, item.rate.kind === 'per-unit' ? item.rate.unit : '次'))
  const { edits, heading, problem } = planned
  return { edits, change: words.newItemText(item, heading), problem, unexplained: item.problem === null ? item.name : null }
}

/**
 * The change that a line means, in a scheme and from a day on (`tried`: as if it had been so all the time); asks or refuses, in words,
 * when it does not say enough.
 */
export function changeMeant(reading: Reading, scheme: Scheme, line: string, from: LocalDate, tried = false): Meant {
  const change = changeIn(reading, line)
  if (change.kind === 'new') return newItem({ ...change.item, problem: change.item.problem ?? reading.slots.need ?? null }, scheme)
  const item = itemMeant(scheme, reading, line)
  const planned = planChange(scheme, item, change, { line, lastDay: addDays(from, -1) })
  if ('already' in planned) return refuse(words.alreadySo(item.name, planned.already))
  if ('why' in planned) return refuse(words.notPlanned[planned.why](item.name))
  if ('choose' in planned) return refuse(words.whichMeasure(item.name, planned.choose))
  const problem = change.kind === 'end' ? null : item.problem
  return { edits: planned.edits, change: words.changeText(item.name, planned.told, tried), problem, unexplained: null }
}
