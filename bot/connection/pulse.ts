import type { Clock } from '../../models/clock.ts'
import { within, type Timers } from '../timers.ts'

/** Signs of life of a gateway: `isLoggedIn` stays true after its death, so events and answered questions count. */
export interface Pulse {
  /** something came from the gateway */
  beat(): void
  /** it answered a question */
  answered(): void
  /** asks it when it has been silent; `loggedIn` is believed only of puppets that have never answered anything */
  check(ask: () => void, loggedIn: () => boolean, timers: Timers, patience: number): Promise<boolean>
}

/** Silence shorter than this (ms) needs no question. */
const fresh = 20_000

/** A pulse that has felt nothing yet. */
export function createPulse(clock: Clock): Pulse {
  let last: number | null = null
  let answers = false
  const listeners = new Set<() => void>()
  return {
    beat() {
      last = clock.now()
    },
    answered() {
      answers = true
      for (const listener of listeners) listener()
    },
    async check(ask, loggedIn, timers, patience) {
      if (last !== null && Math.abs(clock.now() - last) < fresh) return true
      let hear: () => void = () => undefined
      const answer = new Promise<void>((resolve) => {
        hear = resolve
      })
      listeners.add(hear)
      try {
        ask()
        await within(timers, patience, answer)
        return true
      } catch {
        return !answers && loggedIn()
      } finally {
        listeners.delete(hear)
      }
    },
  }
}
