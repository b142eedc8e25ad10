import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { readScheme } from './reading/read-scheme.ts'
import type { Scheme } from './scheme.ts'

const folder = new URL('./schemes/', import.meta.url)

/** Codes of the schemes that come with the product and a village can start from. */
export const shippedSchemes = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort()

/** The YAML of a shipped scheme, for a village that changes a few lines of it; null when there is no such scheme. */
export const shippedSource = (code: string): string | null =>
  shippedSchemes().includes(code) ? readFileSync(new URL(`${code}.yaml`, folder), 'utf8') : null

/** A shipped scheme with the YAML it is adopted by; throws when there is no such scheme or it is not in order. */
export async function loadScheme(code: string): Promise<{ readonly scheme: Scheme; readonly source: string }> {
  if (!shippedSchemes().includes(code)) throw new Error(`没有“${code}”这套办法，现有：${shippedSchemes().join('、')}`)
  const source = await readFile(new URL(`${code}.yaml`, folder), 'utf8')
  const reading = readScheme(source, `${code}.yaml`)
  if ('scheme' in reading) return { scheme: reading.scheme, source }
  throw new Error(reading.problems.map(({ file, line, message }) => `${file}:${String(line)} ${message}`).join('\n'))
}
