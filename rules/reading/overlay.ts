import { isMap, isScalar, isSeq, visit } from 'yaml'
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml'
import type { Problem } from '../checks/problem.ts'
import { nodeAt, pairOf, type YamlFile, type YamlTree } from './yaml-file.ts'

/** Lists whose entries are known by their code: what a village writes changes the entry of that code, or is added at the end. */
const coded = ['items', 'honours', 'vetoes'] as const

/** Keys that say how the file stands to the shipped scheme; of these the agreement keeps only where it comes from, as `base`. */
const about = ['extends', 'removed', 'base'] as const

const textOf = (node: unknown): string | undefined => (isScalar(node) && typeof node.value === 'string' ? node.value : undefined)

const nodeOf = (map: YAMLMap, key: string): unknown => pairOf(map, key)?.value

const codeOf = (entry: unknown): string | undefined => (isMap(entry) ? textOf(nodeOf(entry, 'code')) : undefined)

/** A rate of another kind shares no lines with the one before. */
const otherKind = (base: YAMLMap, over: YAMLMap): boolean =>
  ['kind', 'by'].some((key) => {
    const wanted = textOf(nodeOf(over, key))
    return wanted !== undefined && wanted !== textOf(nodeOf(base, key))
  })

/** Writes the lines of `over` into `base`: maps line by line, everything else in place of what was there. */
function mergeMaps(base: YAMLMap, over: YAMLMap): void {
  for (const pair of over.items) {
    const key = String(isScalar(pair.key) ? pair.key.value : pair.key)
    const there = pairOf(base, key)
    if (there === undefined) base.items.push(pair)
    else if (isMap(there.value) && isMap(pair.value) && !otherKind(there.value, pair.value)) mergeMaps(there.value, pair.value)
    else base.items.splice(base.items.indexOf(there), 1, pair)
  }
}

/** Changes entries by code; a code that the shipped list does not have is a new entry and must be written whole. */
function mergeCoded(base: YAMLSeq, list: YAMLSeq, { at }: Pick<YamlTree, 'at'>, code: string): readonly Problem[] {
  const shipped = new Map(base.items.map((entry) => [codeOf(entry), entry]))
  const written = new Set<string>()
  return list.items.flatMap((entry) => {
    const own = codeOf(entry)
    if (own !== undefined && written.has(own)) return [at(isMap(entry) ? entry : null, `编号“${own}”写了两遍，请合成一项`)]
    if (own !== undefined) written.add(own)
    const there = own === undefined ? undefined : shipped.get(own)
    if (own !== undefined && isMap(there) && isMap(entry)) {
      mergeMaps(there, entry)
      return []
    }
    if (own !== undefined && isMap(entry) && ['name', 'title'].every((key) => pairOf(entry, key) === undefined))
      return [at(entry, `“${code}”里没有编号“${own}”：要改原来的请核对编号，要加新的请把这一项写全`)]
    base.items.push(entry)
    return []
  })
}

/** Takes out the entries that the village does without. */
function remove(base: YAMLMap, removed: unknown, { at }: Pick<YamlTree, 'at'>, place: Node | null, code: string): readonly Problem[] {
  if (removed === undefined) return []
  if (!isSeq(removed)) return [at(place, '“removed”应写列表：要去掉的编号，如 removed: [sweep-road]')]
  return removed.items.flatMap((one) => {
    const gone = textOf(one)
    for (const key of coded) {
      const list = nodeOf(base, key)
      const index = isSeq(list) ? list.items.findIndex((entry) => codeOf(entry) === gone) : -1
      if (gone === undefined || !isSeq(list) || index < 0) continue
      list.items.splice(index, 1)
      return []
    }
    return [at(isScalar(one) ? one : place, `“${code}”里没有编号“${gone ?? ''}”，不用去掉；请核对编号`)]
  })
}

/** 「extends: jinzhai」 goes on as 「base: jinzhai」: what that scheme does not let go of is known for good (JZ-1). */
function remember(whole: YAMLMap, from: Pair | undefined): void {
  if (from === undefined || !isScalar(from.key) || pairOf(whole, 'base') !== undefined) return
  from.key.value = 'base'
  whole.items.splice(1, 0, from)
}

/** A village's few lines written into a shipped scheme: the file as it is judged, each line still known by where it stands, and its text. */
export interface Overlaid {
  readonly yaml: YamlFile
  /** the agreement written out, without the shipped scheme: what is adopted can never be changed by a later one */
  readonly source: string
}

/** Writes the lines of `over` into the tree of `base` (which is changed); `code` is the shipped scheme's. Both must be maps without faults. */
export function overlay(base: YamlTree, over: YamlTree, code: string): Overlaid {
  const [whole, few] = [base.doc.contents, over.doc.contents]
  if (!isMap(whole) || !isMap(few)) throw new Error('only maps can be laid over each other')
  const own = new WeakSet<object>()
  visit(over.doc, { Node: (_, node) => void own.add(node) })
  const problems = [...remove(whole, nodeOf(few, 'removed'), over, nodeAt(few, ['removed'], undefined), code)]
  const from = pairOf(few, 'extends')
  for (const key of about) few.delete(key)
  for (const key of coded) {
    const [there, here] = [nodeOf(whole, key), nodeOf(few, key)]
    if (!isSeq(there) || !isSeq(here)) continue
    problems.push(...mergeCoded(there, here, over, code))
    few.delete(key)
  }
  mergeMaps(whole, few)
  remember(whole, from)
  return {
    yaml: {
      value: problems.length > 0 ? undefined : base.doc.toJS(),
      problems,
      locate({ path, key, message, level }) {
        const node = nodeAt(whole, path, key)
        return { ...(node && own.has(node) ? over : base).at(node, message), level }
      },
    },
    source: base.doc.toString({ lineWidth: 0 }),
  }
}
