import { z } from 'zod'
import { mostHouseholds } from './grow.ts'
import { instantFrom, spanFrom } from './instants.ts'
import { SandboxRefusal } from './port.ts'
import type { NewVillage } from './port.ts'
import { sentences } from './sentences.ts'

/** What somebody is asked to say, before anybody has looked whether they may; `id` null = the bot chooses one. */
export interface SayRequest {
  readonly id: string | null
  readonly from: string
  readonly to: string
  readonly text: string
  readonly image: Uint8Array | null
  readonly quote: string | null
}

const TEN_YEARS_MS = 3_660 * 86_400_000

const absent = z.string().nullish()

const saying = z.strictObject({
  from: z.string({ error: sentences.missingFrom }).min(1, sentences.missingFrom),
  to: z.string({ error: sentences.missingTo }).min(1, sentences.missingTo),
  text: absent,
  image: absent,
  quote: absent,
  id: z
    .string({ error: sentences.wrongId })
    .regex(/^[^\p{Cc}\p{Cs}]{1,128}$/u, sentences.wrongId)
    .nullish(),
})

const turn = z.strictObject({ to: absent, advance: absent })

const households = sentences.householdsRange(1, mostHouseholds)

const beginning = z.strictObject({
  scheme: z.string().min(1).max(64).nullish(),
  households: z.int({ error: households }).min(1, households).max(mostHouseholds, households).nullish(),
})

/** Reads the body of `say`; throws `SandboxRefusal` 400. */
export function readSaying(body: unknown): SayRequest {
  const { from, to, text, image, quote, id } = read(saying, body)
  if ((text ?? '') === '' && typeof image !== 'string') throw new SandboxRefusal(400, sentences.nothingSaid)
  return { id: id ?? null, from, to, text: text ?? '', image: typeof image === 'string' ? bytesOf(image) : null, quote: quote ?? null }
}

/** Reads the body of `clock` into the instant (UTC ms) wanted, seen from `now`; throws `SandboxRefusal` 400. */
export function readTurn(body: unknown, now: number): number {
  const { to, advance } = read(turn, body)
  if (typeof to === 'string' && typeof advance !== 'string') return notBefore(instantFrom(to) ?? wrong(sentences.clockNotTime), now)
  if (typeof advance === 'string' && typeof to !== 'string')
    return notBefore(now + (spanFrom(advance) ?? wrong(sentences.clockNotSpan)), now)
  return wrong(sentences.clockNeedsOne)
}

/** Reads the body of `reset`, which may be missing; `least` is the number of households of the sheet. Throws `SandboxRefusal` 400. */
export function readBeginning(body: unknown, least: number): NewVillage {
  const wanted = read(beginning, body ?? {})
  const count = wanted.households ?? undefined
  if (count !== undefined && count < least) return wrong(sentences.householdsRange(least, mostHouseholds))
  return {
    ...(typeof wanted.scheme === 'string' ? { scheme: wanted.scheme } : {}),
    ...(count === undefined ? {} : { households: count }),
  }
}

function notBefore(instant: number, now: number): number {
  if (instant < now) return wrong(sentences.clockBackwards)
  if (instant > now + TEN_YEARS_MS) return wrong(sentences.clockTooFar)
  return instant
}

/** Whether the bytes are a picture is for the bot to say in chat, so anything is decoded; a page may send a data URL. */
const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64.replace(/^data:[^,]{0,100},/, ''), 'base64'))

function read<T>(shape: z.ZodType<T>, body: unknown): T {
  const result = shape.safeParse(body)
  return result.success ? result.data : wrong(sentenceOf(result.error.issues[0]))
}

function sentenceOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined || issue.path.length === 0) {
    return issue?.code === 'unrecognized_keys' ? sentences.unknownField(issue.keys.join('、')) : sentences.notObject
  }
  return /\p{Script=Han}/u.test(issue.message) ? issue.message : sentences.wrongField(issue.path.join('.'))
}

function wrong(text: string): never {
  throw new SandboxRefusal(400, text)
}
