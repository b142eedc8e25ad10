import { basename } from 'node:path'
import { commands } from '../../handlers/index.ts'
import { loadScheme, shippedSchemes } from '../../rules/load-scheme.ts'
import type { Problem } from '../../rules/checks/problem.ts'
import type { Scheme } from '../../rules/scheme.ts'
import { readVillageScheme } from '../../rules/reading/village-scheme.ts'
import { doubtful, wrong, type Fault } from './roster/fault.ts'

/** The agreement a village starts with, as it will be adopted; null when it cannot be used. */
export interface SchemeChoice {
  readonly scheme: Scheme | null
  readonly source: string
  readonly faults: readonly Fault[]
}

function faultOf({ file, line, level, message }: Problem): Fault {
  const make = level === 'error' ? wrong : doubtful
  return make(null, `办法 ${file}:${String(line)} ${message}`, `可先用 scheme check ${file} 检查`)
}

const unusable = (...faults: readonly Fault[]): SchemeChoice => ({ scheme: null, source: '', faults })

/** A shipped scheme by its code, or the village's own by its file; one that `extends` a shipped scheme is adopted written out. */
export async function chooseScheme(word: string, readText: (path: string) => Promise<string>): Promise<SchemeChoice> {
  if (shippedSchemes().includes(word)) return { ...(await loadScheme(word)), faults: [] }
  let source: string
  try {
    source = await readText(word)
  } catch {
    return unusable(
      wrong(null, `没有“${word}”这套办法，也没有这个文件`, `请写现有的办法：${shippedSchemes().join('、')}；或写自己的 yaml 文件`),
    )
  }
  const words = commands.flatMap((command) => command.words)
  const reading = readVillageScheme(source, basename(word), words)
  if ('problems' in reading) return unusable(...reading.problems.map(faultOf))
  return { scheme: reading.scheme, source: reading.source, faults: reading.warnings.map(faultOf) }
}
