import { CannotRun } from '../io.ts'

/** One rule of the ten systems and the ministry's principles: its ID, the issue that builds it, whether it is said to be finished, and what it says. */
export interface IndexedRule {
  readonly id: string
  readonly issue: number
  readonly finished: boolean
  readonly text: string
}

/** IDs as titles carry them: GY-8, JS-R1. */
const ID = /(?<![A-Z0-9-])[A-Z]{2,3}-[A-Z]?\d{1,2}(?!\d)/gu

/** The IDs in a test's title; those of other things are sorted out by the index. */
export const idsIn = (title: string): readonly string[] => [...title.matchAll(ID)].map(([id]) => id)

function ruleOf(line: string, place: number): IndexedRule {
  const [id = '', issue = '', finished = '', text = '', ...more] = line.split('\t')
  const sound = idsIn(id)[0] === id && /^\d+$/u.test(issue) && /^(?:yes|no)$/u.test(finished) && text !== '' && more.length === 0
  if (!sound) throw new CannotRun(`规则表第${String(place)}行读不懂：要写四栏，用制表符隔开：编号、第几号任务、yes 或 no、内容。`)
  return { id, issue: Number(issue), finished: finished === 'yes', text }
}

/** Reads the table of rules: a head line, then `id, issue, finished yes/no, text` by tabs. Throws `CannotRun` naming the line that is not so. */
export const readRuleIndex = (tsv: string): readonly IndexedRule[] =>
  tsv
    .split('\n')
    .map((line, index) => ({ line, place: index + 1 }))
    .slice(1)
    .filter(({ line }) => line !== '')
    .map(({ line, place }) => ruleOf(line, place))
