import assert from 'node:assert/strict'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { run } from '../../cli/scheme.ts'
import { loadScheme } from '../../rules/load-scheme.ts'

/** A scheme file as the editor of a village has it: open to any change, right or wrong. */
const file = z.looseObject({
  mandatory: z.array(z.string()).optional(),
  sections: z.record(z.string(), z.looseObject({})).default({}),
  items: z.array(z.looseObject({ code: z.string(), section: z.string().optional(), kind: z.string().optional() })),
  badRecords: z.looseObject({ kinds: z.array(z.string()) }).optional(),
})

/** A shipped scheme's file, to be changed. */
export type SchemeFile = z.infer<typeof file>

/** A shipped scheme changed as one would in an editor, as YAML. */
export async function changed(code: string, change: (scheme: SchemeFile) => unknown): Promise<string> {
  const scheme = file.parse(parse((await loadScheme(code)).source))
  change(scheme)
  return stringify(scheme)
}

/** What `xiangyue scheme check` says of a file. */
export async function checked(
  source: string,
): Promise<{ readonly code: number; readonly out: readonly string[]; readonly err: readonly string[] }> {
  const out: string[] = []
  const err: string[] = []
  const code = await run(['check', '本村.yaml'], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    readFile: () => Promise.resolve(source),
  })
  return { code, out, err }
}

/** The check refuses the file with one message, at a line of the file that holds `text`. */
export async function expectRefused(source: string, message: RegExp, text: string): Promise<void> {
  const { code, err } = await checked(source)
  const found = err.find((line) => message.test(line) && !line.includes('提醒：'))
  assert.equal(code, 1, err.join('\n'))
  assert.ok(found, `nothing like ${String(message)} in:\n${err.join('\n')}`)
  const line = Number(/^本村\.yaml:(\d+) /u.exec(found)?.[1])
  assert.ok(source.split('\n')[line - 1]?.includes(text), `${found}\nline ${String(line)} is: ${source.split('\n')[line - 1] ?? ''}`)
}
