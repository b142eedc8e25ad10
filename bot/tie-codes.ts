import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Stores } from '../models/stores/stores.ts'
import type { RoomKind } from '../models/village.ts'

/** What a one-time code opens: a room of a kind, or the place of a person of the register. */
export type CodeTarget = { readonly room: RoomKind } | { readonly person: string }

/** A code as it is told to the operator, once; only its digest is kept. */
export interface IssuedCode {
  readonly target: CodeTarget
  /** six digits */
  readonly code: string
}

/** How long (ms) a code can be used: a week. */
export const codeLifetime = 7 * 86_400_000

const HOUR = 3_600_000
/** Wrong codes of one speaker in an hour, after which the bot is silent to them. */
const mostTriesEach = 5
/** Wrong codes of all speakers together in an hour: six digits must not be found by many. */
const mostTriesOfAll = 30
/** Codes kept for one target: the ones printed at the last starts. */
const mostPerTarget = 3

const codesSetting = 'tie-codes'
const triesSetting = 'tie-tries'

const kept = z.array(z.strictObject({ target: z.string(), salt: z.string(), digest: z.string(), until: z.int() }))
type Kept = z.infer<typeof kept>

const tried = z.array(z.strictObject({ who: z.string(), at: z.int() }))

const keyOf = (target: CodeTarget): string => ('room' in target ? `room:${target.room}` : `person:${target.person}`)
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const digestOf = (salt: string, code: string): string => sha256(`${salt}:${code}`)

/** Six digits out of an unguessable word. */
const digitsOf = (word: string): string => String(Number.parseInt(sha256(word).slice(0, 12), 16) % 1_000_000).padStart(6, '0')

async function codesOf(stores: Stores, now: number): Promise<Kept> {
  const value = await stores.village.setting(codesSetting)
  return value === null ? [] : kept.parse(JSON.parse(value)).filter(({ until }) => until > now)
}

const keep = (stores: Stores, codes: Kept): Promise<void> => stores.village.setSetting(codesSetting, JSON.stringify(codes))

/** Makes a fresh code for each target; codes told before stay good until they are used or a week old. `newId` gives unguessable words. */
export async function issueCodes(
  stores: Stores,
  targets: readonly CodeTarget[],
  now: number,
  newId: (prefix: string) => string,
): Promise<readonly IssuedCode[]> {
  let codes = await codesOf(stores, now)
  const issued: IssuedCode[] = []
  for (const target of targets) {
    const salt = newId('')
    const code = digitsOf(newId('c'))
    const key = keyOf(target)
    const older = codes.filter((one) => one.target === key).slice(1 - mostPerTarget)
    codes = [
      ...codes.filter((one) => one.target !== key),
      ...older,
      { target: key, salt, digest: digestOf(salt, code), until: now + codeLifetime },
    ]
    issued.push({ target, code })
  }
  await keep(stores, codes)
  return issued
}

/** True while the village waits for some code to be said. */
export const awaitsCode = async (stores: Stores, now: number): Promise<boolean> => (await codesOf(stores, now)).length > 0

/** True when the code opens one of the targets. */
export async function opens(stores: Stores, targets: readonly CodeTarget[], code: string, now: number): Promise<CodeTarget | null> {
  const codes = await codesOf(stores, now)
  return targets.find((target) => codes.some((one) => one.target === keyOf(target) && one.digest === digestOf(one.salt, code))) ?? null
}

/** All codes of a target are used up. */
export async function spend(stores: Stores, target: CodeTarget, now: number): Promise<void> {
  await keep(
    stores,
    (await codesOf(stores, now)).filter((one) => one.target !== keyOf(target)),
  )
}

async function triesOf(stores: Stores, now: number) {
  const value = await stores.village.setting(triesSetting)
  return value === null ? [] : tried.parse(JSON.parse(value)).filter(({ at }) => at > now - HOUR)
}

/** True when a speaker, or all together, said so many wrong codes in the last hour that nothing is answered, not even a right one. */
export async function triedOut(stores: Stores, who: string, now: number): Promise<boolean> {
  const tries = await triesOf(stores, now)
  return tries.length >= mostTriesOfAll || tries.filter((one) => one.who === sha256(who)).length >= mostTriesEach
}

/** Notes a wrong code. */
export async function noteTry(stores: Stores, who: string, now: number): Promise<void> {
  const tries = [...(await triesOf(stores, now)), { who: sha256(who), at: now }]
  await stores.village.setSetting(triesSetting, JSON.stringify(tries))
}
