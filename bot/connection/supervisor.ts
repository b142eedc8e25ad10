import type { Clock } from '../../models/clock.ts'
import type { Log } from '../../models/log.ts'
import type { Channel } from '../channel.ts'
import type { Timers } from '../timers.ts'

/** A time in which the bot heard nothing: what was said then is lost, UTC ms. */
export interface Gap {
  readonly from: number
  readonly to: number
}

/** Whom the supervisor watches, and whom it tells. */
export interface SuperviseOptions {
  readonly channel: Pick<Channel, 'start' | 'stop' | 'alive' | 'online'>
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  /** called once after each time of silence, when the bot hears again */
  readonly onGap: (gap: Gap) => void
  /** called at every look at which the bot hears */
  readonly onHears?: () => void
  /** ms between two looks */
  readonly every?: number
  /** ms to wait after the first, second, … vain restart; the last one goes on */
  readonly backoff?: readonly number[]
}

/** Watches over a channel until it is stopped. */
export interface Supervisor {
  start(): void
  stop(): void
  /** looks now, and restarts the channel when its gateway is dead; never throws */
  look(): Promise<void>
}

const usualBackoff = [0, 5_000, 15_000, 60_000, 300_000]

/**
 * Keeps the bot connected: a gateway that no longer answers is stopped and started again, which is the only cure of Wechaty's gRPC client.
 * A bot that waits for its QR code to be scanned is left alone.
 */
export function supervise(options: SuperviseOptions): Supervisor {
  const { channel, clock, timers, log, onGap } = options
  const every = options.every ?? 30_000
  const backoff = options.backoff ?? usualBackoff
  let heardLast: number | null = null
  let silent = false
  let restarts = 0
  let notBefore = 0
  let running = false
  let looking: Promise<void> | null = null
  let cancel: () => void = () => undefined

  return {
    start() {
      if (running) return
      running = true
      if (channel.online()) heardLast = clock.now()
      schedule()
    },
    stop() {
      running = false
      cancel()
    },
    look,
  }

  function schedule(): void {
    cancel()
    if (!running) return
    cancel = timers.after(every, () => {
      void look().finally(schedule)
    })
  }

  function look(): Promise<void> {
    looking ??= once().finally(() => {
      looking = null
    })
    return looking
  }

  async function once(): Promise<void> {
    const alive = await attempt('alive', () => channel.alive())
    if (alive === true && channel.online()) {
      hears()
      return
    }
    if (!silent) log.warn({ alive: alive === true }, 'the channel is silent')
    silent = true
    if (alive !== true) await restart()
  }

  function hears(): void {
    const now = clock.now()
    if (silent && heardLast !== null) {
      const gap = { from: heardLast, to: now }
      log.info(gap, 'the channel is heard again')
      try {
        onGap(gap)
      } catch (error) {
        log.error({ name: error instanceof Error ? error.name : typeof error }, 'the gap could not be told')
      }
    }
    options.onHears?.()
    heardLast = now
    silent = false
    restarts = 0
    notBefore = 0
  }

  async function restart(): Promise<void> {
    if (clock.now() < notBefore) return
    restarts += 1
    log.warn({ restarts }, 'the channel is started anew')
    await attempt('stop', () => channel.stop())
    await attempt('start', () => channel.start())
    if (channel.online()) {
      hears()
      return
    }
    notBefore = clock.now() + (backoff[Math.min(restarts, backoff.length - 1)] ?? 0)
  }

  async function attempt<T>(what: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work()
    } catch (error) {
      log.warn({ what, name: error instanceof Error ? error.name : typeof error }, 'the channel did not obey')
      return null
    }
  }
}
