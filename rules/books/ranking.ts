import type { RankRow } from '../../models/ledger.ts'

/** How many places a ranking in a room may show. */
const places = 10

/** Which rows are shown, and who shares the place that would not fit: nobody is cut off by chance, nobody is named as last. */
export function topOf(
  rows: readonly RankRow[],
  households: number,
): { readonly top: readonly RankRow[]; readonly tied: readonly RankRow[] } {
  const earned = rows.filter(({ points }) => points > 0)
  const lastPlace = earned.at(-1)?.place ?? 1
  const everybodyEarned = earned.length >= households && lastPlace > 1
  const shown = earned.filter(({ place }) => place <= places && !(everybodyEarned && place === lastPlace))
  if (shown.length <= places) return { top: shown, tied: [] }
  const crowded = shown.at(-1)?.place
  return { top: shown.filter(({ place }) => place !== crowded), tied: shown.filter(({ place }) => place === crowded) }
}
