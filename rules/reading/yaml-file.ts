import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { Document, Node, Pair, YAMLError, YAMLMap } from 'yaml'
import type { Finding, Problem } from '../checks/problem.ts'

/** A YAML file read for people: its value, its problems of spelling, and the line of every place in it. */
export interface YamlFile {
  readonly value: unknown
  readonly problems: readonly Problem[]
  /** the finding as a problem of this file, with its line */
  locate(finding: Finding): Problem
}

const sayings: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: '同一处有两行名字相同，只能留一行',
  TAB_AS_INDENT: '缩进用了制表符（Tab），请改成空格',
  BAD_INDENT: '缩进不对，请和同级的上一行对齐',
  MISSING_CHAR: '少了冒号、引号或括号，请对照上下行补上',
  MULTIPLE_DOCS: '一个文件只能写一份办法，请删掉单独的 --- 行',
}

const saying = (error: YAMLError) => sayings[error.code] ?? '这里的写法读不懂：请检查冒号后的空格、缩进和引号'

/** One slip of the pen makes many errors after it: only the first is told, but every doubled name. */
function firstErrors(errors: readonly YAMLError[]): readonly YAMLError[] {
  const broken = errors.find(({ code }) => code !== 'DUPLICATE_KEY')
  return broken === undefined ? errors : [broken]
}

function aliasOffsets(doc: Document.Parsed): readonly number[] {
  const offsets: number[] = []
  visit(doc, { Alias: (_, node) => void offsets.push(node.range?.[0] ?? 0) })
  return offsets
}

/** The node at which a path (and a key in it) stands: the deepest part that exists, so that a missing key points to its parent. */
export function nodeAt(contents: unknown, path: Finding['path'], key: string | undefined): Node | null {
  let node: unknown = contents
  let deepest: Node | null = null
  for (const step of key === undefined ? path : [...path, key]) {
    if (isMap(node)) {
      const pair = pairOf(node, String(step))
      if (pair === undefined) return deepest
      if (isNode(pair.key)) deepest = pair.key
      node = pair.value
      continue
    }
    const entry = isSeq(node) ? node.items[Number(step)] : undefined
    if (!isNode(entry)) return deepest
    deepest = entry
    node = entry
  }
  return deepest
}

/** The pair of a map under a key; undefined when the map has none. */
export const pairOf = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find((entry) => isScalar(entry.key) && String(entry.key.value) === key)

/** YAML text taken apart: its tree, its problems of spelling, and the line of any place in it. */
export interface YamlTree {
  readonly doc: Document.Parsed
  readonly problems: readonly Problem[]
  /** an error at a node, or at the head of the file */
  at(node: Node | null, message: string): Problem
}

/** Takes YAML text apart; `file` is only the name printed with problems. Never throws. */
export function parseYaml(source: string, file: string): YamlTree {
  const counter = new LineCounter()
  const doc = parseDocument(source, { lineCounter: counter, prettyErrors: false })
  const atOffset = (offset: number, message: string): Problem => ({
    file,
    line: Math.max(1, counter.linePos(offset).line),
    message,
    level: 'error',
  })
  return {
    doc,
    problems: [
      ...firstErrors(doc.errors).map((error) => atOffset(error.pos[0], saying(error))),
      ...aliasOffsets(doc).map((offset) => atOffset(offset, '办法里不用 & 和 * 引用，请把内容照写一遍')),
    ],
    at: (node, message) => atOffset(node?.range?.[0] ?? 0, message),
  }
}

/** Reads YAML text; `file` is only the name printed with problems. Never throws. */
export function readYaml(source: string, file: string): YamlFile {
  const { doc, problems, at } = parseYaml(source, file)
  const value: unknown = problems.length > 0 ? undefined : doc.toJS()
  return {
    value,
    problems,
    locate: ({ path, key, message, level }) => ({ ...at(nodeAt(doc.contents, path, key), message), level }),
  }
}
