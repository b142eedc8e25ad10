import { isMap, isScalar } from 'yaml'
import { shippedSchemes, shippedSource } from '../load-scheme.ts'
import { overlay } from './overlay.ts'
import type { Problem } from '../checks/problem.ts'
import { judge, readScheme } from './read-scheme.ts'
import type { Scheme } from '../scheme.ts'
import { nodeAt, pairOf, parseYaml, type YamlTree } from './yaml-file.ts'

/** A village's own file as it can be adopted: the scheme and its whole text; or all that is wrong with it. */
export type VillageSchemeReading =
  { readonly scheme: Scheme; readonly warnings: readonly Problem[]; readonly source: string } | { readonly problems: readonly Problem[] }

const startsWhole = ({ doc }: YamlTree): boolean => !isMap(doc.contents) || pairOf(doc.contents, 'extends') === undefined

/** The shipped scheme that the file changes a few lines of, or why it cannot be. */
function baseFor(over: YamlTree, baseOf: (code: string) => string | null): { readonly code: string; readonly tree: YamlTree } | Problem {
  const place = nodeAt(over.doc.contents, ['extends'], undefined)
  const named = isMap(over.doc.contents) ? pairOf(over.doc.contents, 'extends')?.value : undefined
  const code = isScalar(named) && typeof named.value === 'string' ? named.value : null
  const known = `现有：${shippedSchemes().join('、')}`
  if (code === null) return over.at(place, `“extends”写一套现有办法的代码，${known}`)
  const source = baseOf(code)
  if (source === null) return over.at(place, `没有“${code}”这套办法，不能在它上面改；${known}`)
  const tree = parseYaml(source, `${code}.yaml`)
  return startsWhole(tree) ? { code, tree } : over.at(place, `“${code}”自己也是在别的办法上改的，不能一层套一层；请直接写最底下的那一套`)
}

/**
 * Reads a village's own scheme file: written whole, or `extends` a shipped one and changes a few lines of it. Every problem is told at the
 * line of the file it stands in. `reserved` are the command words; `baseOf` finds the text of a shipped scheme.
 */
export function readVillageScheme(
  source: string,
  file: string,
  reserved: readonly string[] = [],
  baseOf: (code: string) => string | null = shippedSource,
): VillageSchemeReading {
  const over = parseYaml(source, file)
  if (over.problems.length > 0 || startsWhole(over)) {
    const reading = readScheme(source, file, reserved)
    return 'scheme' in reading ? { ...reading, source } : reading
  }
  const base = baseFor(over, baseOf)
  if ('message' in base) return { problems: [base] }
  const whole = overlay(base.tree, over, base.code)
  const reading = judge(whole.yaml, reserved)
  return 'scheme' in reading ? { ...reading, source: whole.source } : reading
}
