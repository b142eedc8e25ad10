import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { openTerminal } from './cli/init/terminal.ts'
import { CannotRun, type Io } from './cli/io.ts'
import type { Log } from './models/log.ts'

type Run = (args: readonly string[], io: Io) => Promise<number>

/** Subcommands, each loaded only when it is asked for. */
const subcommands: Readonly<Record<string, () => Promise<{ readonly run: Run }>>> = {
  start: () => import('./cli/start.ts'),
  parse: () => import('./cli/parse.ts'),
  scheme: () => import('./cli/scheme.ts'),
  job: () => import('./cli/job.ts'),
  init: () => import('./cli/init.ts'),
  households: () => import('./cli/households.ts'),
  import: () => import('./cli/import.ts'),
  figures: () => import('./cli/figures.ts'),
  doctor: () => import('./cli/doctor.ts'),
  bench: () => import('./cli/bench.ts'),
  rules: () => import('./cli/rules.ts'),
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** 26 letters and digits out of 16 random bytes. */
function newId(prefix: string): string {
  const bits = [...randomBytes(17)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = Array.from({ length: 26 }, (_, index) => alphabet[Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)] ?? 'a')
  return prefix + letters.join('')
}

async function createLog(level: string): Promise<Log> {
  const { default: pino } = await import('pino')
  const logger = pino({ level, base: null }, pino.destination(2))
  return {
    info: (fields, message) => {
      logger.info(fields, message)
    },
    warn: (fields, message) => {
      logger.warn(fields, message)
    },
    error: (fields, message) => {
      logger.error(fields, message)
    },
  }
}

const io: Io = {
  env: process.env,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  readFile: (path) => readFile(path, 'utf8'),
  clock: { now: () => Date.now() },
  log: createLog,
  newId,
  random: () => Math.random(),
  // asked on stderr, so that stdout carries only results
  prompt: () => (process.stdin.isTTY ? openTerminal(process.stdin, process.stderr) : null),
  interrupted: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => {
          resolve()
        })
    }),
}

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const subcommand = subcommands[name]
  if (!subcommand) {
    io.err(`请写明要做什么：${Object.keys(subcommands).join('、')}。比如 npm start。`)
    return 2
  }
  try {
    return await (await subcommand()).run(args, io)
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error
    io.err(error.message)
    return 1
  }
}

// an error that escapes into nobody's hands must not silence the village: units of work are whole or not at all
process.on('unhandledRejection', (reason) => {
  io.err(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason))
})
process.exitCode = await main(process.argv.slice(2))
