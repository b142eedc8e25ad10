import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { shippedSchemes } from '../rules/load-scheme.ts'
import { CannotRun, type Io } from './io.ts'

/** One line of the table: what was measured, of the village's bot and of what it is compared with. */
interface Row {
  readonly what: string
  readonly ours: number
  readonly bare: number
  readonly unit: string
  /** the most that `ours` may be of `bare`; none where more is better */
  readonly atMost?: number
}

const root = fileURLToPath(new URL('..', import.meta.url))
const village = 'tests/bench/village.ts'
const echo = 'tests/bench/echo.ts'
const bareImport = 'tests/bench/bare-import.ts'

/** The flags with which `npm start` starts node. */
const startFlags = z
  .object({ scripts: z.object({ start: z.string() }) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  .scripts.start.split(' ')
  .slice(1, -2)

/** The first line of a fresh process, started as `npm start` starts, and how long it took (ms); the process is ended then, or waited for. */
async function firstLine(args: readonly string[], io: Io, then: 'kill' | 'wait'): Promise<{ readonly line: string; readonly ms: number }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'xiangyue-bench-'))
  const started = io.clock.now()
  const child = spawn(process.execPath, [...startFlags, ...args], {
    cwd: root,
    env: {
      ...io.env,
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      SANDBOX_CLOCK: '',
      WECHATY_PUPPET: 'local',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    return await new Promise((resolve, reject) => {
      let text = ''
      let ms = 0
      child.stdout.setEncoding('utf8').on('data', (part: string) => {
        text += part
        ms ||= text.includes('\n') ? io.clock.now() - started : 0
        if (ms > 0 && then === 'kill') child.kill('SIGKILL')
      })
      child.once('error', reject)
      child.once('close', () => {
        const [line = ''] = text.split('\n')
        if (ms > 0) resolve({ line, ms })
        else reject(new CannotRun(`${args.join(' ')} 没有测出结果，见上面的错误。`))
      })
    })
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

async function start(io: Io): Promise<readonly Row[]> {
  const ours: number[] = []
  const bare: number[] = []
  // in turns, so that a busy machine slows both alike
  for (let run = 0; run < 5; run += 1) {
    bare.push((await firstLine([bareImport], io, 'kill')).ms)
    ours.push((await firstLine(['main.ts', 'start'], io, 'kill')).ms)
  }
  return [{ what: "cold start to ready / import('wechaty')", ours: median(ours), bare: median(bare), unit: 'ms', atMost: 3 }]
}

const measured = async (file: string, what: string, io: Io): Promise<Readonly<Record<string, number>>> =>
  z.record(z.string(), z.number()).parse(JSON.parse((await firstLine([file, what], io, 'wait')).line))

const MiB = 1_048_576

async function memory(io: Io): Promise<readonly Row[]> {
  const ours: number[] = []
  const bare: number[] = []
  for (let run = 0; run < 3; run += 1) {
    bare.push((await measured(echo, 'memory', io))['rss'] ?? Number.NaN)
    ours.push((await measured(village, 'memory', io))['rss'] ?? Number.NaN)
  }
  return [{ what: 'resident after 10,000 messages / echo', ours: median(ours) / MiB, bare: median(bare) / MiB, unit: 'MiB', atMost: 1.6 }]
}

async function speed(io: Io): Promise<readonly Row[]> {
  const bare = await measured(echo, 'speed', io)
  const ours = await measured(village, 'speed', io)
  return Object.entries(ours).map(([name, rate]) => ({
    what: `durable ${name} / echo`,
    ours: rate,
    bare: bare[name] ?? Number.NaN,
    unit: 'messages/s',
  }))
}

const carried = z.object({ rate: z.number(), p99: z.number() })

async function channels(io: Io): Promise<readonly Row[]> {
  const { line } = await firstLine(['tests/bench/channels.ts'], io, 'wait')
  const figures = z.record(z.string(), z.object({ ours: carried, bare: carried })).parse(JSON.parse(line))
  return Object.entries(figures).flatMap(([name, { ours, bare }]) => [
    { what: `${name} / echo`, ours: ours.rate, bare: bare.rate, unit: 'messages/s' },
    { what: `${name} / echo, p99`, ours: ours.p99, bare: bare.p99, unit: 'ms' },
  ])
}

async function parse(io: Io): Promise<readonly Row[]> {
  const figures = await measured('tests/bench/parse.ts', '', io)
  return [
    { what: 'parser start / allowed', ours: figures['start'] ?? Number.NaN, bare: 150, unit: 'ms', atMost: 1 },
    { what: 'parser, a line at the median / allowed', ours: figures['median'] ?? Number.NaN, bare: 500, unit: 'µs', atMost: 1 },
    { what: 'parser, 2,000 hostile characters / allowed', ours: figures['worst'] ?? Number.NaN, bare: 5000, unit: 'µs', atMost: 1 },
  ]
}

/** What can be measured; each part says in its first column what is compared with what. */
const parts: Readonly<Record<string, (io: Io) => Promise<readonly Row[]>>> = { start, memory, speed, channels, parse }

/** What a lived year prints: seconds, lines said, reports opened and refused, and the rows left in the tables. */
const livedYear = z.object({
  seconds: z.number(),
  lines: z.number(),
  reports: z.number(),
  refused: z.number(),
  cases: z.number(),
  entries: z.number(),
  rows: z.number(),
})

const yearColumns = (scheme: string, figures: readonly string[]): string =>
  [scheme.padEnd(12), ...figures.map((figure) => figure.padStart(9))].join(' ')

const verdict = ({ ours, bare, atMost }: Row): string => {
  if (atMost === undefined) return ''
  return `  (at most ${String(atMost)}×: ${ours / bare <= atMost ? 'kept' : 'MISSED'})`
}

const columns = (what: string, ours: string, bare: string, ratio: string): string =>
  `${what.padEnd(52)} ${ours.padStart(10)} ${bare.padStart(10)}  ${ratio}`

const lineOf = (row: Row): string =>
  columns(row.what, row.ours.toFixed(0), row.bare.toFixed(0), `${row.unit}  ${(row.ours / row.bare).toFixed(2)}×${verdict(row)}`)

/** `bench year [--scheme CODE] [--households N] [--reports N]`: how long a village's year takes under each shipped scheme, and how many rows it leaves. */
async function years(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      scheme: { type: 'string' },
      households: { type: 'string', default: '265' },
      reports: { type: 'string', default: '20000' },
    },
  })
  const { scheme, households, reports } = values
  if (scheme !== undefined && !shippedSchemes().includes(scheme))
    throw new CannotRun(`没有“${scheme}”这套办法，现有：${shippedSchemes().join('、')}。`)
  const wrongNumber = [households, reports].find((number) => !/^[1-9]\d{0,5}$/u.test(number))
  if (wrongNumber !== undefined) throw new CannotRun(`“${wrongNumber}”不是户数或件数，请写1到999999的整数。`)
  io.out(yearColumns('', Object.keys(livedYear.shape)))
  for (const code of scheme === undefined ? shippedSchemes() : [scheme]) {
    const { line } = await firstLine(['tests/bench/year.ts', code, households, reports], io, 'wait')
    const lived = livedYear.parse(JSON.parse(line))
    io.out(
      yearColumns(
        code,
        Object.values(lived).map((figure) => figure.toFixed(0)),
      ),
    )
  }
  return 0
}

/** `bench [NAME…]`: measures the bot beside bare Wechaty, both in fresh processes with the flags of `npm start`, and prints a table. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  if (args[0] === 'year') return years(args.slice(1), io)
  const unknown = args.find((name) => !Object.hasOwn(parts, name))
  if (unknown !== undefined) throw new CannotRun(`没有“${unknown}”这一项，可测：${Object.keys(parts).join('、')}、year。`)
  io.out(columns('', 'ours', 'bare', ''))
  for (const [name, measurePart] of Object.entries(parts)) {
    if (args.length > 0 && !args.includes(name)) continue
    for (const row of await measurePart(io)) io.out(lineOf(row))
  }
  return 0
}
