import { type Honoured, placed, type Standing } from './standing.ts'

/** 档次 of a scheme (JY-7): how wide a band is, at which share of participants the line rises, which share of its band benefits (percent). */
export interface Bands {
  readonly width: number
  readonly risesAt: number
  readonly benefits: number
}

/** The lower bound of the band that holds points: with a width of 50 it is 1 for 1–50 and 51 for 51–100. */
export const bandOf = (points: number, width: number): number => Math.floor((points - 1) / width) * width + 1

/** The line of the next quarter (JY-7): one band higher when enough participants stand at or above the next band; never lower. */
export function nextLine(standings: readonly Standing[], line: number, { width, risesAt }: Bands): number {
  const above = standings.filter(({ points }) => points >= line + width).length
  return standings.length > 0 && above * 100 >= risesAt * standings.length ? line + width : line
}

/**
 * Who benefits in a quarter (JY-7): everybody above the band of the line, and in that band the best share of its households, floored;
 * those who tie at the cut are in. `title` names the two ways.
 */
export function bandsHonour(
  standings: readonly Standing[],
  line: number,
  { width, benefits }: Bands,
  title: { readonly above: string; readonly within: string },
): readonly Honoured[] {
  const rows = placed(standings)
  const inBand = rows.filter(({ points }) => points >= line && points < line + width)
  const lastIn = inBand[Math.floor((benefits * inBand.length) / 100) - 1]
  return rows.flatMap(({ holder, place, points }) => {
    if (points >= line + width) return [{ holder, place, points, title: title.above }]
    const within = points >= line && lastIn !== undefined && points >= lastIn.points
    return within ? [{ holder, place, points, title: title.within }] : []
  })
}
