import { type Honoured, placed, type Standing } from './standing.ts'

/** A level by what it begins at, lowest first. */
export interface Level {
  readonly title: string
  readonly from: number
}

/** The highest level that the points reach; undefined when they reach none. */
export const levelOf = (levels: readonly Level[], points: number): Level | undefined => levels.findLast(({ from }) => points >= from)

/** 星级 (JY-5, JS-L2): the level that the newly earned points reach; what was carried over, or stands as base, does not count. */
export function starsHonour(standings: readonly Standing[], levels: readonly Level[]): readonly Honoured[] {
  const earned = standings.map((standing) => ({ ...standing, points: standing.earned }))
  return placed(earned).flatMap(({ holder, place, points }) => {
    const level = levelOf(levels, points)
    return level === undefined ? [] : [{ holder, place, points, title: level.title }]
  })
}
