import type { Stores } from '../../models/stores/stores.ts'

/** A person's place in a book kept by person; equal points share a place. */
export interface MemberRow {
  readonly place: number
  readonly person: string
  readonly points: number
}

/** How many places a ranking of members shows. */
const places = 10

/** What of a ranking may stand in a room: nobody is named as last. */
export function shownInRoom(rows: readonly MemberRow[]): readonly MemberRow[] {
  const last = rows.at(-1)?.place ?? 1
  return last === 1 ? rows : rows.filter(({ place }) => place < last)
}

/** People by what they earned in a book in some months, best first; nobody below zero or without points is named. */
export async function memberRanking(
  ledger: Pick<Stores['ledger'], 'gains'>,
  code: string,
  fromMonth: string,
  toMonth: string,
): Promise<readonly MemberRow[]> {
  const gains = (await ledger.gains(code, 'person', fromMonth, toMonth)).filter(({ honour }) => honour > 0)
  return gains
    .map(({ holder, honour }) => ({ place: gains.filter((other) => other.honour > honour).length + 1, person: holder, points: honour }))
    .sort((one, other) => one.place - other.place || one.person.localeCompare(other.person))
    .filter(({ place }) => place <= places)
}
