import { type Honoured, placed, type Standing } from './standing.ts'

/**
 * 前几名 (JY-5, JZ-5): whoever newly earned something and stands on one of the first places. Equal points share a place, so nobody is
 * cut off by chance; where everybody has earned, the last place is left out: an honour may not show who is last.
 */
export function topHonour(standings: readonly Standing[], places: number, title: string): readonly Honoured[] {
  const rows = placed(standings)
  const lastPlace = rows.at(-1)?.place ?? 1
  const everybodyEarned = lastPlace > 1 && rows.every(({ earned }) => earned > 0)
  return rows
    .filter(({ earned, place }) => earned > 0 && place <= places && !(everybodyEarned && place === lastPlace))
    .map(({ holder, place, points }) => ({ holder, place, points, title }))
}
