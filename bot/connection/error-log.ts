import type { Clock } from '../../models/clock.ts'
import type { Log } from '../../models/log.ts'

/** Notes errors of the channel for the operator; a storm of them becomes one line a minute with a count. */
export interface ErrorLog {
  note(where: string, error: unknown): void
}

const quiet = 60_000

/** Code of errors that only say "something": the message of such a one can hold people's names and words. */
const unknownCode = 2

/** An error log that never throws and never prints what villagers are called or said. */
export function createErrorLog(log: Log, clock: Clock): ErrorLog {
  const seen = new Map<string, { readonly since: number; readonly more: number }>()
  return {
    note(where, error) {
      const about = described(error)
      const key = `${where} ${about.name} ${String(about.code)}`
      const now = clock.now()
      const last = seen.get(key)
      if (last !== undefined && now - last.since < quiet) {
        seen.set(key, { since: last.since, more: last.more + 1 })
        return
      }
      seen.set(key, { since: now, more: 0 })
      log.warn({ where, ...about, repeated: last?.more ?? 0 }, 'the channel reported an error')
    },
  }
}

function described(error: unknown): {
  readonly name: string
  readonly code: string | number | null
  readonly at: string | null
  readonly message?: string
} {
  if (!(error instanceof Error)) return { name: typeof error, code: null, at: null }
  const code = 'code' in error && (typeof error.code === 'number' || typeof error.code === 'string') ? error.code : null
  const at = /\n\s+at ([^\n]{1,160})/.exec(error.stack ?? '')?.[1] ?? null
  return {
    name: error.name,
    code,
    at,
    ...(code === null || code === unknownCode ? {} : { message: error.message.replace(/TOKEN ".*"/u, 'TOKEN').slice(0, 200) }),
  }
}
