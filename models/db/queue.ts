/** Runs what it is given one after another, in the order given; a failure does not stop those behind it. */
export interface Queue {
  run<T>(work: () => Promise<T>): Promise<T>
  /** how many run or wait */
  size(): number
}

/** An empty queue. */
export function createQueue(): Queue {
  let tail: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return {
    run<T>(work: () => Promise<T>): Promise<T> {
      waiting += 1
      const turn = tail.then(work).finally(() => {
        waiting -= 1
      })
      tail = turn.catch(() => undefined)
      return turn
    },
    size: () => waiting,
  }
}
