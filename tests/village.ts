import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openTraining } from '../cli/training/open-training.ts'
import { instantOf } from '../models/dates.ts'
import type { Log } from '../models/log.ts'
import { openDatabase, type Database } from '../models/db/open-database.ts'
import { mainBook } from '../rules/books/books.ts'
import type { Saying } from '../models/chat.ts'
import type { CausedReply, Said, SandboxPort, Turned } from '../web/sandbox/port.ts'
import { keepAnswers } from './answers.ts'
import { scratch } from './scratch.ts'

/** Where a story is told: rooms and the private chat. */
export type Where = '村民群' | '评议群' | '干部群' | 'bot'

/** How something is said. */
export interface Manner {
  readonly to?: Where
  readonly quote?: string
  readonly image?: Uint8Array
  readonly id?: string
}

/** Whether somebody speaks to the bot, or to the others: where the bot hears only what mentions it, that is said differently. */
export type Address = 'to the bot' | 'to the others'

/** What somebody said and what came of it; the asserts wait for the answer. */
export class Exchange {
  readonly #say: (address: Address) => Promise<Said>
  #said: Promise<Said> | null = null

  constructor(say: (address: Address) => Promise<Said>) {
    this.#say = say
  }

  /** every line it caused, in send order */
  async replies(): Promise<readonly CausedReply[]> {
    this.#said ??= this.#say('to the bot')
    return (await this.#said).replies
  }

  /** the first line that matches, at a place when one is named */
  async expectReply(pattern: RegExp, to?: string): Promise<CausedReply> {
    const replies = await this.replies()
    const found = replies.find((reply) => pattern.test(reply.text) && (to === undefined || reply.to === to))
    if (found) return found
    return assert.fail(
      `no line like ${String(pattern)}${to === undefined ? '' : ` to ${to}`} in:\n${replies.map((reply) => `${reply.to}: ${reply.text}`).join('\n')}`,
    )
  }

  async expectSilence(): Promise<void> {
    this.#said ??= this.#say('to the others')
    assert.deepEqual(await this.replies(), [])
  }

  /** answered to the speaker alone: nothing in any room */
  async expectOnlyPrivate(pattern: RegExp, to: string): Promise<void> {
    await this.expectReply(pattern, to)
    const inRooms = (await this.replies()).filter((reply) => ['村民群', '评议群', '干部群'].includes(reply.to))
    assert.deepEqual(inRooms, [])
  }
}

/** Sunday, 2026-11-22 10:00 in the village. */
export const sunday = instantOf('2026-11-22', '10:00')

/** A log that tests can look into. */
export interface TestLog extends Log {
  readonly errors: readonly string[]
}

export const createTestLog = (): TestLog => {
  const errors: string[] = []
  return {
    errors,
    info: () => undefined,
    warn: () => undefined,
    error: (fields, message) => {
      errors.push(`${message} ${JSON.stringify(fields)}`)
    },
  }
}

let lastId = 0

/** Where a village is played: its data, its bot on some channel, and how one speaks there. */
export interface Stage {
  readonly folder: string
  readonly database: Database
  readonly port: SandboxPort
  readonly log: TestLog
  /** keeps what the bot answered, where somebody wants to know it of all stories together */
  readonly keep?: (replies: readonly CausedReply[]) => void
  /** absent where one speaks as in the training village */
  readonly say?: (saying: Saying, address: Address) => Promise<Said>
  /** ends the bot and closes the data */
  stop(): Promise<void>
  /** gives the folder back, or the stage to the next story */
  clear(): Promise<void>
}

/** A clock that moves by a millisecond whenever somebody looks at it. */
export function steppedClock(at: number): { now(): number } {
  let time = at
  return { now: () => (time += 1) }
}

export const newTestId = (prefix: string): string => `${prefix}${randomBytes(8).toString('hex')}`

/** The training village with the real pipeline and a clock that moves only when told. */
export class TestVillage {
  readonly #stage: Stage

  constructor(stage: Stage) {
    this.#stage = stage
  }

  static async open({
    at = sunday,
    folder,
    databaseUrl,
  }: { at?: number; folder?: string; databaseUrl?: string } = {}): Promise<TestVillage> {
    const dataDir = folder ?? (await mkdtemp(join(scratch, 'xiangyue-story-')))
    const log = createTestLog()
    const database = await openDatabase({ dataDir, databaseUrl, newId: newTestId, newSalt: () => newTestId(''), log })
    const training = await openTraining({ database, log, clock: steppedClock(at), newId: newTestId, startAt: undefined })
    return new TestVillage({
      folder: dataDir,
      database,
      port: training.port,
      log,
      keep: keepAnswers,
      async stop() {
        await training.stop()
        await database.close()
      },
      clear: () => rm(dataDir, { recursive: true, force: true }),
    })
  }

  /** Closes without deleting: another process, or another opening, may go on. */
  async stop(): Promise<void> {
    await this.#stage.stop()
  }

  async close(): Promise<void> {
    await this.stop()
    await this.#stage.clear()
    assert.deepEqual(this.log.errors, [], 'nothing may have been logged as an error')
  }

  get log(): TestLog {
    return this.#stage.log
  }

  get folder(): string {
    return this.#stage.folder
  }

  get port(): SandboxPort {
    return this.#stage.port
  }

  get database(): Database {
    return this.#stage.database
  }

  says(from: string, text: string, { to = '村民群', quote, image, id }: Manner = {}): Exchange {
    lastId += 1
    const saying = {
      id: id ?? `t${String(lastId)}`,
      from,
      to,
      text,
      ...(quote === undefined ? {} : { quote }),
      ...(image === undefined ? {} : { image }),
    }
    const { say, port } = this.#stage
    if (say) return new Exchange((address) => say(saying, address))
    const said = this.#kept(port.say(saying))
    return new Exchange(() => said)
  }

  async #kept(saying: Promise<Said>): Promise<Said> {
    const said = await saying
    this.#stage.keep?.(said.replies)
    return said
  }

  /** lets time pass: `3d`, `5h`, `10m` */
  passes(span: string): Promise<Turned> {
    const [, count, unit] = /^(\d+)([mhd])$/u.exec(span) ?? assert.fail(`no span: ${span}`)
    const ms = { m: 60_000, h: 3_600_000, d: 86_400_000 }
    return this.port.advance(this.port.now() + Number(count) * (Object.entries(ms).find(([name]) => name === unit)?.[1] ?? 0))
  }

  /** lets time pass until an instant of the village */
  until(date: string, time = '00:00'): Promise<Turned> {
    return this.port.advance(instantOf(date, time))
  }

  /** the id of the newest line in a place that matches, to be quoted */
  async line(pattern: RegExp, where: string): Promise<string> {
    const lines = await this.port.messages(where, null)
    return (
      lines.findLast(({ from, text }) => from === 'bot' && pattern.test(text))?.id ??
      assert.fail(`no line like ${String(pattern)} in ${where}`)
    )
  }

  /** every line of the bot in a place that matches */
  async lines(pattern: RegExp, where: string): Promise<readonly string[]> {
    return (await this.port.messages(where, null)).filter(({ from, text }) => from === 'bot' && pattern.test(text)).map(({ text }) => text)
  }

  /** the main book's figures of a person's household */
  async balance(person: string): Promise<{ booked: number; inNotice: number; pending: number }> {
    const { id } = await this.current()
    return this.database.reader.read(id, async (stores) => {
      const household = (await stores.register.person(person))?.household ?? assert.fail(`${person} has no household`)
      const reports = await stores.cases.reportsOf(household, 1000)
      const sum = (states: readonly string[]) =>
        reports.filter(({ state }) => states.includes(state)).reduce((total, { report }) => total + (report.points ?? report.proposed), 0)
      let { spendable } = await stores.ledger.standing(mainBook, 'household', household)
      for (const { id: member } of await stores.register.members(household)) {
        spendable += (await stores.ledger.standing(mainBook, 'person', member)).spendable
      }
      return { booked: spendable, inNotice: sum(['in-notice', 'objected']), pending: sum(['pending', 'returned']) }
    })
  }

  async expectBalance(person: string, expected: Partial<{ booked: number; inNotice: number; pending: number }>): Promise<void> {
    const found = await this.balance(person)
    assert.deepEqual({ ...found, ...expected }, found)
  }

  /** the state of a case */
  async stateOf(number: number): Promise<string | undefined> {
    const { id } = await this.current()
    return (await this.database.reader.read(id, (stores) => stores.cases.find(number)))?.state
  }

  async current(): Promise<{ id: string }> {
    const { village } = await this.port.ledger()
    return { id: village }
  }
}
