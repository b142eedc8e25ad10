import { setImmediate as rest } from 'node:timers/promises'
import type { Outgoing, OutboxStore } from '../../models/stores/stores.ts'
import type { Mouth, Place } from '../../bot/channel.ts'
import { Outbox, type OutboxOptions } from '../../bot/outbox/outbox.ts'
import { unpaced } from '../../bot/outbox/pace.ts'
import type { Timers } from '../../bot/timers.ts'
import { memoryLog, memoryMedia, turnedClock } from './fakes.ts'

interface Row {
  line: Outgoing
  heldBy: string | null
  heldUntil: number
  reason: string | null
}

const placeOf = (line: Outgoing): string => `${line.room ?? ''}/${line.contact ?? ''}`

/** The outbox table as the contract has it, in memory, giving out one or several lines of a place at a time; `units` counts units of work. */
export function memoryOutbox(perPlace: 1 | 50) {
  const rows: Row[] = []
  let units = 0
  let depth = 0
  let broken = false
  const rowOf = (id: string): Row => rows.find(({ line }) => line.id === id) ?? missing(id)
  const outbox: OutboxStore = {
    put: async (lines) => {
      for (const line of lines) {
        const id = `o${String(rows.length + 1)}`
        rows.push({ line: { ...line, id, attempt: 0, state: 'waiting', sentId: null }, heldBy: null, heldUntil: 0, reason: null })
      }
    },
    claim: async (sender, until, now, limit) => {
      const blocked = new Set<string>()
      const taken: Outgoing[] = []
      for (const row of rows) {
        if (row.line.state !== 'waiting' || taken.length === limit) continue
        const free = row.heldBy === null || row.heldUntil <= now
        if (free && row.line.notBefore <= now && !blocked.has(placeOf(row.line))) {
          row.heldBy = sender
          row.heldUntil = until
          row.line = { ...row.line, attempt: row.line.attempt + 1 }
          taken.push(row.line)
        } else if (free && row.line.notBefore > now && row.line.attempt === 0) continue
        if (row.line.attempt > 0 || perPlace === 1) blocked.add(placeOf(row.line))
        if (perPlace > 1 && taken.at(-1)?.id === row.line.id) blocked.delete(placeOf(row.line))
      }
      return taken
    },
    sent: async (id, sentId) => {
      const row = rowOf(id)
      row.line = { ...row.line, state: 'sent', sentId }
    },
    failed: async (id, retryAt, reason) => {
      const row = rowOf(id)
      row.reason = reason
      row.heldBy = null
      row.line = { ...row.line, ...(retryAt === null ? { state: 'failed' } : { notBefore: retryAt }) }
    },
    of: async (cause) => rows.filter(({ line }) => line.cause === cause).map(({ line }) => line),
    aboutOf: async () => null,
    nextDue: async () => {
      const due = rows.filter(({ line }) => line.state === 'waiting').map(({ line }) => line.notBefore)
      return due.length === 0 ? null : Math.min(...due)
    },
  }
  const stores = { outbox }
  const lane: OutboxOptions['lane'] = {
    unit: async (_village, work) => {
      units += 1
      depth += 1
      await Promise.resolve()
      if (broken) {
        depth -= 1
        throw new Error('disk full')
      }
      const result = await work(stores)
      depth -= 1
      return result
    },
  }
  const reader: OutboxOptions['reader'] = { read: async (_village, work) => work(stores) }
  return {
    rows,
    lane,
    reader,
    units: () => units,
    inUnit: () => depth > 0,
    break: (value: boolean) => {
      broken = value
    },
    async put(cause: string, lines: readonly Partial<Outgoing>[]) {
      const base = { cause, channel: 'local', account: 'bot', room: null, contact: null, text: '', file: null, about: null, notBefore: 0 }
      await outbox.put(lines.map((line, order) => ({ ...base, order, ...line })))
    },
  }
}

const missing = (id: string): never => {
  throw new Error(`no row ${id}`)
}

/** Timers that ring only when the clock is turned. */
export function turnedTimers(clock: ReturnType<typeof turnedClock>): Timers & { pass(ms: number): Promise<void>; waiting(): number } {
  const bells: { readonly at: number; readonly run: () => void }[] = []
  return {
    after(ms, run) {
      const bell = { at: clock.now() + ms, run }
      bells.push(bell)
      return () => {
        const index = bells.indexOf(bell)
        if (index >= 0) bells.splice(index, 1)
      }
    },
    waiting: () => bells.length,
    async pass(ms) {
      const end = clock.now() + ms
      for (;;) {
        await rest()
        const next = bells.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0]
        if (next === undefined) break
        bells.splice(bells.indexOf(next), 1)
        clock.turn(Math.max(0, next.at - clock.now()))
        next.run()
      }
      clock.turn(end - clock.now())
      await rest()
    },
  }
}

export interface Spoken {
  readonly to: string
  readonly text: string
  readonly at: number
}

/** An outbox whose mouth, clock, timers and table belong to the test. */
export function desk(options: Partial<OutboxOptions> = {}, perPlace: 1 | 50 = 1) {
  const clock = turnedClock()
  const timers = turnedTimers(clock)
  const table = memoryOutbox(perPlace)
  const media = memoryMedia()
  const log = memoryLog()
  const spoken: Spoken[] = []
  const during: boolean[] = []
  const state = { online: true, during }
  let ids = 0
  const say = async (to: string, text: string): Promise<string> => {
    state.during.push(table.inUnit())
    await Promise.resolve()
    spoken.push({ to, text, at: clock.now() })
    return `s${String((ids += 1))}`
  }
  const mouth: Mouth = {
    online: () => state.online,
    sayInRoom: say,
    sayTo: say,
    sendFile: async (to: Place, { name }) => say('room' in to ? to.room : to.contact, `[${name}]`),
  }
  const channel = { channel: 'local', account: 'bot', ...mouth }
  const box = (more: Partial<OutboxOptions> = {}): Outbox =>
    new Outbox({
      lane: table.lane,
      reader: table.reader,
      media,
      channel,
      pace: unpaced,
      clock,
      timers,
      log,
      sender: 'p1',
      alone: true,
      ...options,
      ...more,
    })
  return { clock, timers, table, media, log, spoken, state, channel, outbox: box(), box }
}
