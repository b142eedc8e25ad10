import type { Evidence, Report } from '../models/case.ts'

/**
 * True when something shows that a reported deed was done: a picture, or the words of somebody else (a witness, a reviewer who saw the
 * original). What doer and reporter say themselves, of place and reason or of who told them (YX-3), proves nothing.
 */
export const isProven = (evidence: readonly Evidence[], { doer, reporter }: Pick<Report, 'doer' | 'reporter'>): boolean =>
  evidence.some(({ kind, by }) => kind === 'photo' || (by !== doer && by !== reporter))
