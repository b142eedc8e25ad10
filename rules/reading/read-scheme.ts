import { conductOf } from '../conduct.ts'
import { lawChecks } from '../checks/law-checks.ts'
import { practiceChecks } from '../checks/practice-checks.ts'
import type { Problem } from '../checks/problem.ts'
import { redLines } from '../checks/red-lines.ts'
import { schemaFindings } from '../checks/schema-findings.ts'
import { schemeChecks } from '../checks/scheme-checks.ts'
import { schemeSchema } from '../scheme-schema.ts'
import type { Scheme } from '../scheme.ts'
import { sectionChecks } from '../checks/section-checks.ts'
import { structureChecks } from '../checks/structure-checks.ts'
import { readYaml, type YamlFile } from './yaml-file.ts'

/** A scheme that can be used (with what the village should think about), or all that is wrong with it. */
export type SchemeReading = { readonly scheme: Scheme; readonly warnings: readonly Problem[] } | { readonly problems: readonly Problem[] }

const byLine = (one: Problem, other: Problem) => one.line - other.line

/**
 * Reads a scheme file and holds it against schema, sense and law (MIN-4, MIN-5, red lines of law.md).
 * `file` is the name printed with problems; `reserved` are the command words no item may begin with.
 */
export const readScheme = (source: string, file: string, reserved: readonly string[] = []): SchemeReading =>
  judge(readYaml(source, file), reserved)

/** Holds a file that was read against schema, sense and law, wherever its lines come from. */
export function judge(yaml: YamlFile, reserved: readonly string[]): SchemeReading {
  if (yaml.problems.length > 0) return { problems: yaml.problems.toSorted(byLine) }
  const parsed = schemeSchema.safeParse(yaml.value, { reportInput: true })
  if (!parsed.success) return { problems: schemaFindings(parsed.error.issues).map(yaml.locate).toSorted(byLine) }
  const scheme = { ...parsed.data, categories: conductOf(parsed.data) }
  const found = [
    ...structureChecks(scheme),
    ...sectionChecks(scheme),
    ...schemeChecks(scheme, reserved),
    ...redLines(scheme),
    ...practiceChecks(scheme),
    ...lawChecks(scheme),
  ]
    .map(yaml.locate)
    .toSorted(byLine)
  if (found.some(({ level }) => level === 'error')) return { problems: found }
  return { scheme, warnings: found }
}
