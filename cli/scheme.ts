import { commands } from '../handlers/index.ts'
import type { Problem } from '../rules/checks/problem.ts'
import type { Scheme } from '../rules/scheme.ts'
import { readVillageScheme } from '../rules/reading/village-scheme.ts'
import type { Io } from './io.ts'

/** What the scheme commands may touch: lines for people, lines of problems, and files. */
export interface SchemeIo {
  out(line: string): void
  err(line: string): void
  readFile(path: string): Promise<string>
}

const USAGE = '用法：xiangyue scheme check 文件.yaml [--roster 花名册]，或 xiangyue scheme try 文件.yaml [--village 村名] [--tell]'

/** Any year without a leap day does: what a household can reach does not hang on it. */
const reachYear = 2026

const lineOf = ({ file, line, level, message }: Problem) => `${file}:${String(line)} ${level === 'warning' ? `提醒：${message}` : message}`

function passed({ title, items }: Scheme, warnings: number): string {
  const withPoints = new Set(items.map(({ cat }) => cat)).size
  const deductions = items.filter(({ kind }) => kind === 'deduction').length
  const reminders = warnings === 0 ? '没有提醒' : `提醒${String(warnings)}条`
  return `通过 ${title}：积分项目${String(items.length)}项（扣分${String(deductions)}项），涉及${String(withPoints)}类，${reminders}`
}

async function textOf(path: string, io: SchemeIo): Promise<string | null> {
  try {
    return await io.readFile(path)
  } catch {
    return null
  }
}

/** `scheme check FILE [--roster SHEET]`, `scheme try FILE`: 0 when the scheme can be adopted, 1 with every problem as `file:line 消息`, 2 when there is nothing to check. */
export async function run(args: readonly string[], io: SchemeIo | Io): Promise<number> {
  const [verb, path, option, roster, ...more] = args
  if (verb === 'try' && 'env' in io) return (await import('./scheme/try-scheme.ts')).trySchemeFile(args.slice(1), io)
  const alone = option === undefined || (option === '--roster' && roster !== undefined)
  if (verb !== 'check' || path === undefined || !alone || more.length > 0) {
    io.err(path === undefined && verb === 'check' ? `没有写要检查哪个文件。${USAGE}` : USAGE)
    return 2
  }
  const source = await textOf(path, io)
  if (source === null) {
    io.err(`读不了文件 ${path}：请检查路径是否写对、文件能不能打开`)
    return 2
  }
  const reading = readVillageScheme(
    source,
    path,
    commands.flatMap(({ words }) => words),
  )
  const problems = 'scheme' in reading ? reading.warnings : reading.problems
  problems.forEach((problem) => {
    io.err(lineOf(problem))
  })
  if (!('scheme' in reading)) return 1
  io.out(passed(reading.scheme, problems.length))
  if (roster === undefined) return 0
  return (await (await import('./scheme/check-reach.ts')).checkReach(reading.scheme, roster, reachYear, io)) ? 0 : 2
}
