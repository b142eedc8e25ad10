import { resolve } from 'node:path'
import { z } from 'zod'
import { CannotRun, type Io } from './io.ts'

/** What the operator can set by the environment. */
export interface Settings {
  readonly dataDir: string
  readonly host: string
  readonly port: number
  readonly databaseUrl: string | undefined
  /** the instant (UTC ms) to which the training village's clock is moved at start */
  readonly sandboxClock: number | undefined
  /** `local`, or the name of a puppet package */
  readonly puppet: string
  /** what the puppet hears in rooms, when it does not say so itself */
  readonly hears: 'everything' | 'mentions' | undefined
  readonly logLevel: string
}

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

const schema = z.object({
  DATA_DIR: z.string().min(1).default('./data'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: 'PORT 要是 0 到 65535 之间的整数，比如 PORT=8480' })
    .int({ error: 'PORT 要是整数，比如 PORT=8480' })
    .min(0, { error: 'PORT 不能小于 0' })
    .max(65535, { error: 'PORT 不能大于 65535' })
    .default(8480),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//u, { error: 'DATABASE_URL 要以 postgres:// 开头；不用 PostgreSQL 就不要设它' })
    .optional(),
  SANDBOX_CLOCK: z.iso.datetime({ offset: true, error: 'SANDBOX_CLOCK 要写成 2026-12-01T08:30:00+08:00 这样的时间' }).optional(),
  WECHATY_PUPPET: z.string().min(1).default('local'),
  WECHATY_HEARS: z
    .enum(['everything', 'mentions'], { error: 'WECHATY_HEARS 只能是 everything（群里每句都听得到）或 mentions（只听得到@它的）。' })
    .optional(),
  LOG_LEVEL: z.enum(levels, { error: `LOG_LEVEL 只能是 ${levels.join('、')}` }).default('info'),
})

/** Reads the settings; throws `CannotRun` naming the setting that is wrong. Empty settings count as not set. */
export function readSettings(env: Io['env']): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = schema.safeParse(given)
  if (!read.success) throw new CannotRun(read.error.issues.map(({ message }) => message).join('；'))
  const { DATA_DIR, HOST, PORT, DATABASE_URL, SANDBOX_CLOCK, WECHATY_PUPPET, WECHATY_HEARS, LOG_LEVEL } = read.data
  return {
    dataDir: resolve(DATA_DIR),
    host: HOST,
    port: PORT,
    databaseUrl: DATABASE_URL,
    sandboxClock: SANDBOX_CLOCK === undefined ? undefined : Date.parse(SANDBOX_CLOCK),
    puppet: WECHATY_PUPPET,
    hears: WECHATY_HEARS,
    logLevel: LOG_LEVEL,
  }
}
