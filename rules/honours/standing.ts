/** Where a holder stands at the close of a period: what was newly earned in it, and the points that count for rank (base included). */
export interface Standing {
  readonly holder: string
  /** the household's number, which settles ties (smaller first) */
  readonly number: number
  readonly earned: number
  readonly points: number
}

/** Somebody who is given an honour: the place (equal points share one), the points it was given for, and the level's name if it has levels. */
export interface Honoured {
  readonly holder: string
  readonly place: number
  readonly points: number
  readonly title: string
}

const better = (one: Standing, other: Standing): number => other.points - one.points || one.number - other.number

/** Best first; equal points in the order of household numbers. */
export const ranked = (standings: readonly Standing[]): readonly Standing[] => standings.toSorted(better)

/** The standings best first, each with its place: equal points share one and the next is skipped (1, 1, 3). */
export function placed(standings: readonly Standing[]): readonly (Standing & { readonly place: number })[] {
  let place = 0
  let points: number | undefined
  return ranked(standings).map((standing, index) => {
    if (standing.points !== points) place = index + 1
    points = standing.points
    return { ...standing, place }
  })
}
