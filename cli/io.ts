import type { Clock } from '../models/clock.ts'
import type { Log } from '../models/log.ts'

/** Somebody at the terminal who can be asked. */
export interface Prompt {
  /** the answer, without the spaces around it; null when the terminal was closed instead */
  ask(question: string): Promise<string | null>
  close(): void
}

/** The outside world as a subcommand sees it; only `main.ts` has the real one. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>
  /** a line on stdout: what the caller asked for */
  out(line: string): void
  /** a line on stderr: what the caller should know */
  err(line: string): void
  readFile(path: string): Promise<string>
  readonly clock: Clock
  /** the log, made when it is first needed: `parse` must not pay for it */
  log(level: string): Promise<Log>
  /** a fresh id, unguessable: `prefix` and 26 letters and digits */
  newId(prefix: string): string
  /** between 0 and 1 */
  random(): number
  /** who sits at the terminal; null when nobody does */
  prompt(): Prompt | null
  /** resolves when the operating system asks the process to end */
  interrupted(): Promise<void>
}

/** An expected reason why a subcommand cannot do its work: one Chinese sentence that says what to do. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun'
}
