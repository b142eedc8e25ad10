import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { shape, slug, word } from './schema/parts.ts'
import type { WrittenScheme } from './scheme.ts'

const file = z.record(slug, shape({ mandatory: z.record(slug, word).readonly() }))

/** What every village that starts from a shipped scheme keeps of it, read once; throws when the file is broken. */
const bases: z.infer<typeof file> = file.parse(parse(readFileSync(new URL('./bases.yaml', import.meta.url), 'utf8')))

/** 必评栏目 by code, with its title, that a scheme cannot do without whatever its own file says: by the scheme it is, or was made from (JZ-1). */
export const mandatoryByBase = ({ code, base }: Pick<WrittenScheme, 'code' | 'base'>): ReadonlyMap<string, string> =>
  new Map([base, code].flatMap((one) => Object.entries((one === undefined ? undefined : bases[one])?.mandatory ?? {})))
