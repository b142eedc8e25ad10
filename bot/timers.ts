/** Waiting, so that tests need not wait: `after` calls back once, later, and returns the way to call it off. */
export interface Timers {
  after(ms: number, run: () => void): () => void
}

/** The longest wait a timer of the machine can hold, ms. */
const longest = 2_147_483_647

/** The machine's own timers. */
export const machineTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), longest))
    return () => {
      clearTimeout(timer)
    }
  },
}

/** Something outside (a gateway, a messenger) did not answer in time. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut'
}

/** What `work` brings, or `TimedOut` after `ms`; the work itself cannot be stopped and its late answer is dropped. */
export async function within<T>(timers: Timers, ms: number, work: Promise<T>): Promise<T> {
  let cancel: () => void = () => undefined
  const late = new Promise<never>((_resolve, reject) => {
    cancel = timers.after(ms, () => {
      reject(new TimedOut(`no answer within ${String(ms)} ms`))
    })
  })
  try {
    return await Promise.race([work, late])
  } finally {
    cancel()
  }
}
