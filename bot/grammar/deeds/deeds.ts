import type { VocabularyItem } from '../../../models/vocabulary.ts'
import { conductWords, type DeedWords } from './conduct-words.ts'
import { deedWords } from './deed-words.ts'
import { compileLexicon } from '../lexicon.ts'

/** A kind of deed found in a clause. */
export interface Deed {
  readonly cat: string
  readonly bad: boolean
  /** how much of the clause speaks for it, in characters */
  readonly weight: number
  /** the words that named it */
  readonly words: readonly string[]
  /** catalogue item codes whose name or words stand in the clause, best first */
  readonly items: readonly string[]
}

/** Finds the deed a clause speaks of, or null. */
export type DeedReader = (clause: string) => Deed | null

interface Group {
  readonly rule: number
  readonly part: 'word' | 'not' | { readonly pair: number; readonly side: 0 | 1 }
}

interface Item {
  readonly code: string
  readonly cat: string
  readonly full: boolean
}

/** what stands between a verb and its object: 献了一回血, 修咗路, 开过会 */
const INSERTED =
  /(?<=[搞献捐投扫清修挖铺补填通巡护守捡拾铲开听上参救拆让种栽植割帮送陪看劝写教做出交分插收打晒搬拉背挑运扛装抓带接买发贴派劈喂洗剪理调])(?:了|过|完|咗|哒|咧|好了)?(?:[一两二三四五六七八九十百几半\d]{1,4}(?:个半|个)?(?:回|次|趟|遍|下|场|堂|个|条|点|天|夜|晚|上午|下午|早上|晚上|小时|钟头|钟|分钟|毫升|ml|cc|斤|块|本|件|床|袋))?(?:的)?(?=马路|公路|大路|村道|广场|公厕|厕所|落叶|卫生|水沟|水渠|机耕|河道|垃圾|[血工被衣脚澡路街渠沟塘河桥会课树垃山林人墙地饭水药架班场秧稻谷麦草柴粮菜豆米泥沙石砖孩娃单标物解发])/gu

/** 莫婆婆 is a neighbour, 婆婆 alone the speaker's own */
const OLD_NEIGHBOUR =
  /(?<=[满赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严魏陶谢苏潘范彭鲁韦马方袁唐薛罗莫蒙岑覃黄刘梁杜林徐高蔡田胡邓程陆段龙叶黎廖曾谭石老])(?:婆婆|公公|(?<!老)婆|娭毑|嗲嗲|伯娘)(?=[^婆公]|$)/gu

const split = (words: string): readonly string[] => words.split(' ').filter((word) => word !== '')

/** kinds whose items are deductions; sorted and unsorted rubbish are one kind */
const conduct = new Set(conductWords.map(({ cat }) => cat).filter((cat) => cat !== 'waste_sort'))

/** Compiles the words for bad conduct alone: whoever complains of a neighbour says nothing of neighbourly help. */
export const compileConduct = (items: readonly VocabularyItem[]): DeedReader =>
  compileRows(
    conductWords,
    items.filter(({ cat }) => conduct.has(cat)),
  )

/** Compiles the general words for the 35 kinds together with the scheme's own names, which win. */
export const compileDeeds = (items: readonly VocabularyItem[]): DeedReader => compileRows(deedWords, items)

function compileRows(rows: readonly DeedWords[], items: readonly VocabularyItem[]): DeedReader {
  const groups = new Map<string, Group[]>()
  const add = (words: string, group: Group): void => {
    for (const word of split(words)) groups.set(word, [...(groups.get(word) ?? []), group])
  }
  for (const [rule, row] of rows.entries()) {
    add(row.words, { rule, part: 'word' })
    add(row.not ?? '', { rule, part: 'not' })
    for (const [pair, [left, right]] of (row.pairs ?? []).entries()) {
      add(left, { rule, part: { pair, side: 0 } })
      add(right, { rule, part: { pair, side: 1 } })
    }
  }
  const general = compileEvery(groups)
  const own = new Map<string, Item[]>()
  for (const item of items) {
    for (const word of [item.name, ...item.words]) {
      const known = own.get(word) ?? []
      if (!known.some(({ code }) => code === item.code))
        own.set(word, [...known, { code: item.code, cat: item.cat, full: word === item.name }])
    }
  }
  const catalogue = compileLexicon(own)

  const read = (clause: string): Deed | null => {
    const hits = general(clause)
    const barred = new Set(hits.filter(({ group }) => group.part === 'not').map(({ group }) => rows[group.rule]?.cat))
    const found = best(rows, clause, hits)
    const named = catalogue
      .scan(clause)
      .filter(({ value, word }) => word === clause || !value.every(({ cat }) => barred.has(cat)))
      .map((hit) => ({ ...hit, length: hit.word.length }))
      .sort((a, b) => b.length - a.length)
    const codes = [...new Set(named.flatMap(({ value }) => value.map(({ code }) => code)))]
    const top = named[0]
    const item = top?.value[0]
    if (top && item && top.length >= 2 && !(found && found.cat !== item.cat && found.weight > top.length + 3)) {
      const bad = conduct.has(item.cat)
      const ofCat = named
        .flatMap(({ value }) => value)
        .filter(({ cat }) => cat === item.cat)
        .map(({ code }) => code)
      return { cat: item.cat, bad, weight: top.length + 3, words: [top.word], items: [...new Set([...ofCat, ...codes])] }
    }
    return found && { ...found, items: codes }
  }

  return (clause) => {
    const typed = read(clause)
    const joined = clause.replace(INSERTED, '').replace(OLD_NEIGHBOUR, '阿婆')
    const closed = joined === clause ? null : read(joined)
    return closed !== null && closed.weight > (typed?.weight ?? 0) ? closed : typed
  }
}

interface Found {
  readonly word: string
  readonly at: number
  readonly group: Group
}

/** every word at every place: a short verb inside a longer word still counts, so places keep all their words */
function compileEvery(groups: ReadonlyMap<string, readonly Group[]>): (clause: string) => readonly Found[] {
  const byFirst = new Map<string, [string, readonly Group[]][]>()
  for (const [word, entries] of groups) {
    const known = byFirst.get(word[0] ?? '')
    if (known) known.push([word, entries])
    else byFirst.set(word[0] ?? '', [[word, entries]])
  }
  return (clause) => {
    const found: Found[] = []
    for (let at = 0; at < clause.length; at += 1) {
      for (const [word, entries] of byFirst.get(clause[at] ?? '') ?? []) {
        if (clause.startsWith(word, at)) for (const group of entries) found.push({ word, at, group })
      }
    }
    return found
  }
}

interface Score {
  weight: number
  words: string[]
  barred: boolean
  pairs: Map<number, [Found | null, Found | null]>
}

function best(rows: readonly DeedWords[], clause: string, found: readonly Found[]): Omit<Deed, 'items'> | null {
  const scores = new Map<number, Score>()
  for (const hit of found) {
    const score = scores.get(hit.group.rule) ?? {
      weight: 0,
      words: [],
      barred: false,
      pairs: new Map<number, [Found | null, Found | null]>(),
    }
    scores.set(hit.group.rule, score)
    take(score, hit)
  }
  let winner: { readonly rule: number; readonly score: Score } | null = null
  for (const [rule, score] of [...scores].sort(([a], [b]) => a - b)) {
    for (const [left, right] of score.pairs.values()) joinPair(score, left, right)
    if (!score.barred && score.weight > 0 && (winner === null || score.weight > winner.score.weight)) winner = { rule, score }
  }
  const row = winner && rows[winner.rule]
  if (!winner || !row || clause === '') return null
  return { cat: row.cat, bad: row.bad === true, weight: winner.score.weight, words: winner.score.words }
}

function take(score: Score, hit: Found): void {
  if (hit.group.part === 'not') score.barred = true
  else if (hit.group.part === 'word') {
    if (hit.word.length + 2 > score.weight) {
      score.weight = hit.word.length + 2
      score.words = [hit.word]
    }
  } else {
    const pair = score.pairs.get(hit.group.part.pair) ?? [null, null]
    const held = pair[hit.group.part.side]
    if (!held || hit.word.length > held.word.length) pair[hit.group.part.side] = hit
    score.pairs.set(hit.group.part.pair, pair)
  }
}

/** the two words of a pair have to be two places of the clause, not one inside the other */
function joinPair(score: Score, left: Found | null, right: Found | null): void {
  if (!left || !right) return
  const apart = left.at + left.word.length <= right.at || right.at + right.word.length <= left.at
  if (!apart) return
  const weight = left.word.length + right.word.length + 1
  if (weight <= score.weight) return
  score.weight = weight
  score.words = left.at < right.at ? [left.word, right.word] : [right.word, left.word]
}
