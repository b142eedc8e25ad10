import type { StandingAt } from '../../models/ledger-pages.ts'
import type { Share } from './post-many.ts'

/**
 * What the close of a year takes of a holder in a book that begins anew: all that was there at the year's end and has not been taken
 * since; a debt is forgiven. What was booked in the new year stays, and nobody falls below zero by it (JS-R5, YX-6).
 */
export function resetOf({ then, takenSince }: Pick<StandingAt, 'then' | 'takenSince'>): number {
  if (then < 0) return then
  return Math.max(0, then + takenSince)
}

/** The shares of a reset: the exact negative of what is taken. */
export const resetShares = (standings: readonly StandingAt[]): readonly Share[] =>
  standings.map((standing) => ({ holder: standing.holder, amount: 0 - resetOf(standing) }))
