import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const root = fileURLToPath(new URL('../..', import.meta.url))
const mocha = fileURLToPath(new URL('../../node_modules/mocha/bin/mocha.js', import.meta.url))
const mark = '@rule '

const outcome = z.object({ title: z.string(), passed: z.boolean(), problem: z.string() })

/** One test that ran. */
export type TestOutcome = z.infer<typeof outcome>

/** Only tests whose title carries one of these, and not a longer number. */
const carrying = (ids: readonly string[]): string => `(?<![A-Z0-9-])(?:${ids.join('|')})(?!\\d)`

/** Runs the tests whose titles carry one of the IDs, one process for all; each is told as it ends. `files` is a glob from the project's root. */
export async function runTitled(ids: readonly string[], files: string, tell: (outcome: TestOutcome) => void): Promise<void> {
  const args = [mocha, '--reporter', 'tests/rule-reporter.ts', '--grep', carrying(ids), files]
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => {
      resolve()
    })
  })
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith(mark)) tell(outcome.parse(JSON.parse(line.slice(mark.length))))
  }
  await ended
}
