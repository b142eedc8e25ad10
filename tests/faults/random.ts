/** Chance that can be had again: the same seed gives the same numbers between 0 and 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of a list, by chance. */
export function pick<T>(random: () => number, from: readonly T[]): T {
  const found = from[Math.floor(random() * from.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/** The seed to repeat a run with, or a new one; it is printed, so that a failure can be had again. */
export function seedOf(name: string): number {
  const seed = process.env[name] === undefined ? Math.floor(Math.random() * 1_000_000) : Number(process.env[name])
  console.log(`    ${name}=${String(seed)}`)
  return seed
}
