import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { CannotRun, type Io } from './io.ts'
import { idsIn, readRuleIndex, type IndexedRule } from './rules/rule-index.ts'
import { runTitled, type TestOutcome } from './rules/run-titled.ts'

const usage = '用法：xiangyue rules [编号…]，比如 rules GY-8 JS-R4；不写编号就全部跑。'
const shippedIndex = fileURLToPath(new URL('../tests/rules/index.tsv', import.meta.url))

interface Wishes {
  readonly ids: readonly string[]
  readonly index: string
  readonly tests: string
}

function wishesIn(args: readonly string[]): Wishes {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { index: { type: 'string', default: shippedIndex }, tests: { type: 'string', default: 'tests/**/*.test.ts' } },
    })
    return { ids: positionals, index: values.index, tests: values.tests }
  } catch {
    throw new CannotRun(usage)
  }
}

function chosen(all: readonly IndexedRule[], ids: readonly string[]): readonly IndexedRule[] {
  const unknown = ids.filter((id) => !all.some((rule) => rule.id === id))
  if (unknown.length > 0) throw new CannotRun(`规则表里没有 ${unknown.join('、')}，请核对编号。${usage}`)
  return ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id))
}

type Verdict = 'pass' | 'fail' | 'missing'

function verdictOf(outcomes: readonly TestOutcome[]): Verdict {
  if (outcomes.length === 0) return 'missing'
  return outcomes.every(({ passed }) => passed) ? 'pass' : 'fail'
}

async function textOf(path: string, io: Pick<Io, 'readFile'>): Promise<string> {
  try {
    return await io.readFile(path)
  } catch {
    throw new CannotRun(`读不了规则表 ${path}：请检查路径是否写对。`)
  }
}

/**
 * `rules`: runs the tests whose titles carry IDs and prints `ID<TAB>pass|fail|missing<TAB>number of tests` per rule of the index, in its order.
 * 0 when every rule marked finished passes, else 1. `--tests` and `--index` name another glob and table.
 */
export async function run(args: readonly string[], io: Pick<Io, 'out' | 'err' | 'readFile'>): Promise<number> {
  const { ids, index, tests } = wishesIn(args)
  const rules = chosen(readRuleIndex(await textOf(index, io)), ids)
  const outcomes = new Map<string, TestOutcome[]>(rules.map(({ id }) => [id, []]))
  io.err(`在跑标题带编号的测试，共${String(rules.length)}条规则……`)
  await runTitled([...outcomes.keys()], tests, (outcome) => {
    io.err(`${outcome.passed ? '✓' : '✗'} ${outcome.title}${outcome.passed ? '' : `：${outcome.problem}`}`)
    for (const id of new Set(idsIn(outcome.title))) outcomes.get(id)?.push(outcome)
  })
  let late = 0
  for (const { id, finished } of rules) {
    const ran = outcomes.get(id) ?? []
    const verdict = verdictOf(ran)
    io.out(`${id}\t${verdict}\t${String(ran.length)}`)
    if (finished && verdict !== 'pass') late += 1
  }
  if (late > 0) io.err(`有${String(late)}条标为完成的规则没有通过，请看上面的 fail 和 missing。`)
  return late === 0 ? 0 : 1
}
