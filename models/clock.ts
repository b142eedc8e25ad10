/** The village's time. Only `main.ts` knows the real one. */
export interface Clock {
  /** UTC ms */
  now(): number
}
