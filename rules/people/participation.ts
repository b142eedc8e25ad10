import type { LocalDate } from '../../models/dates.ts'
import type { HouseholdCategory } from '../../models/participation.ts'
import type { Stores } from '../../models/stores/stores.ts'
import type { Scheme } from '../scheme.ts'

/** Why a household earns nothing now: it has left, nobody has recognised it yet, or its phase has not come. */
export type NotTakingPart = 'left' | 'not-recognised' | 'later-phase'

/** The categories that take part on a day; null when the scheme has no phases and everybody does (XY-1). */
export function phaseOn({ participants }: Pick<Scheme, 'participants'>, on: LocalDate): readonly HouseholdCategory[] | null {
  const phases = participants?.phases ?? []
  if (phases.length === 0) return null
  const begun = phases.filter(({ from }) => from <= on).toSorted((one, other) => (one.from < other.from ? -1 : 1))
  return begun.at(-1)?.categories ?? []
}

/** Null when a household earns points on a day; else why not. Its category is read only where the scheme has phases, and goes no further. */
export async function notTakingPart(
  household: string,
  { participation }: Pick<Stores, 'participation'>,
  scheme: Pick<Scheme, 'participants'>,
  on: LocalDate,
): Promise<NotTakingPart | null> {
  if ((await participation.leftSince(household)) !== null) return 'left'
  const standing = await participation.standing(household)
  if (standing && standing.record === null) return 'not-recognised'
  const categories = phaseOn(scheme, on)
  if (categories === null || categories.includes(await participation.category(household))) return null
  return 'later-phase'
}

/** The bodies whose resolution recognises a household from elsewhere (GY-1, RA-1): 村民会议 always can. */
export const recognisingBodies = ({ participants }: Pick<Scheme, 'participants'>): readonly string[] =>
  participants?.recognisedBy === 'assembly' ? ['villagers-assembly'] : ['representatives-meeting', 'villagers-assembly']
