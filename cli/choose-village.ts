import type { Village } from '../models/village.ts'
import { CannotRun } from './io.ts'

/** The village a subcommand is about: the one named, or the only real one, or, without a real one, the newest training village. */
export function chooseVillage(villages: readonly Village[], name: string | undefined): Village {
  const real = villages.filter(({ training }) => !training)
  const pool = real.length > 0 ? real : villages.toSorted((one, other) => one.createdAt - other.createdAt).slice(-1)
  const [only, other] = name === undefined ? pool : pool.filter((village) => village.name === name)
  if (only && !other) return only
  const known = pool.map((village) => village.name).join('、')
  if (name !== undefined) throw new CannotRun(`没有“${name}”这个村，现有：${known}。`)
  throw new CannotRun(villages.length === 0 ? '数据里还没有村，先用 init 建村。' : `有几个村，请加 --village 村名：${known}。`)
}
