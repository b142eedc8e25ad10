import { isDeepStrictEqual } from 'node:util'
import { isMap, isNode, isPair, isSeq, parseDocument } from 'yaml'
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml'
import { pairOf } from '../reading/yaml-file.ts'

/** What can be written into a scheme's file. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json }

/** One place of a scheme's file and what shall stand there; null takes it out. */
export interface Edit {
  readonly path: readonly (string | number)[]
  readonly value: Json | null
}

/** words that YAML would take for something else stand in quotes */
const PLAIN = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)\p{L}[\p{L}\p{N}-]*$/iu

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

function inline(value: Json): string {
  if (typeof value === 'string') return PLAIN.test(value) ? value : `'${value.replaceAll("'", "''")}'`
  if (typeof value !== 'object') return String(value)
  if (isList(value)) return `[${value.map(inline).join(', ')}]`
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${key}: ${inline(one)}`)
    .join(', ')} }`
}

const isBlock = (node: unknown): node is YAMLMap | YAMLSeq => (isMap(node) || isSeq(node)) && node.flow !== true

const lastOf = ({ items }: YAMLMap | YAMLSeq): unknown => {
  const last: unknown = items.at(-1)
  return isPair(last) ? (last.value ?? last.key) : last
}

/** Where the last letter of a node ends: its trailing comment and what follows are not its own. */
function endOf(source: string, node: unknown): number {
  const last = isBlock(node) ? lastOf(node) : undefined
  if (last !== undefined) return endOf(source, last)
  const end = isNode(node) ? (node.range?.[1] ?? 0) : 0
  return source.slice(0, end).trimEnd().length
}

function endOfLine(source: string, at: number): number {
  const end = source.indexOf('\n', at)
  return end < 0 ? source.length : end
}

const lineStart = (source: string, at: number): number => source.lastIndexOf('\n', at - 1) + 1

const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0)

const column = (source: string, at: number): number => at - lineStart(source, at)

function spliced(source: string, from: number, to: number, words: string): string {
  return source.slice(0, from) + words + source.slice(to)
}

/** In the place of what stands there: a block becomes one line behind its key. */
function replaced(source: string, pair: Pair | undefined, node: Node, value: Json): string | null {
  if (!isBlock(node)) return spliced(source, startOf(node), endOf(source, node), inline(value))
  if (!isNode(pair?.key)) return null
  const behindKey = source.indexOf(':', endOf(source, pair.key)) + 1
  return spliced(source, behindKey, endOf(source, node), ` ${inline(value)}`)
}

/** A line of its own behind the last one, as far in as its neighbours. */
function added(source: string, parent: YAMLMap | YAMLSeq, key: string | number, value: Json): string | null {
  const words = isMap(parent) ? `${String(key)}: ${inline(value)}` : inline(value)
  const [first] = parent.items
  const last = lastOf(parent)
  if (first === undefined || last === undefined) return null
  if (!isBlock(parent)) return spliced(source, endOf(source, last), endOf(source, last), `, ${words}`)
  const at = endOfLine(source, endOf(source, parent))
  if (isMap(parent)) return spliced(source, at, at, `\n${' '.repeat(column(source, startOf(isPair(first) ? first.key : first)))}${words}`)
  const indent = ' '.repeat(Math.max(0, column(source, startOf(first)) - 2))
  const asBlock = isBlock(last) && typeof value === 'object' && !isList(value)
  const lines = asBlock ? Object.entries(value).map(([own, one]) => `${own}: ${inline(one)}`) : [words]
  return spliced(source, at, at, `\n${indent}- ${lines.join(`\n${indent}  `)}`)
}

/** Whole lines of a block go, with their comments. */
function removed(source: string, parent: YAMLMap | YAMLSeq, key: string | number): string | null {
  if (!isBlock(parent)) return null
  const pair = isMap(parent) ? pairOf(parent, String(key)) : undefined
  const first = pair?.key ?? (isSeq(parent) ? parent.items[Number(key)] : undefined)
  const from = lineStart(source, startOf(first))
  if (!/^ *(?:- )?$/u.test(source.slice(from, startOf(first))) || (isMap(parent) && source.slice(from, startOf(first)).includes('-')))
    return null
  return spliced(source, from, endOfLine(source, endOf(source, pair?.value ?? first)) + 1, '')
}

function inPlace(source: string, doc: Document.Parsed, { path, value }: Edit): string | null {
  const key = path.at(-1)
  const parent = doc.getIn(path.slice(0, -1), true)
  if (key === undefined || !(isMap(parent) || isSeq(parent))) return null
  if (value === null) return removed(source, parent, key)
  const node = doc.getIn(path, true)
  if (!isNode(node)) return added(source, parent, key, value)
  return replaced(source, isMap(parent) ? pairOf(parent, String(key)) : undefined, node, value)
}

const says = (source: string | null, wanted: unknown): source is string => {
  if (source === null) return false
  const doc = parseDocument(source)
  return doc.errors.length === 0 && isDeepStrictEqual(doc.toJS(), wanted)
}

function editOnce(source: string, edit: Edit): string | null {
  const doc = parseDocument(source)
  const parent = doc.getIn(edit.path.slice(0, -1), true)
  if (doc.errors.length > 0 || !(isMap(parent) || isSeq(parent))) return null
  const text = inPlace(source, doc, edit)
  if (edit.value !== null) doc.setIn(edit.path, doc.createNode(edit.value))
  else if (!doc.deleteIn(edit.path)) return null
  return says(text, doc.toJS()) ? text : doc.toString({ lineWidth: 0 })
}

/**
 * The scheme's text with a few places changed: everything else, comments and order too, stays as the village wrote it, byte for byte
 * (a place that is written too oddly for that costs the layout of the file, never its words). Null when the text has no such place.
 */
export const editText = (source: string, edits: readonly Edit[]): string | null =>
  edits.reduce<string | null>((text, edit) => (text === null ? null : editOnce(text, edit)), source)
