import type { Slots } from '../../models/intent.ts'
import { privately, type Reply } from '../../models/reply.ts'
import * as texts from '../../texts/report/report.ts'
import type { Context } from '../command.ts'
import type { Ready } from './ready-deeds.ts'

/** One doer of a 接龙, with the case in which an earlier posting of the list has put the deed down. */
interface Listed {
  readonly ready: Ready
  readonly number: number | null
}

async function listed(ready: Ready, { stores }: Context): Promise<Listed> {
  const { doer, deed } = ready
  if (!('item' in deed) || doer.household === null) return { ready, number: null }
  const same = await stores.cases.sameDeeds(doer.household.id, deed.item.code, deed.deedOn, deed.deedOn)
  return { ready, number: same.find(({ report }) => report.doer === doer.person.id)?.number ?? null }
}

/** 接龙 is merged, not added twice: of a list that grows as it is posted again only who is new is put down; the rest is said to the poster alone. */
export async function mergeChain(
  ready: readonly Ready[],
  { people }: Slots,
  context: Context,
): Promise<{ readonly added: readonly Ready[]; readonly told: readonly Reply[] }> {
  if (!Array.isArray(people)) return { added: ready, told: [] }
  const rows: Listed[] = []
  for (const one of ready) rows.push(await listed(one, context))
  const added = rows.filter(({ number }) => number === null).map((row) => row.ready)
  const before = rows.flatMap(({ number }) => (number === null ? [] : [number]))
  if (added.length > 0 || before.length === 0) return { added, told: [] }
  return { added, told: [privately(context.speaker.person.id, texts.chainKnown(before), before[0])] }
}
