import { dateOf, daysOf, monthOf } from '../../models/dates.ts'
import { privately, type Reply } from '../../models/reply.ts'
import { mainBook } from '../../rules/books/books.ts'
import { helpWanted } from '../../texts/periods/honours.ts'
import type { JobContext } from '../job.ts'
import { participantsOf } from './standings.ts'

/** 帮扶 (JY-6): households that earned least and have no helper yet, told to the cadres in private; no room ever reads the list. */
export async function wantHelpers(period: string, { scheme, stores, now }: JobContext): Promise<readonly Reply[]> {
  if (!scheme.helped) return []
  const { first, last } = daysOf(period)
  const rows = await stores.honours.earned(mainBook, 'household', monthOf(first), monthOf(last))
  if (rows.length === 0) return []
  const earned = new Map(rows.map(({ holder, points }) => [holder, points]))
  const helped = new Set((await stores.honours.helpers()).map(({ household }) => household))
  const lowest = (await participantsOf(mainBook, 'household', last, stores))
    .filter(({ holder }) => !helped.has(holder))
    .toSorted((one, other) => (earned.get(one.holder) ?? 0) - (earned.get(other.holder) ?? 0) || one.number - other.number)
    .slice(0, scheme.helped.lowest)
  const names: string[] = []
  for (const { holder } of lowest) {
    const head = (await stores.register.household(holder))?.head
    const person = head ? await stores.register.person(head) : null
    if (person) names.push(`${person.name}家`)
  }
  if (names.length === 0) return []
  const today = dateOf(now)
  const cadres = [...(await stores.register.holders('secretary', today)), ...(await stores.register.holders('bookkeeper', today))]
  return [...new Set(cadres.map(({ id }) => id))].map((person) => privately(person, helpWanted(period, names)))
}
