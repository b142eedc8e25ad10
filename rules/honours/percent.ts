import { type Honoured, placed, type Standing } from './standing.ts'

/** The share of a whole in whole households, floored: 10 % of 698 = 69 (PH-7), 20 % of 159 = 31 (JZ-3), 60 % of 265 = 159 (JZ-2). */
export const quotaOf = (percent: number, whole: number): number => Math.floor((percent * whole) / 100)

/** Those within a share, and how many with the same points as the last of them stand outside it: at the cut the smaller number counts. */
export interface Within {
  readonly honoured: readonly Honoured[]
  readonly cut: { readonly points: number; readonly outside: number } | null
}

/** 前百分之几 (PH-7, JZ-3): at most `quota` holders, of those who newly earned something. */
export function percentHonour(standings: readonly Standing[], quota: number, title: string): Within {
  const rows = placed(standings).filter(({ earned }) => earned > 0)
  const inside = rows.slice(0, quota)
  const last = inside.at(-1)
  const outside = last === undefined ? 0 : rows.slice(quota).filter(({ points }) => points === last.points).length
  return {
    honoured: inside.map(({ holder, place, points }) => ({ holder, place, points, title })),
    cut: last === undefined || outside === 0 ? null : { points: last.points, outside },
  }
}
