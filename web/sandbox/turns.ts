/** Whose turn it is: calls of one speaker run in order, those of different speakers side by side. */
export interface Turns {
  /** runs `work` after all earlier work of the same speaker */
  inTurn<T>(speaker: string, work: () => Promise<T>): Promise<T>
  /** runs `work` after everything that was asked before, and before everything asked later */
  alone<T>(work: () => Promise<T>): Promise<T>
}

/** Makes the order of one training village's calls. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  let barrier: Promise<unknown> = Promise.resolve()

  return {
    async inTurn(speaker, work) {
      const before = last.get(speaker) ?? barrier
      const mine = before.then(work)
      const ended = settled(mine)
      last.set(speaker, ended)
      void ended.then(() => {
        if (last.get(speaker) === ended) last.delete(speaker)
      })
      return mine
    },
    async alone(work) {
      const mine = Promise.all([barrier, ...last.values()]).then(work)
      barrier = settled(mine)
      last.clear()
      return mine
    },
  }
}

const settled = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    () => undefined,
  )
