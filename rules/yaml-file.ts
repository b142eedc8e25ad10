import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { Document, YAMLError } from 'yaml'
import type { Finding, Problem } from './problem.ts'

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

/** Where a path (and a key in it) stands: the deepest part that exists, so that a missing key points to its parent. */
function offsetOf(doc: Document.Parsed, path: Finding['path'], key: string | undefined): number {
  let node: unknown = doc.contents
  let offset = 0
  for (const step of key === undefined ? path : [...path, key]) {
    if (isMap(node)) {
      const pair = node.items.find((entry) => isScalar(entry.key) && String(entry.key.value) === String(step))
      if (!isPair(pair)) return offset
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
      continue
    }
    if (!isSeq(node)) return offset
    const entry = node.items[Number(step)]
    if (!isNode(entry)) return offset
    offset = entry.range?.[0] ?? offset
    node = entry
  }
  return offset
}

/** Reads YAML text; `file` is only the name printed with problems. Never throws. */
export function readYaml(source: string, file: string): YamlFile {
  const counter = new LineCounter()
  const doc = parseDocument(source, { lineCounter: counter, prettyErrors: false })
  const at = (offset: number, message: string): Problem => ({
    file,
    line: Math.max(1, counter.linePos(offset).line),
    message,
    level: 'error',
  })
  const aliases = aliasOffsets(doc)
  const problems = [
    ...firstErrors(doc.errors).map((error) => at(error.pos[0], saying(error))),
    ...aliases.map((offset) => at(offset, '办法里不用 & 和 * 引用，请把内容照写一遍')),
  ]
  const value: unknown = problems.length > 0 ? undefined : doc.toJS()
  return {
    value,
    problems,
    locate: (finding) => ({ ...at(offsetOf(doc, finding.path, finding.key), finding.message), level: finding.level }),
  }
}
