import { refuse } from '../../models/outcome.ts'
import { here, type Reply } from '../../models/reply.ts'
import { memberRanking, shownInRoom } from '../../rules/books/member-ranking.ts'
import { memberRanking as rankingText, notInThisRoom } from '../../texts/periods/deposit.ts'
import { periodText } from '../../texts/format.ts'
import { personName } from '../../texts/name.ts'
import type { Context } from '../command.ts'
import { villagerById } from '../people.ts'

/** A book that never stands before all: its ranking in the cadres' and party room, one's own place in private (JS-R1). */
export async function rankMembers(
  code: string,
  period: string,
  months: readonly [string, string],
  context: Context,
): Promise<readonly Reply[]> {
  const { scheme, stores, room, speaker } = context
  const title = scheme.books[code]?.title ?? code
  if (room !== null && room.kind !== 'cadres') return refuse(notInThisRoom(title))
  const rows = await memberRanking(stores.ledger, code, ...months)
  const shown = room === null ? rows.filter(({ person }) => person === speaker.person.id) : shownInRoom(rows)
  const named = []
  for (const { place, person, points } of shown) {
    const villager = await villagerById(stores, person)
    named.push({ place, who: villager ? personName(villager.person, villager.unit, room === null ? 'private' : 'panel') : '一户', points })
  }
  return [here(rankingText(periodText(period), title, named))]
}
