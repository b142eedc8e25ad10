/** Runs what belongs to one key one after the other, in the order asked for; different keys do not wait for each other. */
export type Turns = <T>(key: string, work: () => Promise<T>) => Promise<T>

/** A new set of queues; a key takes no memory once its last work has ended. */
export function createTurns(): Turns {
  const tails = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const before = tails.get(key)
    const mine = before === undefined ? work() : before.then(work)
    const tail = mine.catch(() => undefined)
    tails.set(key, tail)
    try {
      return await mine
    } finally {
      if (tails.get(key) === tail) tails.delete(key)
    }
  }
}
