import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'

const root = join(import.meta.dirname, '../..')

/** The environment of `npm start` on a fresh machine, and what a test adds; the settings of whoever runs the tests stay outside. */
export type Settings = Readonly<Record<string, string>>

const inherited = ['PATH', 'HOME', 'TMPDIR', 'LANG']

const environment = (settings: Settings): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(inherited.map((name) => [name, process.env[name]])),
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'warn',
  ...settings,
})

/** What a process said until it ended, and how it ended. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  /** ms from the moment it was asked, or started, to its end */
  readonly ms: number
}

/** What somebody says to the training village over HTTP. */
export interface Saying {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly text: string
  readonly quote?: string
}

const saidShape = z.strictObject({
  id: z.string(),
  replies: z.array(z.strictObject({ id: z.string(), to: z.string(), text: z.string(), file: z.string().optional() })),
})

/** What somebody was answered. */
export type Said = z.infer<typeof saidShape>

const linesShape = z.array(z.looseObject({ id: z.string(), from: z.string(), to: z.string(), text: z.string() }))

/** A line of the transcript. */
export type Line = z.infer<typeof linesShape>[number]

const ledgerShape = z.looseObject({ village: z.string(), entries: z.array(z.looseObject({ seq: z.number(), cause: z.string() })) })
const stateShape = z.looseObject({ now: z.string() })

/** Processes that are still there when the tests end are ended with them. */
const alive = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL')
})

/** A real `start`, in a process of its own. */
export class VillageProcess {
  readonly #child: ChildProcess
  readonly #ended: Promise<Ended>
  #stdout = ''
  #stderr = ''

  constructor(settings: Settings, args: readonly string[] = ['start']) {
    const started = performance.now()
    this.#child = spawn(process.execPath, ['--import', 'tsx', 'main.ts', ...args], {
      cwd: root,
      env: environment(settings),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    alive.add(this.#child)
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#stdout += text
    })
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr += text
    })
    this.#ended = once(this.#child, 'close').then(() => {
      alive.delete(this.#child)
      const { exitCode: code, signalCode: signal } = this.#child
      return { code, signal, stdout: this.#stdout, stderr: this.#stderr, ms: performance.now() - started }
    })
  }

  /** A process that has printed `ready`; throws with its last words when it ends before. */
  static async ready(settings: Settings): Promise<VillageProcess> {
    const village = new VillageProcess(settings)
    await village.isReady()
    return village
  }

  get stdout(): string {
    return this.#stdout
  }

  get stderr(): string {
    return this.#stderr
  }

  /** the address it printed; empty before */
  get url(): string {
    return /^ready (\S+)\n/u.exec(this.#stdout)?.[1] ?? ''
  }

  async isReady(): Promise<void> {
    const end = this.#ended.then(({ code, signal, stderr }) => {
      if (this.url === '') throw new Error(`start ended with ${String(code ?? signal)} before it was ready:\n${stderr}`)
    })
    end.catch(() => undefined)
    while (this.url === '') await Promise.race([this.#child.stdout ? once(this.#child.stdout, 'data') : end, end])
  }

  /** resolves when it has ended by itself */
  ended(): Promise<Ended> {
    return this.#ended
  }

  /** sends a signal, and resolves when the process is gone */
  async signal(signal: NodeJS.Signals): Promise<Ended> {
    const asked = performance.now()
    this.#child.kill(signal)
    return { ...(await this.#ended), ms: performance.now() - asked }
  }

  /** what a path answers, as JSON; throws when nobody answers or the status is not 200 */
  async get(path: string): Promise<unknown> {
    return answered(await fetch(this.url + path))
  }

  async post(path: string, body: unknown): Promise<unknown> {
    return answered(
      await fetch(this.url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    )
  }

  async say({ id, from, to, text, quote }: Saying): Promise<Said> {
    return saidShape.parse(await this.post('/sandbox/api/say', { id, from, to, text, quote }))
  }

  async lines(to: string): Promise<readonly Line[]> {
    return linesShape.parse(await this.get(`/sandbox/api/messages?to=${encodeURIComponent(to)}`))
  }

  async ledger() {
    return ledgerShape.parse(await this.get('/sandbox/api/ledger'))
  }

  /** the village's time, ISO */
  async now(): Promise<string> {
    return stateShape.parse(await this.get('/sandbox/api/state')).now
  }
}

/** A call was answered with another status than 200. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken'
}

async function answered(response: Response): Promise<unknown> {
  const text = await response.text()
  if (response.status !== 200) throw new NotTaken(`${String(response.status)} ${text}`)
  return JSON.parse(text)
}

/** Runs `main.ts` to its end. */
export const runToEnd = (settings: Settings, args: readonly string[] = ['start']): Promise<Ended> =>
  new VillageProcess(settings, args).ended()

/** A port that nobody used a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}
