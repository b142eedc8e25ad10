/** How fast the bot may speak in one place, so that neither people nor the messenger take it for spam. */
export interface Pace {
  /** ms to wait before the next line in a place; 0 = speak now */
  wait(place: string, now: number): number
  /** remembers a line said */
  spoke(place: string, now: number): void
}

/** Limits of a pace: lines per minute and place, and the pause between two lines, ms, drawn anew each time. */
export interface PaceLimits {
  readonly perMinute: number
  readonly pause: { readonly least: number; readonly most: number }
}

/** What messengers bear from a person who types fast. */
export const usualPace = { perMinute: 20, pause: { least: 300, most: 1500 } } as const satisfies PaceLimits

const minute = 60_000

/** The pace of a real channel; `random` gives numbers from 0 up to 1. */
export function paced(limits: PaceLimits, random: () => number): Pace {
  const said = new Map<string, { readonly times: readonly number[]; readonly next: number }>()
  return {
    wait(place, now) {
      const past = said.get(place)
      if (past === undefined) return 0
      const recent = past.times.filter((time) => time > now - minute)
      const oldest = recent[recent.length - limits.perMinute]
      const full = oldest === undefined ? 0 : oldest + minute - now
      return Math.max(0, full, past.next - now)
    },
    spoke(place, now) {
      const times = [...(said.get(place)?.times ?? []), now].filter((time) => time > now - minute)
      const pause = limits.pause.least + random() * (limits.pause.most - limits.pause.least)
      said.set(place, { times, next: now + Math.round(pause) })
    },
  }
}

/** No pacing: the training village. */
export const unpaced: Pace = { wait: () => 0, spoke: () => undefined }
