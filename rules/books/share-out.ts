/** A household's claim on a pool: its points, and the number that settles ties (smaller first). */
export interface Claim {
  readonly household: string
  readonly number: number
  readonly points: number
}

/** What a household is given of a pool, in fen. */
export interface Portion extends Claim {
  readonly fen: number
}

/** How a pool is divided: the sum of the fen of the portions is the pool's, to the fen. */
export interface ShareOut {
  readonly poolFen: number
  readonly points: number
  readonly portions: readonly Portion[]
}

/**
 * Divides a pool (fen) by points (PH-3, YX-8, CJ-9): each household the floor of its share, then one fen each by the largest remainder,
 * ties to the smaller household number. Whoever has no points above zero is given nothing. Integer arithmetic throughout; null when
 * nobody has points. Throws `RangeError` for a pool that is no whole number of fen above zero.
 */
export function shareOut(poolFen: number, claims: readonly Claim[]): ShareOut | null {
  if (!Number.isSafeInteger(poolFen) || poolFen <= 0) throw new RangeError(`no pool: ${String(poolFen)} fen`)
  const held = claims.filter(({ points }) => points > 0)
  const points = held.reduce((sum, claim) => sum + claim.points, 0)
  if (points === 0) return null
  // a pool times points is above what a number holds exactly
  const [pool, whole] = [BigInt(poolFen), BigInt(points)]
  const shares = held.map((claim) => {
    const product = pool * BigInt(claim.points)
    return { claim, fen: Number(product / whole), rest: Number(product % whole) }
  })
  const left = poolFen - shares.reduce((sum, { fen }) => sum + fen, 0)
  const first = shares
    .toSorted((one, other) => other.rest - one.rest || one.claim.number - other.claim.number)
    .slice(0, left)
    .map(({ claim }) => claim.household)
  const lucky = new Set(first)
  const portions = shares.map(({ claim, fen }) => ({ ...claim, fen: fen + (lucky.has(claim.household) ? 1 : 0) }))
  return { poolFen, points, portions }
}

/** What points would be worth before remainders are handed out, in fen, floored: 300 of 72,033 points of 93,600 元 = 38,982 fen (PH-3). */
export const worthOf = (poolFen: number, allPoints: number, points: number): number =>
  Number((BigInt(poolFen) * BigInt(points)) / BigInt(allPoints))
